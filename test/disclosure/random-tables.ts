/**
 * Tables of people by block, drawn at random, and other tables that a reader of what is published cannot tell from them.
 *
 * A block is in a unit of each of three layers, or in none. A cell is all blocks in the same units of the layers of a
 * run. A *world* gives every suppressed cell any count that is suppressed and every published one any count that is
 * published so, shared over its blocks anyhow. If a run prints the same of all worlds, nothing of a suppressed cell can
 * be known but what the rule says of it.
 */
import { disclosed, type Disclosure } from '../../src/layer/disclosure.js';

/** A generator of numbers from 0 to under 1 (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomTable {
  /** Letter of the unit of each block in each of three layers; blank for none. */
  readonly units: readonly (readonly [string, string, string])[];
  readonly people: readonly number[];
  /** People of a code that no layer has, and of a row without a code: each a cell of its own. */
  readonly strangers: readonly [number, number];
}

/** A table of up to 14 blocks, many of them with few people. */
export function randomTable(chance: () => number): RandomTable {
  const pick = <T>(...from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const blocks = 4 + Math.floor(chance() * 11);
  const units = Array.from({ length: blocks }, (_, i): [string, string, string] => [
    i < 2 ? 'pq'[i]! : pick('p', 'q', 'r', ''),
    i < 2 ? 'xy'[i]! : pick('x', 'y', 'z'),
    i < 2 ? 'uv'[i]! : pick('u', 'v', 'u', ''),
  ]);
  const few = (): number => pick(0, 1, 2, 3, 5, 7, 8, 9, 12, 20, 33, 61);
  const people = units.map(few);
  return { units, people, strangers: [few(), few()] };
}

/** Number of the cell of each block in some of the layers. */
export function cellsOf({ units }: RandomTable, layers: readonly number[]): number[] {
  const found = new Map<string, number>();
  return units.map((ofBlock) => {
    const key = layers.map((layer) => ofBlock[layer]).join('|');
    if (!found.has(key)) found.set(key, found.size);
    return found.get(key)!;
  });
}

/** Sums of the people of each cell. */
export function sumsOf(cells: readonly number[], people: readonly number[]): number[] {
  const sums: number[] = [];
  cells.forEach((cell, block) => (sums[cell] = (sums[cell] ?? 0) + people[block]!));
  return sums;
}

/** Every count that is published as this one is. */
export const alike = (count: number, rule: Disclosure): number[] =>
  Array.from({ length: count + rule.round + rule.under }, (_, other) => other).filter(
    (other) => disclosed(other, rule) === disclosed(count, rule),
  );

/** Another world: `choose` picks the count of each cell among those that are published alike. */
export function worldOf(
  table: RandomTable,
  cells: readonly number[],
  rule: Disclosure,
  choose: (alike: readonly number[]) => number,
  chance: () => number,
): number[] {
  const sums = sumsOf(cells, table.people).map((count) => choose(alike(count, rule)));
  const people = table.people.map(() => 0);
  sums.forEach((count, cell) => {
    const blocks = cells.flatMap((of, block) => (of === cell ? [block] : []));
    for (let one = 0; one < count; one++) people[blocks[Math.floor(chance() * blocks.length)]!]!++;
  });
  return people;
}
