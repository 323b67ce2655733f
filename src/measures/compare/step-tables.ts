/**
 * The tables of steps between vintages that follow one another: `steps` counts what happened, `transfers` has every piece
 * that changed hands and `summary` what became of each unit, both as between two vintages, with the step behind.
 */
import { capital, spaced } from '../../trouble/count-text.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { changedHands, pieceColumns, transfers, TRANSFERS, type PieceRow } from '../changes/changes-table.js';
import type { Changes, UnitChange } from '../changes/changes.js';
import { summaryColumns, summaryRows, type UnitRow } from './summary-table.js';
import type { Timeline } from './courses.js';

/** What may have become of units that carry on, in the order of the columns. */
const CARRIED: readonly UnitChange[] = [
  'unchanged',
  'recoded',
  'renamed',
  'redrawn within tolerance',
  'coastline redrawn',
  'enlarged',
  'reduced',
  'enlarged and reduced',
];

/** One row for each step, earliest first. */
export function stepsTable({ steps }: Timeline): Table {
  const [measure] = steps[0]!.found.measures;
  return makeTable({
    name: 'steps',
    title: 'What happened at each step',
    caption: 'One row for each vintage and the next.',
    rows: steps.map((changes) => ({ changes })),
    columns: [
      ...stepColumns<StepRow>(),
      count('units_before', 'Units before', ({ before }) => before.codes.length),
      count('units_after', 'Units after', ({ after }) => after.codes.length),
      ...CARRIED.map((word) =>
        count(
          word.replaceAll(' ', '_'),
          `Units after: ${word}`,
          ({ ofAfter }) => ofAfter.filter((change) => change === word).length,
        ),
      ),
      count(
        'abolished',
        'Units before that nothing carries on',
        ({ ofBefore }) => ofBefore.filter((change) => change === 'abolished').length,
      ),
      count(
        'created',
        'Units after that carry nothing on',
        ({ ofAfter }) => ofAfter.filter((change) => change === 'created').length,
      ),
      count(
        'pieces',
        'Pieces that lie in another unit than before, or in none',
        ({ pieces }) => pieces.filter(changedHands).length,
      ),
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares of those pieces',
        about: { role: 'amount' },
        value: ({ changes }) =>
          changes.found.areasA === null
            ? null
            : hectaresOrNull(movedOf(changes, ({ pair }) => pair.area ?? 0)),
      },
      ...(measure === undefined
        ? []
        : [
            {
              heading: measure.name,
              title: spaced(measure.name),
              kind: 'people' as const,
              decimals: measure.decimals,
              description: `${capital(spaced(measure.name))} of those pieces: ${measure.basis}`,
              about: { measure: measure.name, role: 'amount' as const },
              value: ({ changes }: StepRow) => movedOf(changes, ({ pair }) => pair.amounts[0]!.people),
            },
            {
              heading: `pct_of_${measure.name}`,
              title: `% of ${spaced(measure.name)}`,
              kind: 'percent' as const,
              description: `The same as a percentage of all ${spaced(measure.name)} compared`,
              about: { measure: measure.name, role: 'share' as const },
              value: ({ changes }: StepRow) =>
                percent(
                  movedOf(changes, ({ pair }) => pair.amounts[0]!.people),
                  changes.pieces.reduce((sum, { pair }) => sum + pair.amounts[0]!.people, 0),
                ),
            },
            {
              heading: `${measure.name}_basis`,
              title: `${spaced(measure.name)} basis`,
              kind: 'text' as const,
              description: 'What was counted, and when',
              about: { measure: measure.name, role: 'basis' as const },
              value: () => measure.basis,
            },
          ]),
    ],
  });
}

const movedOf = ({ pieces }: Changes, of: (piece: Changes['pieces'][number]) => number): number =>
  pieces.filter(changedHands).reduce((sum, piece) => sum + of(piece), 0);

/** The pieces that changed hands at each step, earliest step first, most people first in each. */
export const stepTransfers = ({ steps }: Timeline): PieceRow[] => steps.flatMap(transfers);

/** The table of them, with the step behind. */
export function stepTransfersTable({ steps }: Timeline, moved: readonly PieceRow[]): Table {
  return makeTable({
    ...TRANSFERS,
    rows: moved,
    columns: [...pieceColumns(steps[0]!), ...stepColumns<PieceRow>()],
  });
}

/** What became of each unit at each step it is in: before, then after. */
export function stepSummaryTable({ steps }: Timeline): Table {
  return makeTable({
    name: 'summary',
    title: 'Units before and after each step',
    caption:
      'One row for each unit before and each unit after each step: what became of it, and the units of the other vintage in it.',
    rows: steps.flatMap((changes) => summaryRows(changes).map((row) => ({ ...row, changes }))),
    columns: [...summaryColumns(), ...stepColumns<StepUnit>()],
  });
}

interface StepRow {
  readonly changes: Changes;
}

type StepUnit = UnitRow & StepRow;

/** Which step a row is of. */
const stepColumns = <Row extends StepRow>(): ColumnOf<Row>[] =>
  (['before', 'after'] as const).map((moment) => ({
    heading: `${moment}_layer`,
    title: `layer ${moment}`,
    kind: 'text',
    description: `Id of the vintage ${moment} the step`,
    about: { role: 'id' },
    value: ({ changes }) => changes[moment].id,
  }));

const count = (
  heading: string,
  description: string,
  of: (changes: Changes) => number,
): ColumnOf<StepRow> => ({
  heading,
  title: spaced(heading),
  kind: 'count',
  description,
  value: ({ changes }) => of(changes),
});
