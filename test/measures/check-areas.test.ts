/**
 * Land of invalid polygons as GEOS repairs them: the same here, or said to depend on how the rings are read.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { overlap } from '../../src/measures/overlap/overlap.js';
import type { Report } from '../../src/measures/report.js';
import { box, check, drawLayer, footprint, kindOf, polygon } from './check-drawn.js';
import { validArea } from './geos.js';
import { randomPolygons } from './random-polygons.js';

/** Square kilometres: positions of the lattice are a millimetre apart, and no border is longer than a few hundred km. */
const SAME = 2e-4;
const same = (a: number, b: number): boolean => Math.abs(a - b) < SAME;

const drawn = (seed: number) => {
  const geometry = { type: 'MultiPolygon' as const, coordinates: randomPolygons(seed) };
  return { geometry, layer: drawLayer([{ code: 'a', geometry }]) };
};

/** Square kilometres that are said to depend on the reading. */
const disputed = (report: Report): number =>
  kindOf(report, 'parity-and-union-differ').reduce((sum, { area }) => sum + area! / 1e6, 0);

describe('2,000 random polygons with holes and parts have the land that GEOS repairs', () => {
  let all: { seed: number; here: number; told: number; linework: number; structure: number }[];

  beforeAll(() => {
    all = Array.from({ length: 2000 }, (_, i) => {
      const { geometry, layer } = drawn(i + 1);
      const report = check([layer]);
      return {
        seed: i + 1,
        here: footprint(report) / 100,
        told: disputed(report),
        linework: validArea(geometry, 'linework'),
        structure: validArea(geometry, 'structure'),
      };
    });
  });

  it('by its structure, or it is said that their land depends on the reading', () => {
    expect(all.filter(({ here, told, structure }) => told === 0 && !same(here, structure))).toEqual([]);
    // So many of them are not one file's land by all readings, and so many have it all the same.
    expect(all.filter(({ told }) => told > 0).length).toBeGreaterThan(1500);
    expect(all.filter(({ told }) => told === 0).length).toBeGreaterThan(300);
  });

  it('by its linework too, but for holes that share a border with their shell, which that counts as land', () => {
    const others = all.filter(({ told, here, linework }) => told === 0 && !same(here, linework));
    expect(others.every(({ here, structure, linework }) => same(here, structure) && linework > here)).toBe(
      true,
    );
    expect(others).toHaveLength(33);
  });
});

it('a hole that shares a border with its shell is no land, as the structure of the file says', () => {
  const geometry = polygon(box(0, 0, 9), box(3, 0, 4));
  expect(footprint(check([drawLayer([{ code: 'a', geometry }])])) / 100).toBe(81 - 16);
  expect([validArea(geometry, 'structure'), validArea(geometry, 'linework')]).toEqual([65, 81]);
});

it('overlap tells the same hectares that depend on the reading as check, unit by unit', () => {
  const cover = drawLayer([{ code: 'cover', geometry: polygon(box(-20, -20, 60)) }], 'Y24');
  for (let seed = 1; seed <= 200; seed++) {
    const { layer } = drawn(seed);
    const crossed = overlap({
      layers: [layer, cover],
      planar: true,
      tolerance: 'auto',
      measures: [],
      includeSlivers: false,
      includeOutside: false,
      sensitivity: false,
    });
    expect(disputed(crossed), `map ${seed}`).toBe(disputed(check([layer])));
  }
});
