/**
 * The key of a map: a sample and words for everything drawn, then whose data it is.
 */
import type { MapRecord } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import { drawnShapes } from '../drawn-shapes.js';
import { shortenName } from '../../result/shorten-name.js';
import { wrapText } from '../text-width.js';
import { xmlText } from '../xml.js';
import { isOfMark, lineLook, MARKS, TINT } from './looks.js';
import { sharedUnits } from './shared-units.js';
import type { Paper } from './sheet-of-paper.js';
import { geometryPath } from './svg-paths.js';

const LINE = 28;
const SMALL_LINE = 15;

/** Parts of the key from the upper left corner down, and how high they are together in pixels. */
export function mapKey(result: Result, map: MapRecord, paper: Paper): { parts: string[]; height: number } {
  const samples = samplesOf(result, map, paper);
  const attributions = new Set(
    result.layers.map(({ attribution }) => attribution).filter((text) => text !== ''),
  );
  const small = [
    ...attributions,
    `Simplified for drawing. Made with coterminous ${result.tool.version}.`,
  ].flatMap((text) => wrapText(text, 52));
  const below = LINE * samples.length + LINE;
  return {
    parts: [
      ...samples.map(
        ({ words, look }, i) =>
          `<g transform="translate(0 ${LINE * i})">${look}<text x="36" y="13" font-size="14">${xmlText(shortenName(words))}</text></g>`,
      ),
      ...small.map(
        (line, i) => `<text x="0" y="${below + SMALL_LINE * i}" font-size="11">${xmlText(line)}</text>`,
      ),
    ],
    height: below + SMALL_LINE * small.length,
  };
}

function samplesOf(result: Result, map: MapRecord, paper: Paper): { words: string; look: string }[] {
  const titles = new Map(
    result.layers.map(({ id, title, vintage }) => [id, `${title}${vintage === null ? '' : ` ${vintage}`}`]),
  );
  const titleOf = (id: string | undefined): string => titles.get(id ?? '') ?? id ?? 'units';
  const drawn = drawnShapes(result).filter(({ geometry }) => geometryPath(geometry, paper) !== '');
  const line = (look: string): string => `<path d="M0 8H26" ${look}/>`;
  const box = (look: string): string => `<rect width="26" height="16" ${look}/>`;
  const shared = {
    words: `shared between ${titleOf(map.layers[0]?.id)}`,
    look: box(`fill="${TINT}" stroke="#6B7280" stroke-width="0.6"`),
  };
  return [
    ...map.layers.map(({ id }, i) => ({ words: titleOf(id), look: line(lineLook(i)) })),
    ...(sharedUnits(result).size > 0 ? [shared] : []),
    ...[...MARKS]
      .reverse()
      .filter((mark) => drawn.some(({ table }) => isOfMark(table, mark)))
      .map(({ words, form, look }) => ({ words, look: form === 'line' ? line(look) : box(look) })),
  ];
}
