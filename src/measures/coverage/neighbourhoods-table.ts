/**
 * One row for each neighbourhood: parent, people, size, form, double cover, what else it crosses.
 */
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { wholeText } from '../../trouble/count-text.js';
import { basisCells, basisColumns, codesOf, column, peopleColumn } from './columns.js';
import type { Covered } from './covered.js';
import { FOLLOWS, followsOf } from './matches.js';
import { sizeBand } from './size-bands.js';
import { partnersOfUnit } from '../pairs/main-pairs.js';

/** More than this share of a council is too large for an area committee of ward members (Localism rules: two fifths). */
export const TWO_FIFTHS = 40;

/** The main table. */
export function neighbourhoodsTable(covered: Covered): Table {
  const { layer, withParents, withOthers } = covered;
  return {
    name: 'neighbourhoods',
    caption: `One row for each unit of ${layer.id}: its parent, its people, how compact it is and what it crosses.`,
    columns: columnsOf(covered),
    rows: layer.codes.map((_, unit) => rowOf(covered, unit, [withParents, ...withOthers])),
  };
}

function columnsOf({ layer, parents, withParents, withOthers, request }: Covered): Column[] {
  const { measures } = withParents.land;
  const [first, ...further] = measures;
  const share = first === undefined ? 'land' : first.name;
  return [
    ...codeAndName(layer),
    ...codeAndName(parents),
    column(
      `pct_inside_${parents.id}`,
      'percent',
      4,
      `Share of the unit’s ${share} that lies in this parent, the one with most of it`,
    ),
    column('area_ha', 'hectares', 2, 'Hectares of the unit'),
    ...measures.map((measure) => peopleColumn(measure.name, measure, 'People of the unit')),
    column('size_band', 'text', null, `Size band by ${share}`),
    column('parts', 'count', 0, 'Separate pieces of its land; corners do not join, slivers do not count'),
    column('contiguous', 'flag', null, 'Whether it is in one piece'),
    column('polsby_popper', 'share', 4, 'Polsby-Popper: 4π area over perimeter squared; 1 for a circle'),
    column('reock', 'share', 4, 'Reock: area over that of the smallest circle around the unit'),
    column('double_ha', 'hectares', 2, 'Hectares that another unit covers too, slivers set aside'),
    ...measures.map((measure) =>
      peopleColumn(`double_${measure.name}`, measure, 'People on land that another unit covers too'),
    ),
    ...withOthers.map(({ b }) => codesColumn(b.id)),
    ...(withOthers.some(({ b }) => b.id === parents.id) ? [] : [codesColumn(parents.id)]),
    column(`pct_of_${parents.id}_area`, 'percent', 4, 'Its share of the land of its parent'),
    ...(first === undefined
      ? []
      : [
          column(
            `pct_of_${parents.id}_${first.name}`,
            'percent',
            4,
            `Its share of the ${first.name} of its parent`,
          ),
        ]),
    column(
      'over_two_fifths',
      'text',
      null,
      'By which measure it is more than two fifths of its parent: people, area, or both',
    ),
    ...(first === undefined
      ? []
      : [
          ...further.map(({ name }) =>
            column(`${name}_pct_of_${first.name}`, 'percent', 4, `${name} as a percentage of ${first.name}`),
          ),
          ...request.flags.map((size) =>
            column(
              `at_least_${size}`,
              'flag',
              null,
              `Whether it has ${wholeText(size)} ${first.name} or more`,
            ),
          ),
        ]),
    ...(withOthers.length === 0 ? [] : [column('follows', 'text', null, FOLLOWS)]),
    ...basisColumns(measures),
  ];
}

const codesColumn = (id: string): Column =>
  column(`${id}_codes`, 'text', null, `Units of ${id} that it lies in, most people first, slivers set aside`);

function rowOf(covered: Covered, unit: number, pairs: readonly CrossedPair[]): Cell[] {
  const { layer, parents, withParents, withOthers, request, forms, mainParent } = covered;
  const { land } = withParents;
  const form = forms?.[unit] ?? null;
  const parent = mainParent[unit]!;
  const people = land.measures.map((measure) => measure.unitsA[unit]!);
  const main = land.pairs.find(({ a, b }) => a === unit && b === parent && parent >= 0);
  const inside =
    main === undefined
      ? null
      : people.length > 0 && people[0]! > 0
        ? percent(main.amounts[0]!.people, people[0]!)
        : percent(main.area, form?.area ?? null);
  const double = doubleOf(covered, unit);
  const ofArea = main === undefined || land.areasB === null ? null : percent(main.area, land.areasB[parent]!);
  const ofPeople =
    main === undefined || people.length === 0
      ? null
      : percent(main.amounts[0]!.people, land.measures[0]!.unitsB[parent]!);
  return [
    ...codeAndNameCells(layer, unit),
    ...codeAndNameCells(parents, parent),
    inside,
    hectaresOrNull(form?.area ?? null),
    ...people,
    people.length === 0 ? null : sizeBand(people[0]!, request.bands),
    form?.parts ?? null,
    form === null ? null : form.parts === 1,
    form?.polsbyPopper ?? null,
    form?.reock ?? null,
    hectaresOrNull(double.area),
    ...double.people,
    ...withOthers.map((pair) => codesOf(pair.b, partnersOf(pair, unit))),
    ...(withOthers.some(({ b }) => b.id === parents.id)
      ? []
      : [codesOf(parents, partnersOf(pairs[0]!, unit))]),
    ofArea,
    ...(people.length === 0 ? [] : [ofPeople]),
    overTwoFifths(ofArea, ofPeople),
    ...(people.length === 0
      ? []
      : [
          ...people.slice(1).map((count) => percent(count, people[0]!)),
          ...request.flags.map((size) => Math.round(people[0]!) >= size),
        ]),
    ...(withOthers.length === 0 ? [] : [followsOf(covered.matches, [unit])]),
    ...basisCells(land.measures),
  ];
}

/** `people`, `area`, `people and area`, or blank. */
export function overTwoFifths(ofArea: number | null, ofPeople: number | null): string {
  return [
    ...(ofPeople !== null && ofPeople > TWO_FIFTHS ? ['people'] : []),
    ...(ofArea !== null && ofArea > TWO_FIFTHS ? ['area'] : []),
  ].join(' and ');
}

/** Units of the other layer that a unit shares a material pair with: most people first, then land, then code. */
export function partnersOf({ land }: CrossedPair, unit: number): number[] {
  return partnersOfUnit(land.pairs, 'a', unit).map(({ b }) => b);
}

/** Square metres and people of a unit that another covers too; null land without shapes. */
function doubleOf(
  { cover, doubleOfUnit, withParents }: Covered,
  unit: number,
): { area: number | null; people: number[] } {
  const found = doubleOfUnit.get(unit);
  return {
    area: cover.patches === null ? null : (found?.area ?? 0),
    people: withParents.land.measures.map((_, m) => found?.people[m] ?? 0),
  };
}
