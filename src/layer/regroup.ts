/**
 * Regroups a layer given by lookup through a second lookup: LSOA → council and council → combined authority make
 * LSOA → combined authority.
 *
 * Labels are mapped, nothing is cancelled: a group is the union of its members. Members without a group (councils in
 * no combined authority) leave their blocks in no unit.
 */
import { applyRecode, type Recode } from './recode.js';
import { matchBlocks } from './match-blocks.js';
import { type Lookup, type Membership, buildMembership, unitOfBlocks } from './membership.js';
import { counted, firstThree } from './count-text.js';

/**
 * The blocks of `source` grouped by `groups`, whose members are units of `source`. Codes on the two sides are brought
 * together by recoding where they differ, and each use is noted. Weights are kept, and added up where two units of a
 * block come into one group. Throws InputError where hardly any code matches, or where `groups` has weights.
 */
export function regroup(source: Lookup, groups: Lookup, recodes: readonly Recode[] = []): Lookup {
  if (groups.membership.weighted) throw new Error('units cannot be regrouped by weights');
  const members = groups.membership.blocks;
  const recoded = applyRecode(source.codes, recodes, { wanted: new Set(members) });
  const match = matchBlocks(
    { codes: [...new Set(recoded.codes)].sort(), what: source.source },
    { codes: members, what: groups.source },
  );
  const notes = [...groups.notes];
  if (recoded.sentence !== null) notes.push(recoded.sentence);
  if (match.onlyA.length > 0) {
    notes.push(
      `${counted(match.onlyA.length, 'unit')} of ${source.source} in no group of ${groups.source}: ${firstThree(match.onlyA)}`,
    );
  }
  if (match.onlyB.length > 0) {
    notes.push(
      `${counted(match.onlyB.length, 'member')} of ${groups.source} not in ${source.source}: ${firstThree(match.onlyB)}`,
    );
  }
  const groupOfMember = unitOfBlocks(groups.membership);
  const memberIndex = new Map(members.map((code, at) => [code, at]));
  const groupOfUnit = recoded.codes.map((code) => {
    const member = memberIndex.get(code);
    return member === undefined ? -1 : groupOfMember[member]!;
  });
  return {
    ...mapUnits(source.membership, groupOfUnit, groups),
    source: `${groups.source}, through ${source.source}`,
    notes,
  };
}

function mapUnits(
  from: Membership,
  groupOfUnit: readonly number[],
  groups: Lookup,
): Omit<Lookup, 'source' | 'notes'> {
  const entries = from.blocks.flatMap((block, b) => {
    const weights = new Map<string, number>();
    for (let entry = from.start[b]!; entry < from.start[b + 1]!; entry++) {
      const group = groupOfUnit[from.unit[entry]!]!;
      const code = group < 0 ? '' : groups.codes[group]!;
      const weight = from.weight[entry]!;
      weights.set(code, from.weighted ? (weights.get(code) ?? 0) + weight : weight);
    }
    if (weights.size === 0) weights.set('', 0);
    return [...weights].map(([unit, weight]) => ({ block, unit, weight }));
  });
  const { codes, membership } = buildMembership(entries, {
    blockKind: from.blockKind,
    weighted: from.weighted,
    bestFit: from.bestFit,
  });
  const at = new Map(groups.codes.map((code, index) => [code, index]));
  return {
    codes,
    names: codes.map((code) => groups.names[at.get(code)!]!),
    ods: groups.ods === null ? null : codes.map((code) => groups.ods![at.get(code)!]!),
    membership,
  };
}
