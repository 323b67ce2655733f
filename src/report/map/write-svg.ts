/**
 * The map of a result as one SVG picture for a slide: the finding, what is counted, the map with its key, whose data it is.
 *
 *     ┌ finding ────────────────┐
 *     │ statistic               │
 *     │ ┌─────────────────────┐ │
 *     │ │ 54,726 Name ──●  key│ │
 *     │ └─────────────────────┘ │
 *     │ source                  │
 *     └─────────────────────────┘
 */
import type { Result } from '../../result/result.js';
import type { Story } from '../../story/story.js';
import { tellStory } from '../../story/tell-story.js';
import { InputError } from '../../trouble/input-error.js';
import { xmlText } from '../xml.js';
import { describeMap } from './describe-map.js';
import { checkPicture } from './people-map/check-picture.js';
import type { Medium } from './people-map/laid-map.js';
import { INK, paperLook, patterns, SECOND } from './people-map/looks.js';
import { mapPicture } from './people-map/map-picture.js';
import { proposalPicture } from './people-map/proposal-picture.js';
import { wrapToWidth } from './people-map/wrap-to-width.js';

const FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";
const MARGIN = 30;

/** What a picture is made for. */
export interface PictureSize {
  /** Of the frame around the map, in pixels. */
  readonly width: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
  readonly medium: Medium;
  /** Whether title and sources stand around it. */
  readonly isTitled: boolean;
}

const SLIDE: PictureSize = {
  width: 960,
  leastHeight: 440,
  mostHeight: 690,
  medium: 'screen',
  isTitled: true,
};

/** Size of a picture in pixels, and its text. */
export interface SvgPicture {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** The picture as text that ends with a line feed. Throws InputError where the result has no map. */
export const writeSvg = (result: Result): string => `${drawSvg(result).svg}\n`;

/** The picture with its size. Throws InputError where the result has no map. */
export function drawSvg(
  result: Result,
  size: PictureSize = SLIDE,
  story: Story = tellStory(result),
): SvgPicture {
  const { map } = result;
  if (map === undefined) throw noMap(result);
  const wishes = { ...size, look: paperLook, id: 'map' };
  const { answer } = story;
  const small =
    answer?.kind === 'matrix'
      ? proposalPicture(result, map, answer, story.map, wishes)
      : answer?.kind === 'findings'
        ? checkPicture(map, answer, wishes)
        : null;
  const picture = small ?? mapPicture(result, map, story.map, wishes);
  const margin = size.isTitled ? MARGIN : 0;
  const width = picture.width + 2 * margin;
  const above = size.isTitled
    ? titleParts(
        story,
        small === null ? story.map?.subtitle || story.subtitle : story.subtitle,
        picture.width,
      )
    : { parts: [], height: 0 };
  const below = size.isTitled ? sourceParts(result, picture.width) : { parts: [], height: 0 };
  const height = Math.ceil(2 * margin + above.height + picture.height + below.height);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="en-GB" font-family="${FONT}" fill="${INK}">`,
    `<title id="title">${xmlText(story.headline)}</title><desc id="desc">${xmlText(describeMap(result))}</desc>`,
    `<defs>${patterns}</defs>`,
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    ...above.parts,
    `<g transform="translate(0 ${above.height})">`,
    ...picture.parts,
    '</g>',
    `<g transform="translate(0 ${above.height + picture.height})">`,
    ...below.parts,
    '</g>',
    '</g>',
    '</svg>',
  ].join('\n');
  return { width, height, svg };
}

interface Strip {
  readonly parts: readonly string[];
  readonly height: number;
}

/** The finding and what is counted, above the frame. */
function titleParts({ headline }: Story, subtitle: string, width: number): Strip {
  const title = wrapToWidth(headline, 26, width, true);
  const second = wrapToWidth(subtitle, 15, width);
  const text = (line: string, y: number, look: string): string =>
    `<text x="0" y="${y}" ${look}>${xmlText(line)}</text>`;
  return {
    parts: [
      ...title.map((line, i) => text(line, 22 + 31 * i, 'font-size="26" font-weight="bold"')),
      ...second.map((line, i) =>
        text(line, 31 * title.length + 14 + 20 * i, `font-size="15" fill="${SECOND}"`),
      ),
    ],
    height: 31 * title.length + 20 * second.length + 12,
  };
}

/** Whose data it is, below the frame. */
function sourceParts(result: Result, width: number): Strip {
  const attributions = new Set(
    result.layers.map(({ attribution }) => attribution).filter((text) => text !== ''),
  );
  const lines = [
    ...attributions,
    `Simplified for drawing. Made with coterminous ${result.tool.version}.`,
  ].flatMap((text) => wrapToWidth(text, 11, width));
  return {
    parts: lines.map(
      (line, i) => `<text x="0" y="${20 + 15 * i}" font-size="11" fill="${SECOND}">${xmlText(line)}</text>`,
    ),
    height: 12 + 15 * lines.length,
  };
}

const noMap = ({ command }: Result): InputError =>
  new InputError({
    id: 'no-map-to-draw',
    message: `this result of ${command} has no map`,
    hint: 'Give layers with shapes; a saved result has the map of the run that wrote it',
  });
