/** A map worked in strips is the map that one memory holds, to the last number, wherever it is divided. */
import { describe, expect, it, vi } from 'vitest';
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { geographicLattice, planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { nodeLayers } from '../../src/arrangement/noding.js';
import { layInStrips } from '../../src/arrangement/strips/lay-in-strips.js';
import { chance } from './chance.js';
import { drawMap } from './fuzz-case.js';
import { makeLayer, mapRings, type Position, type Ring } from './make-layer.js';
import { mosaic } from './random-maps.js';

vi.mock('../../src/arrangement/kernel.js', async (original) =>
  (await import('./checked-kernel.js')).useCheckedKernel(await original()),
);

const seconds = Number(process.env['COTERMINOUS_FUZZ_SECONDS'] ?? 8);
const firstSeed = Number(process.env['COTERMINOUS_FUZZ_SEED'] ?? 1);
const metres = planarLattice(0, 0, 1e5, 1e5);

/** Strips of so many nodes give what the whole gives. */
function expectSame(
  layers: readonly LandLayer[],
  lattice: Lattice,
  sizes: readonly number[],
  name = '',
): void {
  const whole = nodeLayers(layers, lattice);
  for (const nodes of sizes)
    expect(layInStrips(layers, lattice, nodes), `${name} strips of ${nodes}`).toEqual(whole);
}

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const units = (...rings: Ring[]): LandLayer =>
  makeLayer(rings.map((ring, unit) => ({ unit, polygons: [[ring]] })));

describe('a map in strips is the same as the whole', () => {
  it('where one edge crosses every strip, and others cross it in each', () => {
    const rungs = Array.from({ length: 40 }, (_, i) => box(-5, i, 5, i + 0.5));
    const needle: Ring = [
      [-0.25, -3],
      [0.25, -3],
      [0.0005, 47],
      [-0.25, -3],
    ];
    expectSame([units(needle), units(...rungs)], metres, [1, 2, 7, 50, 1000]);
  });

  it('with holes and islands whose rims lie in other strips than what holds them', () => {
    const nested = Array.from({ length: 12 }, (_, i) => box(i, i, 30 - i, 30 - i));
    const layer = makeLayer([
      {
        unit: 0,
        polygons: nested.filter((_, i) => i % 2 === 0).map((ring, i) => [ring, nested[2 * i + 1]!]),
      },
      { unit: 1, polygons: nested.filter((_, i) => i % 2 === 1).map((ring) => [ring]) },
    ]);
    expectSame([layer, units(box(2.5, -1, 3.5, 31), box(-1, 14, 31, 16))], metres, [1, 4, 16]);
  });

  it('with linework shared to the last vertex, and slivers of a step beside it', () => {
    const roll = chance(7);
    const shared = mapRings(mosaic(roll, 4e5, 12, 0), (ring) =>
      ring.map(([x, y]): Position => [x / 1e3, y / 1e3]),
    );
    const off = mapRings(shared, (ring) =>
      ring.map(([x, y]): Position => [x + roll.whole(-1, 1) / 1e3, y + roll.whole(-1, 1) / 1e3]),
    );
    expectSame(
      [shared, shared, off].map((each) => makeLayer(each)),
      metres,
      [1, 60, 300, 1000],
    );
  });

  it('where a crossing is rounded to a row on the border of two strips', () => {
    // Every row of steps that has a node begins a strip; crossings fall on halves and on whole steps.
    const tooth = (x: number, y: number): Ring => [
      [x, y],
      [x + 0.003, y + 0.001],
      [x + 0.001, y + 0.004],
      [x, y],
    ];
    const teeth = (by: number): Ring[] =>
      Array.from({ length: 30 }, (_, i) => tooth((i * by) / 1e3, ((i * 7) % 11) / 1e3));
    expectSame([units(...teeth(1)), units(...teeth(2))], metres, [1, 2, 3, 5, 8]);
  });

  it('with rings that meet themselves, and such as have no unit', () => {
    const curl: Ring = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
      [0, 0],
      [4, 4],
      [2, 8],
      [0, 0],
    ];
    const layer = makeLayer([
      { unit: 0, polygons: [[curl]] },
      { unit: -1, polygons: [[box(1, 1, 3, 3)]] },
      { unit: 1, polygons: [[curl.map(([x, y]): Position => [x + 1, y + 1])]] },
    ]);
    expectSame([layer], metres, [1, 2, 5]);
  });

  it('on the ellipsoid, with edges of many degrees', () => {
    expectSame(
      [units(box(-60, -40, 70, 60)), units(box(-10, -50, 12, 65), box(-80, 0, 80, 1))],
      geographicLattice,
      [1, 3],
    );
  });

  it('where there is nothing', () => expectSame([makeLayer([])], metres, [1]));

  it(
    `by chance, for ${seconds} s`,
    () => {
      const end = performance.now() + seconds * 1000;
      let seed = firstSeed;
      for (; performance.now() < end; seed++) {
        const { layers, lattice } = drawMap(chance(seed));
        expectSame(
          layers.map((features) => makeLayer(features)),
          lattice,
          [1, 3, 10, 1000],
          `seed ${seed},`,
        );
      }
      expect(seed - firstSeed).toBeGreaterThan(5);
    },
    seconds * 1000 + 120_000,
  );
});
