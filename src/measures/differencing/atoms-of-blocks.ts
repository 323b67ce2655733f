/**
 * Atoms of layers given by lookup: their blocks, put together by the units they are in.
 *
 * A block in several units is in all of them; only where weights share it out is it in parts, each in one unit.
 */
import type { Membership } from '../../layer/membership.js';
import type { BlockMembers } from '../people/block-members.js';
import { unitsOf } from '../people/lookup-pairs.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { PlaceSums, type PlacedPeople, type UnitsByLayer } from './placed-people.js';

/** The people of blocks by the units they are in. */
export function atomsOfBlocks({ blocks, memberships, index, measures }: BlockMembers): PlacedPeople {
  const sums = new PlaceSums();
  blocks.forEach((_, block) => {
    const parts = memberships.reduce<Part[]>(
      (before, membership, l) =>
        partsOf(membership, index[l]![block]!).flatMap((part) =>
          before.map(({ units, share }) => ({
            units: [...units, part.units],
            share: share * part.share,
          })),
        ),
      [{ units: [], share: 1 }],
    );
    for (const { units, share } of parts) {
      const place = sums.numberOf(units);
      measures.forEach(({ values }, m) => {
        if (!Number.isNaN(values[block]!)) sums.add(place, m, values[block]! * share);
      });
    }
  });
  return {
    measures,
    places: sums.places.map((units) => ({ units, area: null })),
    people: sums.sums(measures.length),
  };
}

interface Part {
  readonly units: UnitsByLayer;
  readonly share: number;
}

/** The parts of a block in one layer, each with its units there and its share. */
function partsOf(membership: Membership, block: number): { units: readonly number[]; share: number }[] {
  const entries = unitsOf(membership, block);
  if (membership.weighted)
    return entries.map(({ unit, share }) => ({ units: unit === NO_UNIT ? [] : [unit], share }));
  return [{ units: entries.flatMap(({ unit }) => (unit === NO_UNIT ? [] : [unit])), share: 1 }];
}
