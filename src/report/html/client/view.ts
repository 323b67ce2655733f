/**
 * Views of the map: a middle on the plane (kilometres) and a scale (pixels a kilometre) in so many pixels.
 */
import type { Box } from './plane.js';

/** The middle in kilometres, pixels a kilometre, width and height in pixels. */
export interface View {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
}

type Size = { readonly width: number; readonly height: number };
type Place = { readonly x: number; readonly y: number; readonly scale: number };

/** Kilometres that are shown at least, however small a box is. */
const LEAST_SIZE = 1;
/** Share of the view that the whole map takes at its smallest. */
const SMALLEST = 0.3;

/** The view in which a box takes that share of the tighter side. */
export function fitBox(box: Box, { width, height }: Size, share: number): Place {
  const across = width / Math.max(box[2] - box[0], LEAST_SIZE);
  const down = height / Math.max(box[3] - box[1], LEAST_SIZE);
  return { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, scale: share * Math.min(across, down) };
}

/** The scale at which the whole map is as small as it gets. */
export function leastScale(whole: Box, { width, height }: Size): number {
  const size = Math.max(whole[2] - whole[0], whole[3] - whole[1], LEAST_SIZE);
  return (SMALLEST * Math.min(width, height)) / size;
}

/** The view at another scale in which the position under a pixel stays where it is. */
export function zoomAbout(view: Size & Place, scale: number, atX: number, atY: number): Place {
  const turn = 1 / view.scale - 1 / scale;
  return {
    x: view.x + (atX - view.width / 2) * turn,
    y: view.y + (atY - view.height / 2) * turn,
    scale,
  };
}
