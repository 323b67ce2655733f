/**
 * Draws the small maps of the list, and again when their size changes.
 */
import type { Page } from './page.js';
import { smallFileMap } from './small-file-map.js';
import type { SmallMapData } from './small-map-data.js';
import { smallMoveMap } from './small-move-map.js';
import { smallProposalMap } from './small-proposal-map.js';

/** Draws every small map of the page. */
export function drawSmallMaps(page: Page): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>('svg[data-small-map]')) {
    const wish = JSON.parse(svg.dataset['smallMap']!) as SmallMapData;
    let drawn = -1;
    const draw = (): void => {
      const { width } = svg.getBoundingClientRect();
      if (width === 0 || width === drawn) return;
      drawn = width;
      if (wish.kind === 'move') smallMoveMap(page, svg, wish);
      else if (wish.kind === 'proposal') smallProposalMap(page, svg, wish);
      else smallFileMap(page, svg, wish);
    };
    new ResizeObserver(draw).observe(svg);
    draw();
  }
}
