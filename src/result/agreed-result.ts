/**
 * What may be printed under a disclosure rule: what runs that suppose different things of the withheld people agree on.
 *
 *     suppressed cells hold    hardly anybody   as many as they may   hardly anybody, and people live elsewhere
 *     total of a unit          10               17                    10            told as 10: of what is published
 *     its main partner         p                p                     p             told
 *     its share in p           100 %            58.8 %                100 %         blank
 *     people of one piece      10               10                    4             blank
 *
 * Every run works on published cells alone, so nothing that it makes can give a withheld one back; what is compared here
 * is whether it is true whatever they hold.
 */
import { TRACE_OF_NOBODY } from './agreed-cell.js';
import { agreedSentences, agreedSummary } from './agreed-sentences.js';
import { agreedTable } from './agreed-table.js';
import type { Disclosure } from '../layer/disclosure.js';
import type { FindingRecord, Result } from './result.js';
import type { ShapeRecord } from './shape-record.js';
import type { Cell, Table } from './table.js';

/** The first result with all that the others bear out; its headline is the first sentence, or is made from it later. */
export function agreedResult(
  results: readonly [Result, ...Result[]],
  rule: Disclosure,
  isHeadlineToCome: boolean,
): Result {
  const [first] = results;
  const tablesOf = (lists: readonly (readonly Table[])[]): Table[] =>
    lists[0]!.map((_, t) =>
      agreedTable(
        lists.map((tables) => tables[t]),
        rule,
      ),
    );
  const tables = tablesOf(results.map((result) => result.tables));
  return {
    ...first,
    tables,
    summary: agreedSummary(
      results.map(({ summary }) => summary),
      rule,
      isHeadlineToCome,
    ),
    findings: agreedFindings(
      results.map(({ findings }) => findings),
      rule,
    ),
    reconciliation: first.reconciliation.map((line) => ({
      ...line,
      difference: wholeNothing(line.difference),
    })),
    ...(first.shapes === undefined ? {} : { shapes: agreedShapes(first.shapes, first.tables, tables) }),
    ...(first.map === undefined
      ? {}
      : { map: { ...first.map, pairs: tablesOf(results.map(({ map }) => map?.pairs ?? [])) } }),
  };
}

/** A difference that is but traces is none. */
const wholeNothing = (difference: number): number =>
  Math.abs(difference) < TRACE_OF_NOBODY ? 0 : difference;

/** Findings that every run has, their sentences as agreed. */
function agreedFindings(lists: readonly (readonly FindingRecord[])[], rule: Disclosure): FindingRecord[] {
  const keyOf = ({ finding, layer, code, other_code, longitude, latitude }: FindingRecord): string =>
    [finding, layer, code, other_code, longitude, latitude].join('\u0000');
  const others = lists.slice(1).map((list) => {
    const byKey = new Map<string, FindingRecord[]>();
    for (const each of list) byKey.set(keyOf(each), [...(byKey.get(keyOf(each)) ?? []), each]);
    return byKey;
  });
  return lists[0]!.flatMap((finding): FindingRecord[] => {
    const same = others.map((byKey) => byKey.get(keyOf(finding))?.shift());
    if (same.some((other) => other?.severity !== finding.severity)) return [];
    const [detail] = agreedSentences([[finding.detail], ...same.map((other) => [other!.detail])], rule);
    return detail === undefined ? [] : [{ ...finding, detail }];
  });
}

/** Shapes with the cells of their rows as agreed. */
function agreedShapes(
  shapes: readonly ShapeRecord[],
  before: readonly Table[],
  after: readonly Table[],
): ShapeRecord[] {
  const rows = new Map<string, readonly Cell[][]>();
  const keyOf = (table: string, cells: readonly Cell[]): string => JSON.stringify([table, cells]);
  before.forEach((table, t) =>
    table.rows.forEach((row, r) => {
      const key = keyOf(table.name, row);
      if (!rows.has(key)) rows.set(key, [[...after[t]!.rows[r]!]]);
    }),
  );
  return shapes.map((shape) => {
    const headings = Object.keys(shape.properties);
    const found = rows.get(keyOf(shape.table, Object.values(shape.properties)))?.[0];
    return {
      ...shape,
      properties: Object.fromEntries(headings.map((heading, i) => [heading, found?.[i] ?? null])),
    };
  });
}
