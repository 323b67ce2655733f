/**
 * The order of lines and rings by their positions, which no numbering of nodes or edges can change.
 */

/** Negative where the first run of x, y comes before the second: by first x, then first y, and so on along both. */
export function comparePositions(p: Float64Array, q: Float64Array): number {
  for (let i = 0; i < p.length && i < q.length; i++) {
    if (p[i] !== q[i]) return p[i]! - q[i]!;
  }
  return p.length - q.length;
}
