/**
 * Several results as one, for a page or a workbook that holds everything a config file asks for.
 *
 * Tables of the first report keep their names; a later table whose name is taken gets the name of its report after
 * it. Sentences and rules say which report they are of.
 */
import { capital, spaced } from '../trouble/count-text.js';
import type { InputRecord, Result } from './result.js';
import type { Table } from './table.js';
import { combineMaps } from './combine-maps.js';
import { distinctBy } from '../trouble/order.js';

export interface NamedResult {
  readonly name: string;
  readonly result: Result;
}

/** The title of all results together, and a line under it. */
export type Titles = Pick<Result, 'title' | 'subtitle'>;

/** The results in their order as one of command `report`; a lone one stays as it is, with the title unless it has its own. */
export function combineResults(reports: readonly NamedResult[], titles: Titles = {}): Result {
  const [first] = reports;
  if (reports.length === 1) return { ...titles, ...first!.result };
  const all = <T>(of: (result: Result) => readonly T[]): T[] => reports.flatMap(({ result }) => of(result));
  const tables = reports.flatMap(({ name, result }, r) =>
    namedTables(result.tables, { name, result }, reports.slice(0, r)),
  );
  const named = new Map(tables.map(({ from, table }) => [from, table.name]));
  const shapes = all(({ shapes }) => shapes ?? []);
  const map = combineMaps(reports.map(({ result }) => result));
  const { title: _, subtitle: __, ...plain } = first!.result;
  return {
    ...plain,
    ...titles,
    command: 'report',
    inputs: distinctInputs(all(({ inputs }) => inputs)),
    layers: distinctBy(
      all(({ layers }) => layers),
      ({ id }) => id,
    ),
    area_model: all(({ area_model }) => (area_model === null ? [] : [area_model]))[0] ?? null,
    tolerances: distinct(all(({ tolerances }) => tolerances)),
    summary: reports.flatMap(({ name, result }) =>
      result.summary.map((sentence) => underReport(sentence, calledReport({ name, result }))),
    ),
    notes: distinct(all(({ notes }) => notes)),
    tables: tables.map(({ table }) => table),
    reconciliation: distinct(all(({ reconciliation }) => reconciliation)),
    sensitivity: distinct(all(({ sensitivity }) => sensitivity)),
    findings: distinctBy(
      all(({ findings }) => findings),
      ({ id }) => id,
    ),
    rules: reports.flatMap(({ name, result }) =>
      result.rules.map((rule) => ({ ...rule, rule: `${calledReport({ name, result })}: ${rule.rule}` })),
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

/** What a report is called in what is said of several: by its title, else by its name in words. */
const calledReport = ({ name, result }: NamedResult): string => result.title ?? spaced(name);

/** A sentence under the name of its report, which is not said twice where the sentence begins with it. */
function underReport(sentence: string, called: string): string {
  const start = sentence.slice(0, called.length).toLowerCase();
  const isSaid = start === called.toLowerCase() && !/^[\p{L}\p{N}]/u.test(sentence.slice(called.length));
  return isSaid ? sentence : `${capital(called)}: ${sentence}`;
}

function namedTables(
  tables: readonly Table[],
  report: NamedResult,
  earlier: readonly NamedResult[],
): { from: Table; table: Table }[] {
  const taken = new Set(earlier.flatMap(({ result }) => result.tables.map(({ name }) => name)));
  const titles = new Set(earlier.flatMap(({ result }) => result.tables.map(({ title }) => title)));
  const apart = ({ title }: Table): Pick<Table, 'title'> =>
    title === undefined || !titles.has(title) ? {} : { title: `${title} (${calledReport(report)})` };
  return tables.map((table) => ({
    from: table,
    table: taken.has(table.name)
      ? { ...table, name: `${table.name}_${report.name}`, ...apart(table) }
      : table,
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
