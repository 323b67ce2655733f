/**
 * The cheapest set of moves that makes a policy test hold: fewest units left as they are, then fewest people moved.
 *
 * Each shared unit has its options: all of it to one of its partners, or left alone. Without bounds that tie units
 * together the best option of each is the answer. A least size or a limit on changed units does tie them: then the
 * options are searched, the best bound first, and where the search is cut short the gap to the bound is said.
 */

/** One way to settle a unit: parts that go from units of the first layer to others. */
export interface Option {
  readonly transfers: readonly { readonly from: number; readonly to: number; readonly amount: number }[];
  /** People (or hectares) that move. */
  readonly cost: number;
  /** True for leaving the unit as it is. */
  readonly leaves: boolean;
}

/** A unit to be settled, with its options; leaving it is one of them. */
export interface Choice {
  readonly b: number;
  readonly options: readonly Option[];
}

export interface Bounds {
  /** People (or hectares) of each unit of the first layer. */
  readonly sizes: ArrayLike<number>;
  /** The least a unit that loses may be left with; null for no bound. */
  readonly leastSize: number | null;
  /** The most units of the first layer that may change; null for no bound. */
  readonly mostChanged: number | null;
}

export interface Fix {
  /** The option taken for each choice, same order. */
  readonly chosen: readonly Option[];
  readonly cost: number;
  /** Units left as they are. */
  readonly left: number;
  /** False where the search was cut short. */
  readonly exact: boolean;
  /** No set that leaves so few can cost less than this. */
  readonly bound: number;
}

/** Steps after which the search is cut short. */
const MOST_STEPS = 500_000;

/** Finds the cheapest fix. */
export function cheapestFix(choices: readonly Choice[], bounds: Bounds): Fix {
  const sorted = choices.map(({ options }) => [...options].sort(cheaper));
  const free = sorted.map((options) => options[0]!);
  if (bounds.leastSize === null && bounds.mostChanged === null) return fixOf(free, true, costOf(free));
  const search: Search = { sorted, bounds, rest: restBounds(free), best: null, steps: 0 };
  descend(search, [], 0, 0);
  // Leaving everything always fits, so there is a best; cut short, it may be that one.
  const best = search.best ?? sorted.map((options) => options.find(({ leaves }) => leaves)!);
  return fixOf(best, search.steps < MOST_STEPS, costOf(free));
}

const cheaper = (p: Option, q: Option): number => Number(p.leaves) - Number(q.leaves) || p.cost - q.cost;
const costOf = (options: readonly Option[]): number => options.reduce((sum, { cost }) => sum + cost, 0);
const leftOf = (options: readonly Option[]): number => options.filter(({ leaves }) => leaves).length;

const fixOf = (chosen: readonly Option[], exact: boolean, bound: number): Fix => ({
  chosen,
  cost: costOf(chosen),
  left: leftOf(chosen),
  exact,
  bound: exact ? costOf(chosen) : Math.min(bound, costOf(chosen)),
});

interface Search {
  readonly sorted: readonly (readonly Option[])[];
  readonly bounds: Bounds;
  /** From each choice on, what the rest leaves and costs at least. */
  readonly rest: readonly { readonly left: number; readonly cost: number }[];
  best: readonly Option[] | null;
  steps: number;
}

function restBounds(free: readonly Option[]): { left: number; cost: number }[] {
  return Array.from({ length: free.length + 1 }, (_, at) => ({
    left: leftOf(free.slice(at)),
    cost: costOf(free.slice(at)),
  }));
}

function descend(search: Search, taken: readonly Option[], left: number, cost: number): void {
  if (search.steps++ >= MOST_STEPS) return;
  const { left: leastLeft, cost: leastCost } = search.rest[taken.length]!;
  if (search.best !== null) {
    const [bestLeft, bestCost] = [leftOf(search.best), costOf(search.best)];
    if (left + leastLeft > bestLeft) return;
    if (left + leastLeft === bestLeft && cost + leastCost >= bestCost) return;
  }
  if (!mayFit(search, taken)) return;
  if (taken.length === search.sorted.length) {
    search.best = taken;
    return;
  }
  for (const option of search.sorted[taken.length]!) {
    descend(search, [...taken, option], left + Number(option.leaves), cost + option.cost);
  }
}

/** Whether the bounds can still be kept: sizes may yet grow by what units not yet settled could bring. */
function mayFit({ sorted, bounds }: Search, taken: readonly Option[]): boolean {
  const change = new Map<number, number>();
  const losers = new Set<number>();
  for (const { transfers } of taken) {
    for (const { from, to, amount } of transfers) {
      change.set(from, (change.get(from) ?? 0) - amount);
      change.set(to, (change.get(to) ?? 0) + amount);
      losers.add(from);
    }
  }
  if (bounds.mostChanged !== null && change.size > bounds.mostChanged) return false;
  if (bounds.leastSize === null) return true;
  return [...losers].every((unit) => {
    const now = bounds.sizes[unit]! + change.get(unit)!;
    return now >= bounds.leastSize! || now + mostGain(sorted.slice(taken.length), unit) >= bounds.leastSize!;
  });
}

const mostGain = (sorted: readonly (readonly Option[])[], unit: number): number =>
  sorted.reduce((sum, options) => sum + Math.max(0, ...options.map((option) => gainOf(option, unit))), 0);

const gainOf = ({ transfers }: Option, unit: number): number =>
  transfers.reduce(
    (sum, { from, to, amount }) => sum + (to === unit ? amount : from === unit ? -amount : 0),
    0,
  );
