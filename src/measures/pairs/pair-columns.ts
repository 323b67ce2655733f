/**
 * The pairs of two layers column by column, for passes over hundreds of thousands of them that ask what few fields say.
 *
 * Such a pass is made once, by code that has not been optimised yet or is taken for optimised before it has met all kinds of
 * pairs: remainders come last. So it has columns of numbers, and nothing in it is done for some pairs and not for others.
 */
import { isCoast } from './coast.js';
import type { Crossed, OverlapPair, PairColumns } from './pairs-of-layers.js';

const known = new WeakMap<Crossed, PairColumns>();

/** Keeps the columns of pairs that were found as such. */
export function keepColumns<T extends Crossed>(found: T, columns: PairColumns): T {
  known.set(found, columns);
  return found;
}

/** The columns of two crossed layers. */
export function columnsOfPairs(found: Crossed): PairColumns {
  let columns = known.get(found);
  if (columns === undefined) known.set(found, (columns = columnsFrom(found, found.pairs)));
  return columns;
}

/** The columns of pairs, by the square metres of their units. */
export function columnsFrom(
  { areasA, areasB }: Pick<Crossed, 'areasA' | 'areasB'>,
  pairs: readonly OverlapPair[],
): PairColumns {
  return {
    a: Int32Array.from(pairs, (pair) => pair.a),
    b: Int32Array.from(pairs, (pair) => pair.b),
    material: Uint8Array.from(pairs, (pair) => (pair.material ? 1 : 0)),
    area: Float64Array.from(pairs, (pair) => pair.area ?? 0),
    width: Float64Array.from(pairs, (pair) => pair.maxWidth ?? 0),
    isCoast: (place) => {
      const pair = pairs[place]!;
      return isCoast(pair, (pair.a >= 0 ? areasA?.[pair.a] : areasB?.[pair.b]) ?? null);
    },
  };
}
