/**
 * What the main table tells of one neighbourhood.
 */
import { percent } from '../../result/units-of-measure.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { partnersOfUnit } from '../pairs/main-pairs.js';
import type { OverlapPair } from '../pairs/pairs-of-layers.js';
import type { Covered } from './covered.js';
import type { UnitForm } from './unit-forms.js';

/** More than this share of a council is too large for an area committee of ward members (Localism rules: two fifths). */
export const TWO_FIFTHS = 40;

/** A neighbourhood: what it shares with the parent that holds most of it, and what is known of its land and people. */
export interface Neighbourhood {
  readonly unit: number;
  readonly parent: number;
  /** Its pair with that parent; undefined for one in no parent. */
  readonly main: OverlapPair | undefined;
  /** Null where no shapes were read. */
  readonly form: UnitForm | null;
  /** By measure. */
  readonly people: readonly number[];
  /** Square metres and people that another unit covers too; null land without shapes. */
  readonly double: { readonly area: number | null; readonly people: readonly number[] };
  /** Per cent of the parent's land and people. */
  readonly ofArea: number | null;
  readonly ofPeople: number | null;
}

/** What is known of a neighbourhood. */
export function neighbourhoodOf(covered: Covered, unit: number): Neighbourhood {
  const { cover, doubleOfUnit, withParents, forms, mainParent } = covered;
  const { pairs, measures, areasB } = withParents.land;
  const parent = mainParent[unit]!;
  const main = pairs.find(({ a, b }) => a === unit && b === parent && parent >= 0);
  const double = doubleOfUnit.get(unit);
  const [first] = measures;
  return {
    unit,
    parent,
    main,
    form: forms?.[unit] ?? null,
    people: measures.map((measure) => measure.unitsA[unit]!),
    double: {
      area: cover.patches === null ? null : (double?.area ?? 0),
      people: measures.map((_, m) => double?.people[m] ?? 0),
    },
    ofArea: main === undefined || areasB === null ? null : percent(main.area, areasB[parent]!),
    ofPeople:
      main === undefined || first === undefined
        ? null
        : percent(main.amounts[0]!.people, first.unitsB[parent]!),
  };
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
