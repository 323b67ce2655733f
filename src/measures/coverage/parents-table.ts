/**
 * One row for each parent: its neighbourhoods, land and people covered once, not at all, twice or more, and sizes.
 */
import { capital, spaced } from '../../trouble/count-text.js';
import { unitWord } from '../../layer/unit-words.js';
import { shortWords } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Role } from '../../result/role.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { amountColumn, basisAndMethod, measureWord, peopleColumn, unitColumns } from '../columns.js';
import { isLeftOut } from '../pairs/relations.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { Covered } from './covered.js';
import { FOLLOWS, followsOf } from './matches.js';
import { TWO_FIFTHS } from './neighbourhood.js';
import { sumByParent, type ParentSums } from './parent-sums.js';

/** A parent with its neighbourhoods: those with most of their people or land in it. */
interface ParentRow {
  readonly parent: number;
  readonly own: readonly number[];
  readonly sum: ParentSums;
}

/** Parents in the table: those that a neighbourhood reaches, or all. */
export const shownParents = ({ parents, standing, request }: Covered): number[] =>
  parents.codes.flatMap((_, parent) =>
    request.includeOutside || !isLeftOut(standing.b, parent) ? [parent] : [],
  );

/** The table. */
export function parentsTable(covered: Covered): Table {
  const { parents, layer, withParents, withOthers, mainParent } = covered;
  const { measures } = withParents.land;
  const sums = sumByParent(covered);
  const land = landColumn(covered);
  return makeTable({
    name: 'parents',
    title: `how ${unitWord(parents, 2)} are covered`,
    caption: `One row for each ${unitWord(parents, 1)}: how much of it ${unitWord(layer, 2)} cover, and how evenly.`,
    rows: shownParents(covered).map((parent): ParentRow => ({
      parent,
      own: mainParent.flatMap((main, unit) => (main === parent ? [unit] : [])),
      sum: sums[parent]!,
    })),
    columns: [
      ...unitColumns<ParentRow>(parents, shortWords([layer, parents])(parents.id), ({ parent }) => parent),
      {
        heading: 'neighbourhoods',
        title: unitWord(layer, 2),
        kind: 'count',
        description: `${capital(unitWord(layer, 2))} with most of their people or land in it`,
        value: ({ own }) => own.length,
      },
      land('area', 'amount', 'Hectares of the parent', ({ area }) => area),
      land(
        'covered',
        undefined,
        'Hectares that one unit or more covers, each place once',
        (sum) => sum.covered,
      ),
      land('uncovered', 'uncovered', 'Hectares in gaps, slivers set aside', ({ uncovered }) => uncovered),
      land(
        'double',
        'double',
        'Hectares that two units or more cover, each place once, slivers set aside',
        (sum) => sum.double,
      ),
      ...measures.flatMap(measureColumns),
      land(
        'sliver',
        undefined,
        'Hectares of gaps and double cover thinner than the tolerance',
        ({ slivers }) => slivers,
      ),
      {
        heading: 'over_two_fifths',
        title: 'over two fifths',
        kind: 'count',
        description: `Its units with more than two fifths of its ${spaced(measures[0]?.name ?? 'land')}`,
        value: ({ own, parent }) =>
          own.filter((unit) => (shareOfParent(covered, unit, parent) ?? 0) > TWO_FIFTHS).length,
      },
      ...(withOthers.length === 0 ? [] : [followsColumn(covered)]),
      ...measures.flatMap((measure) => basisAndMethod<ParentRow>(measure)),
    ],
  });
}

/** A column of land by its first word; blank without shapes. */
function landColumn({ cover }: Covered) {
  return (
    word: string,
    role: Role | undefined,
    description: string,
    areaOf: (sum: ParentSums) => number,
  ): ColumnOf<ParentRow> => ({
    heading: `${word}_ha`,
    title: `${word} (ha)`,
    kind: 'hectares',
    description,
    about: role === undefined ? {} : { role },
    value: ({ sum }) => hectaresOrNull(cover.patches === null ? null : areaOf(sum)),
  });
}

function measureColumns(measure: PlacedMeasure, m: number): ColumnOf<ParentRow>[] {
  const people = (
    word: string,
    role: Role | undefined,
    description: string,
    of: (row: ParentRow) => number | null,
  ): ColumnOf<ParentRow> =>
    peopleColumn(
      measure,
      `${word}_${measure.name}`,
      `${word} ${measureWord(measure)}`,
      role === undefined ? {} : { role },
      `${description}: ${measure.basis}`,
      of,
    );
  const sizes = ({ own }: ParentRow): number[] => own.map((unit) => measure.unitsA[unit]!);
  const ofSizes =
    (from: (sizes: readonly number[]) => number) =>
    (row: ParentRow): number | null =>
      row.own.length === 0 ? null : from(sizes(row));
  return [
    amountColumn(measure, `People of the parent: ${measure.basis}`, ({ sum }) => sum.people[m]!),
    people('covered', undefined, 'People in one unit or more, each once', ({ sum }) => sum.coveredPeople[m]!),
    people('uncovered', 'uncovered', 'People in gaps', ({ sum }) => sum.uncoveredPeople[m]!),
    people('double', 'double', 'People in two units or more, each once', ({ sum }) => sum.doublePeople[m]!),
    people(
      'smallest',
      undefined,
      'People of its smallest unit',
      ofSizes((all) => Math.min(...all)),
    ),
    people(
      'largest',
      undefined,
      'People of its largest unit',
      ofSizes((all) => Math.max(...all)),
    ),
    {
      ...people(
        'mean',
        undefined,
        'Mean people of its units',
        ofSizes((all) => all.reduce((total, size) => total + size, 0) / all.length),
      ),
      decimals: 0,
    },
  ];
}

const followsColumn = ({ matches }: Covered): ColumnOf<ParentRow> => ({
  heading: 'follows',
  title: 'follows',
  kind: 'text',
  description: FOLLOWS,
  value: ({ own }) => (own.length === 0 ? null : followsOf(matches, own)),
});

/** Per cent of a parent's people (or land, without people) that are in one of its units. */
export function shareOfParent({ withParents }: Covered, unit: number, parent: number): number | null {
  const { land } = withParents;
  const pair = land.pairs.find(({ a, b }) => a === unit && b === parent);
  if (pair === undefined) return null;
  const [first] = land.measures;
  if (first !== undefined) return percent(pair.amounts[0]!.people, first.unitsB[parent]!);
  return percent(pair.area, land.areasB?.[parent] ?? null);
}
