/** Shapes of units and patches, where layers overlap themselves and where they do not. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { planarLattice } from '../../src/arrangement/lattice.js';
import { findPatches } from '../../src/arrangement/patches.js';
import type { Ring } from '../../src/arrangement/trace.js';
import { traceUnits, tracePatches } from '../../src/arrangement/trace-members.js';
import { drawLayer, type LatticeMap } from './lattice-map.js';

const metres = planarLattice(0, 0, 1000, 1000);
const arrange = (...maps: LatticeMap[]) =>
  buildArrangement(
    maps.map((map) => map.layer),
    metres,
  );

/** Area of a ring by its corners. */
const landOf = (ring: Ring): number =>
  ring.reduce(
    (sum, x, i) =>
      i % 2 === 0 && i + 3 < ring.length ? sum + (x * ring[i + 3]! - ring[i + 1]! * ring[i + 2]!) / 2 : sum,
    0,
  );

describe('shapes of units', () => {
  it('are whole where units overlap', () => {
    const map = drawLayer('a ab b c\n a ab bc c\n d d bc c');
    const traced = traceUnits(arrange(map), 0, 5);
    expect(traced.map((polygons) => polygons.flat().map(landOf))).toEqual([[4], [5], [5], [2], []]);
    expect([...traced[0]![0]![0]!]).toEqual([0, 1, 1, 1, 2, 1, 2, 2, 2, 3, 1, 3, 0, 3, 0, 1]);
  });

  it('has no polygon for a unit without land', () => {
    expect(traceUnits(arrange(drawLayer('a')), 0, 2)[1]).toEqual([]);
  });
});

describe('shapes of patches', () => {
  it('are one polygon each, whatever further layers are there', () => {
    const [a, b, further] = [
      drawLayer('a a a\n a a a\n b b b'),
      drawLayer('x x y\n y x x\n x x x'),
      drawLayer('p q p\n q p q\n p q p'),
    ];
    const of = (...maps: LatticeMap[]): { pair: string; land: number; polygons: number }[] => {
      const arrangement = arrange(...maps);
      const patches = findPatches(arrangement, 0, 1);
      const all = Array.from({ length: patches.count }, (_, patch) => patch);
      return tracePatches(arrangement, patches, all)
        .map((polygons, patch) => ({
          pair: `${a.codes[patches.unitA[patch]!]}∩${b.codes[patches.unitB[patch]!]}`,
          land: patches.area[patch]!,
          polygons: polygons.length,
        }))
        .sort((p, q) => (p.pair < q.pair ? -1 : p.pair > q.pair ? 1 : p.land - q.land));
    };
    expect(of(a, b)).toEqual([
      { pair: 'a∩x', land: 4, polygons: 1 },
      { pair: 'a∩y', land: 1, polygons: 1 },
      { pair: 'a∩y', land: 1, polygons: 1 },
      { pair: 'b∩x', land: 3, polygons: 1 },
    ]);
    expect(of(a, b, further)).toEqual(of(a, b));
  });

  it('come in the order asked for', () => {
    const arrangement = arrange(drawLayer('a a b'), drawLayer('x y y'));
    const patches = findPatches(arrangement, 0, 1);
    const one = (patch: number) => tracePatches(arrangement, patches, [patch])[0];
    expect(tracePatches(arrangement, patches, [2, 0])).toEqual([one(2), one(0)]);
  });
});
