/**
 * Polygons that repeat another polygon of the same unit: the same edges, whatever the order, start or direction.
 *
 * Under parity a polygon drawn twice would cancel itself; a file with every ward twice must not become empty.
 */
import { NO_UNIT } from './labels.js';

/**
 * Marks each polygon that repeats an earlier one of its unit with 1.
 * Equal edge sums are only a first sieve: the sorted edges of both are compared.
 */
export function findRepeatedPolygons(
  layerCount: number,
  polygonStart: Uint32Array,
  unitOf: Int32Array,
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
      const alike = seen.get(key);
      if (alike === undefined) {
        seen.set(key, [p]);
      } else if (alike.some((other) => sameEdges(stepEdge, from, to, stepStart[other]!))) {
        repeated[p] = 1;
      } else {
        alike.push(p);
      }
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
