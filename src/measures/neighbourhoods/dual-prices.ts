/**
 * A lower bound on the cost of any plan: a price for each element, so that no group costs less than its elements.
 *
 *     sum of prices + number × price of a group   ≤   cost of any plan          (linear duality)
 *
 * Prices come from a Lagrangian relaxation, raised by subgradients (Held and Karp 1971), and are then lowered until they
 * hold for every group, and raised one by one as far as they go.
 */

/** Groups to choose from, each with a cost of 0 or more. */
export interface Choices {
  readonly elements: number;
  readonly members: readonly (readonly number[])[];
  readonly costs: Float64Array;
  /** How many groups a plan has; null for any number. */
  readonly number: number | null;
}

export interface Prices {
  readonly bound: number;
  /** Cost of each group above the prices of its elements; never negative. */
  readonly reduced: Float64Array;
}

/** Entries (group and member) looked at in all rounds together. */
const MOST_WORK = 150_000_000;
const MOST_ROUNDS = 1500;
/** Steps aim at this much above the best bound so far. */
const AIM = 1.03;
/** Rounds without a better bound before steps are halved. */
const PATIENCE = 20;

/** Prices for choices; `target` is the cost of a plan that is known, or what no plan can cost. */
export function dualPrices(choices: Choices, target: number): Prices {
  const { elements, members, costs } = choices;
  const start = new Int32Array(members.length + 1);
  members.forEach((own, s) => (start[s + 1] = start[s]! + own.length));
  const member = Int32Array.from(members.flat());
  const rounds = Math.max(50, Math.min(MOST_ROUNDS, Math.floor(MOST_WORK / (member.length + 1))));
  const number = choices.number ?? 0;
  const price = firstPrices(choices);
  let [group, best, pace, waited] = [0, -Infinity, 1, 0];
  let kept = { price: price.slice(), group };
  const slack = new Float64Array(elements);
  for (let round = 0; round < rounds && best < target; round++) {
    slack.fill(1);
    let [value, groups] = [number * group, number];
    for (let e = 0; e < elements; e++) value += price[e]!;
    for (let s = 0; s < members.length; s++) {
      let rest = costs[s]! - group;
      for (let i = start[s]!; i < start[s + 1]!; i++) rest -= price[member[i]!]!;
      if (rest >= 0) continue;
      value += rest;
      groups--;
      for (let i = start[s]!; i < start[s + 1]!; i++) slack[member[i]!]!--;
    }
    if (round === 0 || value > best + 1e-9 * Math.abs(best)) {
      best = value;
      kept = { price: price.slice(), group };
      waited = 0;
    } else if (++waited >= PATIENCE) {
      pace /= 2;
      waited = 0;
      if (pace < 1e-4) break;
      price.set(kept.price);
      group = kept.group;
      continue;
    }
    const steepness = slack.reduce((sum, g) => sum + g * g, choices.number === null ? 0 : groups * groups);
    if (steepness === 0) break;
    const step = (pace * (Math.min(target, AIM * best) - value)) / steepness;
    for (let e = 0; e < elements; e++) price[e]! += step * slack[e]!;
    if (choices.number !== null) group += step * groups;
  }
  return holding(choices, kept.price, kept.group);
}

/** Each element starts with the least that it costs as its part of a group. */
function firstPrices({ elements, members, costs }: Choices): Float64Array {
  const price = new Float64Array(elements).fill(Infinity);
  members.forEach((own, s) => {
    for (const e of own) price[e] = Math.min(price[e]!, costs[s]! / own.length);
  });
  return price.map((each) => (each === Infinity ? 0 : each));
}

/** Prices made to hold for every group, then raised one by one. */
function holding({ elements, members, costs, number }: Choices, from: Float64Array, group: number): Prices {
  const price = from.slice();
  const reduced = Float64Array.from(
    members,
    (own, s) => costs[s]! - group - own.reduce((sum, e) => sum + price[e]!, 0),
  );
  const lowest = new Float64Array(elements).fill(Infinity);
  members.forEach((own, s) => {
    for (const e of own) lowest[e] = Math.min(lowest[e]!, reduced[s]! / own.length);
  });
  lowest.forEach((each, e) => (price[e]! += each === Infinity ? 0 : each));
  members.forEach((own, s) => {
    reduced[s] = costs[s]! - group - own.reduce((sum, e) => sum + price[e]!, 0);
  });
  const groupsWith = Array.from({ length: elements }, (): number[] => []);
  members.forEach((own, s) => own.forEach((e) => groupsWith[e]!.push(s)));
  groupsWith.forEach((groups, e) => {
    const room = groups.reduce((least, s) => Math.min(least, reduced[s]!), Infinity);
    if (room === Infinity || room <= 0) return;
    price[e]! += room;
    for (const s of groups) reduced[s]! -= room;
  });
  return {
    bound: price.reduce((a, b) => a + b, 0) + (number ?? 0) * group,
    reduced: reduced.map((each) => Math.max(0, each)),
  };
}
