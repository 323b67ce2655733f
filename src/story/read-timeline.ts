/**
 * What the tables of a timeline hold, for its story: every vintage against every layer, and every step.
 */
import { columnAbout, columnHeaded, measuresOf } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { figureOf, textOf } from './cells.js';
import { tableNamed } from './named-table.js';
import { unitName } from './unit-name.js';

/** One vintage against a layer that stays as it is. */
export interface TimelinePoint {
  readonly vintage: LayerRecord;
  /** The layer whose units are split, and the one they should lie in. */
  readonly split: LayerRecord;
  readonly holder: LayerRecord;
  readonly shared: number | null;
  readonly held: number | null;
  /** People, or hectares; null where withheld. */
  readonly outside: number | null;
  readonly percent: number | null;
}

export interface TimelineStep {
  readonly before: LayerRecord;
  readonly after: LayerRecord;
  readonly unitsBefore: number | null;
  readonly unitsAfter: number | null;
  /** People who moved, or hectares. */
  readonly moved: number | null;
  readonly pieces: number | null;
  /** What became of units, in the words of the table, most first. */
  readonly changes: readonly (readonly [count: number, word: string])[];
  /** The largest piece, from whom to whom; null where nothing moved. */
  readonly largest: { readonly from: string; readonly to: string } | null;
}

export interface TimelineFacts {
  readonly vintages: readonly LayerRecord[];
  readonly measure: string | null;
  readonly basis: string;
  /** By layer held against. */
  readonly courses: readonly (readonly TimelinePoint[])[];
  readonly steps: readonly TimelineStep[];
  /** Units that carry on from the first vintage to the last with nothing said of them. */
  readonly unchanged: number;
}

/** The facts; null for a result that is no timeline. */
export function readTimeline(result: Result): TimelineFacts | null {
  const [timeline, steps, lines, transfers] = ['timeline', 'steps', 'lines', 'transfers'].map((name) =>
    tableNamed(result.tables, name),
  );
  if (!timeline || !steps || !lines || !transfers) return null;
  const byId = new Map(result.layers.map((layer) => [layer.id, layer]));
  const ids = [...new Set(timeline.rows.map((row) => textOf(row[columnHeaded(timeline, 'layer')])))];
  const [measure = null] = measuresOf(steps);
  const basis = measure === null ? -1 : columnAbout(steps, { role: 'basis', measure });
  return {
    vintages: ids.map((id) => byId.get(id)!),
    measure,
    basis: basis < 0 ? '' : textOf(steps.rows[0]?.[basis]),
    courses: coursesOf(timeline, byId),
    steps: stepsOf(steps, transfers, byId, measure),
    unchanged: unchangedIn(lines, ids),
  };
}

type Layers = ReadonlyMap<string, LayerRecord>;

function coursesOf(table: Table, layers: Layers): TimelinePoint[][] {
  const against = columnHeaded(table, 'against');
  if (against < 0) return [];
  const at = (heading: string): number => columnHeaded(table, heading);
  const outside = columnAbout(table, { role: 'outside_main' });
  const courses = new Map<string, TimelinePoint[]>();
  for (const row of table.rows) {
    const other = layers.get(textOf(row[against]))!;
    const vintage = layers.get(textOf(row[at('layer')]))!;
    const split = layers.get(textOf(row[at('split_layer')]))!;
    const points = courses.get(other.id) ?? [];
    courses.set(other.id, points);
    points.push({
      vintage,
      split,
      holder: split === other ? vintage : other,
      shared: figureOf(row[at('units_shared')]),
      held: figureOf(row[at('units_held')]),
      outside: figureOf(row[outside]),
      percent: figureOf(row[at('pct_outside_main')]),
    });
  }
  return [...courses.values()];
}

const CHANGES = ['enlarged', 'reduced', 'enlarged_and_reduced', 'created', 'abolished', 'recoded', 'renamed'];

function stepsOf(table: Table, transfers: Table, layers: Layers, measure: string | null): TimelineStep[] {
  const at = (heading: string): number => columnHeaded(table, heading);
  const amount = columnAbout(
    table,
    measure === null ? { role: 'amount', measure: null } : { role: 'amount', measure },
  );
  return table.rows.map((row) => {
    const [before, after] = [textOf(row[at('before_layer')]), textOf(row[at('after_layer')])];
    const first = transfers.rows.find(
      (piece) =>
        piece[columnHeaded(transfers, 'before_layer')] === before &&
        piece[columnHeaded(transfers, 'after_layer')] === after,
    );
    const name = (moment: 'before' | 'after'): string =>
      unitName(textOf(first?.[columnHeaded(transfers, `${moment}_name`)]));
    return {
      before: layers.get(before)!,
      after: layers.get(after)!,
      unitsBefore: figureOf(row[at('units_before')]),
      unitsAfter: figureOf(row[at('units_after')]),
      moved: figureOf(row[amount]),
      pieces: figureOf(row[at('pieces')]),
      changes: CHANGES.flatMap((change): [number, string][] => {
        const count = figureOf(row[at(change)]);
        return count === null || count === 0 ? [] : [[count, change.replaceAll('_', ' ')]];
      }),
      largest:
        first === undefined || name('before') === '' || name('after') === ''
          ? null
          : { from: name('before'), to: name('after') },
    };
  });
}

function unchangedIn(lines: Table, ids: readonly string[]): number {
  const [first, last, changes] = ['first_layer', 'last_layer', 'changes'].map((heading) =>
    columnHeaded(lines, heading),
  ) as [number, number, number];
  return lines.rows.filter(
    (row) => row[first] === ids[0] && row[last] === ids[ids.length - 1] && textOf(row[changes]) === '',
  ).length;
}
