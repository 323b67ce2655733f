/**
 * CoverBar: people in one, in several, in none, as one bar of true widths. Its figures stand above it.
 */
import { formatNumber } from '../../../result/format-number.js';
import type { CoverBar } from '../../../story/story.js';
import { escapeHtml } from '../escape.js';

/** From the left; orange stands between the dark ones, which cannot be told apart side by side. */
const PARTS = ['one', 'several', 'none'] as const;

/** The bar as HTML, or '' where there is nothing to draw; a part of nobody is not drawn. */
export function coverBar(bar: CoverBar | null): string {
  if (bar === null || total(bar) === 0) return '';
  const parts = PARTS.filter((part) => bar[part] > 0).map((part) => `<span class="cover-${part}"></span>`);
  return `<div class="cover-bar" role="img" aria-label="${escapeHtml(bar.text)}">${parts.join('')}</div>`;
}

/** The rules of the style sheet that give the parts of a bar their widths: no element may carry a style. */
export const coverWidths = (bar: CoverBar | null): string =>
  bar === null || total(bar) === 0
    ? ''
    : PARTS.map(
        (part) =>
          `.cover-bar .cover-${part} { flex-grow: ${formatNumber((1000 * bar[part]) / total(bar), 4)}; }\n`,
      ).join('');

const total = (bar: CoverBar): number => PARTS.reduce((sum, part) => sum + bar[part], 0);
