/**
 * Several results as one, for a page or a workbook that holds everything a config file asks for.
 *
 * Tables of the first report keep their names; a later table whose name is taken gets the name of its report after
 * it. Sentences and rules say which report they are of.
 */
import type { InputRecord, Result } from './result.js';
import type { Table } from './table.js';
import { combineMaps } from './combine-maps.js';
import { distinctBy } from '../trouble/order.js';

export interface NamedResult {
  readonly name: string;
  readonly result: Result;
}

/** The results in their order as one of command `report`; a lone one stays as it is. */
export function combineResults(reports: readonly NamedResult[]): Result {
  const [first] = reports;
  if (reports.length === 1) return first!.result;
  const all = <T>(of: (result: Result) => readonly T[]): T[] => reports.flatMap(({ result }) => of(result));
  const tables = reports.flatMap(({ name, result }, r) =>
    namedTables(result.tables, name, reports.slice(0, r)),
  );
  const named = new Map(tables.map(({ from, table }) => [from, table.name]));
  const shapes = all(({ shapes }) => shapes ?? []);
  const map = combineMaps(reports.map(({ result }) => result));
  return {
    ...first!.result,
    command: 'report',
    inputs: distinctInputs(all(({ inputs }) => inputs)),
    layers: distinctBy(
      all(({ layers }) => layers),
      ({ id }) => id,
    ),
    area_model: all(({ area_model }) => (area_model === null ? [] : [area_model]))[0] ?? null,
    tolerances: distinct(all(({ tolerances }) => tolerances)),
    summary: reports.flatMap(({ name, result }) => result.summary.map((sentence) => `${name}: ${sentence}`)),
    notes: distinct(all(({ notes }) => notes)),
    tables: tables.map(({ table }) => table),
    reconciliation: distinct(all(({ reconciliation }) => reconciliation)),
    sensitivity: distinct(all(({ sensitivity }) => sensitivity)),
    findings: distinctBy(
      all(({ findings }) => findings),
      ({ id }) => id,
    ),
    rules: reports.flatMap(({ name, result }) =>
      result.rules.map((rule) => ({ ...rule, rule: `${name}: ${rule.rule}` })),
    ),
    ...(shapes.length === 0
      ? {}
      : {
          shapes: reports.flatMap(({ result }) =>
            (result.shapes ?? []).map((shape) => ({
              ...shape,
              table: named.get(result.tables.find(({ name }) => name === shape.table)!) ?? shape.table,
            })),
          ),
        }),
    ...(map === null ? {} : { map }),
    reports: reports.map(({ name, result }) => ({
      name,
      command: result.command,
      layers: result.layers.map(({ id }) => id),
      tables: Object.fromEntries(result.tables.map((table) => [table.name, named.get(table)!])),
      headline: (result.summary[0] ?? '').replace(/\.$/, ''),
    })),
  };
}

function namedTables(
  tables: readonly Table[],
  report: string,
  earlier: readonly NamedResult[],
): { from: Table; table: Table }[] {
  const taken = new Set(earlier.flatMap(({ result }) => result.tables.map(({ name }) => name)));
  return tables.map((table) => ({
    from: table,
    table: taken.has(table.name) ? { ...table, name: `${table.name}_${report}` } : table,
  }));
}

/** Inputs that were read in the same way once, with what matched where one of the reports laid it on another. */
function distinctInputs(inputs: readonly InputRecord[]): InputRecord[] {
  const wayOf = ({ reading, ...input }: InputRecord): string =>
    JSON.stringify([input, reading && { ...reading, line: '', matched: null }]);
  const first = new Map<string, InputRecord>();
  for (const input of inputs) {
    const before = first.get(wayOf(input));
    if (before === undefined || (before.reading?.matched === null && input.reading?.matched !== null))
      first.set(wayOf(input), input);
  }
  return [...first.values()];
}

const distinct = <T>(items: readonly T[]): T[] => distinctBy(items, (item) => JSON.stringify(item));
