/**
 * Regroups a layer given by lookup through a second lookup: LSOA → council and council → combined authority make
 * LSOA → combined authority.
 *
 * Labels are mapped, nothing is cancelled: a group is the union of its members. Members without a group (councils in
 * no combined authority) leave their blocks in no unit.
 */
import { InputError } from '../trouble/input-error.js';
import { kindCalled } from './kinds-called.js';
import { kindOfId } from './kinds.js';
import type { Land, Layer } from './layer.js';
import { applyRecode, type Recode } from './recode.js';
import { matchBlocks } from './match-blocks.js';
import { type Lookup, type Membership, buildMembership, unitOfBlocks } from './membership.js';
import { makeNote, type Note } from '../trouble/note.js';
import type { Matched, ReadingRecord } from '../trouble/reading-record.js';

/**
 * The blocks of `source` grouped by `groups`, whose members are units of `source`. Codes on the two sides are brought
 * together by recoding where they differ, and each use is noted. Weights are kept, and added up where two units of a
 * block come into one group. Throws InputError where hardly any code matches, or where `groups` has weights.
 */
export function regroup(source: Lookup, groups: Lookup, recodes: readonly Recode[] = []): Lookup {
  const { groupOfUnit, notes } = groupUnits(source.codes, source.source, groups, recodes);
  return {
    ...mapUnits(source.membership, groupOfUnit, groups),
    source: `${groups.source}, through ${source.source}`,
    notes: [...groups.notes, ...notes],
  };
}

/** The group of each of some units, an index into the codes of `groups` or -1, and what there is to say of it. */
export function groupUnits(
  unitCodes: readonly string[],
  unitSource: string,
  groups: Lookup,
  recodes: readonly Recode[],
): { readonly groupOfUnit: readonly number[]; readonly matched: Matched; readonly notes: readonly Note[] } {
  if (groups.membership.weighted) throw groupsByWeight(groups.source);
  const members = groups.membership.blocks;
  const recoded = applyRecode(unitCodes, recodes, { wanted: new Set(members) });
  const units = [...new Set(recoded.codes)].sort();
  const match = matchBlocks({ codes: units, what: unitSource }, { codes: members, what: groups.source });
  const notes = [...recoded.notes, ...match.notes.filter(({ id }) => id === 'codes-respelled')];
  if (match.onlyA.length > 0) {
    notes.push(
      makeNote('units-in-no-group', null, {
        counts: { units: match.onlyA.length },
        words: { of: unitSource, groups: groups.source, codes: match.onlyA },
      }),
    );
  }
  if (match.onlyB.length > 0) {
    notes.push(
      makeNote('members-not-units', null, {
        counts: { members: match.onlyB.length },
        words: { of: groups.source, units: unitSource, codes: match.onlyB },
      }),
    );
  }
  const groupOfMember = unitOfBlocks(groups.membership);
  const memberOf = new Map(units.map((code, at) => [code, match.inB[at]!]));
  const groupOfUnit = recoded.codes.map((code) => groupOfMember[memberOf.get(code)!] ?? -1);
  const matched: Matched = {
    with: unitSource,
    codes: { part: match.matched, whole: members.length },
    others: { part: match.matched, whole: match.matched + match.onlyA.length },
    people: null,
  };
  return { groupOfUnit, matched, notes };
}

/**
 * A layer regrouped: its land and its blocks with the labels of its units mapped to groups. Nothing is dissolved and
 * no edge is cancelled, so a layer that overlaps itself loses no land. With it comes how the lookup of groups was read.
 */
export function groupLayer(
  layer: Layer,
  id: string,
  groups: Lookup,
  recodes: readonly Recode[],
): { readonly layer: Layer; readonly reading: ReadingRecord | undefined } {
  const { groupOfUnit, matched, notes } = groupUnits(layer.codes, layer.id, groups, recodes);
  const land: Land | null =
    layer.land === null
      ? null
      : {
          ...layer.land,
          featureUnit: layer.land.featureUnit.map((unit) => (unit < 0 ? -1 : groupOfUnit[unit]!)),
        };
  const grouped: Layer = {
    ...layer,
    id,
    kind: (kindOfId(id) ?? kindCalled(id))?.id ?? null,
    vintage: null,
    codes: groups.codes,
    names: groups.names,
    ods: groups.ods,
    kept: [],
    codeField: groups.source,
    nameField: null,
    land,
    membership: layer.membership === null ? null : mapToGroups(layer.membership, groupOfUnit, groups),
    notes: [...layer.notes, ...groups.notes, ...notes],
  };
  return { layer: grouped, reading: groups.reading && { ...groups.reading, matched } };
}

/** A membership whose units are the codes of `groups`, in their numbers. */
function mapToGroups(from: Membership, groupOfUnit: readonly number[], groups: Lookup): Membership {
  const mapped = mapUnits(from, groupOfUnit, groups);
  const unitOf = new Map(groups.codes.map((code, unit) => [code, unit]));
  return {
    ...mapped.membership,
    unit: mapped.membership.unit.map((unit) => unitOf.get(mapped.codes[unit]!)!),
  };
}

const groupsByWeight = (source: string): InputError =>
  new InputError({
    id: 'groups-by-weight',
    file: source,
    message: 'units cannot be regrouped by weights',
    hint: 'Give a lookup of units to groups without a column of weights',
  });

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
