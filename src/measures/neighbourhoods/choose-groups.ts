/**
 * The cheapest plan: groups that hold every element once (set partitioning), by branch and bound.
 *
 *     prices ──► groups that cost too much are out ──► the element with fewest groups left: try each, cheapest first
 *
 * A group is tried only where what is spent above the prices still leaves room under the best plan known. When the
 * search ends by itself the plan is the cheapest, or there is none (what is left of the elements is searched once, however it
 * came about); a cap on its steps leaves the bound of the prices.
 */
import { dualPrices, type Choices } from './dual-prices.js';
import { isPossible, type Problem } from './problem.js';

export interface ChoiceWishes {
  /** Only plans that cost less are looked for. */
  readonly below: number;
  /** Steps before the search is cut short. */
  readonly most: number;
  /** People of each group and of all elements, and the band that those not yet in a group must be able to keep. */
  readonly people: Float64Array;
  readonly total: number;
  readonly band: Pick<Problem, 'low' | 'high'>;
  /** The whole cost of a plan, where those of its groups do not add up to it but are less; at least their sum. */
  readonly costOf?: (chosen: readonly number[]) => number;
}

export interface Chosen {
  /** Groups of the best plan that costs less than `below`; null where there is none, or none was found. */
  readonly plan: readonly number[] | null;
  readonly cost: number;
  /** No plan costs less. */
  readonly bound: number;
  /** Whether the search came to its end: the plan is the cheapest, or none costs less than `below`. */
  readonly complete: boolean;
  readonly steps: number;
}

/** Relative and absolute room for rounding in sums of costs. */
const ROOM = 1e-9;
/** Covers of elements that are remembered. */
const MOST_SEEN = 300_000;

export function chooseGroups(choices: Choices, wishes: ChoiceWishes): Chosen {
  const { elements, members, costs, number } = choices;
  const { bound, reduced } = dualPrices(choices, wishes.below);
  const room = ROOM * (1 + Math.abs(wishes.below));
  const groupsWith = Array.from({ length: elements }, (): number[] => []);
  for (let s = 0; s < members.length; s++) {
    if (bound + reduced[s]! < wishes.below - room) for (const e of members[s]!) groupsWith[e]!.push(s);
  }
  for (const groups of groupsWith)
    groups.sort((p, q) => reduced[p]! - reduced[q]! || costs[p]! - costs[q]! || p - q);
  // How many of a group's members are taken, and how many groups of an element are free.
  const taken = new Int32Array(members.length);
  const free = Int32Array.from(groupsWith, (groups) => groups.length);
  const isCovered = new Uint8Array(elements);
  const isIn = new Uint8Array(members.length);
  for (const groups of groupsWith) for (const s of groups) isIn[s] = 1;
  let best: { plan: readonly number[]; cost: number } | null = null;
  let [below, steps, complete] = [wishes.below - room, 0, true];
  const chosen: number[] = [];
  let leftPeople = wishes.total;
  const take = (group: number, sign: 1 | -1): void => {
    for (const e of members[group]!) {
      isCovered[e] = sign === 1 ? 1 : 0;
      for (const s of groupsWith[e]!) {
        if (sign === 1 && taken[s]!++ === 0) for (const other of members[s]!) free[other]!--;
        if (sign === -1 && --taken[s]! === 0) for (const other of members[s]!) free[other]!++;
      }
    }
    leftPeople -= sign * wishes.people[group]!;
  };
  const seen = new Map<string, number>();
  /** Whether what is left was searched before with as much room; not asked where groups do not add up. */
  const isKnown = (spent: number): boolean => {
    if (wishes.costOf !== undefined) return false;
    const key = coverKey(isCovered, number === null ? 0 : chosen.length);
    const before = seen.get(key);
    if (before !== undefined && before <= spent) return true;
    if (before !== undefined || seen.size < MOST_SEEN) seen.set(key, spent);
    return false;
  };
  const search = (spent: number): void => {
    if (++steps > wishes.most) {
      complete = false;
      return;
    }
    let next = -1;
    for (let e = 0; e < elements; e++) {
      if (isCovered[e] === 0 && (next === -1 || free[e]! < free[next]!)) next = e;
    }
    if (next === -1) {
      if (number !== null && chosen.length !== number) return;
      const cost = wishes.costOf?.(chosen) ?? chosen.reduce((sum, s) => sum + costs[s]!, 0);
      if (cost >= below) return;
      best = { plan: [...chosen], cost };
      below = cost - ROOM * (1 + Math.abs(cost));
      return;
    }
    if (
      free[next] === 0 ||
      !mayBeHeld(leftPeople, number === null ? null : number - chosen.length, wishes.band)
    )
      return;
    if (isKnown(spent)) return;
    for (const group of groupsWith[next]!) {
      if (taken[group]! > 0) continue;
      if (spent + reduced[group]! >= below) return;
      take(group, 1);
      chosen.push(group);
      search(spent + reduced[group]!);
      chosen.pop();
      take(group, -1);
      if (!complete) return;
    }
  };
  if (bound < below) search(bound);
  const found = best as { plan: readonly number[]; cost: number } | null;
  return {
    plan: found?.plan ?? null,
    cost: found?.cost ?? wishes.below,
    bound: complete
      ? (found?.cost ?? Math.max(bound, wishes.below))
      : Math.min(bound, found?.cost ?? Infinity),
    complete,
    steps,
  };
}

/** What is covered, and by how many groups, as a word. */
function coverKey(isCovered: Uint8Array, groups: number): string {
  let key = String.fromCharCode(groups);
  for (let e = 0; e < isCovered.length; e += 15) {
    let bits = 0;
    for (let i = e; i < isCovered.length && i < e + 15; i++) bits = 2 * bits + isCovered[i]!;
    key += String.fromCharCode(bits);
  }
  return key;
}

/** Whether so many groups inside the band can have so many people. */
function mayBeHeld(people: number, groups: number | null, band: Pick<Problem, 'low' | 'high'>): boolean {
  // People may be fractions, whose sums are rounded.
  const wide = { low: band.low * (1 - ROOM), high: band.high * (1 + ROOM) };
  return groups === null
    ? isPossible(people, wide)
    : people >= groups * wide.low && people <= groups * wide.high;
}
