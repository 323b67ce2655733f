/** Which service people go to, and how far it is for how many of them, where two are as good as one another. */
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/measures/coverage/coverage.js';
import { nearestOf } from '../../src/measures/coverage/nearest.js';
import { quantile, type ServicesRequest } from '../../src/measures/coverage/services.js';
import { draw, people, rowsOf, SIDE } from '../overlap/drawn-layers.js';

describe('the nearest of some points', () => {
  /** Number of the nearest to (0, 0) of points on the plane. */
  const nearest = (...points: readonly (readonly [number, number])[]): number =>
    nearestOf(Float64Array.from(points.flat()), [...points.keys()], Float64Array.of(0, 0), true)[0]!.service;

  it('is the first of equals, wherever they lie', () => {
    expect(nearest([3, 0], [-3, 0])).toBe(0);
    expect(nearest([-3, 0], [3, 0])).toBe(0);
    expect(nearest([0, -3], [0, 3])).toBe(0);
    expect(nearest([0, 3], [0, -3])).toBe(0);
  });
});

describe('half of the people', () => {
  const reach = (first: number, second: number, share: number): number | null =>
    quantile(
      [
        { value: 2, people: second },
        { value: 1, people: first },
      ],
      share,
    );

  it('are reached where exactly half of them are', () => {
    expect([reach(49, 51, 0.5), reach(50, 50, 0.5), reach(51, 49, 0.5)]).toEqual([2, 1, 1]);
  });

  it('and nine tenths in the same way', () => {
    expect([reach(89, 11, 0.9), reach(90, 10, 0.9), reach(91, 9, 0.9)]).toEqual([2, 1, 1]);
  });
});

describe('services of a neighbourhood', () => {
  const row = (text: string): string => text.replaceAll('x', '1');
  const cover = (services: ServicesRequest, flags: readonly number[] = []) =>
    coverage({
      layers: [draw('n', 'a a a a a a a a a a b'), draw('p', 'p p p p p p p p p p q')],
      measures: [people(row('x x x x x x x x x x x'))],
      planar: true,
      tolerance: 0,
      includeSlivers: false,
      includeOutside: false,
      sensitivity: false,
      bands: [],
      flags,
      near: 0.9,
      services,
      toDegrees: (positions) => positions,
    });
  /** Sites in the middle of squares of the row. */
  const sites = (...columns: readonly number[]): ServicesRequest['services'] => ({
    codes: columns.map((_, i) => `s${i}`),
    types: columns.map(() => 'hub'),
    positions: Float64Array.from(columns.flatMap((column) => [(column + 0.5) * SIDE, SIDE / 2])),
    source: 'drawn',
  });
  const table = (report: ReturnType<typeof cover>, name: string) =>
    report.tables.find((one) => one.name === name)!;

  it('are as far as half, and as nine tenths, of the people have to go', () => {
    // Ten people, 0 to 900 m from the first square.
    const report = cover({ services: sites(0), minutes: null });
    expect(rowsOf(table(report, 'services'), 'n_code median_km p90_km')[0]).toBe('a 0.4 0.8');
  });

  it('are the first in the file of two that take equally long', () => {
    // The second site lies in b: going there would cross the border.
    const minutes = {
      ofBlock: new Map(
        Array.from({ length: 11 }, (_, c) => [
          `r0c${c}`,
          new Map([
            ['s0', 5],
            ['s1', 5],
          ]),
        ]),
      ),
      source: 'times',
    };
    const across = (...columns: number[]): string =>
      rowsOf(
        table(cover({ services: sites(...columns), minutes }), 'services'),
        'n_code nearest_across_border_people',
      )[0]!;
    expect(across(0, 10)).toBe('a 0');
    expect(across(10, 0)).toBe('a 10');
  });

  it('are for people: a neighbourhood of just the size is large enough', () => {
    const flags = [9, 10, 11];
    const report = cover({ services: sites(0), minutes: null }, flags);
    expect(rowsOf(table(report, 'neighbourhoods'), 'at_least_9 at_least_10 at_least_11')[0]).toBe(
      'true true false',
    );
  });
});
