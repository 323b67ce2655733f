/**
 * The tables of pieces: `units` has all of them by code, `transfers` those that changed hands, most first.
 */
import { capital } from '../../trouble/count-text.js';
import { unitWord } from '../../layer/unit-words.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectares, hectaresOrNull, percent } from '../../result/units-of-measure.js';
import {
  amountColumn,
  basisAndMethod,
  blocksColumn,
  codeOf,
  inDoubtColumn,
  measureWord,
  nameOf,
} from '../columns.js';
import { doubtsOf } from '../pairs/doubts.js';
import { mattersColumn, pieceMatters } from '../pairs/pieces-that-matter.js';
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

/** A piece with the changes it is one of. */
export interface PieceRow {
  readonly changes: Changes;
  readonly piece: Piece;
}

/** One row for each earlier and later unit that share something, and for land of one vintage only. */
export function unitsTable(changes: Changes): Table {
  return makeTable({
    name: 'units',
    title: 'What became of each unit',
    caption:
      'One row for each unit before and unit after that share land or people, and for land that only one of them has.',
    rows: changes.pieces.map((piece) => ({ changes, piece })),
    columns: pieceColumns(changes),
  });
}

/** What one row of a table of transfers is. */
export const TRANSFERS = {
  name: 'transfers',
  title: 'What changed hands',
  caption: 'One row for each piece that lies in another unit than before, or in none; most first.',
};

/** The table of pieces that changed hands. */
export const transfersTable = (changes: Changes, moved: readonly PieceRow[]): Table =>
  makeTable({ ...TRANSFERS, rows: moved, columns: pieceColumns(changes) });

/** The rows of `units` that changed hands, most people first, then most hectares, then codes. */
export function transfers(changes: Changes): PieceRow[] {
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
  return pieces.map((piece) => ({ changes, piece }));
}

/** Whether a piece that changed hands matters to the smaller of the units that had it and that have it. */
export function matters({ pair }: Piece, { found }: Changes): boolean {
  const [measure] = found.measures;
  const wholeOf = (ofA: ArrayLike<number> | null, ofB: ArrayLike<number> | null): number =>
    Math.min(...[ofUnit(ofA, pair.a), ofUnit(ofB, pair.b)].filter((whole) => whole !== null));
  return measure === undefined
    ? pieceMatters(
        { amount: hectares(pair.area ?? 0), whole: hectares(wholeOf(found.areasA, found.areasB)) },
        null,
      )
    : pieceMatters(
        { amount: pair.amounts[0]!.people, whole: wholeOf(measure.unitsA, measure.unitsB) },
        measure.name,
      );
}

type Moment = 'before' | 'after';
const MOMENTS: readonly Moment[] = ['before', 'after'];
const unitOf = ({ piece: { pair } }: PieceRow, moment: Moment): number =>
  moment === 'before' ? pair.a : pair.b;

/** What a list has for the unit of a piece; null where there is none. */
const ofUnit = (values: ArrayLike<number> | null, unit: number): number | null =>
  values === null || unit === NO_UNIT ? null : values[unit]!;

/** Columns for pieces of some changes, or of others on the same layers and measures. */
export function pieceColumns(changes: Changes): ColumnOf<PieceRow>[] {
  return [
    ...MOMENTS.flatMap((moment) => unitColumns(changes, moment)),
    {
      heading: 'change',
      title: 'change',
      kind: 'text',
      description:
        'unchanged, recoded, renamed, redrawn within tolerance, coastline redrawn, enlarged, reduced (the part that stays in a unit that carries on); moved, merged, split, gained, lost, created or abolished',
      value: ({ piece }) => piece.change,
    },
    {
      heading: 'area_ha',
      title: 'area (ha)',
      kind: 'hectares',
      description: 'Hectares of the piece',
      about: { role: 'amount' },
      value: ({ piece }) => hectaresOrNull(piece.pair.area),
    },
    ...MOMENTS.map((moment): ColumnOf<PieceRow> => ({
      heading: `pct_of_${moment}_area`,
      title: `% of ${moment} area`,
      kind: 'percent',
      description: `Its area as a percentage of the unit ${moment}`,
      about: { layer: changes[moment].id, role: 'share' },
      value: (row) => {
        const { areasA, areasB } = row.changes.found;
        const areas = moment === 'before' ? areasA : areasB;
        return percent(row.piece.pair.area, ofUnit(areas, unitOf(row, moment)));
      },
    })),
    ...changes.found.measures.flatMap((measure, m) => measureColumns(changes, measure, m)),
    mattersColumn<PieceRow>(({ changes: own, piece }) => (changedHands(piece) ? matters(piece, own) : null)),
    inDoubtColumn<PieceRow>(({ changes: { found, before, after }, piece: { pair } }) =>
      doubtsOf(found, before.codes.length, after.codes.length).ofPair.get(pair),
    ),
  ];
}

const unitColumns = (all: Changes, moment: Moment): ColumnOf<PieceRow>[] => [
  {
    heading: `${moment}_code`,
    title: `${moment} code`,
    kind: 'code',
    description: `Code of the ${unitWord(all[moment], 1)} (${all[moment].codeField})`,
    about: { layer: all[moment].id, role: 'unit' },
    value: (row) => codeOf(row.changes[moment], unitOf(row, moment)),
  },
  {
    heading: `${moment}_name`,
    title: moment,
    kind: 'name',
    description: `Name of the ${unitWord(all[moment], 1)}`,
    about: { layer: all[moment].id, role: 'unit' },
    value: (row) => nameOf(row.changes[moment], unitOf(row, moment)),
  },
];

function measureColumns(all: Changes, measure: PlacedMeasure, m: number): ColumnOf<PieceRow>[] {
  return [
    amountColumn(
      measure,
      `People of the piece: ${measure.basis}`,
      ({ piece }) => piece.pair.amounts[m]!.people,
    ),
    ...MOMENTS.map((moment): ColumnOf<PieceRow> => ({
      heading: `pct_of_${moment}_${measure.name}`,
      title: `% of ${moment} ${measureWord(measure)}`,
      kind: 'percent',
      description: `${capital(measureWord(measure))} as a percentage of the unit ${moment}`,
      about: { layer: all[moment].id, measure: measure.name, role: 'share' },
      value: (row) => {
        const { unitsA, unitsB } = row.changes.found.measures[m]!;
        const totals = moment === 'before' ? unitsA : unitsB;
        return percent(row.piece.pair.amounts[m]!.people, ofUnit(totals, unitOf(row, moment)));
      },
    })),
    blocksColumn(measure, ({ piece }) => piece.pair.amounts[m]!.blocks),
    ...basisAndMethod<PieceRow>(measure, ({ changes }) => changes.found.measures[m]!.method),
  ];
}
