/**
 * TimelineChart: a bar for each vintage, all panels on one scale, the figures in a table below each; then who moved at
 * each step.
 *
 *     617,862                        The bars say nothing that the table does not: a reader hears the caption and the
 *     ██                             table, the drawing is passed over.
 *     ██ 393,612 386,898
 *     ██ ██      ██      133,486
 *     2021 2022  2024    2026
 */
import type { CourseOverTime, TimelineAnswer } from '../../../story/story.js';
import { formatNumber } from '../../../result/format-number.js';
import { listHead } from './list-head.js';
import { prose } from './prose.js';

const STEP = 96;
const BAR = 64;
const TOP = 22;
const TALL = 150;
const BOTTOM = 24;

/** Panels and steps as HTML. */
export function timelineChart({ heading, moments, courses, stepHeading, steps }: TimelineAnswer): string {
  const most = Math.max(0, ...courses.flatMap(({ points }) => points.map(({ amount }) => amount ?? 0)));
  const panels = courses.map(
    (course) =>
      `<figure><figcaption>${prose(course.title)}</figcaption>${bars(course, moments, most)}${figures(course, moments, heading)}</figure>`,
  );
  const rows = steps.map(
    ({ label, figure, detail }) =>
      `<li><span class="what">${prose(label)}</span><span class="detail">${prose(detail)}</span><span class="amount">${prose(figure)}</span></li>`,
  );
  return `${panels.length === 0 ? '' : `${listHead(heading, '')}\n<div class="courses">${panels.join('\n')}</div>\n`}${listHead(stepHeading, '')}<ul class="rows steps">${rows.join('\n')}</ul>`;
}

function bars({ points }: CourseOverTime, moments: readonly string[], most: number): string {
  const width = points.length * STEP;
  const base = TOP + TALL;
  const drawn = points.map(({ amount, figure }, i) => {
    const middle = i * STEP + STEP / 2;
    const high = amount === null || most === 0 ? 0 : (amount / most) * TALL;
    const left = middle - BAR / 2;
    const bar =
      amount === null
        ? `<path class="none" d="M${left} ${base}V${base - 12}h${BAR}V${base}"/>`
        : `<rect class="bar${i === points.length - 1 ? ' last' : ''}" x="${left}" y="${formatNumber(base - high, 1)}" width="${BAR}" height="${formatNumber(high, 1)}"/>`;
    const said = formatNumber(base - (amount === null ? 12 : high) - 6, 1);
    return `${bar}<text x="${middle}" y="${said}" text-anchor="middle">${prose(figure)}</text><text class="year" x="${middle}" y="${base + 18}" text-anchor="middle">${prose(moments[i]!)}</text>`;
  });
  return `<svg viewBox="0 0 ${width} ${base + BOTTOM}" aria-hidden="true" focusable="false">${drawn.join('')}<path class="base" d="M0 ${base}H${width}"/></svg>`;
}

function figures({ points, title }: CourseOverTime, moments: readonly string[], heading: string): string {
  const shares = points.some(({ share }) => share !== '');
  const rows = points.map(
    ({ figure, share, split }, i) =>
      `<tr><th scope="row">${prose(moments[i]!)}</th><td>${prose(figure)}</td>${shares ? `<td>${prose(share)}</td>` : ''}<td>${prose(split)}</td></tr>`,
  );
  return `<div class="table-frame"><table><caption class="for-readers">${prose(`${heading}, ${title}, at each vintage`)}</caption><thead><tr><th scope="col">Vintage</th><th scope="col">Outside</th>${shares ? '<th scope="col">Share</th>' : ''}<th scope="col">Split</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
