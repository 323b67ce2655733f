/**
 * Layers by lookup and reports as records, for tests of compare, scenario and suggest.
 */
import { readFileSync } from 'node:fs';
import { atomLayer } from '../../src/run/load-lookup.js';
import type { Layer } from '../../src/layer/layer.js';
import { buildMembership } from '../../src/layer/membership.js';
import { makeMeasure } from '../../src/layer/people.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import type { Report } from '../../src/measures/report.js';
import type { Cell } from '../../src/result/table.js';
import { readCsv } from '../../src/read/table/csv.js';

/** A layer whose blocks are written one after another, one letter a block: `a a b` puts b0 and b1 in a, b2 in b. */
export function lookupOf(id: string, text: string, names: Readonly<Record<string, string>> = {}): Layer {
  const letters = text.trim().split(/\s+/);
  const { codes, membership } = buildMembership(
    letters.map((unit, b) => ({
      block: `b${String(b).padStart(2, '0')}`,
      unit: unit === '.' ? '' : unit,
      weight: 1,
    })),
    { blockKind: 'block', weighted: false, bestFit: false },
  );
  return {
    id,
    kind: null,
    vintage: null,
    codes,
    names: codes.map((code) => names[code] ?? `Unit ${code}`),
    ods: null,
    kept: [],
    codeField: `${id}_code`,
    nameField: null,
    land: null,
    membership,
    findings: [],
    notes: [],
  };
}

/** People of the blocks, one number each. */
export function peopleOf(text: string): MeasureRequest {
  const values = text.trim().split(/\s+/).map(Number);
  return {
    blocks: null,
    measure: makeMeasure({
      name: 'people',
      basis: 'people as written',
      blocks: values.map((_, b) => `b${String(b).padStart(2, '0')}`),
      values: Float64Array.from(values),
      blocksWithoutNumber: [],
      isPublic: true,
      notes: [],
    }),
  };
}

/** Layers of the embedded figures for England, with their people. */
export function england(stems: readonly string[]): { layers: Layer[]; measures: MeasureRequest[] } {
  const table = readCsv(new Uint8Array(readFileSync('data/england/atoms.csv')), 'atoms.csv');
  const loaded = stems.map((stem) => atomLayer(table, stem, 'usual residents, Census 2021'));
  return {
    layers: loaded.map(({ layer }, i) => ({ ...layer, id: stems[i]! })),
    measures: [{ measure: loaded[0]!.people, blocks: null }],
  };
}

/** Rows of a table of a report as records by heading. */
export function recordsOf(report: Pick<Report, 'tables'>, name: string): Record<string, Cell>[] {
  const table = report.tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i] ?? null])),
  );
}

/** Some columns of a table, row by row. */
export const cellsOf = (
  report: Pick<Report, 'tables'>,
  name: string,
  headings: readonly string[],
): Cell[][] => recordsOf(report, name).map((row) => headings.map((heading) => row[heading]!));
