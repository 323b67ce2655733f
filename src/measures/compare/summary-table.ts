/**
 * The table `summary`: one row for each unit of either vintage, with what became of it or what it came from.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import type { Changes, UnitChange } from '../changes/changes.js';

export interface UnitRow {
  readonly layer: Layer;
  readonly unit: number;
  readonly change: UnitChange;
  /** Codes of units of the other vintage, in order. */
  readonly partners: readonly string[];
}

/** Earlier units first, then later ones, each by code. */
export function summaryTable(changes: Changes): Table {
  return makeTable({
    name: 'summary',
    title: 'Units before and after',
    caption:
      'One row for each unit before and each unit after: what became of it, and the units of the other vintage in it.',
    rows: summaryRows(changes),
    columns: summaryColumns(),
  });
}

/** The rows of the table. */
export const summaryRows = (changes: Changes): UnitRow[] => [
  ...rowsOf(changes.before, 'a', changes.ofBefore, changes),
  ...rowsOf(changes.after, 'b', changes.ofAfter, changes),
];

/** Its columns. */
export const summaryColumns = (): ColumnOf<UnitRow>[] => [
  {
    heading: 'vintage',
    title: 'vintage',
    kind: 'text',
    description: 'The layer before or the layer after',
    about: { role: 'id' },
    value: ({ layer }) => layer.id,
  },
  {
    heading: 'code',
    title: 'code',
    kind: 'code',
    description: 'Code of the unit',
    about: { role: 'unit' },
    value: ({ layer, unit }) => layer.codes[unit]!,
  },
  {
    heading: 'name',
    title: 'name',
    kind: 'name',
    description: 'Name of the unit',
    about: { role: 'unit' },
    value: ({ layer, unit }) => layer.names[unit]!,
  },
  {
    heading: 'change',
    title: 'change',
    kind: 'text',
    description:
      'unchanged, recoded, renamed, redrawn within tolerance, coastline redrawn, enlarged, reduced, enlarged and reduced, created or abolished',
    value: ({ change }) => change,
  },
  {
    heading: 'partner_codes',
    title: 'partner codes',
    kind: 'text',
    description: 'Codes of the units of the other vintage that share land or people with it',
    about: { role: 'partners' },
    value: ({ partners }) => partners.join(';'),
  },
];

function rowsOf(layer: Layer, side: 'a' | 'b', change: readonly UnitChange[], changes: Changes): UnitRow[] {
  const other = side === 'a' ? 'b' : 'a';
  const otherCodes = (side === 'a' ? changes.after : changes.before).codes;
  const partners = layer.codes.map((): string[] => []);
  for (const { pair } of changes.pieces) {
    if (pair[side] !== NO_UNIT && pair[other] !== NO_UNIT)
      partners[pair[side]]!.push(otherCodes[pair[other]]!);
  }
  return layer.codes.map((_, unit) => ({
    layer,
    unit,
    change: change[unit]!,
    partners: partners[unit]!.sort(),
  }));
}
