/**
 * Laws of the arrangement, on small grids where everything degenerates and on noisy maps.
 *
 * On the small grid corners are 0 to 6 kilometres, so rounding a crossing to a millimetre moves little. Noisy maps
 * have positions a step or two apart, where rounding moves much: there only what holds exactly is asserted.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArrangement, type Arrangement } from '../../src/arrangement/arrangement.js';
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { geographicLattice, planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { chance } from './chance.js';
import { faultsOf } from './check-arrangement.js';
import { landByLabel, landOfPairs, landOfUnits } from './figures.js';
import {
  closed,
  featuresOf,
  makeLayer,
  mapRings,
  type PlainFeature,
  type Position,
  type Ring,
} from './make-layer.js';
import { messyFeatures } from './random-maps.js';
import { toldOtherwise } from './rearrange.js';
import { landBySlabs } from './slab-oracle.js';

const metres = planarLattice(-1000, -1000, 1000, 1000);
const UNITS = 5;
const layerOf = (features: readonly PlainFeature[], fill: LandLayer['fill'] = 'parity'): LandLayer =>
  makeLayer(features, fill, UNITS);

/** Features whose corners lie on a grid of 7 by 7, `width` metres apart. */
const gridFeatures = (width: number): fc.Arbitrary<PlainFeature[]> => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  const ring = fc
    .array(corner, { minLength: 3, maxLength: 7 })
    .map((corners): Ring => corners.map(([x, y]): Position => [x * width, y * width]));
  const polygon = fc.array(ring, { minLength: 1, maxLength: 2 });
  const feature = fc.record({
    unit: fc.integer({ min: 0, max: UNITS - 1 }),
    polygons: fc.array(polygon, { minLength: 1, maxLength: 2 }),
  });
  return fc.array(feature, { minLength: 1, maxLength: 3 });
};

/** How many rings of each polygon repeat another, as text. */
const ringsAgain = ({ repeats }: Arrangement): string =>
  repeats.map(({ outlines }) => [...outlines].join()).join('|');

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const fills = fc.constantFrom('parity', 'union');

/** Square metres that rounding can move: half a diagonal of a step along every edge. */
const slack = ({ length, edges }: Arrangement): number =>
  (length.reduce((sum, metresLong) => sum + metresLong, 0) / edges.lattice.stepsPerUnit) * 1.5 + 1e-3;

function expectSameLand(given: Map<string, number>, expected: Map<string, number>, tolerance: number): void {
  for (const key of new Set([...given.keys(), ...expected.keys()])) {
    const difference = Math.abs((given.get(key) ?? 0) - (expected.get(key) ?? 0));
    if (!(difference <= tolerance)) {
      throw new Error(
        `${key}: ${given.get(key) ?? 0} m², expected ${expected.get(key) ?? 0} within ${tolerance}`,
      );
    }
  }
}

/** A messy map in steps, and the lattice it lies on: a plane, or degrees around England. */
function messyMap(seed: number): { layers: PlainFeature[][]; lattice: Lattice } {
  const roll = chance(seed);
  const onEllipsoid = roll.once(3);
  const lattice = onEllipsoid ? geographicLattice : metres;
  const reach = roll.pick(onEllipsoid ? [3, 12, 1000, 1e6] : [3, 6, 12, 100, 1e4, 1e6]);
  const [middleX, middleY] = onEllipsoid ? [-1.5e7, 5.2e8] : [0, 0];
  const layers = Array.from({ length: 3 }, () =>
    mapRings(messyFeatures(roll, reach), (ring) =>
      ring.map(([x, y]): Position => [
        (x + middleX) / lattice.stepsPerUnit,
        (y + middleY) / lattice.stepsPerUnit,
      ]),
    ),
  );
  return { layers, lattice };
}

describe('on a small grid, where everything degenerates', () => {
  it('land by label is what slabs and trapezoids give, for one, two and three layers', () => {
    fc.assert(
      fc.property(fc.array(gridFeatures(1000), { minLength: 1, maxLength: 3 }), fills, (maps, fill) => {
        const layers = maps.map((features) => layerOf(features, fill));
        const arrangement = buildArrangement(layers, metres);
        expect(faultsOf(layers, arrangement)).toEqual([]);
        expectSameLand(landByLabel(arrangement), landBySlabs(layers), slack(arrangement));
      }),
      { numRuns: 300 },
    );
  });

  it('one step a square: crossings fall anywhere, and all still fits together', () => {
    fc.assert(
      fc.property(fc.array(gridFeatures(0.001), { minLength: 1, maxLength: 3 }), fills, (maps, fill) => {
        const layers = maps.map((features) => layerOf(features, fill));
        expect(faultsOf(layers, buildArrangement(layers, metres))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a position in the middle of a side changes nothing', () => {
    fc.assert(
      fc.property(gridFeatures(1000), gridFeatures(1000), seeds, (a, b, seed) => {
        const roll = chance(seed);
        const split = mapRings(a, (ring) =>
          closed(ring).flatMap((p, i, all): Position[] => {
            const q = all[i + 1];
            return q === undefined || roll.once(2) ? [p] : [p, [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]];
          }),
        );
        const before = buildArrangement([layerOf(a), layerOf(b)], metres);
        const after = buildArrangement([layerOf(split), layerOf(b)], metres);
        // A ring that runs over itself can be taken apart in two ways; a further node may tell which.
        if (ringsAgain(before) !== ringsAgain(after)) return;
        expectSameLand(landByLabel(after), landByLabel(before), slack(after));
      }),
      { numRuns: 200 },
    );
  });

  it('splitting a unit along a line and adding its parts changes nothing', () => {
    fc.assert(
      fc.property(gridFeatures(1000), gridFeatures(1000), fc.integer({ min: -9, max: 9 }), (a, b, tilt) => {
        // The line is a layer of its own, with land on both sides; parts of a unit are its pairs with that layer.
        const half: Ring = [
          [3000, -9000],
          [-9000, -9000],
          [-9000, 9000],
          [3000 + tilt * 100, 9000],
        ];
        const other: Ring = [half[0]!, half[3]!, [12000, 9000], [12000, -9000]];
        const sides = makeLayer([
          { unit: 0, polygons: [[half]] },
          { unit: 1, polygons: [[other]] },
        ]);
        const whole = buildArrangement([layerOf(a), layerOf(b)], metres);
        const parts = buildArrangement([layerOf(a), layerOf(b), sides], metres);
        const sum = new Map<string, number>();
        for (const [label, land] of landByLabel(parts)) {
          if (/^\|\|/.test(label)) continue;
          const pair = label.replace(/\|[01]$/, '');
          sum.set(pair, (sum.get(pair) ?? 0) + land);
        }
        expectSameLand(sum, landByLabel(whole), slack(parts));
      }),
      { numRuns: 150 },
    );
  });
});

describe('on messy maps', () => {
  it('the overlaps and the remainder of a unit add up to the unit, exactly', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { layers, lattice } = messyMap(seed);
        const arrangement = buildArrangement(
          layers.map((features) => layerOf(features)),
          lattice,
        );
        const { labels, area } = arrangement;
        const units = landOfUnits(arrangement, 0, UNITS);
        for (let unit = 0; unit < UNITS; unit++) {
          let rows = 0;
          for (let face = 1; face < area.length; face++) {
            if (!labels[0]!.sets.has(labels[0]!.ofFace[face]!, unit)) continue;
            const others = labels[1]!.sets.size(labels[1]!.ofFace[face]!);
            // Double cover counts once in each of its rows; here it is shared out so that rows add up.
            for (let i = 0; i < Math.max(1, others); i++) rows += area[face]! / Math.max(1, others);
          }
          expect(Math.abs(rows - units[unit]!)).toBeLessThanOrEqual(1e-12 * units[unit]! + 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('overlap(A, B) mirrors overlap(B, A), to the last bit', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { layers, lattice } = messyMap(seed);
        const [a, b] = [layerOf(layers[0]!), layerOf(layers[1]!)];
        const there = landOfPairs(buildArrangement([a, b], lattice), 0, 1);
        const back = landOfPairs(buildArrangement([b, a], lattice), 1, 0);
        expect(inOrder(back)).toEqual(inOrder(there));
      }),
      { numRuns: 100 },
    );
  });

  it('order of features, polygons and rings, starting points and direction change no bit', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const { layers, lattice } = messyMap(seed);
        const first = buildArrangement(
          layers.map((features) => layerOf(features)),
          lattice,
        );
        const told = layers.map((features, l) => layerOf(toldOtherwise(features, other + l)));
        const second = buildArrangement(told, lattice);
        expect(inOrder(landByLabel(second))).toEqual(inOrder(landByLabel(first)));
        expect(edgeList(second)).toEqual(edgeList(first));
      }),
      { numRuns: 150 },
    );
  });

  it('a further layer changes no pair, but for the rounding of its crossings', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { layers, lattice } = messyMap(seed);
        if (lattice.model !== 'planar') return;
        const [a, b, c] = layers.map((features) => layerOf(features));
        const three = buildArrangement([a!, b!, c!], lattice);
        const two = buildArrangement([a!, b!], lattice);
        expectSameLand(landOfPairs(three, 0, 1), landOfPairs(two, 0, 1), slack(three));
      }),
      { numRuns: 100 },
    );
  });

  it('a further layer that uses the same linework changes no bit', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const { layers, lattice } = messyMap(seed);
        const [a, b] = [layerOf(layers[0]!), layerOf(layers[1]!)];
        const regrouped = layerOf(
          toldOtherwise([...featuresOf(a), ...featuresOf(b)], other).map((f) => ({
            ...f,
            unit: Math.min(f.unit, 1),
          })),
        );
        const two = landOfPairs(buildArrangement([a, b], lattice), 0, 1);
        const three = landOfPairs(buildArrangement([a, b, regrouped], lattice), 0, 1);
        const tolerance = 1e-5 * (layers.flat(3).length + 100);
        expectSameLand(three, two, tolerance);
      }),
      { numRuns: 100 },
    );
  });
});

const inOrder = (land: Map<string, number>): [string, number][] =>
  [...land].sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0));

/** Every edge with its length, by position. */
function edgeList({ edges, length }: Arrangement): string[] {
  const { from, to, nodeX, nodeY } = edges;
  return Array.from(from, (u, e) => {
    const ends = [u, to[e]!].map((v) => `${nodeX[v]} ${nodeY[v]}`).sort();
    return `${ends.join(' ')} ${length[e]}`;
  }).sort();
}
