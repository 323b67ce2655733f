/**
 * The table `neighbourhoods`: one row for each that was built.
 */
import { shortWords, unitWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectares, kilometres } from '../../result/units-of-measure.js';
import { amountColumn, codesOf, peopleColumn, unitColumns, measureWord } from '../columns.js';
import type { Built, Neighbourhood } from './built.js';
import { polsbyPopper, splitUnits, type SplitUnit } from './plan-figures.js';
import { excessOf } from './problem.js';
import { whyMissed } from './why-missed.js';

/** A neighbourhood with its number. */
interface Row extends Neighbourhood {
  readonly number: number;
}

/** One row each, by code. `layer` is the layer they make. */
export function neighbourhoodsTable(built: Built, layer: Layer): Table {
  const { wishes, grouped, neighbourhoods } = built;
  const { within, kept, measure } = wishes;
  const word = shortWords([layer, within, ...kept]);
  const rows = neighbourhoods.map((each, number): Row => ({ ...each, number }));
  return makeTable({
    name: 'neighbourhoods',
    title: 'Neighbourhoods built from blocks',
    caption: 'One row for each neighbourhood that was built. Arithmetic, not a recommendation.',
    rows,
    columns: [
      ...unitColumns<Row>(layer, word(layer.id), ({ code }) => layer.codes.indexOf(code)),
      ...unitColumns<Row>(within, word(within.id), ({ parent }) => parent.unit),
      amountColumn<Row>(
        { name: measure.name, decimals: 0 },
        `People who live there: ${measure.basis}`,
        ({ people }) => people,
      ),
      {
        heading: 'in_band',
        title: 'in band',
        kind: 'flag',
        description: 'Whether its people are inside the size band',
        value: ({ people }) => excessOf(people, wishes) === 0,
      },
      {
        heading: 'why',
        title: 'why not',
        kind: 'text',
        description: 'Why its people are outside the size band; blank where they are inside',
        value: ({ people, parent }) => (excessOf(people, wishes) === 0 ? null : whyMissed(built, parent)),
      },
      {
        heading: 'blocks',
        title: 'blocks',
        kind: 'count',
        description: 'Blocks that it is made of',
        about: { role: 'blocks' },
        value: ({ blocks }) => blocks.length,
      },
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Its land',
        value: ({ number }) => hectares(grouped.areas[number]!),
      },
      {
        heading: 'parts',
        title: 'parts',
        kind: 'count',
        description: 'Separate pieces of its land; corners do not join',
        value: ({ number }) => grouped.parts[number]!,
      },
      {
        heading: 'polsby_popper',
        title: 'Polsby–Popper',
        kind: 'share',
        decimals: 4,
        description: 'Compactness: 4π × area / perimeter², 1 for a circle (Polsby and Popper 1991)',
        value: ({ number, perimeter }) => polsbyPopper(grouped.areas[number]!, perimeter),
      },
      {
        heading: 'border_km',
        title: 'border (km)',
        kind: 'kilometres',
        description: 'Its whole border, coast and edge of the parent included',
        value: ({ perimeter }) => kilometres(perimeter),
      },
      ...kept.flatMap((each, k) => keptColumns(built, each, k, word(each.id))),
    ],
  });
}

/** What a neighbourhood has of the units of one kept layer. */
function keptColumns(built: Built, layer: Layer, k: number, word: string): ColumnOf<Row>[] {
  const { wishes, neighbourhoodOf, keptOf, people, blocks } = built;
  const unitOf = keptOf[k]!;
  const all = blocks.codes.map((_, block) => block);
  const split = new Map(splitUnits(people, all, unitOf, neighbourhoodOf).map((each) => [each.unit, each]));
  const unitsIn = ({ blocks: own }: Row): number[] =>
    [...new Set(own.map((block) => unitOf[block]!))].filter((unit) => unit >= 0).sort((p, q) => p - q);
  const isMain = (each: SplitUnit, number: number): boolean => each.parts[0]!.group === number;
  const [many, one] = [unitWord(layer, 2), unitWord(layer, 1)];
  return [
    {
      heading: `${layer.id}_whole`,
      title: `whole ${word}`,
      kind: 'count',
      description: `How many ${many} lie in it whole`,
      value: (row) => unitsIn(row).filter((unit) => !split.has(unit)).length,
    },
    {
      heading: `${layer.id}_parts`,
      title: `part of ${word}`,
      kind: 'count',
      description: `How many ${many} lie in it in part`,
      value: (row) => unitsIn(row).filter((unit) => split.has(unit)).length,
    },
    peopleColumn<Row>(
      { name: wishes.measure.name, decimals: 0 },
      `${wishes.measure.name}_of_${layer.id}_elsewhere`,
      `${measureWord(wishes.measure)} of ${word} elsewhere`,
      { role: 'outside_main', layer: layer.id },
      `Its people whose ${one} has most of its people in another neighbourhood`,
      (row) =>
        unitsIn(row).reduce((sum, unit) => {
          const each = split.get(unit);
          if (each === undefined || isMain(each, row.number)) return sum;
          return sum + each.parts.find(({ group }) => group === row.number)!.people;
        }, 0),
    ),
    {
      heading: `${layer.id}_codes`,
      title: `codes of ${word}`,
      kind: 'text',
      description: `Codes of the ${many} that reach into it`,
      about: { role: 'partners', layer: layer.id },
      value: (row) => codesOf(layer, unitsIn(row)),
    },
  ];
}
