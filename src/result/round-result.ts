/**
 * The one place where figures of a result are rounded: once, when it is made. From then on memory, JSON, CSV, workbook,
 * page and rules hold the same figures.
 *
 * Figures of a table have the decimals of their column; hectares and people elsewhere two places, metres three,
 * degrees seven.
 */
import { roundNumber } from './format-number.js';
import { LAW_FIELDS, RECORD_LISTS, type Fields } from './result-fields.js';
import type { Result } from './result.js';
import { roundShapes } from './round-shapes.js';
import { roundTable } from './round-table.js';

/** The result with every figure rounded to the places that are written. */
export function roundResult(result: Result): Result {
  return {
    ...result,
    inputs: result.inputs.map((input) => rounded(input, RECORD_LISTS.inputs)),
    layers: result.layers.map((layer) => rounded(layer, RECORD_LISTS.layers)),
    tolerances: result.tolerances.map((tolerance) => rounded(tolerance, RECORD_LISTS.tolerances)),
    tables: result.tables.map(roundTable),
    reconciliation: result.reconciliation.map((line) => rounded(line, RECORD_LISTS.reconciliation)),
    sensitivity: result.sensitivity.map((point) => rounded(point, RECORD_LISTS.sensitivity)),
    findings: result.findings.map((finding) => rounded(finding, RECORD_LISTS.findings)),
    ...(result.verification === undefined
      ? {}
      : { verification: result.verification.map((law) => rounded(law, LAW_FIELDS)) }),
    ...(result.shapes === undefined ? {} : { shapes: roundShapes(result.shapes, result.tables) }),
    ...(result.map === undefined ? {} : { map: { ...result.map, pairs: result.map.pairs.map(roundTable) } }),
  };
}

/** A record with its numbers rounded. */
function rounded<T extends object>(record: T, fields: Fields): T {
  const parts = Object.entries(record).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'number' ? roundNumber(value, fields[key]?.decimals ?? null) : value,
  ]);
  return Object.fromEntries(parts) as T;
}
