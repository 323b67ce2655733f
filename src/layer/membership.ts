/**
 * A layer given by lookup: which blocks belong to which unit, without any shape.
 *
 *     blocks  b0   b1      b2  b3         start   0    1       3   3      (b2 in no unit)
 *     entries u0   u0 u2       u1         unit    0    0  2       1
 *                                         weight  1   30 70       1
 *
 * With weights (patients of an LSOA by network) a block of several entries is shared between its units, and its people
 * follow the weights. Without weights every entry has weight 1 and a block is wholly in each of its units: most lookups
 * have one for each block; neighbourhoods may overlap.
 */
import type { Note } from '../trouble/note.js';
import { inOrderOfCodes } from '../trouble/lists-of-codes.js';
import type { ReadingRecord } from '../trouble/reading-record.js';

export interface Membership {
  /** What the blocks are, from the heading of the member column: `lsoa21_code`. */
  readonly blockKind: string;
  /** Codes of the blocks, sorted, distinct. */
  readonly blocks: readonly string[];
  /** Block b has entries start[b] to start[b + 1] - 1; none where it is in no unit. */
  readonly start: Uint32Array;
  /** Unit of each entry: an index into the codes of the layer; ascending within a block. */
  readonly unit: Int32Array;
  /** Weight of each entry, positive; 1 throughout where `weighted` is false. */
  readonly weight: Float64Array;
  readonly weighted: boolean;
  /** True where the lookup is best fit, false where blocks nest exactly, null where that is not known. */
  readonly bestFit: boolean | null;
}

/** A layer given by lookup: its units and their blocks. */
export interface Lookup {
  /** Codes of the units, sorted, distinct. */
  readonly codes: readonly string[];
  /** Names, same order; the code where there is no name. */
  readonly names: readonly string[];
  /** ODS codes, same order, '' where one is missing; null where the file has none. */
  readonly ods: readonly string[] | null;
  readonly membership: Membership;
  /** Headings and file: `icb24_code by lsoa21_code in lookup.csv`. */
  readonly source: string;
  /** What was decided or passed over. */
  readonly notes: readonly Note[];
  /** How its table was read, where it came from one. */
  readonly reading?: ReadingRecord;
}

/** The unit of every block of a membership without weights, or -1; the first where it is in several. */
export function unitOfBlocks(membership: Membership): Int32Array {
  const { blocks, start, unit } = membership;
  const units = new Int32Array(blocks.length).fill(-1);
  for (let block = 0; block < blocks.length; block++)
    if (start[block]! < start[block + 1]!) units[block] = unit[start[block]!]!;
  return units;
}

/** Blocks that are in two or more units, by their numbers. */
export function blocksInSeveral({ blocks, start }: Membership): number[] {
  const several: number[] = [];
  for (let block = 0; block < blocks.length; block++)
    if (start[block + 1]! - start[block]! > 1) several.push(block);
  return several;
}

/** Sum of the weights of every block: its registered patients where weights are patients. */
export function weightOfBlocks(membership: Membership): Float64Array {
  const { blocks, start, weight } = membership;
  return Float64Array.from(blocks, (_, block) =>
    weight.subarray(start[block], start[block + 1]).reduce((a, b) => a + b, 0),
  );
}

/** One block in one unit, by code. */
export interface MembershipEntry {
  readonly block: string;
  /** Code of the unit, or '' for none. */
  readonly unit: string;
  readonly weight: number;
}

/**
 * Entries as columns: entry e puts block `member[e]` of `members` into unit `group[e]` of `groups`. Codes are distinct, in
 * any order; a unit '' is none.
 */
export interface MembershipColumns {
  readonly members: readonly string[];
  readonly groups: readonly string[];
  readonly member: ArrayLike<number>;
  readonly group: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

type Traits = Pick<Membership, 'blockKind' | 'weighted' | 'bestFit'>;
type Built = { readonly codes: readonly string[]; readonly membership: Membership };

/**
 * Builds the membership and the sorted codes of its units from entries in any order; entries of one block and unit
 * must be distinct. An entry without unit or weight keeps its block and no more.
 */
export function buildMembership(entries: readonly MembershipEntry[], traits: Traits): Built {
  const [members, groups] = [new Map<string, number>(), new Map<string, number>()];
  const numbered = (map: Map<string, number>, code: string): number => {
    const known = map.get(code);
    if (known === undefined) map.set(code, map.size);
    return known ?? map.size - 1;
  };
  const member = Int32Array.from(entries, ({ block }) => numbered(members, block));
  const group = Int32Array.from(entries, ({ unit }) => numbered(groups, unit));
  const weight = Float64Array.from(entries, (entry) => entry.weight);
  return membershipOf(
    { members: [...members.keys()], groups: [...groups.keys()], member, group, weight },
    traits,
  );
}

/** The same from columns; codes that no entry names are passed over. */
export function membershipOf(
  { members, groups, member, group, weight }: MembershipColumns,
  traits: Traits,
): Built {
  const [block, blocks] = ranks(members, member);
  const [unit, named] = ranks(groups, group);
  const nameless = named[0] === '' ? 1 : 0;
  const isReal = (e: number): boolean => weight[e]! > 0 && unit[group[e]!]! >= nameless;
  const start = new Uint32Array(blocks.length + 1);
  for (let e = 0; e < member.length; e++) if (isReal(e)) start[block[member[e]!]! + 1]!++;
  for (let b = 0; b < blocks.length; b++) start[b + 1]! += start[b]!;
  const next = start.slice();
  const units = new Int32Array(start[blocks.length]!);
  const weights = new Float64Array(units.length);
  for (let e = 0; e < member.length; e++) {
    if (!isReal(e)) continue;
    const b = block[member[e]!]!;
    let at = next[b]!++;
    // Within a block by unit: it has few.
    for (; at > start[b]! && units[at - 1]! > unit[group[e]!]! - nameless; at--) {
      units[at] = units[at - 1]!;
      weights[at] = weights[at - 1]!;
    }
    units[at] = unit[group[e]!]! - nameless;
    weights[at] = weight[e]!;
  }
  return {
    codes: named.slice(nameless),
    membership: { ...traits, blocks, start, unit: units, weight: weights },
  };
}

/** For each code its place among the sorted codes that are named, and these; -1 for one that is not named. */
function ranks(
  codes: readonly string[],
  named: ArrayLike<number>,
): [ranks: Int32Array, sorted: readonly string[]] {
  const rank = new Int32Array(codes.length).fill(-1);
  for (let e = 0; e < named.length; e++) rank[named[e]!] = 0;
  const { order, sorted } = inOrderOfCodes(codes, (code) => rank[code] === 0);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return [rank, sorted];
}

/** Throws if offsets, order or weights of a membership are not as described; used in tests. */
export function assertMembership(membership: Membership, unitCount: number): void {
  const { blocks, start, unit, weight, weighted } = membership;
  if (start.length !== blocks.length + 1 || start[blocks.length] !== unit.length)
    throw new Error('start does not fit');
  for (let block = 0; block < blocks.length; block++) {
    if (block > 0 && blocks[block - 1]! >= blocks[block]!) throw new Error(`block ${block} is out of order`);
    for (let entry = start[block]!; entry < start[block + 1]!; entry++) {
      if (unit[entry]! < 0 || unit[entry]! >= unitCount) throw new Error(`entry ${entry} has no unit`);
      if (entry > start[block]! && unit[entry - 1]! >= unit[entry]!)
        throw new Error(`entry ${entry} is out of order`);
      if (!(weight[entry]! > 0) || (!weighted && weight[entry] !== 1))
        throw new Error(`entry ${entry} has a wrong weight`);
    }
  }
}
