/**
 * The map of a result as one SVG picture for a slide: units, what is shared or misaligned, a key, and whose data it is.
 *
 *     ┌ headline ───────────────┐
 *     │  ┌────────┐   ▨ patch    │     the first layer in thick lines, the others in thin ones; units that are shared
 *     │  │  map   │   ─ ICBs     │     between units of the first are tinted and named
 *     │  └────────┘   source     │
 *     └──────────────────────────┘
 */
import { drawnShapes } from '../drawn-shapes.js';
import type { MapRecord } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { wrapText } from '../text-width.js';
import { xmlText } from '../xml.js';
import { describeMap } from './describe-map.js';
import { placeLabels } from './labels.js';
import { INK, isOfMark, lineLook, MARKS, patternDefinition, TINT, type Mark } from './looks.js';
import { mapKey } from './map-key.js';
import { arcPositions, arcsOfLayer, ringPositions, type Position } from './map-lines.js';
import { boundsOf, commonBounds, fitPaper, type Bounds, type Paper } from './sheet-of-paper.js';
import { sharedUnits } from './shared-units.js';
import { geometryPath, linePath } from './svg-paths.js';

const MAP_WIDTH = 900;
const MAP_HEIGHT = 1000;
const MARGIN = 30;
const KEY_WIDTH = 340;
const FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

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
  const map = inOrderOfDrawing(result);
  const whole = arcPositions(map);
  const paper = fitPaper(boundsOfMap(result, map, whole), MAP_WIDTH, MAP_HEIGHT);
  const arcs = whole.map((arc) => thinned(arc, paper));
  const width = paper.width + KEY_WIDTH + 3 * MARGIN;
  const title = wrapText(result.summary[0] ?? '', Math.floor((width - 2 * MARGIN) / 11));
  const top = MARGIN + 26 * title.length + 10;
  const key = mapKey(result, map, paper);
  const height = Math.max(paper.height, key.height) + top + MARGIN;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="en-GB" font-family="${FONT}" fill="${INK}">`,
    `<title id="title">${xmlText(title.join(' '))}</title><desc id="desc">${xmlText(describeMap(result))}</desc>`,
    `<defs>${patternDefinition}</defs>`,
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

/** The layer in thick lines first: of a coverage report that is the second, the parents. */
function inOrderOfDrawing(result: Result): MapRecord {
  const { command, map } = result;
  if (map === undefined) throw noMap(result);
  const [first, second, ...rest] = map.layers;
  if (command !== 'coverage' || first === undefined || second === undefined) return map;
  return { ...map, layers: [second, first, ...rest] };
}

/** Positions closer than this many pixels to the one before are not drawn. */
const FINEST = 1;

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
  const shapes = drawnShapes(result);
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
  const marks = (form: Mark['form']): string[] =>
    MARKS.filter((mark) => mark.form === form).map((mark) =>
      path(
        shapes
          .filter(({ table }) => isOfMark(table, mark))
          .map(({ geometry }) => geometryPath(geometry, paper))
          .join(''),
        mark.look,
      ),
    );
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
    ...marks('area'),
    ...others.map((layer, i) => path(borders(layer), lineLook(i + 1))),
    first === undefined ? '' : path(borders(first), lineLook(0)),
    ...marks('line'),
    ...labelParts(map, arcs, paper, shared),
  ].filter((part) => part !== '');
}

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

const noMap = ({ command }: Result): InputError =>
  new InputError({
    id: 'no-map-to-draw',
    message: `this result of ${command} has no map`,
    hint: 'Give layers with shapes; a saved result has the map of the run that wrote it',
  });
