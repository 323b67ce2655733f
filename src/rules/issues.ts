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
import type { Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { pairResults } from './pair-results.js';
import { cellReader, layersOf, tableNamed, textOf } from './read-tables.js';
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
  if (shared !== null) {
    const cell = cellReader(shared);
    const [layer, other] = sidesOf(shared);
    return shared.rows.map((row) =>
      sharedIssue(
        layer,
        row,
        cell,
        `in ${textOf(cell(row, 'parts'))} units of ${other}: ${textOf(cell(row, `${other}_codes`)).replaceAll(';', ', ')}`,
      ),
    );
  }
  const overlap = tableNamed(result, 'overlap');
  if (overlap === null || layersOf(overlap).length !== 2) return [];
  const cell = cellReader(overlap);
  const [other, layer] = layersOf(overlap) as [string, string];
  const parts = new Map<string, (readonly Cell[])[]>();
  for (const row of overlap.rows) {
    if (['sliver', 'outside'].includes(textOf(cell(row, 'relation')))) continue;
    const code = textOf(cell(row, `${layer}_code`));
    parts.set(code, [...(parts.get(code) ?? []), row]);
  }
  return [...parts.values()]
    .filter((rows) => rows.length > 1)
    .map((rows) =>
      sharedIssue(
        layer,
        rows[0]!,
        cell,
        `in ${rows.length} units of ${other}: ${rows.map((row) => textOf(cell(row, `${other}_code`))).join(', ')}`,
      ),
    );
}

function sharedIssue(
  layer: string,
  row: readonly Cell[],
  cell: ReturnType<typeof cellReader>,
  detail: string,
): Issue {
  const code = textOf(cell(row, `${layer}_code`));
  return {
    id: `shared:${layer}:${code}`,
    kind: 'shared unit',
    layer,
    code,
    name: textOf(cell(row, `${layer}_name`)),
    detail,
  };
}

/** Layer of the rows and the other layer of a shared table: `{b}_code … main_{a}_code`. */
function sidesOf(table: Table): [string, string] {
  const layers = layersOf(table);
  const layer = layers[0] ?? '';
  const other = layers.find((id) => id.startsWith('main_')) ?? '';
  return [layer, other.replace(/^main_/, '')];
}

function patchIssues(result: Result): Issue[] {
  const table = tableNamed(result, 'patches');
  if (table === null) return [];
  const cell = cellReader(table);
  const [layer = '', other = ''] = layersOf(table);
  return table.rows.map((row) => {
    const code = textOf(cell(row, `${layer}_code`));
    return {
      id: `patch:${layer}:${code}`,
      kind: 'misaligned patch',
      layer,
      code,
      name: textOf(cell(row, `${layer}_name`)),
      detail: `a piece of it lies in ${textOf(cell(row, `${other}_name`))} (${textOf(cell(row, `${other}_code`))})`,
    };
  });
}

/** Gaps and double cover: by the parent and, where there are any, the neighbourhoods beside. */
function pieceIssues(table: Table | null, kind: string, why: string): Issue[] {
  if (table === null) return [];
  const cell = cellReader(table);
  const [layer = ''] = layersOf(table);
  const beside = table.columns.find(({ heading }) => heading.endsWith('_codes'))?.heading ?? '';
  return table.rows.map((row) => {
    const code = textOf(cell(row, `${layer}_code`));
    const neighbours = kind === 'gap' ? '' : textOf(cell(row, beside));
    return {
      id: [kind.replace(' ', '-'), layer, code, neighbours].filter((part) => part !== '').join(':'),
      kind,
      layer,
      code,
      name: textOf(cell(row, `${layer}_name`)),
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
