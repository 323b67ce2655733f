/**
 * A small bar: a part of a whole, with a dark line at its end. The figure stands beside it.
 */
import { formatNumber } from '../../../result/format-number.js';

/** What the part is: people outside, those in one, in none, a place or all that is counted. */
export type BarTone = 'people' | 'one' | 'none' | 'place';

/** The bar of a share from 0 to 1 as an SVG drawing, '' for none. */
export function shareBar(share: number | null, tone: BarTone = 'people'): string {
  if (share === null) return '';
  const end = formatNumber(100 * Math.min(Math.max(share, 0), 1), 2);
  return `<svg class="share-bar bar-${tone}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rest" width="100" height="10"/><rect class="part" width="${end}" height="10"/><path class="end" d="M${end} 0V10"/></svg>`;
}
