/**
 * One row for each neighbourhood: parent, people, size, form, double cover, what else it crosses.
 */
import type { Layer } from '../../layer/layer.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { amountColumn, basisAndMethod, codesOf, measureWord, peopleColumn, unitColumns } from '../columns.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { capital, spaced, wholeText } from '../../trouble/count-text.js';
import type { Covered } from './covered.js';
import { FOLLOWS, followsOf } from './matches.js';
import { neighbourhoodOf, overTwoFifths, partnersOf, type Neighbourhood } from './neighbourhood.js';
import { sizeBand } from './size-bands.js';

/** The main table. */
export function neighbourhoodsTable(covered: Covered): Table {
  const { layer, parents, withParents, withOthers, matches } = covered;
  const { measures } = withParents.land;
  const word = shortWords([layer, parents, ...withOthers.map(({ b }) => b)]);
  const hasParents = withOthers.some(({ b }) => b.id === parents.id);
  return makeTable<Neighbourhood>({
    name: 'neighbourhoods',
    title: unitWord(layer, 2),
    caption: `One row for each ${unitWord(layer, 1)}: its parent, its people, how compact it is and what it crosses.`,
    rows: layer.codes.map((_, unit) => neighbourhoodOf(covered, unit)),
    columns: [
      ...unitColumns<Neighbourhood>(layer, word(layer.id), ({ unit }) => unit),
      ...unitColumns<Neighbourhood>(parents, word(parents.id), ({ parent }) => parent),
      insideColumn(covered, word(parents.id)),
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares of the unit',
        about: { role: 'amount' },
        value: ({ form }) => hectaresOrNull(form?.area ?? null),
      },
      ...measures.map((measure, m) =>
        amountColumn<Neighbourhood>(
          measure,
          `People of the unit: ${measure.basis}`,
          ({ people }) => people[m]!,
        ),
      ),
      ...formColumns(covered),
      ...measures.map((measure, m) =>
        peopleColumn<Neighbourhood>(
          measure,
          `double_${measure.name}`,
          `double ${measureWord(measure)}`,
          { role: 'double' },
          `People on land that another unit covers too: ${measure.basis}`,
          ({ double }) => double.people[m]!,
        ),
      ),
      ...withOthers.map((pair) => codesColumn(pair.b, word(pair.b.id), pair)),
      ...(hasParents ? [] : [codesColumn(parents, word(parents.id), withParents)]),
      ...shareColumns(covered, word(parents.id)),
      ...sizeColumns(covered),
      ...(withOthers.length === 0
        ? []
        : [
            {
              heading: 'follows',
              title: 'follows',
              kind: 'text',
              description: FOLLOWS,
              value: ({ unit }) => followsOf(matches, [unit]),
            } satisfies ColumnOf<Neighbourhood>,
          ]),
      ...measures.flatMap((measure) => basisAndMethod<Neighbourhood>(measure)),
    ],
  });
}

function insideColumn({ parents, withParents }: Covered, word: string): ColumnOf<Neighbourhood> {
  const [first] = withParents.land.measures;
  return {
    heading: `pct_inside_${parents.id}`,
    title: `% inside ${word}`,
    kind: 'percent',
    description: `Share of the unit’s ${spaced(first?.name ?? 'land')} that lies in this parent, the one with most of it`,
    about: {
      layer: parents.id,
      role: 'inside',
      ...(first === undefined ? {} : { measure: first.name }),
    },
    value: ({ main, people, form }) =>
      main === undefined
        ? null
        : people.length > 0 && people[0]! > 0
          ? percent(main.amounts[0]!.people, people[0]!)
          : percent(main.area, form?.area ?? null),
  };
}

function formColumns({ request, withParents }: Covered): ColumnOf<Neighbourhood>[] {
  return [
    {
      heading: 'size_band',
      title: 'size band',
      kind: 'text',
      description: `Size band by ${spaced(withParents.land.measures[0]?.name ?? 'land')}`,
      value: ({ people }) => (people.length === 0 ? null : sizeBand(people[0]!, request.bands)),
    },
    {
      heading: 'parts',
      title: 'parts',
      kind: 'count',
      description: 'Separate pieces of its land; corners do not join, slivers do not count',
      value: ({ form }) => form?.parts ?? null,
    },
    {
      heading: 'contiguous',
      title: 'contiguous',
      kind: 'flag',
      description: 'Whether it is in one piece',
      value: ({ form }) => (form === null ? null : form.parts === 1),
    },
    {
      heading: 'polsby_popper',
      title: 'Polsby-Popper',
      kind: 'share',
      decimals: 4,
      description: 'Polsby-Popper: 4π area over perimeter squared; 1 for a circle',
      value: ({ form }) => form?.polsbyPopper ?? null,
    },
    {
      heading: 'reock',
      title: 'Reock',
      kind: 'share',
      decimals: 4,
      description: 'Reock: area over that of the smallest circle around the unit',
      value: ({ form }) => form?.reock ?? null,
    },
    {
      heading: 'double_ha',
      title: 'double (ha)',
      kind: 'hectares',
      description: 'Hectares that another unit covers too, slivers set aside',
      about: { role: 'double' },
      value: ({ double }) => hectaresOrNull(double.area),
    },
  ];
}

const codesColumn = (layer: Layer, word: string, pair: CrossedPair): ColumnOf<Neighbourhood> => ({
  heading: `${layer.id}_codes`,
  title: `${word} codes`,
  kind: 'text',
  description: `${capital(unitWord(layer, 2))} that it lies in, most people first, slivers set aside`,
  about: { layer: layer.id, role: 'partners' },
  value: ({ unit }) => codesOf(layer, partnersOf(pair, unit)),
});

function shareColumns({ parents, withParents }: Covered, word: string): ColumnOf<Neighbourhood>[] {
  return [
    {
      heading: `pct_of_${parents.id}_area`,
      title: `% of ${word} area`,
      kind: 'percent',
      description: 'Its share of the land of its parent',
      about: { layer: parents.id, role: 'share' },
      value: ({ ofArea }) => ofArea,
    },
    ...withParents.land.measures.slice(0, 1).map(({ name }): ColumnOf<Neighbourhood> => ({
      heading: `pct_of_${parents.id}_${name}`,
      title: `% of ${word} ${measureWord({ name })}`,
      kind: 'percent',
      description: `Its share of the ${spaced(name)} of its parent`,
      about: { layer: parents.id, measure: name, role: 'share' },
      value: ({ ofPeople }) => ofPeople,
    })),
    {
      heading: 'over_two_fifths',
      title: 'over two fifths',
      kind: 'text',
      description: 'By which measure it is more than two fifths of its parent: people, area, or both',
      value: ({ ofArea, ofPeople }) => overTwoFifths(ofArea, ofPeople),
    },
  ];
}

/** Further measures as shares of the first, and whether the first reaches the sizes to flag against. */
function sizeColumns({ withParents, request }: Covered): ColumnOf<Neighbourhood>[] {
  const [first, ...further] = withParents.land.measures;
  if (first === undefined) return [];
  return [
    ...further.map(({ name }, i): ColumnOf<Neighbourhood> => ({
      heading: `${name}_pct_of_${first.name}`,
      title: `${measureWord({ name })} as % of ${measureWord(first)}`,
      kind: 'percent',
      description: `${capital(spaced(name))} as a percentage of ${spaced(first.name)}`,
      about: { measure: name, role: 'share' },
      value: ({ people }) => percent(people[i + 1]!, people[0]!),
    })),
    ...request.flags.map((size): ColumnOf<Neighbourhood> => ({
      heading: `at_least_${size}`,
      title: `at least ${wholeText(size)}`,
      kind: 'flag',
      description: `Whether it has ${wholeText(size)} ${measureWord(first)} or more`,
      value: ({ people }) => Math.round(people[0]!) >= size,
    })),
  ];
}
