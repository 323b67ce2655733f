/**
 * One row for each parent: its neighbourhoods, land and people covered once, not at all, twice or more, and sizes.
 */
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { Cell, Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { basisCells, basisColumns, column, peopleColumn } from './columns.js';
import type { Covered } from './covered.js';
import { FOLLOWS, followsOf } from './matches.js';
import { TWO_FIFTHS } from './neighbourhoods-table.js';

/** Sums over the pieces of one parent: square metres, and people of each measure. */
export interface ParentSums {
  readonly area: number;
  readonly covered: number;
  readonly uncovered: number;
  readonly double: number;
  readonly slivers: number;
  readonly people: readonly number[];
  readonly coveredPeople: readonly number[];
  readonly uncoveredPeople: readonly number[];
  readonly doublePeople: readonly number[];
}

/** Sums of every parent. */
export function sumByParent({ cover, parents, withParents }: Covered): ParentSums[] {
  const measures = withParents.land.measures.length;
  const zeros = (): number[] => new Array<number>(measures).fill(0);
  const sums = parents.codes.map(() => ({
    area: 0,
    covered: 0,
    uncovered: 0,
    double: 0,
    slivers: 0,
    people: zeros(),
    coveredPeople: zeros(),
    uncoveredPeople: zeros(),
    doublePeople: zeros(),
  }));
  for (const piece of cover.pieces) {
    if (piece.parent < 0) continue;
    const sum = sums[piece.parent]!;
    const area = piece.area ?? 0;
    sum.area += area;
    if (piece.kind !== 'gap') sum.covered += area;
    if (!piece.material) sum.slivers += area;
    else if (piece.kind === 'gap') sum.uncovered += area;
    else if (piece.kind === 'double') sum.double += area;
    piece.people.forEach((people, m) => {
      sum.people[m]! += people;
      if (piece.countsAs === 'gap') sum.uncoveredPeople[m]! += people;
      else sum.coveredPeople[m]! += people;
      if (piece.countsAs === 'double') sum.doublePeople[m]! += people;
    });
  }
  return sums;
}

/** Parents in the table: those that a neighbourhood reaches, or all. */
export const shownParents = ({ parents, standing, request }: Covered): number[] =>
  parents.codes.flatMap((_, parent) =>
    request.includeOutside || !standing.b[parent]!.leftOut ? [parent] : [],
  );

/** The table. */
export function parentsTable(covered: Covered): Table {
  const { parents, layer, withParents, withOthers, mainParent } = covered;
  const { measures } = withParents.land;
  const [first] = measures;
  const sums = sumByParent(covered);
  const hasLand = covered.cover.patches !== null;
  const ofPeople = first === undefined ? null : first.name;
  return {
    name: 'parents',
    caption: `One row for each unit of ${parents.id}: how much of it ${layer.id} covers, and how evenly.`,
    columns: [
      ...codeAndName(parents),
      column('neighbourhoods', 'count', 0, `Units of ${layer.id} with most of their people or land in it`),
      column('area_ha', 'hectares', 2, 'Hectares of the parent'),
      column('covered_ha', 'hectares', 2, 'Hectares that one unit or more covers, each place once'),
      column('uncovered_ha', 'hectares', 2, 'Hectares in gaps, slivers set aside'),
      column(
        'double_ha',
        'hectares',
        2,
        'Hectares that two units or more cover, each place once, slivers set aside',
      ),
      ...measures.flatMap((measure) => [
        peopleColumn(measure.name, measure, 'People of the parent'),
        peopleColumn(`covered_${measure.name}`, measure, 'People in one unit or more, each once'),
        peopleColumn(`uncovered_${measure.name}`, measure, 'People in gaps'),
        peopleColumn(`double_${measure.name}`, measure, 'People in two units or more, each once'),
        peopleColumn(`smallest_${measure.name}`, measure, 'People of its smallest unit'),
        peopleColumn(`largest_${measure.name}`, measure, 'People of its largest unit'),
        column(`mean_${measure.name}`, 'people', 0, `Mean people of its units: ${measure.basis}`),
      ]),
      column('sliver_ha', 'hectares', 2, 'Hectares of gaps and double cover thinner than the tolerance'),
      column(
        'over_two_fifths',
        'count',
        0,
        `Its units with more than two fifths of its ${ofPeople ?? 'land'}`,
      ),
      ...(withOthers.length === 0 ? [] : [column('follows', 'text', null, FOLLOWS)]),
      ...basisColumns(measures),
    ],
    rows: shownParents(covered).map((parent): Cell[] => {
      const sum = sums[parent]!;
      const own = mainParent.flatMap((main, unit) => (main === parent ? [unit] : []));
      const land = (area: number): number | null => hectaresOrNull(hasLand ? area : null);
      return [
        ...codeAndNameCells(parents, parent),
        own.length,
        land(sum.area),
        land(sum.covered),
        land(sum.uncovered),
        land(sum.double),
        ...measures.flatMap((measure, m) => {
          const sizes = own.map((unit) => measure.unitsA[unit]!);
          return [
            sum.people[m]!,
            sum.coveredPeople[m]!,
            sum.uncoveredPeople[m]!,
            sum.doublePeople[m]!,
            sizes.length === 0 ? null : Math.min(...sizes),
            sizes.length === 0 ? null : Math.max(...sizes),
            sizes.length === 0 ? null : sizes.reduce((total, size) => total + size, 0) / sizes.length,
          ];
        }),
        land(sum.slivers),
        own.filter((unit) => (shareOfParent(covered, unit, parent) ?? 0) > TWO_FIFTHS).length,
        ...(withOthers.length === 0 ? [] : [own.length === 0 ? null : followsOf(covered.matches, own)]),
        ...basisCells(measures),
      ];
    }),
  };
}

/** Per cent of a parent's people (or land, without people) that are in one of its units. */
export function shareOfParent({ withParents }: Covered, unit: number, parent: number): number | null {
  const { land } = withParents;
  const pair = land.pairs.find(({ a, b }) => a === unit && b === parent);
  if (pair === undefined) return null;
  const [first] = land.measures;
  if (first !== undefined) return percent(pair.amounts[0]!.people, first.unitsB[parent]!);
  return percent(pair.area, land.areasB?.[parent] ?? null);
}
