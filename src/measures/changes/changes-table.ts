/**
 * The tables of pieces: `units` has all of them by code, `transfers` those that changed hands, most first.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import type { Changes, PairChange, Piece } from './changes.js';
import { weightOf } from './continuation.js';
import { compareCodes } from '../../trouble/order.js';

/** Changes by which land or people come to another unit. */
const CHANGED_HANDS: ReadonlySet<PairChange> = new Set([
  'moved',
  'merged',
  'split',
  'gained',
  'lost',
  'created',
  'abolished',
]);

/** Whether a piece is in another unit than before, or in none. */
export const changedHands = (piece: Piece): boolean => CHANGED_HANDS.has(piece.change);

/** One row for each earlier and later unit that share something, and for land of one vintage only. */
export function unitsTable(changes: Changes): Table {
  return {
    name: 'units',
    caption:
      'One row for each unit before and unit after that share land or people, and for land that only one of them has.',
    columns: pieceColumns(changes),
    rows: changes.pieces.map((piece) => pieceRow(changes, piece)),
  };
}

/** The rows of `units` that changed hands, most people first, then most hectares, then codes. */
export function transfersTable(changes: Changes): Table {
  const weight = weightOf(changes.found);
  const pieces = changes.pieces.filter(changedHands);
  const code = ({ pair }: Piece): string =>
    `${pair.a === NO_UNIT ? '' : changes.before.codes[pair.a]} ${pair.b === NO_UNIT ? '' : changes.after.codes[pair.b]}`;
  pieces.sort(
    (p, q) =>
      weight(q.pair) - weight(p.pair) ||
      (q.pair.area ?? 0) - (p.pair.area ?? 0) ||
      compareCodes(code(p), code(q)),
  );
  return {
    name: 'transfers',
    caption: 'One row for each piece that lies in another unit than before, or in none; most first.',
    columns: pieceColumns(changes),
    rows: pieces.map((piece) => pieceRow(changes, piece)),
  };
}

function pieceColumns({ before, after, found }: Changes): Column[] {
  const text = (heading: string, kind: Column['kind'], description: string): Column => ({
    heading,
    kind,
    decimals: null,
    description,
  });
  const share = (heading: string, description: string): Column => ({
    heading,
    kind: 'percent',
    decimals: 4,
    description,
  });
  return [
    text('before_code', 'code', `Code of the unit of ${before.id} (${before.codeField})`),
    text('before_name', 'name', `Name of the unit of ${before.id}`),
    text('after_code', 'code', `Code of the unit of ${after.id} (${after.codeField})`),
    text('after_name', 'name', `Name of the unit of ${after.id}`),
    text(
      'change',
      'text',
      'unchanged, recoded, renamed, redrawn within tolerance, coastline redrawn, enlarged, reduced (the part that stays in a unit that carries on); moved, merged, split, gained, lost, created or abolished',
    ),
    { heading: 'area_ha', kind: 'hectares', decimals: 2, description: 'Hectares of the piece' },
    share('pct_of_before_area', 'area_ha as a percentage of the unit before'),
    share('pct_of_after_area', 'area_ha as a percentage of the unit after'),
    ...found.measures.flatMap((measure): Column[] => [
      {
        heading: measure.name,
        kind: 'people',
        decimals: measure.decimals,
        description: `People of the piece: ${measure.basis}`,
      },
      share(`pct_of_before_${measure.name}`, `${measure.name} as a percentage of the unit before`),
      share(`pct_of_after_${measure.name}`, `${measure.name} as a percentage of the unit after`),
      {
        heading: `${measure.name}_blocks`,
        kind: 'count',
        decimals: 0,
        description: 'Small areas (blocks) that the figure rests on',
      },
      text(`${measure.name}_basis`, 'text', 'What was counted, and when'),
      text(`${measure.name}_method`, 'text', 'How people were placed'),
    ]),
  ];
}

function pieceRow({ before, after, found }: Changes, { pair, change }: Piece): Cell[] {
  const of = <T>(values: ArrayLike<T> | null, unit: number): T | null =>
    values === null || unit === NO_UNIT ? null : values[unit]!;
  return [
    of(before.codes, pair.a),
    of(before.names, pair.a),
    of(after.codes, pair.b),
    of(after.names, pair.b),
    change,
    hectaresOrNull(pair.area),
    percent(pair.area, of(found.areasA, pair.a)),
    percent(pair.area, of(found.areasB, pair.b)),
    ...found.measures.flatMap((measure: PlacedMeasure, m): Cell[] => {
      const { people, blocks } = pair.amounts[m]!;
      return [
        people,
        percent(people, of(measure.unitsA, pair.a)),
        percent(people, of(measure.unitsB, pair.b)),
        blocks,
        measure.basis,
        measure.method,
      ];
    }),
  ];
}
