/**
 * What was laid out on a map of people, as SVG: circles, leaders, labels, insets, key, scale bar.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { roundLength } from '../../html/client/labels.js';
import { xmlText } from '../../xml.js';
import { advance } from './advance.js';
import { grown, type Box, type Point } from './boxes.js';
import type { LaidCircle, LaidMap } from './laid-map.js';
import type { Look, Part } from './looks.js';
import { BADGE_RADIUS, BADGE_ROOM } from './label-text.js';
import { INSET_TITLE } from './place-insets.js';
import { KEY_AIR, KEY_LINE, KEY_SAMPLE, KEY_TITLE_LINE, type KeyRow } from './place-key.js';
import type { LaidLabel } from './place-beside.js';

/** Tenths of a pixel. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

const lineData = (line: readonly Point[]): string =>
  line.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');

/** Attributes that say which circle a part belongs to, so that a page can light it. */
const ofCircle = (circle: number): string => `data-circle="${circle}"`;

/** A circle, or the dot of a piece that has a number. */
export function circlePart(
  { circle, x, y, radius, number }: LaidCircle,
  look: Look,
  part: Part = 'circle',
): string {
  const own = number === null ? part : 'dot';
  return `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" ${look(own)} ${ofCircle(circle)}/>`;
}

/** A number in its disc, whose left edge is given. */
function badgePart(number: number, left: number, middle: number, look: Look): string {
  const x = tenth(left + BADGE_RADIUS);
  return `<circle cx="${x}" cy="${tenth(middle)}" r="${BADGE_RADIUS}" ${look('badge')}/><text x="${x}" y="${tenth(middle + 4.5)}" font-size="13" text-anchor="middle" ${look('badge-text')}>${number}</text>`;
}

/** A label and its leader. */
export function labelPart(
  { circle, block, box, leader, ...laid }: LaidLabel,
  look: Look,
  figure: Part = 'figure',
): string {
  const { badge } = block;
  const align = badge === null ? laid.align : 'left';
  const x =
    { left: box.left, right: box.right, middle: (box.left + box.right) / 2 }[align] +
    (badge === null ? 0 : BADGE_ROOM);
  const anchor = { left: '', right: ' text-anchor="end"', middle: ' text-anchor="middle"' }[align];
  let y = box.top;
  const lines = block.lines.map(({ runs, size, height }) => {
    y += height;
    const text = runs
      .map((run) => `<tspan ${look(run.look === 'figure' ? figure : run.look)}>${xmlText(run.text)}</tspan>`)
      .join('');
    return `<text x="${tenth(x)}" y="${tenth(y - height * 0.26)}" font-size="${size}"${anchor} xml:space="preserve">${text}</text>`;
  });
  const line = leader.length === 0 ? '' : `<path d="${lineData(leader)}" ${look('leader')}/>`;
  const disc =
    badge === null ? '' : badgePart(badge, box.left, box.top + (block.lines[0]?.height ?? 0) / 2, look);
  return `<g ${ofCircle(circle)}>${line}${disc}${lines.join('')}</g>`;
}

/** Circles, leaders and labels of the picture itself, without insets. */
export function laidParts(
  laid: LaidMap,
  look: Look,
  partOf: (circle: number) => Part,
  isNone: (circle: number) => boolean,
): string[] {
  return [
    ...laid.circles.map((circle) => circlePart(circle, look, partOf(circle.circle))),
    ...laid.clusters.map(
      ({ disc }) =>
        `<circle cx="${tenth(disc.x)}" cy="${tenth(disc.y)}" r="${tenth(disc.radius)}" ${look('source')} stroke-dasharray="4 3"/>`,
    ),
    ...laid.labels.map((label) => labelPart(label, look, isNone(label.circle) ? 'figure-none' : 'figure')),
  ];
}

/** A rectangle with its attributes. */
export const rectPart = ({ left, top, right, bottom }: Box, attributes: string): string =>
  `<rect x="${tenth(left)}" y="${tenth(top)}" width="${tenth(right - left)}" height="${tenth(bottom - top)}" ${attributes}/>`;

/** An inset: leader and rectangle on the picture, then its frame, its land (given), circles, title. */
export function insetParts(
  inset: LaidMap['insets'][number],
  land: string,
  look: Look,
  {
    id,
    partOf,
    isButton = false,
  }: { readonly id: string; readonly partOf: (circle: number) => Part; readonly isButton?: boolean },
): string[] {
  const { box, source, leader, title, sum, laid, labels } = inset;
  const titleWidth = advance(`${title} `, 13, true);
  const fits = titleWidth + advance(sum, 13) < box.right - box.left - 16;
  const inside = { ...box, top: box.top + INSET_TITLE };
  const button = isButton
    ? ` tabindex="0" role="button" aria-label="${xmlText(`${title}, ${sum}. Zoom in`)}" data-inset="${id}"`
    : '';
  return [
    rectPart(source, look('source')),
    `<path d="${lineData(leader)}" ${look('leader')}/>`,
    `<g${button}>`,
    rectPart(box, look('inset')),
    `<clipPath id="${id}">${rectPart(inside, '')}</clipPath>`,
    `<g clip-path="url(#${id})">${land}`,
    ...laid.map((circle) => circlePart(circle, look, partOf(circle.circle))),
    ...labels.map((label) => labelPart(label, look)),
    '</g>',
    rectPart(box, look('source')),
    `<text x="${tenth(box.left + 8)}" y="${tenth(box.top + 17)}" font-size="13" xml:space="preserve"><tspan ${look('name')}>${xmlText(title)}</tspan>${fits ? `<tspan ${look('second')}> ${xmlText(sum)}</tspan>` : ''}</text>`,
    '</g>',
  ];
}

/** The key in its box. `partOf` a sample is the look of its line or area. */
export function keyParts({ key }: LaidMap, look: Look): string[] {
  if (key === null) return [];
  const { left, top } = key.box;
  const parts: string[] = key.hasGround ? [rectPart(grown(key.box, KEY_AIR), look('ground'))] : [];
  let y = top;
  for (const line of key.title) {
    parts.push(
      `<text x="${tenth(left)}" y="${tenth(y + 13)}" font-size="${key.size}" ${look('name')}>${xmlText(line)}</text>`,
    );
    y += KEY_TITLE_LINE;
  }
  if (key.title.length > 0) y += 5;
  const first = key.circles[0]?.radius ?? 0;
  if (key.circles.length > 0) {
    const height = Math.max(2 * first, 16 * key.circles.length);
    const foot = y + 2 + (height + 2 * first) / 2;
    key.circles.forEach(({ radius, text }, i) => {
      const [cx, textY] = [left + first + 1, y + 12 + (height / key.circles.length) * i];
      parts.push(
        `<circle cx="${tenth(cx)}" cy="${tenth(foot - radius)}" r="${tenth(radius)}" ${look('key-circle')}/>`,
        `<path d="${lineData([
          [cx, foot - 2 * radius],
          [left + 2 * first + 8, textY - 4],
        ])}" ${look('leader')}/>`,
        `<text x="${tenth(left + 2 * first + 12)}" y="${tenth(textY)}" font-size="${key.size}" ${look('second')}>${text}</text>`,
      );
    });
    y += height + 8;
  }
  for (const { sample, words } of key.rows) {
    const middle = y + KEY_LINE / 2;
    const indent = sample === 'arrow' ? 18 : KEY_SAMPLE;
    parts.push(
      keySample(sample, left, middle, look),
      `<text x="${tenth(left + indent)}" y="${tenth(middle + 4.5)}" font-size="${key.size}" ${look('second')}>${xmlText(words)}</text>`,
    );
    y += KEY_LINE;
  }
  return parts;
}

/** What a row of a key has before its words, at a height. */
export function keySample(sample: KeyRow['sample'], left: number, middle: number, look: Look): string {
  const line = (part: Part): string => `<path d="M${tenth(left)} ${tenth(middle)}h26" ${look(part)}/>`;
  const area = (part: Part): string =>
    `<rect x="${tenth(left)}" y="${tenth(middle - 6)}" width="26" height="12" ${look(part)}/>`;
  const disc = (radius: number, part: Part): string =>
    `<circle cx="${tenth(left + 13)}" cy="${tenth(middle)}" r="${radius}" ${look(part)}/>`;
  switch (sample) {
    case 'border':
    case 'former':
    case 'minor':
    case 'place':
      return line(sample);
    case 'piece':
      return area('tint');
    case 'unit':
      return area('told-land');
    case 'moved':
    case 'gap':
    case 'double':
      return area(sample);
    case 'circle':
    case 'fault':
      return disc(6, sample);
    case 'dots':
      return disc(2, 'dot');
    case 'cross':
      return `<path d="${crossData(left + 13, middle, 5)}" ${look('cross')}/>`;
    case 'arrow':
      return `<text x="${tenth(left)}" y="${tenth(middle + 4.5)}" font-size="13" ${look('second')}>→</text>`;
  }
}

/** Path data of a cross about a place, `half` of it to each side. */
export const crossData = (x: number, y: number, half: number): string =>
  [-half, half]
    .map((down) => `M${tenth(x - half)} ${tenth(y + down)}L${tenth(x + half)} ${tenth(y - down)}`)
    .join('');

/** The scale bar at the lower left, and the box it takes; pixels a kilometre as given. */
export function scaleBar(height: number, pixelsPerKilometre: number, look: Look): { part: string; box: Box } {
  const metres = roundLength(110_000 / pixelsPerKilometre);
  const length = (metres / 1000) * pixelsPerKilometre;
  const text = metres >= 1000 ? `${wholeText(metres / 1000)} km` : `${wholeText(metres)} m`;
  const y = height - 14;
  return {
    part: `<path d="M14 ${y - 5}v5h${tenth(length)}v-5" ${look('leader')}/><text x="20" y="${y - 5}" font-size="12" ${look('second')}>${text}</text>`,
    box: { left: 10, top: y - 20, right: 20 + length, bottom: y + 4 },
  };
}
