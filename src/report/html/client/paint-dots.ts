/**
 * Paints people as dots in short steps: read first, the first time.
 */
import { dotsIn, readDots, type DotSquares } from './dots.js';
import type { DotData } from './page-data.js';
import type { Projection } from '../../map/projection.js';
import type { Box } from './plane.js';

/** How dots look. */
export interface DotLook {
  readonly fill: string;
  readonly alpha: number;
}

/** Paints every k-th dot of a box; `scale` is pixels a unit of the plane. */
export type PaintDots = (
  context: CanvasRenderingContext2D,
  painting: { readonly box: Box; readonly scale: number; readonly every: number; readonly look: DotLook },
) => Generator<void, void>;

/** Pixels. */
const RADIUS = 1.3;
/** Dots after which a step ends. */
const STEP = 1000;

/** What paints the dots of a page. */
export function dotPainter(data: DotData, project: Projection): PaintDots {
  let squares: DotSquares | null = null;
  return function* (context, { box, scale, every, look }) {
    squares ??= yield* readDots(data, project);
    const radius = RADIUS / scale;
    context.fillStyle = look.fill;
    context.globalAlpha = look.alpha;
    context.beginPath();
    let drawn = 0;
    const found = dotsIn(squares, box, every, (x, y) => {
      drawn++;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    });
    while (found.next().done !== true) {
      if (drawn < STEP) continue;
      context.fill();
      context.beginPath();
      drawn = 0;
      yield;
    }
    context.fill();
    context.globalAlpha = 1;
    yield;
  };
}
