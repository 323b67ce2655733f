/**
 * What each derived unit won, how many of its patients live there, and where it belongs.
 */
import type { DeriveWishes } from './derive-wishes.js';
import type { DerivedUnit } from './derived.js';
import type { Contest } from './winners.js';
import { mainOf } from '../../result/main-partner.js';

/**
 * The unit of `within` each derived unit belongs to: by the map, otherwise where most of its patients live; -1 where
 * more of them live in no unit of it, or in blocks too far away to have been placed.
 */
export function homesOf(
  { lookup, within, homes }: DeriveWishes,
  blocks: readonly string[],
  place: Int32Array,
  indexOf: ReadonlyMap<string, number>,
): Int32Array {
  const { start, unit, weight } = lookup.membership;
  const parents = within!.codes.length;
  const living = new Float64Array(lookup.codes.length * parents);
  const nowhere = new Float64Array(lookup.codes.length);
  unit.forEach((u, e) => (nowhere[u]! += weight[e]!));
  blocks.forEach((code, i) => {
    const block = indexOf.get(code);
    if (block === undefined || place[i]! < 0) return;
    for (let e = start[block]!; e < start[block + 1]!; e++) {
      living[unit[e]! * parents + place[i]!]! += weight[e]!;
      nowhere[unit[e]!]! -= weight[e]!;
    }
  });
  const parentOf = new Map([
    ...within!.codes.map((code, at) => [code, at] as const),
    ...(within!.ods ?? []).map((code, at) => [code, at] as const),
  ]);
  return Int32Array.from(lookup.codes, (code, u) => {
    const told = parentOf.get(homes.get(code) ?? '');
    if (told !== undefined) return told;
    const own = living.subarray(u * parents, (u + 1) * parents);
    const most = mainOf([...own.keys()], (at) => ({ people: own[at]!, land: 0, code: at }));
    return most !== null && own[most]! > 0 && own[most]! >= nowhere[u]! ? most : -1;
  });
}

/** Blocks and patients of every unit of the lookup, in its order. */
export function countUnits(
  { lookup }: DeriveWishes,
  blocks: readonly string[],
  contests: readonly Contest[],
  place: Int32Array | null,
  home: Int32Array | null,
  indexOf: ReadonlyMap<string, number>,
): DerivedUnit[] {
  const { start, unit, weight } = lookup.membership;
  const registered = new Float64Array(lookup.codes.length);
  unit.forEach((u, e) => (registered[u]! += weight[e]!));
  const here = new Float64Array(lookup.codes.length);
  const inside = new Float64Array(lookup.codes.length);
  const won = lookup.codes.map((): number[] => []);
  blocks.forEach((code, i) => {
    const { winner } = contests[i]!;
    if (winner >= 0) won[winner]!.push(i);
    const block = indexOf.get(code);
    if (block === undefined) return;
    for (let e = start[block]!; e < start[block + 1]!; e++) {
      here[unit[e]!]! += weight[e]!;
      if (unit[e] === winner) inside[winner]! += weight[e]!;
    }
  });
  return lookup.codes.map((code, u): DerivedUnit => ({
    unit: u,
    code,
    name: lookup.names[u]!,
    won: won[u]!,
    registered: registered[u]!,
    registeredInside: inside[u]!,
    registeredHere: here[u]!,
    elsewhere: place === null ? null : won[u]!.filter((i) => place[i] !== home![u]).length,
  }));
}
