/**
 * Gives the people who live outside England a place in an English layer.
 *
 * Patients of English practices live in Wales and Scotland too. Crossed with English councils they would be in none
 * and look like a fault of the lookup; so they get a unit of their own.
 */
import { isOutsideEngland } from './code-kind.js';
import { makeNote } from '../trouble/note.js';
import { type Lookup, type MembershipEntry, buildMembership } from './membership.js';

/** Code and name of the unit for blocks outside England. */
export const OUTSIDE_ENGLAND = 'outside England';

/**
 * The layer with one more unit, `outside England`, for those of `blocks` that are not English and that the layer
 * lacks; the same layer where there are none. English blocks that it lacks stay in no unit.
 */
export function withOutsideEngland(lookup: Lookup, blocks: readonly string[]): Lookup {
  const { membership } = lookup;
  const have = new Set(membership.blocks);
  const outside = blocks.filter((block) => isOutsideEngland(block) && !have.has(block));
  if (outside.length === 0) return lookup;
  const entries: MembershipEntry[] = outside.map((block) => ({ block, unit: OUTSIDE_ENGLAND, weight: 1 }));
  membership.blocks.forEach((block, b) => {
    if (membership.start[b] === membership.start[b + 1]) entries.push({ block, unit: '', weight: 0 });
    for (let entry = membership.start[b]!; entry < membership.start[b + 1]!; entry++) {
      entries.push({
        block,
        unit: lookup.codes[membership.unit[entry]!]!,
        weight: membership.weight[entry]!,
      });
    }
  });
  const { blockKind, weighted, bestFit } = membership;
  const built = buildMembership(entries, { blockKind, weighted, bestFit });
  const at = new Map(lookup.codes.map((code, index) => [code, index]));
  return {
    ...lookup,
    codes: built.codes,
    names: built.codes.map((code) => (code === OUTSIDE_ENGLAND ? code : lookup.names[at.get(code)!]!)),
    ods:
      lookup.ods === null
        ? null
        : built.codes.map((code) => (code === OUTSIDE_ENGLAND ? '' : lookup.ods![at.get(code)!]!)),
    membership: built.membership,
    notes: [
      ...lookup.notes,
      makeNote('blocks-put-outside-england', null, { counts: { blocks: outside.length } }),
    ],
  };
}
