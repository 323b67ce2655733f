/**
 * Points and the faces they lie on, against a slow second opinion: a point, moved a hair to the east and much less to
 * the north, lies on the one face whose boundary a ray due west from it meets an odd number of times.
 */
import { describe, expect, it } from 'vitest';
import { buildArrangement, type Arrangement } from '../../src/arrangement/arrangement.js';
import { OUTSIDE_FACE } from '../../src/arrangement/faces.js';
import { geographicLattice, planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { buildLocator, locatePoints, locatePositions, placePositions } from '../../src/arrangement/locate.js';
import { chance, type Chance } from './chance.js';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import { labelOf } from './figures.js';
import { drawLayer } from './lattice-map.js';
import { makeLayer } from './make-layer.js';
import { messyFeatures } from './random-maps.js';

const steps: Lattice = { model: 'planar', stepsPerUnit: 1, originX: 0, originY: 0 };

/** Faces that hold a point by parity; all numbers exact as big integers. */
function facesByParity({ edges, faces }: Arrangement, px: number, py: number): number[] {
  const odd = new Set<number>();
  const turn = (face: number): void => void (odd.delete(face) || odd.add(face));
  const { from, to, nodeX, nodeY } = edges;
  for (let e = 0; e < from.length; e++) {
    const [u, v] = nodeY[from[e]!]! < nodeY[to[e]!]! ? [from[e]!, to[e]!] : [to[e]!, from[e]!];
    if (nodeY[u]! > py || nodeY[v]! <= py) continue;
    const run = BigInt(nodeX[v]! - nodeX[u]!) * BigInt(py - nodeY[u]!);
    const east = BigInt(px - nodeX[u]!) * BigInt(nodeY[v]! - nodeY[u]!);
    if (east < run) continue;
    turn(faces.ofHalfEdge[2 * e]!);
    turn(faces.ofHalfEdge[2 * e + 1]!);
  }
  odd.delete(OUTSIDE_FACE);
  return odd.size === 0 ? [OUTSIDE_FACE] : [...odd];
}

/** Nodes, points on edges and beside them, and points anywhere. */
function pointsOf({ edges }: Arrangement, roll: Chance, count: number): [number, number][] {
  const { nodeX, nodeY, from, to } = edges;
  const points: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const e = roll.whole(0, from.length - 1);
    const share = roll.next();
    const x = Math.round(nodeX[from[e]!]! + (nodeX[to[e]!]! - nodeX[from[e]!]!) * share);
    const y = Math.round(nodeY[from[e]!]! + (nodeY[to[e]!]! - nodeY[from[e]!]!) * share);
    points.push([x, y], [x + roll.whole(-2, 2), y + roll.whole(-2, 2)], [nodeX[to[e]!]!, nodeY[to[e]!]!]);
    points.push([nodeX[from[e]!]! + roll.whole(-1, 1), roll.whole(nodeY[to[e]!]! - 99, nodeY[to[e]!]! + 99)]);
  }
  return points;
}

describe('locating points', () => {
  it('gives the face that parity gives, on messy maps of all sizes', () => {
    let located = 0;
    for (let seed = 0; seed < 300; seed++) {
      const roll = chance(seed);
      const reach = roll.pick([3, 12, 500, 40_000, 2_000_000, 900_000_000]);
      const layers = [makeLayer(messyFeatures(roll, reach)), makeLayer(messyFeatures(roll, reach))];
      const arrangement = buildArrangement(layers, steps);
      if (arrangement.edges.from.length === 0) continue;
      const points = pointsOf(arrangement, roll, 25);
      const given = locatePoints(
        buildLocator(arrangement),
        Float64Array.from(points, ([x]) => x),
        Float64Array.from(points, ([, y]) => y),
        points.length,
      );
      for (const [i, [x, y]] of points.entries()) {
        expect([given[i]], `seed ${seed}, at ${x} ${y}`).toEqual(facesByParity(arrangement, x, y));
        located++;
      }
    }
    expect(located).toBeGreaterThan(20_000);
  });

  it('finds the unit of every square of a drawing', () => {
    const map = drawLayer('a a b b\n a . c b\n a c c .\n d d c c');
    const arrangement = buildArrangement([map.layer], planarLattice(0, 0, 1000, 1000));
    const positions = map.squares.flatMap((row, r) => row.flatMap((_, c) => [c + 0.5, 3.5 - r]));
    const faces = locatePositions(buildLocator(arrangement), Float64Array.from(positions));
    const letters = [...faces].map((face) => map.codes[Number(labelOf(arrangement, face) || -1)] ?? '.');
    expect(letters).toEqual(map.squares.flat());
  });

  it('puts a point of a border on the side to the east, or to the north where the border runs east', () => {
    const map = drawLayer('a b\n c d');
    const arrangement = buildArrangement([map.layer], planarLattice(0, 0, 1000, 1000));
    const at = (x: number, y: number): string => {
      const [face] = locatePositions(buildLocator(arrangement), Float64Array.of(x, y));
      return map.codes[Number(labelOf(arrangement, face!) || -1)] ?? 'outside';
    };
    expect([at(1, 1.5), at(1, 0.5), at(0.5, 1), at(1.5, 1)]).toEqual(['b', 'd', 'a', 'b']);
    expect([at(1, 1), at(0, 0), at(0, 1), at(1, 0)]).toEqual(['b', 'c', 'a', 'd']);
  });

  it('puts a point of the outer border in the one unit that it touches, and none a step beyond', () => {
    const map = drawLayer('a b\n c d');
    const arrangement = buildArrangement([map.layer], planarLattice(0, 0, 1000, 1000));
    const at = (x: number, y: number): string => {
      const [face] = locatePositions(buildLocator(arrangement), Float64Array.of(x, y));
      return map.codes[Number(labelOf(arrangement, face!) || -1)] ?? 'outside';
    };
    expect([at(2, 2), at(0, 2), at(2, 1.5), at(0.5, 2), at(2, 0)]).toEqual(['b', 'a', 'b', 'a', 'd']);
    expect([at(2.001, 1.5), at(2.001, 2.001)]).toEqual(['outside', 'outside']);
  });

  it('puts a point of the outer border that touches several units in the first from east by north, and counts it', () => {
    const map = drawLayer('a b\n c d');
    const arrangement = buildArrangement([map.layer], planarLattice(0, 0, 1000, 1000));
    const { faces, onBorders } = placePositions(buildLocator(arrangement), Float64Array.of(2, 1, 1, 2, 2, 2));
    expect([...faces].map((face) => map.codes[Number(labelOf(arrangement, face))])).toEqual(['b', 'a', 'b']);
    expect(onBorders).toBe(2);
  });

  it('looks at the eight points around each that lies in fewer layers than another, wherever edges run', () => {
    const around = [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const; // prettier-ignore
    let moved = 0;
    for (let seed = 0; seed < 100; seed++) {
      const roll = chance(seed);
      const reach = roll.pick([3, 12, 500, 40_000, 2_000_000]);
      const layers = [makeLayer(messyFeatures(roll, reach)), makeLayer(messyFeatures(roll, reach))];
      const arrangement = buildArrangement(layers, steps);
      if (arrangement.edges.from.length === 0) continue;
      const locator = buildLocator(arrangement);
      const points = pointsOf(arrangement, roll, 30);
      const at = (x: number, y: number): number =>
        locatePoints(locator, Float64Array.of(x), Float64Array.of(y))[0]!;
      const expected = points.map(([x, y]) => {
        const own = at(x, y);
        if (locator.layersOn[own] === layers.length) return own;
        const best = [own, ...around.map(([east, north]) => at(x + east, y + north))].reduce((most, face) =>
          locator.layersOn[face]! > locator.layersOn[most]! ? face : most,
        );
        if (best !== own) moved++;
        return best;
      });
      expect([...locatePositions(locator, Float64Array.from(points.flat()))]).toEqual(expected);
    }
    expect(moved).toBeGreaterThan(100);
  });

  it('puts a point of the border of a hole, or of one layer inside another, in the land it touches', () => {
    const ring = drawLayer('a a a\n a . a\n a a a');
    const whole = drawLayer('b b b b\n b b b b\n b b b b');
    const one = buildArrangement([ring.layer], planarLattice(0, 0, 1000, 1000));
    const both = buildArrangement([ring.layer, whole.layer], planarLattice(0, 0, 1000, 1000));
    const border = [1, 1.5, 1.5, 1, 1, 1, 2, 2, 3, 1.5, 3, 2.5];
    for (const arrangement of [one, both]) {
      const { ofFace } = arrangement.labels[0]!;
      const faces = locatePositions(buildLocator(arrangement), Float64Array.from(border));
      expect([...faces].map((face) => ofFace[face])).toEqual([0, 0, 0, 0, 0, 0]);
      const [hole] = locatePositions(buildLocator(arrangement), Float64Array.of(1.5, 1.5));
      expect(ofFace[hole!]).toBe(NO_UNIT);
    }
  });

  it('puts every point of a tiling with a border through it in one unit only, and loses none', () => {
    const slanted = makeLayer([
      { unit: 0, polygons: [[[[0, 0], [90, 30], [0, 30]]]] },
      { unit: 1, polygons: [[[[0, 0], [90, 0], [90, 30]]]] },
    ]); // prettier-ignore
    const arrangement = buildArrangement([slanted], steps);
    const points = Array.from({ length: 90 * 30 }, (_, i) => [i % 90, Math.floor(i / 90)] as const);
    const faces = locatePoints(
      buildLocator(arrangement),
      Int32Array.from(points, ([x]) => x),
      Int32Array.from(points, ([, y]) => y),
    );
    const count = { '0': 0, '1': 0, '': 0 };
    for (const face of faces) count[labelOf(arrangement, face) as '0' | '1' | '']++;
    // In row y the 3y points west of the border are the western unit's: 3 · (0 + 1 + … + 29).
    expect(count).toEqual({ '0': 1305, '1': 2700 - 1305, '': 0 });
  });

  it('calls far away, infinite and missing positions outside', () => {
    const map = drawLayer('a');
    const locator = buildLocator(buildArrangement([map.layer], geographicLattice));
    const positions = [NaN, 0.5, 0.5, NaN, Infinity, 0.5, 0.5, -Infinity, 180, 90, -180, -90, 0.5, 0.5];
    const faces = locatePositions(locator, Float64Array.from(positions));
    expect([...faces.subarray(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(faces[6]).not.toBe(OUTSIDE_FACE);
  });

  it('locates nothing on an empty sheet', () => {
    const locator = buildLocator(buildArrangement([makeLayer([])], geographicLattice));
    expect([...locatePositions(locator, Float64Array.of(0, 0, 1, 1))]).toEqual([0, 0]);
  });
});
