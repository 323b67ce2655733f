/**
 * The table `compared`: what was built beside what is drawn already, parent by parent, counted the same way.
 *
 * A drawn neighbourhood is taken as the blocks that it has most of, so that both are made of whole blocks.
 */
import type { Layer } from '../../layer/layer.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { kilometres } from '../../result/units-of-measure.js';
import { peopleColumn, unitColumns, measureWord } from '../columns.js';
import { placeBlocks } from '../land/place-blocks.js';
import type { Built, BuiltParent } from './built.js';
import { planFigures, type PlanFigures } from './plan-figures.js';

interface Row {
  readonly parent: BuiltParent;
  readonly plan: Layer;
  readonly figures: PlanFigures;
}

/** For each parent a row of what was built and one of each drawn layer that has a block there; null without drawn layers. */
export function comparedTable(built: Built, layer: Layer): Table | null {
  const { wishes, parents, blocks } = built;
  const { within, kept, drawn, measure, planar } = wishes;
  if (drawn.length === 0) return null;
  const word = shortWords([within, ...kept]);
  const plans = [
    { plan: layer, groupOf: built.neighbourhoodOf },
    ...drawn.map((plan) => ({ plan, groupOf: placeBlocks(blocks.codes, blocks, plan, null, planar) })),
  ];
  const rows = parents.flatMap((parent) =>
    plans.map(({ plan, groupOf }): Row => ({ parent, plan, figures: planFigures(built, parent, groupOf) })),
  );
  const people = { name: measure.name, decimals: 0 };
  const peopleOf = (
    heading: string,
    title: string,
    about: string,
    value: (figures: PlanFigures) => number | null,
  ): ColumnOf<Row> => peopleColumn<Row>(people, heading, title, {}, about, ({ figures }) => value(figures));
  return makeTable({
    name: 'compared',
    title: 'Built and drawn side by side',
    caption:
      'One row for each parent and plan, all counted in whole blocks: a drawn neighbourhood is the blocks that it has most of. Arithmetic, not a recommendation.',
    rows: rows.filter(({ figures }) => figures.neighbourhoods > 0),
    columns: [
      ...unitColumns<Row>(within, word(within.id), ({ parent }) => parent.unit),
      {
        heading: 'plan',
        title: 'plan',
        kind: 'text',
        description: 'The layer: neighbourhood for what was built, else the id of what is drawn',
        about: { role: 'id' },
        value: ({ plan }) => plan.id,
      },
      count(
        'neighbourhoods',
        'neighbourhoods',
        'Neighbourhoods that have a block here',
        ({ neighbourhoods }) => neighbourhoods,
      ),
      peopleOf(
        `smallest_${measure.name}`,
        `smallest (${measureWord(measure)})`,
        'People here of the smallest',
        ({ smallest }) => smallest,
      ),
      peopleOf(
        `largest_${measure.name}`,
        `largest (${measureWord(measure)})`,
        'People here of the largest',
        ({ largest }) => largest,
      ),
      count(
        'out_of_band',
        'out of band',
        'Neighbourhoods outside the size band',
        ({ outOfBand }) => outOfBand,
      ),
      count('in_parts', 'in parts', 'Neighbourhoods whose blocks do not all touch', ({ apart }) => apart),
      peopleOf(
        `${measure.name}_in_none`,
        `${measureWord(measure)} in none`,
        'People of blocks in no neighbourhood',
        ({ peopleInNone }) => peopleInNone,
      ),
      ...kept.flatMap((each, k): ColumnOf<Row>[] => [
        count(
          `${each.id}_split`,
          `${word(each.id)} split`,
          `How many ${unitWord(each, 2)} are split`,
          ({ split }) => split[k]!.units,
        ),
        peopleOf(
          `${measure.name}_split_of_${each.id}`,
          `${measureWord(measure)} split of ${word(each.id)}`,
          `People of ${unitWord(each, 2)} outside the neighbourhood with most of their ${unitWord(each, 1)}`,
          ({ split }) => split[k]!.people,
        ),
      ]),
      {
        heading: 'inner_border_km',
        title: 'inner border (km)',
        kind: 'kilometres',
        description: 'Border between neighbourhoods, each stretch once',
        value: ({ figures }) => kilometres(figures.border),
      },
      score(
        'median_polsby_popper',
        'median Polsby–Popper',
        'Compactness of the median neighbourhood',
        ({ medianCompactness }) => medianCompactness,
      ),
      score(
        'least_polsby_popper',
        'least Polsby–Popper',
        'Compactness of the least compact',
        ({ leastCompactness }) => leastCompactness,
      ),
    ],
  });
}

const count = (
  heading: string,
  title: string,
  description: string,
  value: (figures: PlanFigures) => number,
): ColumnOf<Row> => ({
  heading,
  title,
  kind: 'count',
  description,
  value: ({ figures }) => value(figures),
});

const score = (
  heading: string,
  title: string,
  description: string,
  value: (figures: PlanFigures) => number | null,
): ColumnOf<Row> => ({
  heading,
  title,
  kind: 'share',
  decimals: 4,
  description,
  value: ({ figures }) => value(figures),
});
