/**
 * Everything that can be had by subtraction in a small case, by trying every set of atoms.
 *
 * A set can be had if and only if every vector that no unit sees (sums to 0 in all of them) sums to 0 over the set. These
 * are worked out modulo a prime: minors of matrices of noughts and ones of up to 14 rows are far below it, so none that
 * is not 0 becomes 0.
 */
const PRIME = 1_000_003;

export interface SmallCase {
  readonly layerOf: number[];
  readonly atoms: number[][];
  readonly people: number[];
}

/** For each set of atoms, as bits, whether it can be had. */
export function canBeHad({ layerOf, atoms }: SmallCase): boolean[] {
  const unseen = nullSpace(layerOf.map((_, unit) => atoms.map((units) => (units.includes(unit) ? 1 : 0))));
  return Array.from({ length: 2 ** atoms.length }, (_, set) =>
    unseen.every(
      (vector) => vector.reduce((sum, entry, i) => sum + ((set >> i) & 1) * entry, 0) % PRIME === 0,
    ),
  );
}

/** For each atom, people and atoms (as bits) of the smallest sets under a number that hold it; and all whole units. */
export function smallestByTrying(
  given: SmallCase,
  under: number,
): { found: Map<number, { people: number; sets: number[] }>; units: Set<number> } {
  const had = canBeHad(given);
  const units = new Set(
    given.layerOf.map((_, unit) =>
      given.atoms.reduce((set, of, i) => (of.includes(unit) ? set | (1 << i) : set), 0),
    ),
  );
  const peopleOf = (set: number): number =>
    given.people.reduce((sum, people, i) => sum + ((set >> i) & 1) * people, 0);
  const groups = had.flatMap((is, set) => (is && set > 0 && peopleOf(set) < under ? [set] : []));
  const size = (set: number): number => set.toString(2).replaceAll('0', '').length;
  const order = (p: number, q: number): number => peopleOf(p) - peopleOf(q) || size(p) - size(q);
  const found = new Map<number, { people: number; sets: number[] }>();
  given.atoms.forEach((_, atom) => {
    const holding = groups.filter((set) => (set >> atom) & 1).sort(order);
    if (holding.length === 0) return;
    const sets = holding.filter((set) => order(set, holding[0]!) === 0);
    found.set(atom, { people: peopleOf(sets[0]!), sets });
  });
  return { found, units };
}

/** A basis of the vectors that a matrix takes to 0, modulo the prime. */
function nullSpace(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]!.length;
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
    const at = rows.findIndex((row, r) => r >= pivots.length && row[column] !== 0);
    if (at < 0) continue;
    [rows[pivots.length], rows[at]] = [rows[at]!, rows[pivots.length]!];
    const row = rows[pivots.length]!;
    const inverse = power(row[column]!, PRIME - 2);
    row.forEach((entry, i) => (row[i] = (entry * inverse) % PRIME));
    rows.forEach((other, r) => {
      const factor = other[column]!;
      if (r === pivots.length || factor === 0) return;
      other.forEach((entry, i) => (other[i] = (((entry - factor * row[i]!) % PRIME) + PRIME) % PRIME));
    });
    pivots.push(column);
  }
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !pivots.includes(column))
    .map((free) => {
      const vector = Array<number>(width).fill(0);
      vector[free] = 1;
      pivots.forEach((pivot, r) => (vector[pivot] = (PRIME - rows[r]![free]!) % PRIME));
      return vector;
    });
}

function power(base: number, exponent: number): number {
  let [result, factor, left] = [1, base % PRIME, exponent];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * factor) % PRIME;
    factor = (factor * factor) % PRIME;
  }
  return result;
}
