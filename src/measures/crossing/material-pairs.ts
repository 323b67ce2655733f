/**
 * Which units of which layers really overlap.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { OverlapPair } from '../pairs/pairs-of-layers.js';
import type { Crossing } from './crossing.js';

/** Whether two units, of layers i and j (i before j, by position), have a material pair. */
export type AreMaterial = (i: number, unitI: number, j: number, unitJ: number) => boolean;

/** Whether two units of two layers, by position, have a pair that is material in some judgement. */
export function materialPairs(
  { layers, pairs }: Pick<Crossing, 'layers' | 'pairs'>,
  isMaterial: (pair: OverlapPair) => boolean,
): AreMaterial {
  const found = pairs.map(({ a, b, land }) => ({
    i: layers.indexOf(a),
    j: layers.indexOf(b),
    units: b.codes.length,
    keys: new Set(
      land.pairs.flatMap((pair) =>
        isMaterial(pair) && pair.a !== NO_UNIT && pair.b !== NO_UNIT
          ? [pair.a * b.codes.length + pair.b]
          : [],
      ),
    ),
  }));
  const byLayers = new Map(found.map((each) => [each.i * layers.length + each.j, each]));
  return (i, p, j, q) => {
    const { keys, units } = byLayers.get(i * layers.length + j)!;
    return keys.has(p * units + q);
  };
}
