/**
 * Points at random inside faces, the same for the same seed.
 *
 *        ┌────────┐      a point of the box is inside where a line to the east of it crosses the face's edges an odd
 *        │ ·──┐ ──┼──►   number of times, holes and islands included; one too near to an edge to be written as it is
 *        │    └───┘      is drawn again, one of a face too narrow for that stands in the middle of its widest stretch
 *        └────┘
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';

/** Steps of the lattice. */
export type LatticePoint = readonly [x: number, y: number];

const TRIES = 60;
/** Rows of a narrow face that are looked at for its widest stretch. */
const ROWS = 16;

/** Gives a point of a face for a seed, at least `margin` steps from its edges where that can be. */
export function pointsInFaces(
  arrangement: Arrangement,
  faces: ReadonlySet<number>,
  margin: number,
): (face: number, seed: number) => LatticePoint {
  const { from, to, nodeX, nodeY } = arrangement.edges;
  const edgesOf = edgesOfFaces(arrangement, faces);
  const boxOf = new Map<number, readonly [number, number, number, number]>();
  const boxAround = (face: number): readonly [number, number, number, number] => {
    const known = boxOf.get(face);
    if (known !== undefined) return known;
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const e of edgesOf.get(face)!)
      for (const node of [from[e]!, to[e]!]) {
        box[0] = Math.min(box[0], nodeX[node]!);
        box[1] = Math.min(box[1], nodeY[node]!);
        box[2] = Math.max(box[2], nodeX[node]!);
        box[3] = Math.max(box[3], nodeY[node]!);
      }
    boxOf.set(face, box);
    return box;
  };
  /** Where the edges of a face cross a height, from west to east. */
  const crossings = (face: number, y: number): number[] => {
    const found: number[] = [];
    for (const e of edgesOf.get(face)!) {
      const [ay, by] = [nodeY[from[e]!]!, nodeY[to[e]!]!];
      if (ay > y === by > y) continue;
      const [ax, bx] = [nodeX[from[e]!]!, nodeX[to[e]!]!];
      found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
    return found.sort((p, q) => p - q);
  };
  const isInside = (face: number, x: number, y: number): boolean =>
    crossings(face, y).filter((at) => at > x).length % 2 === 1;
  const isNearEdge = (face: number, x: number, y: number): boolean =>
    edgesOf.get(face)!.some((e) => {
      const [ax, ay, bx, by] = [nodeX[from[e]!]!, nodeY[from[e]!]!, nodeX[to[e]!]!, nodeY[to[e]!]!];
      if (
        Math.min(ax, bx) > x + margin ||
        Math.max(ax, bx) < x - margin ||
        Math.min(ay, by) > y + margin ||
        Math.max(ay, by) < y - margin
      )
        return false;
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(ax + along * dx - x, ay + along * dy - y) < margin;
    });
  const inWidest = (face: number): LatticePoint => {
    const [west, south, east, north] = boxAround(face);
    let best = { width: -1, x: (west + east) / 2, y: (south + north) / 2 };
    for (let row = 0; row < ROWS; row++) {
      const y = south + ((row + 0.5) / ROWS) * (north - south);
      const at = crossings(face, y);
      for (let i = 0; i + 1 < at.length; i += 2) {
        const width = at[i + 1]! - at[i]!;
        if (width > best.width) best = { width, x: (at[i]! + at[i + 1]!) / 2, y };
      }
    }
    return [best.x, best.y];
  };
  return (face, seed) => {
    const next = chance(seed);
    const [west, south, east, north] = boxAround(face);
    for (let tries = 0; tries < TRIES; tries++) {
      const [x, y] = [west + next() * (east - west), south + next() * (north - south)];
      if (isInside(face, x, y) && !isNearEdge(face, x, y)) return [x, y];
    }
    return inWidest(face);
  };
}

/** The edges of some faces; an edge with a face on both sides bounds nothing. */
function edgesOfFaces(arrangement: Arrangement, faces: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map([...faces].map((face): [number, number[]] => [face, []]));
  for (let e = 0; e < arrangement.edges.from.length; e++) {
    const [left, right] = [leftFace(arrangement, e), rightFace(arrangement, e)];
    if (left === right) continue;
    found.get(left)?.push(e);
    found.get(right)?.push(e);
  }
  return found;
}

/** Numbers of 0 or over and under 1 that follow from a seed (xorshift, Marsaglia 2003). */
function chance(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
