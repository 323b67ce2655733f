/**
 * The circles of a map in their sizes and their order.
 */
import type { Disc } from './boxes.js';
import { circleRadius } from './circle-sizes.js';
import type { LaidCircle, MapCircle, MapScene } from './laid-map.js';
import type { Sizes } from './medium-sizes.js';

/** Radius of the dot in an area that is drawn by itself. */
const DOT_RADIUS = 2.5;

/** The disc of each circle. */
export function sizedCircles(circles: readonly MapCircle[], { largestRadius }: Sizes): Disc[] {
  const largest = Math.max(0, ...circles.map(({ amount }) => amount ?? 0));
  return circles.map(({ x, y, amount, number, isDot }) => ({
    x,
    y,
    radius: isDot || number !== null ? DOT_RADIUS : circleRadius(amount, largest, largestRadius),
  }));
}

/** Circles in their places, the largest first. */
export const laidCircles = ({ circles }: MapScene, discs: readonly Disc[]): LaidCircle[] =>
  discs
    .map((disc, circle): LaidCircle => ({ ...disc, circle, number: circles[circle]!.number }))
    .sort((p, q) => q.radius - p.radius || p.circle - q.circle);
