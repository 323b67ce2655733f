/**
 * The table `summary`: one row for each unit of either vintage, with what became of it or what it came from.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Cell, Table } from '../../result/table.js';
import type { Changes, UnitChange } from '../changes/changes.js';

/** Earlier units first, then later ones, each by code. */
export function summaryTable(changes: Changes): Table {
  const { before, after } = changes;
  return {
    name: 'summary',
    caption:
      'One row for each unit before and each unit after: what became of it, and the units of the other vintage in it.',
    columns: [
      {
        heading: 'vintage',
        kind: 'text',
        decimals: null,
        description: `${before.id} (before) or ${after.id} (after)`,
      },
      { heading: 'code', kind: 'code', decimals: null, description: 'Code of the unit' },
      { heading: 'name', kind: 'name', decimals: null, description: 'Name of the unit' },
      {
        heading: 'change',
        kind: 'text',
        decimals: null,
        description:
          'unchanged, recoded, renamed, redrawn within tolerance, coastline redrawn, enlarged, reduced, enlarged and reduced, created or abolished',
      },
      {
        heading: 'partner_codes',
        kind: 'text',
        decimals: null,
        description: 'Codes of the units of the other vintage that share land or people with it',
      },
    ],
    rows: [
      ...rowsOf(before, 'a', changes.ofBefore, changes),
      ...rowsOf(after, 'b', changes.ofAfter, changes),
    ],
  };
}

function rowsOf(layer: Layer, side: 'a' | 'b', change: readonly UnitChange[], changes: Changes): Cell[][] {
  const other = side === 'a' ? 'b' : 'a';
  const otherCodes = (side === 'a' ? changes.after : changes.before).codes;
  const partners = layer.codes.map((): string[] => []);
  for (const { pair } of changes.pieces) {
    if (pair[side] !== NO_UNIT && pair[other] !== NO_UNIT)
      partners[pair[side]]!.push(otherCodes[pair[other]]!);
  }
  return layer.codes.map((code, unit) => [
    layer.id,
    code,
    layer.names[unit]!,
    change[unit]!,
    partners[unit]!.sort().join(';'),
  ]);
}
