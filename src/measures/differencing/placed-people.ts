/**
 * People by the units they are in, as they are found in blocks or on faces.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { compareCodes } from '../../trouble/order.js';

/** Units in each layer, ascending; none where there is no unit. */
export type UnitsByLayer = readonly (readonly number[])[];

/** How a measure was counted. */
export interface AtomMeasure {
  readonly name: string;
  readonly basis: string;
  readonly method: string;
  readonly decimals: number;
}

/** Where the people of measures are, before they are brought to decimals. */
export interface PlacedPeople {
  readonly measures: readonly AtomMeasure[];
  readonly places: readonly { readonly units: UnitsByLayer; readonly area: number | null }[];
  /** For each measure the people of each place. */
  readonly people: readonly Float64Array[];
}

/** Numbers places by their units as they are asked for, and sums people on them. */
export class PlaceSums {
  readonly #numbers = new Map<string, number>();
  readonly #entries: { place: number; measure: number; people: number }[] = [];
  readonly places: UnitsByLayer[] = [];

  /** The number of a place, a new one where it was not known. */
  numberOf(units: UnitsByLayer): number {
    const known = this.placed(units);
    if (known !== undefined) return known;
    this.#numbers.set(keyOf(units), this.places.length);
    return this.places.push(units) - 1;
  }

  /** The number of a place that is known. */
  placed(units: UnitsByLayer): number | undefined {
    return this.#numbers.get(keyOf(units));
  }

  add(place: number, measure: number, people: number): void {
    this.#entries.push({ place, measure, people });
  }

  /** For each of so many measures the people of each place. */
  sums(measures: number): Float64Array[] {
    const sums = Array.from({ length: measures }, () => new ExactSums(this.places.length));
    for (const { place, measure, people } of this.#entries) sums[measure]!.add(place, people);
    return sums.map((each) => each.values());
  }
}

const keyOf = (units: UnitsByLayer): string => units.map((list) => list.join(',')).join(' ');

/** Layer by layer; no unit after all units. */
export function compareUnitLists(p: UnitsByLayer, q: UnitsByLayer): number {
  for (let layer = 0; layer < p.length; layer++) {
    const [first, second] = [p[layer]!, q[layer]!];
    for (let i = 0; i < Math.max(first.length, second.length); i++) {
      // In one unit comes before in that and another; in none comes last.
      const before = compareCodes(
        first[i] ?? (i === 0 ? Infinity : -1),
        second[i] ?? (i === 0 ? Infinity : -1),
      );
      if (before !== 0) return before;
    }
  }
  return 0;
}
