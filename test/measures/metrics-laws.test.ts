/** Laws that every metric keeps, on matrices drawn at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../src/measures/metrics/metric.js';
import { cellsOf, overlapMatrix, transpose, type OverlapMatrix } from '../../src/measures/metrics/matrix.js';
import { metrics } from '../../src/measures/metrics/metrics.js';
import { unitsShared } from '../../src/measures/metrics/shared-units.js';
import { anyRows, matrixOf } from './matrices.js';

const named = metrics.map((metric) => [`${metric.id}, ${metric.direction}`, metric] as const);

/** The same figure seen from the other layer. */
function mirrored(metric: Metric): Metric {
  const turned = { 'A to B': 'B to A', 'B to A': 'A to B', both: 'both' } as const;
  const twins: Record<string, string> = {
    homogeneity: 'completeness',
    completeness: 'homogeneity',
    entropy_a: 'entropy_b',
    entropy_b: 'entropy_a',
  };
  const id = twins[metric.id] ?? metric.id;
  return metrics.find((other) => other.id === id && other.direction === turned[metric.direction])!;
}

/** The same matrix with rows and columns in another order. */
function relabelled(
  matrix: OverlapMatrix,
  rows: readonly number[],
  columns: readonly number[],
): OverlapMatrix {
  const cells = cellsOf(matrix).map((cell) => ({
    ...cell,
    row: rows[cell.row]!,
    column: columns[cell.column]!,
  }));
  return overlapMatrix(matrix.rows, matrix.columns, cells);
}

const order = (length: number): fc.Arbitrary<number[]> => {
  const all = Array.from({ length }, (_, at) => at);
  return fc.shuffledSubarray(all, { minLength: length });
};

describe.each(named)('%s', (_, metric) => {
  it('does not change when units are listed in another order, to the last bit', () => {
    const anyOrder = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), order(rows.length), order(rows[0]!.length)),
    );
    fc.assert(
      fc.property(anyOrder, ([rows, newRows, newColumns]) => {
        const matrix = matrixOf(rows);
        expect(metric.compute(relabelled(matrix, newRows, newColumns))).toBe(metric.compute(matrix));
      }),
    );
  });

  it('does not depend on the order the cells arrive in', () => {
    const anyArrival = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), order(cellsOf(matrixOf(rows)).length)),
    );
    fc.assert(
      fc.property(anyArrival, ([rows, arrival]) => {
        const matrix = matrixOf(rows);
        const cells = cellsOf(matrix);
        const again = overlapMatrix(matrix.rows, matrix.columns, arrival.map((at) => cells[at]!)); // prettier-ignore
        expect(metric.compute(again)).toBe(metric.compute(matrix));
      }),
    );
  });

  it('is its mirror when the layers change about', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const matrix = matrixOf(rows);
        expect(mirrored(metric).compute(transpose(matrix))).toBe(metric.compute(matrix));
      }),
    );
  });

  it('does not change when a unit that holds nothing is added', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const matrix = matrixOf(rows);
        const padded = overlapMatrix(matrix.rows + 2, matrix.columns + 1, cellsOf(matrix));
        expect(metric.compute(padded)).toBe(metric.compute(matrix));
      }),
    );
  });

  it('stays in its range', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const matrix = matrixOf(rows);
        const value = metric.compute(matrix);
        expect(Number.isFinite(value)).toBe(true);
        // Only agreement with chance taken off may fall below 0: layers can agree less than by chance.
        expect(value).toBeGreaterThanOrEqual(metric.id === 'adjusted_rand' ? -1 : 0);
        if (metric.unit === 'share') expect(value).toBeLessThanOrEqual(1);
        if (metric.unit === 'amount') expect(value).toBeLessThanOrEqual(matrix.total);
        if (metric.unit === 'bits') expect(value).toBeLessThanOrEqual(2 * Math.log2(6) + 1e-9);
      }),
    );
  });
});

describe('two layers that are the same', () => {
  const perfect: Record<string, number> = {
    outside_main: 0,
    share_outside_main: 0,
    share_in_whole_areas: 1,
    units_shared: 0,
    v_measure: 1,
    homogeneity: 1,
    completeness: 1,
    purity: 1,
    continuity: 1,
    conditional_entropy: 0,
    symmetric_entropy: 0,
    variation_of_information: 0,
    normalised_variation_of_information: 0,
    effective_splits: 0,
    effective_splits_sum: 0,
    square_root_entropy: 1,
    split_pairs: 0,
    split_pairs_people: 0,
    reduced_effective_splits: 0,
    reduced_square_root_entropy: 1,
    rand: 1,
    adjusted_rand: 1,
    pair_jaccard: 1,
    mapcurves_area: 1,
    mapcurves: 1,
  };
  const anyUnits = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 });

  it.each(named.filter(([, metric]) => metric.id in perfect))('score the best value of %s', (_, metric) => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const same = matrixOf(
          units.map((value, row) => units.map((__, column) => (row === column ? value : 0))),
        );
        expect(metric.compute(same)).toBeCloseTo(perfect[metric.id]!, 12);
      }),
    );
  });

  it('are exactly nested: no rounding leaves a V-measure just under 1 or a shared unit of no people', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const same = matrixOf(
          units.map((value, row) => units.map((__, column) => (row === column ? value : 0))),
        );
        const exact = ['v_measure', 'variation_of_information', 'outside_main', 'share_in_whole_areas'];
        for (const metric of metrics.filter(({ id }) => exact.includes(id))) {
          expect(metric.compute(same)).toBe(perfect[metric.id]);
        }
      }),
    );
  });
});

describe('merging two units of A', () => {
  it('never raises the number of shared units of B', () => {
    const anyMerge = anyRows
      .filter((rows) => rows.length > 1)
      .chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 1, max: rows.length - 1 })));
    fc.assert(
      fc.property(anyMerge, ([rows, merged]) => {
        const before = matrixOf(rows);
        const cells = cellsOf(before).map((cell) => (cell.row === merged ? { ...cell, row: 0 } : cell));
        const after = overlapMatrix(before.rows, before.columns, cells);
        expect(unitsShared(after)).toBeLessThanOrEqual(unitsShared(before));
        expect(after.total).toBeCloseTo(before.total, 6);
      }),
    );
  });
});
