/**
 * A group as a sum and difference of units, written with few of them.
 *
 *     group = a0 + a1 − b0            in general  1/denominator · Σ factor · unit
 *
 * Few layers come before many: two of them are tried first, then three, then all. Of two layers the factors are the
 * levels of a potential on their graph; whole numbers of levels may be added where nobody is outside, so that fewest
 * units are named. Of more layers a solution is brought down by relations between units (what adds up to nothing) for as
 * long as units fall out.
 */
import { cleared, commonDivisor, eliminate, type Row } from './elimination.js';
import { graphOf, otherEnd } from './graph.js';
import { isPartition, type Incidence } from './incidence.js';

/** Units with whole factors, none 0, over one denominator; ascending. */
export interface Subtraction {
  readonly terms: readonly { readonly unit: number; readonly factor: bigint }[];
  readonly denominator: bigint;
}

/** How a group is worked out. Throws where it cannot be. */
export function subtractionOf(incidence: Incidence, group: readonly number[]): Subtraction {
  const inGroup = new Set(group);
  for (const layers of choicesOf(incidence)) {
    const found =
      layers.length === 2 && isPartition(ofLayers(incidence, layers))
        ? byLevels(incidence, layers, inGroup)
        : byElimination(incidence, layers, inGroup);
    if (found !== null) return found;
  }
  throw new Error('a group cannot be worked out from the units it was found with');
}

/** Choices of layers: one, where it overlaps itself, two, three, all. */
function choicesOf(incidence: Incidence): number[][] {
  const all = [...new Set(incidence.layerOf)];
  const single = all.map((layer) => [layer]).filter((one) => !isPartition(ofLayers(incidence, one)));
  const pairs = all.flatMap((a) => all.filter((b) => b > a).map((b) => [a, b]));
  const threes = pairs.flatMap(([a, b]) => all.filter((c) => c > b!).map((c) => [a!, b!, c]));
  return [...single, ...pairs, ...threes, ...(all.length > 3 ? [all] : [])];
}

/** The atoms with their units of some layers alone. */
function ofLayers(incidence: Incidence, layers: readonly number[]): Incidence {
  const { layerOf, atoms } = incidence;
  return {
    ...incidence,
    atoms: atoms.map((units) => units.filter((unit) => layers.includes(layerOf[unit]!))),
  };
}

/** By the graph of two layers; null where they do not tell the group apart. */
function byLevels(
  incidence: Incidence,
  [a, b]: readonly number[],
  inGroup: ReadonlySet<number>,
): Subtraction | null {
  const graph = graphOf(incidence, a!, b!);
  const { first, second, nowhere, edgesOf } = graph;
  const level = new Map<number, number>();
  const terms: { unit: number; factor: bigint }[] = [];
  for (const start of inGroup) {
    if (first[start] === second[start]) return null;
    if (level.has(first[start]!)) continue;
    const nodes = [first[start]!];
    level.set(nodes[0]!, 0);
    // The list grows while it is walked.
    for (const node of nodes) {
      for (const edge of edgesOf[node]!) {
        const other = otherEnd(graph, edge, node);
        const step = inGroup.has(edge) ? 1 : 0;
        const there = level.get(node)! + (first[edge] === node ? -step : step);
        const known = level.get(other);
        if (known !== undefined && known !== there) return null;
        if (known !== undefined) continue;
        level.set(other, there);
        nodes.push(other);
      }
    }
    const ground = nodes.includes(nowhere)
      ? level.get(nowhere)!
      : commonest(nodes.map((node) => level.get(node)!));
    for (const node of nodes) {
      const up = level.get(node)! - ground;
      if (node === nowhere || up === 0) continue;
      terms.push({ unit: node, factor: BigInt(incidence.layerOf[node] === a ? up : -up) });
    }
  }
  return { terms: terms.sort((p, q) => p.unit - q.unit), denominator: 1n };
}

/** The number that stands most often in a list, the lowest of equals. */
function commonest(list: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of list) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].sort(([p, ofP], [q, ofQ]) => ofQ - ofP || p - q)[0]![0];
}

/** By solving for the factors; null where there is no solution. */
function byElimination(
  incidence: Incidence,
  layers: readonly number[],
  inGroup: ReadonlySet<number>,
): Subtraction | null {
  const { layerOf } = incidence;
  // The right-hand side stands after all units.
  const total = layerOf.length;
  const equations = reachedFrom(ofLayers(incidence, layers), inGroup).map(
    ({ atom, units }): Row =>
      new Map([
        ...units.map((unit) => [unit, 1n] as const),
        ...(inGroup.has(atom) ? [[total, 1n] as const] : []),
      ]),
  );
  const solved = eliminate(equations);
  if (solved.some(({ pivot }) => pivot === total)) return null;
  const multiple = solved.reduce((all, { pivot, row }) => {
    const entry = row.get(pivot)!;
    return (all * entry) / commonDivisor(all, entry);
  }, 1n);
  const withTotal = (column: number, own: bigint): Row =>
    new Map([
      ...solved.flatMap(({ pivot, row }) => {
        const entry = row.get(column) ?? 0n;
        const factor = (entry * multiple) / row.get(pivot)!;
        return entry === 0n ? [] : [[pivot, column === total ? factor : -factor] as const];
      }),
      [column, own],
    ]);
  const pivots = new Set(solved.map(({ pivot }) => pivot));
  const free = new Set(solved.flatMap(({ row }) => [...row.keys()]).filter((column) => !pivots.has(column)));
  free.delete(total);
  // In the solution the entry of the right-hand side is the denominator.
  const solution = withFewUnits(
    withTotal(total, multiple),
    [...free].sort((p, q) => p - q).map((unit) => withTotal(unit, multiple)),
    total,
  );
  const denominator = solution.get(total)!;
  const sign = denominator < 0n ? -1n : 1n;
  const terms = [...solution]
    .filter(([unit]) => unit !== total)
    .map(([unit, factor]) => ({ unit, factor: factor * sign }));
  return { terms: terms.sort((p, q) => p.unit - q.unit), denominator: denominator * sign };
}

/** The atoms that units join with those of the group, directly or through others. */
function reachedFrom(
  { atoms, atomsOf }: Incidence,
  inGroup: ReadonlySet<number>,
): { atom: number; units: readonly number[] }[] {
  const reached = new Set(inGroup);
  const walked = new Set<number>();
  for (const atom of reached) {
    for (const unit of atoms[atom]!) {
      if (walked.has(unit)) continue;
      walked.add(unit);
      for (const other of atomsOf[unit]!) reached.add(other);
    }
  }
  return [...reached].sort((p, q) => p - q).map((atom) => ({ atom, units: atoms[atom]! }));
}

/** The solution with relations between units taken off or added for as long as it gets shorter. */
function withFewUnits(solution: Row, relations: readonly Row[], total: number): Row {
  let best = solution;
  for (let shorter = true; shorter;) {
    shorter = false;
    for (const relation of relations) {
      for (const unit of relation.keys()) {
        if (unit === total || !best.has(unit)) continue;
        const without = cleared(best, relation, unit);
        if (without.size >= best.size) continue;
        best = without;
        shorter = true;
      }
    }
  }
  return best;
}
