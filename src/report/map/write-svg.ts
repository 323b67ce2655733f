/**
 * The map of a result as one SVG picture for a slide: units, what is shared or misaligned, a key, and whose data it is.
 *
 *     ┌ headline ───────────────┐
 *     │  ┌────────┐   ▨ patch    │     the first layer in thick lines, the others in thin ones; units that are shared
 *     │  │  map   │   ─ ICBs     │     between units of the first are tinted and named
 *     │  └────────┘   source     │
 *     └──────────────────────────┘
 */
import type { MapRecord, Result } from '../../measures/result.js';
import { InputError } from '../../trouble/input-error.js';
import { shortenName } from '../shorten-name.js';
import { oneLine, wrapText } from '../text-width.js';
import { xmlText } from '../xml.js';
import { describeMap } from './describe-map.js';
import { placeLabels } from './labels.js';
import { arcPositions, arcsOfLayer, ringPositions, type Position } from './map-lines.js';
import { boundsOf, commonBounds, fitPaper, type Bounds, type Paper } from './sheet-of-paper.js';
import { sharedUnits } from './shared-units.js';
import { geometryPath, linePath } from './svg-paths.js';

const MAP_WIDTH = 900;
const MAP_HEIGHT = 1000;
const MARGIN = 30;
const KEY_WIDTH = 340;
const FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** Colours of the Government Analysis Function, light to dark enough to be told apart in print too. */
const INK = '#0B0C0C';
const LINES = ['#12436D', '#6B7280', '#801650', '#28A197'] as const;
const TINT = '#FBE3D6';
const FILLS: Readonly<Record<string, string>> = { patches: '#F46A25', gaps: '#801650', doubles: '#28A197' };
const WORDS: Readonly<Record<string, string>> = {
  patches: 'misaligned patch',
  gaps: 'gap: no unit covers it',
  doubles: 'double cover',
  stretches: 'border that deviates',
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
export function drawSvg(result: Result): SvgPicture {
  const { map } = result;
  if (map === undefined) throw noMap(result);
  const whole = arcPositions(map);
  const paper = fitPaper(boundsOfMap(result, map, whole), MAP_WIDTH, MAP_HEIGHT);
  const arcs = whole.map((arc) => thinned(arc, paper));
  const width = paper.width + KEY_WIDTH + 3 * MARGIN;
  const title = wrapText(oneLine(result.summary[0] ?? ''), Math.floor((width - 2 * MARGIN) / 11));
  const top = MARGIN + 26 * title.length + 10;
  const key = keyLines(result, map, arcs, paper);
  const height = Math.max(paper.height, key.height) + top + MARGIN;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="en-GB" font-family="${FONT}" fill="${INK}">`,
    `<title id="title">${xmlText(title.join(' '))}</title><desc id="desc">${xmlText(describeMap(result))}</desc>`,
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<rect width="6" height="6" fill="${FILLS['patches']!}"/><path d="M0 0V6" stroke="#FFFFFF" stroke-width="2"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    ...title.map(
      (line, i) =>
        `<text x="${MARGIN}" y="${MARGIN + 20 + 26 * i}" font-size="20" font-weight="bold">${xmlText(line)}</text>`,
    ),
    `<clipPath id="box"><rect width="${paper.width}" height="${paper.height}"/></clipPath>`,
    `<g transform="translate(${MARGIN} ${top})" clip-path="url(#box)">`,
    ...mapParts(result, map, arcs, paper),
    '</g>',
    `<g transform="translate(${paper.width + 2 * MARGIN} ${top})">`,
    ...key.parts,
    '</g>',
    '</svg>',
  ].join('\n');
  return { width, height, svg };
}

/** Reports that hold two layers against each other show what both cover, all others show all. */
const OF_BOTH = ['overlap', 'align', 'suggest', 'scenario'];

function boundsOfMap(
  { command }: Result,
  { layers }: MapRecord,
  arcs: readonly (readonly Position[])[],
): Bounds {
  const of = (used: readonly number[]): Bounds[] => {
    const bounds = boundsOf(used.map((k) => arcs[k]!));
    return bounds === null ? [] : [widened(bounds)];
  };
  const each = layers.flatMap(({ units }) => of(arcsOfLayer(units)));
  const all = of(arcs.map((_, k) => k));
  return (OF_BOTH.includes(command) && each.length > 0 ? commonBounds(each) : all[0]) ?? NOWHERE;
}

const NOWHERE: Bounds = { west: -1, south: 51, east: 1, north: 52 };

/** A little air, so that lines along the edge are drawn whole. */
function widened({ west, south, east, north }: Bounds): Bounds {
  const air = 0.01 * Math.max(east - west, north - south, 1e-4);
  return { west: west - air, south: south - air, east: east + air, north: north + air };
}

/** Positions closer than this many pixels to the one before are not drawn. */
const FINEST = 0.7;

/** An arc with its ends and what can be seen between them; both neighbours draw the same. */
function thinned(arc: readonly Position[], { place }: Paper): Position[] {
  let [lastX, lastY] = [Infinity, Infinity];
  return arc.filter((position, i) => {
    const [x, y] = place(position);
    const isEnd = i === 0 || i === arc.length - 1;
    if (!isEnd && Math.hypot(x - lastX, y - lastY) < FINEST) return false;
    [lastX, lastY] = [x, y];
    return true;
  });
}

function mapParts(
  result: Result,
  map: MapRecord,
  arcs: readonly (readonly Position[])[],
  paper: Paper,
): string[] {
  const [first, ...others] = map.layers;
  const shared = sharedUnits(result);
  const path = (data: string, look: string): string => (data === '' ? '' : `<path d="${data}" ${look}/>`);
  const landOf = (layer: MapRecord['layers'][number], wanted: (code: string) => boolean): string =>
    layer.units
      .filter(({ code }) => wanted(code))
      .flatMap(({ polygons }) =>
        polygons.flatMap((rings) => rings.map((ring) => linePath(ringPositions(ring, arcs), paper, true))),
      )
      .join('');
  const borders = (layer: MapRecord['layers'][number]): string =>
    arcsOfLayer(layer.units)
      .map((k) => linePath(arcs[k]!, paper, false))
      .join('');
  const shapes = (table: string): string =>
    (result.shapes ?? [])
      .filter((shape) => shape.table === table)
      .map(({ geometry }) => geometryPath(geometry, paper))
      .join('');
  return [
    ...map.layers.map((layer) =>
      path(
        landOf(layer, () => true),
        'fill="#F3F5F7"',
      ),
    ),
    ...others.map((layer) =>
      path(
        landOf(layer, (code) => shared.has(`${layer.id} ${code}`)),
        `fill="${TINT}"`,
      ),
    ),
    ...['doubles', 'gaps'].map((table) => path(shapes(table), `fill="${FILLS[table]!}" fill-rule="evenodd"`)),
    path(shapes('patches'), 'fill="url(#hatch)" fill-rule="evenodd"'),
    ...others.map((layer, i) => path(borders(layer), lineLook(i + 1))),
    first === undefined ? '' : path(borders(first), lineLook(0)),
    path(
      shapes('stretches'),
      `fill="none" stroke="${FILLS['patches']!}" stroke-width="2.5" stroke-linecap="round"`,
    ),
    ...labelParts(map, arcs, paper, shared),
  ].filter((part) => part !== '');
}

const lineLook = (layer: number): string =>
  `fill="none" stroke="${LINES[layer % LINES.length]!}" stroke-width="${layer === 0 ? 1.8 : 0.6}" stroke-linejoin="round"`;

function labelParts(
  map: MapRecord,
  arcs: readonly (readonly Position[])[],
  paper: Paper,
  shared: ReadonlySet<string>,
): string[] {
  const wanted = map.layers.flatMap((layer) =>
    layer.units.filter(({ code }) => shared.has(`${layer.id} ${code}`)),
  );
  return placeLabels(wanted, arcs, paper).map(
    ({ text, x, y }) =>
      `<text x="${x}" y="${y}" font-size="12" text-anchor="middle" paint-order="stroke" stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round">${xmlText(text)}</text>`,
  );
}

/** Sample and words for everything drawn, then the sources. */
function keyLines(
  result: Result,
  map: MapRecord,
  arcs: readonly (readonly Position[])[],
  paper: Paper,
): { parts: string[]; height: number } {
  const titles = new Map(
    result.layers.map(({ id, title, vintage }) => [id, `${title}${vintage === null ? '' : ` ${vintage}`}`]),
  );
  const drawn = new Set(
    (result.shapes ?? [])
      .filter(({ geometry }) => geometryPath(geometry, paper) !== '')
      .map(({ table }) => table),
  );
  const samples = [
    ...map.layers.map(({ id }, i) => ({
      words: titles.get(id) ?? id,
      look: `<path d="M0 8H26" ${lineLook(i)}/>`,
    })),
    ...(arcs.length > 0 && sharedUnits(result).size > 0
      ? [
          {
            words: `shared between ${titles.get(map.layers[0]?.id ?? '') ?? 'units'}`,
            look: `<rect width="26" height="16" fill="${TINT}" stroke="#6B7280" stroke-width="0.6"/>`,
          },
        ]
      : []),
    ...['patches', 'gaps', 'doubles']
      .filter((table) => drawn.has(table))
      .map((table) => ({
        words: WORDS[table]!,
        look: `<rect width="26" height="16" fill="${table === 'patches' ? 'url(#hatch)' : FILLS[table]!}"/>`,
      })),
    ...(drawn.has('stretches')
      ? [
          {
            words: WORDS['stretches']!,
            look: `<path d="M0 8H26" stroke="${FILLS['patches']!}" stroke-width="2.5"/>`,
          },
        ]
      : []),
  ];
  const attributions = [
    ...new Set(result.layers.map(({ attribution }) => attribution).filter((text) => text !== '')),
  ];
  const small = [
    ...attributions,
    `Simplified for drawing. Made with coterminous ${result.tool.version}.`,
  ].flatMap((text) => wrapText(text, 52));
  const parts = [
    ...samples.map(
      ({ words, look }, i) =>
        `<g transform="translate(0 ${28 * i})">${look}<text x="36" y="13" font-size="14">${xmlText(shortenName(words))}</text></g>`,
    ),
    ...small.map(
      (line, i) =>
        `<text x="0" y="${28 * samples.length + 30 + 15 * i}" font-size="11">${xmlText(line)}</text>`,
    ),
  ];
  return { parts, height: 28 * samples.length + 30 + 15 * small.length };
}

const noMap = ({ command }: Result): InputError =>
  new InputError({
    id: 'no-map-to-draw',
    message: `this result of ${command} has no map`,
    hint: 'Give layers with shapes; a saved result has the map of the run that wrote it',
  });
