/**
 * Bars of people outside the main partner, one a unit, in a table that says the same in figures.
 */
import type { Result } from '../../result/result.js';
import { wholeText } from '../../trouble/count-text.js';
import { formatNumber } from '../../result/format-number.js';
import { shortenName } from '../../result/shorten-name.js';
import { escapeHtml } from './escape.js';
import { layerWords } from '../../result/layer-words.js';
import type { Split } from '../../story/splits.js';

const MOST_BARS = 40;

/** The charts as HTML, or '' where no unit is shared. */
export function chartSection(result: Result, splits: readonly Split[]): string {
  const charts = splits.filter(({ units }) => units.length > 0).map((split, i) => chart(result, split, i));
  if (charts.length === 0) return '';
  return `<section aria-labelledby="chart">
<h2 id="chart">Outside the main partner</h2>
${charts.join('\n')}
</section>`;
}

function chart(result: Result, { a, b, measure, units }: Split, number: number): string {
  const [mine, other] = [layerWords(b, result), layerWords(a, result)];
  const what = measure === null ? 'Hectares' : capital(measure.replaceAll('_', ' '));
  const layer = (result.map?.layers ?? []).findIndex(({ id }) => id === b.id);
  const most = Math.max(...units.map(({ outside }) => outside ?? 0), 1);
  const shown = units.slice(0, MOST_BARS);
  const rows = shown.map((unit) => {
    const length = formatNumber((100 * (unit.outside ?? 0)) / most, 2);
    const share =
      unit.outside !== null && unit.amount !== null && unit.amount > 0
        ? `${formatNumber((100 * unit.outside) / unit.amount, 1)} %`
        : '';
    return `<tr><th scope="row"><span data-choose="u:${layer}:${escapeHtml(unit.code)}">${escapeHtml(unit.name)}</span></th>
<td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${length}" height="10"/></svg></td>
<td class="figure">${unit.outside === null ? 'withheld' : wholeText(unit.outside)}</td><td class="figure">${share}</td><td class="if-wide">${escapeHtml(shortenName(unit.mainName))}</td></tr>`;
  });
  const more = units.length - shown.length;
  const caption = `${what} outside the main ${other.one}, for each of the ${wholeText(units.length)} ${mine.many} in two or more ${other.many}`;
  return `<div class="scroll" tabindex="0" role="region" aria-labelledby="chart-${number}">
<table class="chart">
<caption id="chart-${number}"><span>${escapeHtml(caption)}</span></caption>
<thead><tr><th scope="col">${escapeHtml(capital(mine.short))}</th><td></td><th scope="col" class="figure">${escapeHtml(what)} outside</th><th scope="col" class="figure">Share</th><th scope="col" class="if-wide">Main ${escapeHtml(other.one)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>${more > 0 ? `\n<p>${wholeText(more)} more are in the tables.</p>` : ''}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
