/**
 * Bands of the share outside the main partner, on request: half-open intervals, each with its lower end.
 *
 *     edges 2, 10, 25      0 ├─────┤2 ├─────┤10 ├─────┤25 ├─────┤      25 % itself is in the last band
 */
import { USUAL_EDGES } from './usual.js';

const USUAL_NAMES = ['negligible', 'minor', 'moderate', 'major'];

/** The band of a percentage: `10 to under 25 %`, with its name where the usual edges are used. Edges must rise. */
export function bandOf(percent: number, edges: readonly number[]): string {
  const below = edges.filter((edge) => edge <= percent).length;
  const [from, to] = [edges[below - 1], edges[below]];
  const interval =
    from === undefined
      ? `under ${to} %`
      : to === undefined
        ? `${from} % and over`
        : `${from} to under ${to} %`;
  const usual = edges.length === USUAL_EDGES.length && edges.every((edge, i) => edge === USUAL_EDGES[i]);
  return usual ? `${USUAL_NAMES[below]!} (${interval})` : interval;
}
