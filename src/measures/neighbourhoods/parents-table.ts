/**
 * The table `parents`: for each parent how many neighbourhoods, what they split, and what is proved of that.
 */
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { kilometres, percent } from '../../result/units-of-measure.js';
import { amountColumn, peopleColumn, unitColumns, measureWord } from '../columns.js';
import type { Built, BuiltParent } from './built.js';
import { planFigures, type PlanFigures } from './plan-figures.js';
import { whyMissed } from './why-missed.js';

interface Row {
  readonly parent: BuiltParent;
  readonly figures: PlanFigures;
}

/** One row each, by code. */
export function parentsTable(built: Built): Table {
  const { wishes, parents } = built;
  const { within, kept, measure } = wishes;
  const word = shortWords([within, ...kept]);
  const people = { name: measure.name, decimals: 0 };
  const size = (heading: 'smallest' | 'largest', about: string): ColumnOf<Row> =>
    peopleColumn<Row>(
      people,
      `${heading}_${measure.name}`,
      `${heading} (${measureWord(measure)})`,
      {},
      about,
      ({ figures }) => figures[heading],
    );
  return makeTable({
    name: 'parents',
    title: 'What was built in each, and what is proved of it',
    caption: `One row for each ${unitWord(within, 1)}: how many neighbourhoods, what they split, and bounds that no other plan goes below.`,
    rows: parents.map((parent): Row => ({
      parent,
      figures: planFigures(built, parent, built.neighbourhoodOf),
    })),
    columns: [
      ...unitColumns<Row>(within, word(within.id), ({ parent }) => parent.unit),
      amountColumn<Row>(people, `People who live there: ${measure.basis}`, ({ parent }) =>
        parent.blocks.reduce((sum, block) => sum + built.people[block]!, 0),
      ),
      count('blocks', 'blocks', 'Blocks that lie in it', ({ parent }) => parent.blocks.length),
      count(
        'neighbourhoods',
        'neighbourhoods',
        'Neighbourhoods that were built',
        ({ figures }) => figures.neighbourhoods,
      ),
      count(
        'fewest',
        'fewest',
        'No fewer neighbourhoods keep the size band',
        ({ parent }) => parent.solution.least,
      ),
      count(
        'most',
        'most',
        'No more neighbourhoods keep the size band',
        ({ parent }) => parent.solution.most,
      ),
      size('smallest', 'People of the smallest neighbourhood'),
      size('largest', 'People of the largest'),
      count(
        'out_of_band',
        'out of band',
        'Neighbourhoods outside the size band',
        ({ figures }) => figures.outOfBand,
      ),
      ...kept.flatMap((layer, k): ColumnOf<Row>[] => [
        count(
          `${layer.id}_split`,
          `${word(layer.id)} split`,
          `How many ${unitWord(layer, 2)} lie in two neighbourhoods or more`,
          ({ figures }) => figures.split[k]!.units,
        ),
        peopleColumn<Row>(
          people,
          `${measure.name}_split_of_${layer.id}`,
          `${measureWord(measure)} split of ${word(layer.id)}`,
          { role: 'outside_main', layer: layer.id },
          `People of ${unitWord(layer, 2)} outside the neighbourhood with most of their ${unitWord(layer, 1)}`,
          ({ figures }) => figures.split[k]!.people,
        ),
      ]),
      ...boundColumns(built),
      {
        heading: 'method',
        title: 'method',
        kind: 'text',
        description:
          'How the plan was found: every plan (all were looked at), whole units, one unit split, recombination, or one group, where there is nothing to choose',
        about: { role: 'method' },
        value: ({ parent }) => parent.solution.method,
      },
      count('steps', 'steps', 'Steps of the searches together', ({ parent }) => parent.solution.steps),
      {
        heading: 'why',
        title: 'why not',
        kind: 'text',
        description: 'Why neighbourhoods are outside the size band; blank where all are inside',
        value: ({ parent }) => whyMissed(built, parent),
      },
    ],
  });
}

function boundColumns({ wishes }: Built): ColumnOf<Row>[] {
  const { name } = wishes.measure;
  const of = ({ parent }: Row): BuiltParent['solution'] => parent.solution;
  return [
    peopleColumn<Row>(
      { name, decimals: 0 },
      `split_at_least`,
      `split at least`,
      {},
      'No plan inside the band splits fewer people of the kept units together; blank where nothing is proved',
      (row) => of(row).splitBound,
    ),
    {
      heading: 'inner_border_km',
      title: 'inner border (km)',
      kind: 'kilometres',
      description: 'Border between its neighbourhoods, each stretch once',
      value: (row) => kilometres(of(row).cost.border),
    },
    {
      heading: 'border_at_least_km',
      title: 'border at least (km)',
      kind: 'kilometres',
      description:
        'No plan inside the band that keeps all units whole has a shorter inner border; where method is every plan, none that splits as few people; blank where nothing is proved',
      value: (row) => nullOr(of(row).borderBound, kilometres),
    },
    {
      heading: 'gap_pct',
      title: 'gap (%)',
      kind: 'percent',
      description:
        'How far the inner border may be above the shortest, as a percentage of it; 0 is the shortest',
      value: (row) =>
        nullOr(of(row).borderBound, (bound) =>
          of(row).cost.border === 0
            ? 0
            : Math.max(0, percent(of(row).cost.border - bound, of(row).cost.border) ?? 0),
        ),
    },
    {
      heading: 'proof',
      title: 'proof',
      kind: 'text',
      description:
        'optimal: fewest people split, and the shortest border of plans that split so few; fewest split: the border may be shorter; bound: no more is known than the bounds say; none: outside the band',
      value: (row) => proofOf(of(row)),
    },
  ];
}

/** What is proved of a plan. */
export function proofOf({ cost, splitBound, borderBound, miss }: BuiltParent['solution']): string {
  if (miss !== null) return 'none';
  if (splitBound === null || splitBound < cost.split) return 'bound';
  return borderBound !== null && borderBound >= cost.border * (1 - 1e-9) ? 'optimal' : 'fewest split';
}

const nullOr = <T>(value: T | null, make: (value: T) => number | null): number | null =>
  value === null ? null : make(value);

const count = (
  heading: string,
  title: string,
  description: string,
  value: (row: Row) => number,
): ColumnOf<Row> => ({
  heading,
  title,
  kind: 'count',
  description,
  value,
});
