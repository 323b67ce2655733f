/**
 * The frame of a small map, which the script draws from the outlines that the page carries for its large one.
 */
import { escapeHtml } from '../escape.js';
import type { SmallMapData } from '../client/small-map-data.js';

/** A frame with what shall be drawn in it; hidden until it is. */
export const smallMap = (wish: SmallMapData, label: string): string =>
  `<svg class="small-map" role="img" aria-label="${escapeHtml(label)}" data-small-map="${escapeHtml(JSON.stringify(wish))}"></svg>`;
