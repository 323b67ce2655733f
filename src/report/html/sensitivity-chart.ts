/**
 * How the count of real overlaps depends on the tolerance: a line, its points in a table, the tolerance used marked.
 */
import { layersNamed } from '../../result/layer-words.js';
import type { Result, SensitivityPoint } from '../../result/result.js';
import { wholeText } from '../../trouble/count-text.js';
import { formatNumber } from '../../result/format-number.js';
import { escapeHtml } from './escape.js';

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 46;
const BOTTOM = 40;
const TOP = 14;
const RIGHT = 16;

/** A chart and a table for each pair of layers; '' where no sensitivity was asked for. */
export function sensitivityCharts(result: Result): string {
  const pairs = new Map<string, SensitivityPoint[]>();
  for (const point of result.sensitivity) {
    const name = layersNamed(point.layers, result);
    pairs.set(name, [...(pairs.get(name) ?? []), point]);
  }
  if (pairs.size === 0) return '';
  return `<h3>How the tolerance matters</h3>\n${[...pairs].map(([name, points]) => oneChart(result, name, points)).join('\n')}`;
}

function oneChart(result: Result, name: string, points: readonly SensitivityPoint[]): string {
  const used = result.tolerances.find(({ layers }) => layersNamed(layers, result) === name)?.metres ?? null;
  const furthest = Math.max(...points.map((point) => point.tolerance_m), 1);
  const most = Math.max(...points.map((point) => point.material_pairs), 1);
  // The square root gives small tolerances, where the count moves, the room they need.
  const x = (metres: number): string =>
    formatNumber(LEFT + Math.sqrt(metres / furthest) * (WIDTH - LEFT - RIGHT), 1);
  const y = (pairs: number): string =>
    formatNumber(HEIGHT - BOTTOM - (pairs / most) * (HEIGHT - TOP - BOTTOM), 1);
  const step = niceStep(most / 4);
  const rules = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step).map(
    (value) =>
      `<path class="rule" d="M${LEFT} ${y(value)}H${WIDTH - RIGHT}"/><text x="${LEFT - 6}" y="${y(value)}" dy="4" text-anchor="end">${wholeText(value)}</text>`,
  );
  const ticks = [0, 20, 100, 400, 1000]
    .filter((metres) => metres <= furthest)
    .map(
      (metres) =>
        `<text x="${x(metres)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${wholeText(metres)}</text>`,
    );
  const line = points
    .map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.tolerance_m)} ${y(point.material_pairs)}`)
    .join('');
  const dots = points
    .map((point) => `<circle cx="${x(point.tolerance_m)}" cy="${y(point.material_pairs)}" r="3"/>`)
    .join('');
  const mark =
    used === null || used > furthest
      ? ''
      : `<path class="used" d="M${x(used)} ${TOP}V${HEIGHT - BOTTOM}"/><text class="used-text" x="${x(used)}" y="${TOP}" dx="5" dy="6">used: ${formatNumber(used, null)} m</text>`;
  const rows = points.map(
    (point) =>
      `<tr${point.tolerance_m === used ? ' class="used-row"' : ''}><th scope="row" class="figure">${wholeText(point.tolerance_m)} m${point.tolerance_m === used ? ' (used)' : ''}</th><td class="figure">${wholeText(point.material_pairs)}</td><td class="figure">${wholeText(point.sliver_pairs)}</td><td class="figure">${wholeText(point.sliver_ha)}</td></tr>`,
  );
  const flat = points.filter((point) => point.material_pairs === points.at(-1)!.material_pairs);
  const reading = `Pairs of ${name} that count as real overlaps, by tolerance in metres (square-root scale): ${wholeText(points[0]!.material_pairs)} at ${wholeText(points[0]!.tolerance_m)} m, ${wholeText(flat[0]!.material_pairs)} from ${wholeText(flat[0]!.tolerance_m)} m on.`;
  return `<figure class="curve">
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(`Line chart. ${reading}`)}">
${rules.join('')}${ticks.join('')}<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">tolerance in metres</text>
${mark}<path class="line" d="${line}"/>${dots}
</svg>
<figcaption>${escapeHtml(reading)}</figcaption>
</figure>
<details class="notes"><summary>The curve as a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Sensitivity of ${escapeHtml(name)}"><table class="small">
<caption>Real overlaps and slivers of ${escapeHtml(name)} by tolerance</caption>
<thead><tr><th scope="col" class="figure">Tolerance</th><th scope="col" class="figure">Real overlaps</th><th scope="col" class="figure">Slivers</th><th scope="col" class="figure">ha in slivers</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>
</details>`;
}

/** 1, 2 or 5 times a power of ten, at least so much. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least)!;
}
