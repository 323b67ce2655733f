/**
 * The dots of people that a page carries: every k-th of those of the result, by what the page has room for.
 */
import type { MapDots } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import type { DotData } from './client/page-data.js';
import { jsonBytes } from './escape.js';
import { encodeLines } from './line-text.js';

/** Of how many dots one is carried, at most; 1 for all. */
const THINNED = [1, 2, 5, 10];

/** Every k-th dot; null where the result has none to show: none at all, or under a disclosure rule. */
export function dotData({ map, disclosure }: Result, every: number): DotData | null {
  const dots = map?.dots;
  if (dots === undefined || disclosure !== undefined) return null;
  const steps = every === 1 ? dots.steps : thinned(dots, every);
  if (steps.length === 0) return null;
  const { each, measure, step, west, south } = dots;
  return {
    each: each * every,
    count: steps.length / 2,
    people: measure.replaceAll('_', ' '),
    step,
    west,
    south,
    text: encodeLines([steps]),
  };
}

/** Of how many dots one is carried, so that the page is so many bytes lighter, or as light as it gets by that. */
export function thinDots(result: Result, bytes: number): number {
  const whole = jsonBytes(dotData(result, 1));
  return THINNED.find((every) => whole - jsonBytes(dotData(result, every)) >= bytes) ?? THINNED.at(-1)!;
}

/** Every k-th dot, from the middle of the first k on. */
function thinned({ steps }: MapDots, every: number): number[] {
  const found: number[] = [];
  let [x, y, lastX, lastY] = [0, 0, 0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]!;
    y += steps[i + 1]!;
    if ((i / 2) % every !== every >> 1) continue;
    found.push(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
  }
  return found;
}
