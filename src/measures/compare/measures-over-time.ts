/**
 * The table `measures`: every quantity of the alignment, with a column for each vintage.
 */
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { unitWord } from '../../layer/unit-words.js';
import { effectRows, type EffectRow } from '../changes/effect-table.js';
import type { Course, Timeline } from './courses.js';

interface Row {
  readonly against: string;
  readonly quantity: string;
  readonly basis: string;
  /** By vintage. */
  readonly values: readonly (number | null)[];
}

/** Counts, policy tests and headline metrics of every layer held against, then all other metrics. */
export function measuresTable({ vintages, courses }: Timeline): Table {
  return makeTable({
    name: 'measures',
    title: 'Every measure over time',
    caption: 'One row for each quantity and layer held against, with a column for each vintage.',
    rows: [
      ...courses.flatMap((course) => rowsOf(course, true)),
      ...courses.flatMap((course) => rowsOf(course, false)),
    ],
    columns: [
      { ...text('against', 'The layer the vintages are held against'), about: { role: 'id' } },
      {
        ...text('quantity', 'What is counted: a metric of the table metrics of align, or a count'),
        about: { role: 'id' },
      },
      { ...text('basis', 'What was counted, and when'), about: { role: 'basis' } },
      ...vintages.map((layer, i): ColumnOf<Row> => ({
        heading: layer.id,
        title: layer.vintage ?? layer.id,
        kind: 'number',
        description: `With ${unitWord(layer, 2)}`,
        about: { layer: layer.id },
        value: ({ values }) => values[i]!,
      })),
      {
        heading: 'change',
        title: 'change',
        kind: 'number',
        description: 'At the last vintage, less that at the first',
        value: ({ values }) => difference(values[0]!, values[values.length - 1]!),
      },
    ],
  });
}

/** Quantities that only two moments have between them. */
const OF_TWO: readonly string[] = ['units_no_longer_shared', 'units_newly_shared'];

/** The rows of the first vintage beside each of the others, so that a quantity means what it means between two. */
function rowsOf({ other, moments }: Course, headline: boolean): Row[] {
  const [earliest] = moments;
  const steps = moments.map(({ layer, figures }): readonly EffectRow[] =>
    effectRows(
      { scenario: layer.id, layer: earliest!.layer, other, before: earliest!.figures, after: figures },
      headline,
    ),
  );
  return steps[0]!.flatMap((row, i) =>
    OF_TWO.includes(row.quantity)
      ? []
      : [
          {
            against: other.id,
            quantity: row.quantity,
            basis: row.basis,
            values: steps.map((rows) => rows[i]?.after ?? null),
          },
        ],
  );
}

function difference(first: number | null, last: number | null): number | null {
  if (first === null || last === null) return null;
  return Math.round((last - first) * 1e6) / 1e6;
}

const text = (heading: 'against' | 'quantity' | 'basis', description: string): ColumnOf<Row> => ({
  heading,
  title: heading,
  kind: 'text',
  description,
  value: (row) => row[heading],
});
