/**
 * The order of both sides of flows with few crossings, each group of units that hang together by itself.
 *
 *     a ═══ A      sides are sorted by the mean place of their partners, in turn, and then
 *     b ═╦═ B      neighbours change places as long as that saves a crossing
 *     c ═╝
 */

/** From the unit of one side to that of the other, by number. */
export type Edge = readonly [from: number, to: number];

/** Numbers of either side from top to bottom. */
export interface FlowGroup {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Rounds of sorting either side; more change nothing that was seen. */
const ROUNDS = 8;

/** Groups of units that hang together, in the order of their first edge. */
export function orderFlows(edges: readonly Edge[]): FlowGroup[] {
  return groupsOf(edges).map((own) => {
    let from = [...new Set(own.map(([f]) => f))];
    let to = [...new Set(own.map(([, t]) => t))];
    const turned = own.map(([f, t]): Edge => [t, f]);
    for (let round = 0; round < ROUNDS; round++) {
      to = sortedByPartners(to, turned, from);
      from = sortedByPartners(from, own, to);
    }
    to = swapped(to, (order) => countCrossings(own, from, order));
    from = swapped(from, (order) => countCrossings(own, order, to));
    return { from, to };
  });
}

/** Pairs of flows that cross where both sides stand in these orders. */
export function countCrossings(
  edges: readonly Edge[],
  from: readonly number[],
  to: readonly number[],
): number {
  const places = edges.map(([f, t]) => [from.indexOf(f), to.indexOf(t)] as const);
  return places.reduce(
    (sum, [f, t], i) => sum + places.slice(i + 1).filter(([g, u]) => (f - g) * (t - u) < 0).length,
    0,
  );
}

function groupsOf(edges: readonly Edge[]): Edge[][] {
  const groups: Edge[][] = [];
  for (const edge of edges) {
    const touched = groups.filter((group) => group.some(([f, t]) => f === edge[0] || t === edge[1]));
    const [first] = touched;
    if (first === undefined) {
      groups.push([edge]);
      continue;
    }
    for (const other of touched.slice(1)) {
      first.push(...other);
      groups.splice(groups.indexOf(other), 1);
    }
    first.push(edge);
  }
  return groups;
}

/** One side by the mean place of its partners on the other; of equals the earlier first. */
function sortedByPartners(
  side: readonly number[],
  edges: readonly Edge[],
  other: readonly number[],
): number[] {
  const mean = (unit: number): number => {
    const own = edges.filter(([u]) => u === unit).map(([, partner]) => other.indexOf(partner));
    return own.reduce((sum, place) => sum + place, 0) / own.length;
  };
  return [...side].sort((p, q) => mean(p) - mean(q));
}

function swapped(side: readonly number[], crossings: (order: readonly number[]) => number): number[] {
  let order = [...side];
  let least = crossings(order);
  for (let i = 0; i + 1 < order.length; i++) {
    const next = [...order];
    [next[i], next[i + 1]] = [order[i + 1]!, order[i]!];
    const count = crossings(next);
    if (count >= least) continue;
    [order, least] = [next, count];
    i = -1;
  }
  return order;
}
