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

/** Pixels at the edges of a view that are kept for something else. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const NO_ROOM: Room = { left: 0, right: 0, top: 0, bottom: 0 };

/** The view in which a box takes that share of the tighter side of what is left beside the room. */
export function fitBox(box: Box, { width, height }: Size, share: number, room: Room = NO_ROOM): Place {
  const across = (width - room.left - room.right) / Math.max(box[2] - box[0], LEAST_SIZE);
  const down = (height - room.top - room.bottom) / Math.max(box[3] - box[1], LEAST_SIZE);
  const scale = share * Math.min(across, down);
  return {
    x: (box[0] + box[2]) / 2 - (room.left - room.right) / 2 / scale,
    y: (box[1] + box[3]) / 2 - (room.top - room.bottom) / 2 / scale,
    scale,
  };
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
