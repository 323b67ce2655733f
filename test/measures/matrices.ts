/** Matrices written out as rows of numbers, and the ones that several tests use. */
import fc from 'fast-check';
import { overlapMatrix, type OverlapMatrix } from '../../src/measures/metrics/matrix.js';

/** The matrix with these rows; all rows must be equally long. */
export function matrixOf(rows: readonly (readonly number[])[]): OverlapMatrix {
  const cells = rows.flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })));
  return overlapMatrix(rows.length, rows[0]?.length ?? 0, cells);
}

/** The contingency table of two lists of labels: row = label in the first, column = label in the second, from 1. */
export function crossed(first: readonly number[], second: readonly number[]): OverlapMatrix {
  const cells = first.map((label, at) => ({ row: label - 1, column: second[at]! - 1, value: 1 }));
  return overlapMatrix(Math.max(...first), Math.max(...second), cells);
}

/** Three units of A by three of B, 300 people; the figures of the golden tests are worked out from it. */
export const golden = matrixOf([
  [80, 20, 0],
  [0, 50, 50],
  [10, 0, 90],
]);

/** Rows of a matrix that holds something: up to 6 by 6, many cells empty, hectares with odd decimals among them. */
export const anyRows: fc.Arbitrary<number[][]> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) => {
    const cell = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
    );
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    });
  })
  .filter((rows) => rows.flat().some((value) => value > 0));
