/**
 * The table `timeline`: one row for each vintage and layer it is held against: how many units are split, and who lives
 * outside the main one.
 */
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Cell, Table } from '../../result/table.js';
import { hectares, percent } from '../../result/units-of-measure.js';
import { capital, spaced } from '../../trouble/count-text.js';
import type { Layer } from '../../layer/layer.js';
import type { AlignmentFigures } from '../alignment/alignment-figures.js';
import type { Course, Timeline } from './courses.js';

interface Row {
  readonly layer: Layer;
  readonly course: Course | null;
  /** At this vintage, and at the one before it. */
  readonly now: AlignmentFigures | null;
  readonly before: AlignmentFigures | null;
}

/** Layers held against in the order given, vintages in order in each; one row a vintage where there are none. */
export function timelineTable({ vintages, courses }: Timeline): Table {
  const rows: Row[] =
    courses.length === 0
      ? vintages.map((layer) => ({ layer, course: null, now: null, before: null }))
      : courses.flatMap((course) =>
          course.moments.map(({ layer, figures }, i) => ({
            layer,
            course,
            now: figures,
            before: course.moments[i - 1]?.figures ?? null,
          })),
        );
  return makeTable({
    name: 'timeline',
    title: 'The alignment over time',
    caption: 'One row for each vintage and layer it is held against.',
    rows,
    columns: [
      text('layer', 'Id of the vintage', ({ layer }) => layer.id, 'id'),
      text('vintage', 'Year of its boundaries, where it is known', ({ layer }) => layer.vintage),
      count('units', 'Units of the vintage', ({ layer }) => layer.codes.length),
      ...(courses.length === 0 ? [] : alignmentColumns(courses[0]!.moments[0]!.figures)),
    ],
  });
}

function alignmentColumns(sample: AlignmentFigures): ColumnOf<Row>[] {
  const [measure] = sample.aligned.measures;
  const isLand = measure === undefined;
  const word = capital(spaced(sample.quantity));
  const amount = (
    heading: string,
    title: string,
    description: string,
    role: 'outside_main' | 'whole' | null,
    value: (row: Row) => Cell,
  ): ColumnOf<Row> => ({
    heading,
    title,
    kind: isLand ? 'hectares' : 'people',
    decimals: isLand ? 2 : measure.decimals,
    description,
    about: { ...(role === null ? {} : { role }), ...(isLand ? {} : { measure: measure.name }) },
    value,
  });
  const name = isLand ? 'ha' : measure.name;
  return [
    text('against', 'The layer it is held against', ({ course }) => course!.other.id, 'id'),
    text('split_layer', 'Id of the layer whose units are split', ({ now }) => now!.aligned.b.id, 'id'),
    count('units_held', 'Units that could be split', ({ now }) => now!.aligned.b.codes.length),
    count(
      'units_shared',
      'Units that lie in two or more of the other layer',
      ({ now }) => now!.shared.length,
    ),
    count('change_shared', 'The same, less that of the vintage before', ({ now, before }) =>
      change(now!, before, ({ shared }) => shared.length),
    ),
    amount(
      `${name}_outside_main`,
      `${spaced(name)} outside main`,
      `${word} of shared units outside their main unit`,
      'outside_main',
      ({ now }) => now!.outsideMain,
    ),
    {
      heading: 'pct_outside_main',
      title: '% outside main',
      kind: 'percent',
      description: `The same as a percentage of all ${isLand ? 'land' : spaced(name)} of the layer whose units are split`,
      about: { role: 'share', ...(isLand ? {} : { measure: measure.name }) },
      value: ({ now }) => percent(now!.outsideMain, wholeOf(now!)),
    },
    amount(
      `change_${name}_outside_main`,
      `change, ${spaced(name)} outside main`,
      `${word} outside their main unit, less those at the vintage before`,
      null,
      ({ now, before }) => change(now!, before, ({ outsideMain }) => outsideMain),
    ),
    amount(
      name,
      spaced(name),
      isLand
        ? 'Hectares of the layer whose units are split'
        : `All ${spaced(name)} of the layer whose units are split: ${measure.basis}`,
      'whole',
      ({ now }) => wholeOf(now!),
    ),
    ...(isLand
      ? []
      : [
          {
            ...text('basis', 'What was counted, and when', () => measure.basis, 'basis'),
            about: { measure: measure.name, role: 'basis' as const },
          },
        ]),
  ];
}

const change = (
  now: AlignmentFigures,
  before: AlignmentFigures | null,
  of: (figures: AlignmentFigures) => number,
): number | null => (before === null ? null : of(now) - of(before));

/** People by the first measure of all units that could be split, or their hectares. */
const wholeOf = ({ aligned }: AlignmentFigures): number =>
  aligned.measures.length > 0
    ? aligned.unitsB.reduce((sum, { people }) => sum + people[0]!, 0)
    : hectares(aligned.unitsB.reduce((sum, { area }) => sum + (area ?? 0), 0));

const text = (
  heading: string,
  description: string,
  value: (row: Row) => Cell,
  role?: 'id' | 'basis',
): ColumnOf<Row> => ({
  heading,
  title: spaced(heading),
  kind: 'text',
  description,
  ...(role === undefined ? {} : { about: { role } }),
  value,
});

const count = (heading: string, description: string, value: (row: Row) => Cell): ColumnOf<Row> => ({
  heading,
  title: spaced(heading),
  kind: 'count',
  description,
  value,
});
