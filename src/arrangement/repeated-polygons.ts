/**
 * Polygons that repeat another polygon of the same unit: the same edges, whatever the order, start or direction.
 *
 * Under parity a polygon drawn twice in one feature would cancel itself; a file with every ward twice must not
 * become empty. Features of one unit are united, so there a repetition is harmless, and it stays: were one of the
 * two left out, the order of the features would decide which of them loses it.
 */
import { NO_UNIT } from './labels.js';

/** The polygon repeats another of its feature and is left out. */
export const LEFT_OUT = 1;
/** The polygon repeats one of another feature of its unit; it stays. */
export const DRAWN_AGAIN = 2;

/**
 * Marks each polygon that repeats an earlier one of its unit with LEFT_OUT or DRAWN_AGAIN; others have 0.
 * Equal edge sums are only a first sieve: the sorted edges of both are compared.
 */
export function findRepeatedPolygons(
  layerCount: number,
  polygonStart: Uint32Array,
  unitOf: Int32Array,
  featureOf: Int32Array,
  stepStart: Uint32Array,
  stepEdge: Int32Array,
): Uint8Array {
  const repeated = new Uint8Array(unitOf.length);
  for (let layer = 0; layer < layerCount; layer++) {
    const seen = new Map<string, number[]>();
    for (let p = polygonStart[layer]!; p < polygonStart[layer + 1]!; p++) {
      const from = stepStart[p]!;
      const to = stepStart[p + 1]!;
      if (from === to || unitOf[p] === NO_UNIT) continue;
      const key = `${unitOf[p]!}:${to - from}:${edgeSum(stepEdge, from, to)}`;
      const candidates = seen.get(key);
      if (candidates === undefined) {
        seen.set(key, [p]);
        continue;
      }
      const alike = candidates.filter((other) => sameEdges(stepEdge, from, to, stepStart[other]!));
      if (alike.length > 0) {
        repeated[p] = alike.some((other) => featureOf[other] === featureOf[p]) ? LEFT_OUT : DRAWN_AGAIN;
      }
      if (repeated[p] !== LEFT_OUT) candidates.push(p);
    }
  }
  return repeated;
}

function edgeSum(stepEdge: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += stepEdge[i]!;
  return sum;
}

function sameEdges(stepEdge: Int32Array, from: number, to: number, otherFrom: number): boolean {
  const mine = stepEdge.slice(from, to).sort();
  const other = stepEdge.slice(otherFrom, otherFrom + to - from).sort();
  return mine.every((edge, i) => edge === other[i]);
}
