/**
 * Parts of a parent that touch no other: islands, exclaves, land across an estuary.
 *
 *     ┌─────────┐ ~ ┌──┐     a part with fewer people than a neighbourhood should have is linked to the nearest other:
 *     │    a    │···│b │     the two nearest blocks count as neighbours with no common border. Larger parts stay by
 *     └─────────┘ ~ └──┘     themselves, and each is divided by itself.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { leftFace, rightFace } from '../../arrangement/arrangement.js';
import { valueX, valueY } from '../../arrangement/lattice.js';
import { blockGraph, piecesOf, type BlockBorder } from './block-graph.js';

/** Two blocks that count as neighbours across water or other land. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Metres between them. */
  readonly distance: number;
}

/** Where borders of blocks run: positions of all their corners. */
export type CornersOf = (block: number) => readonly (readonly [number, number])[];

/** Links that leave no part with fewer than `low` people beside another part. */
export function linkParts(
  people: Float64Array,
  borders: readonly BlockBorder[],
  low: number,
  cornersOf: CornersOf,
): Link[] {
  const links: Link[] = [];
  for (;;) {
    const all = [...borders, ...links.map(({ a, b }) => ({ a, b, metres: 0 }))];
    const { of, count } = piecesOf(blockGraph(people, all), new Int32Array(people.length));
    const sizes = new Float64Array(count);
    of.forEach((part, block) => (sizes[part]! += people[block]!));
    const smallest = sizes.reduce((best, size, part) => (size < sizes[best]! ? part : best), 0);
    if (count < 2 || sizes[smallest]! >= low) return links;
    links.push(nearestLink(of, smallest, cornersOf));
  }
}

function nearestLink(of: Int32Array, part: number, cornersOf: CornersOf): Link {
  const [own, others]: [Corner[], Corner[]] = [[], []];
  of.forEach((each, block) => {
    for (const [x, y] of cornersOf(block)) (each === part ? own : others).push({ block, x, y });
  });
  // A block without land lies nowhere: it goes with the first there is.
  if (own.length === 0 || others.length === 0)
    return { a: of.indexOf(part), b: of.findIndex((each) => each !== part), distance: 0 };
  others.sort((p, q) => p.y - q.y || p.x - q.x || p.block - q.block);
  let best = { a: own[0]!.block, b: others[0]!.block, distance: Infinity };
  for (const { block, x, y } of own) {
    // Outwards from its own northing, as long as that alone is nearer than the best.
    const from = others.findIndex((other) => other.y >= y);
    const middle = from === -1 ? others.length : from;
    for (const step of [-1, 1]) {
      for (let i = step === 1 ? middle : middle - 1; i >= 0 && i < others.length; i += step) {
        const other = others[i]!;
        if (Math.abs(other.y - y) > best.distance) break;
        const distance = Math.sqrt((other.x - x) ** 2 + (other.y - y) ** 2);
        if (distance < best.distance) best = { a: block, b: other.block, distance };
      }
    }
  }
  return best;
}

interface Corner {
  readonly block: number;
  readonly x: number;
  readonly y: number;
}

/** Metres of a degree of latitude. */
const METRES_PER_DEGREE = 111_200;

/** Cosine of degrees up to 90, good to a thousandth, by its series: the same to the last digit everywhere. */
function cosine(degrees: number): number {
  const square = ((degrees * Math.PI) / 180) ** 2;
  return 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)));
}

/** Corners of blocks in metres on a plane that is good enough to tell which is nearest. */
export function cornersOnPlane({ edges, labels, ...rest }: Arrangement, planar: boolean): CornersOf {
  const { ofFace, sets } = labels[0]!;
  const arrangement = { edges, labels, ...rest };
  const found = new Map<number, [number, number][]>();
  const scale = planar ? 1 : METRES_PER_DEGREE;
  for (let e = 0; e < edges.from.length; e++) {
    const [left, right] = [ofFace[leftFace(arrangement, e)]!, ofFace[rightFace(arrangement, e)]!];
    if (left === right) continue;
    const node = edges.from[e]!;
    const y = valueY(edges.lattice, edges.nodeY[node]!);
    const x = valueX(edges.lattice, edges.nodeX[node]!) * (planar ? 1 : cosine(y));
    for (const label of [left, right]) {
      for (const block of sets.members(label)) {
        const own = found.get(block);
        if (own === undefined) found.set(block, [[x * scale, y * scale]]);
        else own.push([x * scale, y * scale]);
      }
    }
  }
  return (block) => found.get(block) ?? [];
}
