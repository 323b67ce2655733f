/**
 * What a run found that somebody may want to mend, one item each, with an id that stays from run to run.
 *
 * The id is made of codes alone: of the unit concerned, never of the order of rows, of the other unit (which may have
 * a new code after a merger) or of a position. Where one unit has several items of a kind they are numbered, so that
 * only their count matters.
 *
 *     shared:ltla:E07000089        Hart lies in two ICBs
 *     patch:ltla:E07000089:2       … and has a second misaligned patch
 *     gap:E54000034                land of an ICB that no neighbourhood covers
 */
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { pairResults } from './pair-results.js';
import { cellReader, layersOf, tableNamed, textOf, unitPlaces } from './read-tables.js';
import { isChange } from './run-quantities.js';
import { compareCodes } from '../trouble/order.js';

/** One item. */
export interface Issue {
  readonly id: string;
  /** `shared unit`, `misaligned patch`, `gap`, `double cover`, `change`, or the kind of a finding. */
  readonly kind: string;
  /** Layer id, or blank. */
  readonly layer: string;
  readonly code: string;
  readonly name: string;
  /** One phrase for people. */
  readonly detail: string;
}

/** Every item of a result, by id. Findings for information alone are none. */
export function issuesOf(result: Result): Issue[] {
  const issues = numbered([
    ...pairResults(result).flatMap(({ result: pair, suffix }) =>
      [...sharedIssues(pair), ...patchIssues(pair)].map((issue) => ({
        ...issue,
        id: issue.id + suffix.replace('_', ':'),
      })),
    ),
    ...pieceIssues(tableNamed(result, 'gaps'), 'gap', 'no unit covers it'),
    ...pieceIssues(tableNamed(result, 'doubles'), 'double cover', 'two units cover it'),
    ...changeIssues(result),
    ...result.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ id, finding, layer, code, name, detail }) => ({
        id,
        kind: finding,
        layer,
        code,
        name,
        detail,
      })),
  ]);
  return issues.sort((p, q) => compareCodes(p.id, q.id));
}

/** Rows of the shared table, or units of the second layer with two real overlaps in the overlap table. */
function sharedIssues(result: Result): Issue[] {
  const shared = tableNamed(result, 'shared');
  if (shared !== null) return issuesOfShared(shared);
  const overlap = tableNamed(result, 'overlap');
  if (overlap === null || layersOf(overlap).length !== 2) return [];
  const [other, layer] = layersOf(overlap) as [string, string];
  const unit = unitReader(overlap, layer);
  const otherUnit = unitReader(overlap, other);
  const relation = columnHeaded(overlap, 'relation');
  const parts = new Map<string, (readonly Cell[])[]>();
  for (const row of overlap.rows) {
    if (['sliver', 'outside'].includes(textOf(row[relation]))) continue;
    const { code } = unit(row);
    parts.set(code, [...(parts.get(code) ?? []), row]);
  }
  return [...parts.values()]
    .filter((rows) => rows.length > 1)
    .map((rows) =>
      sharedIssue(
        unit(rows[0]!),
        `in ${rows.length} units of ${other}: ${rows.map((row) => otherUnit(row).code).join(', ')}`,
      ),
    );
}

/** Rows of the shared table: of an alignment, or of one before and after, where each row says how its unit stands. */
function issuesOfShared(table: Table): Issue[] {
  const cell = cellReader(table);
  const unit = unitReader(table);
  const main = columnAbout(table, { role: 'main', kind: 'code' });
  const partners = columnAbout(table, { role: 'partners' });
  return table.rows.map((row) =>
    sharedIssue(
      unit(row),
      main < 0
        ? textOf(cell(row, 'standing'))
        : `in ${textOf(cell(row, 'parts'))} units of ${table.columns[main]!.about.layer ?? ''}: ${textOf(row[partners]).replaceAll(';', ', ')}`,
    ),
  );
}

/** The unit of a row, with the layer it is of; blank where the table does not say. */
type RowUnit = Pick<Issue, 'layer' | 'code' | 'name'>;

/** Reads the unit that a row is about: of one layer, or of the first that the table names. */
function unitReader(table: Table, wanted?: string): (row: readonly Cell[]) => RowUnit {
  const { code, name } = unitPlaces(table, wanted);
  const layer = table.columns[code]?.about.layer ?? '';
  return (row) => ({ layer, code: textOf(row[code]), name: textOf(row[name]) });
}

const sharedIssue = (unit: RowUnit, detail: string): Issue => ({
  id: idOf('shared', unit.layer, unit.code),
  kind: 'shared unit',
  ...unit,
  detail,
});

/** An id of its parts, blank ones left out. */
const idOf = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(':');

function patchIssues(result: Result): Issue[] {
  const table = tableNamed(result, 'patches');
  if (table === null) return [];
  const [layer, other] = layersOf(table);
  const unit = unitReader(table, layer);
  const holder = unitReader(table, other);
  return table.rows.map((row) => ({
    id: idOf('patch', unit(row).layer, unit(row).code),
    kind: 'misaligned patch',
    ...unit(row),
    detail: `a piece of it lies in ${holder(row).name} (${holder(row).code})`,
  }));
}

/** Gaps and double cover: by the parent and, where there are any, the neighbourhoods beside. */
function pieceIssues(table: Table | null, kind: string, why: string): Issue[] {
  if (table === null) return [];
  const unit = unitReader(table);
  const beside = columnAbout(table, { role: 'partners' });
  return table.rows.map((row) => {
    const { layer, code } = unit(row);
    const neighbours = kind === 'gap' ? '' : textOf(row[beside]);
    return {
      id: idOf(kind.replace(' ', '-'), layer, code, neighbours),
      kind,
      ...unit(row),
      detail: `a piece of its land: ${why}${neighbours === '' ? '' : ` (${neighbours.replaceAll(';', ', ')})`}`,
    };
  });
}

function changeIssues(result: Result): Issue[] {
  const table = result.command === 'compare' ? tableNamed(result, 'summary') : null;
  if (table === null) return [];
  const cell = cellReader(table);
  return table.rows.flatMap((row) => {
    const [vintage, code, name, change] = ['vintage', 'code', 'name', 'change'].map((heading) =>
      textOf(cell(row, heading)),
    ) as [string, string, string, string];
    return isChange(change)
      ? [
          {
            id: `change:${code}:${change.replaceAll(' ', '-')}`,
            kind: 'change',
            layer: vintage,
            code,
            name,
            detail: change,
          },
        ]
      : [];
  });
}

/** Items that would share an id get numbers; details are put in order first, so that rows may come in any order. */
function numbered(issues: readonly Issue[]): Issue[] {
  const key = ({ id, detail }: Issue): string => `${id}\u0000${detail}`;
  const ordered = [...issues].sort((p, q) => compareCodes(key(p), key(q)));
  const times = new Map<string, number>();
  return ordered.map((issue) => {
    const time = (times.get(issue.id) ?? 0) + 1;
    times.set(issue.id, time);
    return time === 1 ? issue : { ...issue, id: `${issue.id}:${time}` };
  });
}
