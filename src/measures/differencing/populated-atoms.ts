/**
 * The people of a crossing by atom: all who are in the same units of all layers.
 *
 * They are those of the other reports: by lookup the blocks, by shapes where people were placed, slivers settled. Their
 * numbers are brought to the decimals of their measure together, so that what is subtracted adds up.
 */
import { wholeParts } from '../../result/whole-parts.js';
import type { Crossing } from '../crossing/crossing.js';
import { atomsOfBlocks } from './atoms-of-blocks.js';
import { atomsOfFaces } from './atoms-of-faces.js';
import { compareUnitLists, type AtomMeasure, type UnitsByLayer } from './placed-people.js';

/** One atom. */
export interface PopulatedAtom {
  /** Its units in each layer, ascending; none where it is in no unit. */
  readonly units: UnitsByLayer;
  /** People of each measure, with its decimals. */
  readonly people: readonly number[];
  /** Square metres; null where no shapes were read. */
  readonly area: number | null;
}

export interface PopulatedAtoms {
  readonly measures: readonly AtomMeasure[];
  /** Atoms in a unit of some layer, with people of some measure; in the order of their units, no unit last. */
  readonly atoms: readonly PopulatedAtom[];
}

/** The atoms of a crossing. */
export function populatedAtoms(crossing: Crossing): PopulatedAtoms {
  const placed =
    crossing.sheet === null ? atomsOfBlocks(crossing.members!) : atomsOfFaces(crossing, crossing.sheet);
  const order = [...placed.places.keys()].sort((p, q) =>
    compareUnitLists(placed.places[p]!.units, placed.places[q]!.units),
  );
  // Of equal remainders that with more land is rounded up.
  const byLand = [...order.keys()].sort(
    (p, q) => (placed.places[order[q]!]!.area ?? 0) - (placed.places[order[p]!]!.area ?? 0) || p - q,
  );
  const printed = placed.people.map((sums, m) => {
    const parts = wholeParts(
      byLand.map((i) => sums[order[i]!]!),
      placed.measures[m]!.decimals,
    );
    const cells = new Float64Array(order.length);
    byLand.forEach((i, k) => (cells[i] = parts[k]!));
    return cells;
  });
  return {
    measures: placed.measures,
    atoms: order.flatMap((place, i) => {
      const { units, area } = placed.places[place]!;
      const people = printed.map((cells) => cells[i]!);
      const isPlace = units.some((list) => list.length > 0) && people.some((count) => count > 0);
      return isPlace ? [{ units, people, area }] : [];
    }),
  };
}
