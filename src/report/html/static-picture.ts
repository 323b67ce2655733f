/**
 * A light picture of the map for readers without a script, and to be saved: land, borders, split units with their
 * names. `-o x.svg` writes a finer one.
 */
import { drawnShapes } from '../drawn-shapes.js';
import { placeLabels } from '../map/labels.js';
import { arcPositions, arcsOfLayer, ringPositions, type Position } from '../map/map-lines.js';
import { boundsOf, fitPaper } from '../map/sheet-of-paper.js';
import { runsOf } from './shape-lines.js';
import type { MapRecord } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import type { Split } from '../../story/splits.js';
import { escapeHtml } from './escape.js';
import { layerStyles } from './layer-styles.js';

const SIZE = 640;
/** Positions closer than this many pixels to the one before are not drawn. */
const FINEST = 2;
/** Layers of more units are left out, unless they are the one drawn strongest. */
const MOST_UNITS = 1000;

/** The picture as an SVG element, or '' where the result has no map. */
export function staticPicture(result: Result, splits: readonly Split[], title: string): string {
  const { map } = result;
  if (map === undefined) return '';
  const styles = layerStyles(result);
  const first = map.layers[styles.indexOf(0)];
  const degrees = arcPositions(map);
  const bounds = boundsOf((first === undefined ? [] : arcsOfLayer(first.units)).map((arc) => degrees[arc]!));
  if (first === undefined || bounds === null) return '';
  const paper = fitPaper(bounds, SIZE, SIZE);
  const arcs = degrees.map((line) => thinned(line.map(paper.place)));
  const split = new Map(splits.flatMap(({ b, units }) => units.map(({ code }) => [`${b.id} ${code}`, true])));
  const others = map.layers.filter((layer) => layer !== first && layer.units.length <= MOST_UNITS);
  const isSplit = ({ id }: MapRecord['layers'][number], code: string): boolean => split.has(`${id} ${code}`);
  const marked = others.flatMap((layer) => layer.units.filter(({ code }) => isSplit(layer, code)));
  const land = (units: MapRecord['layers'][number]['units']): string =>
    units.flatMap(({ polygons }) => polygons.flat().map((ring) => path(ringPositions(ring, arcs)))).join('');
  const lines = (layer: MapRecord['layers'][number]): string =>
    arcsOfLayer(layer.units)
      .map((arc) => path(arcs[arc]!))
      .join('');
  const shapes = drawnShapes(result)
    .filter(({ geometry }) => geometry.type !== 'LineString')
    .flatMap(({ geometry }) => runsOf(geometry).map((run) => path(thinned(run.map(paper.place)))));
  const part = (d: string, look: string): string => (d === '' ? '' : `<path d="${d}" ${look}/>`);
  const names = placeLabels(marked, degrees, paper).map(
    ({ text, x, y }) =>
      `<text x="${x}" y="${y}" text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="3">${escapeHtml(text)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${paper.width} ${paper.height}" width="${paper.width}" height="${paper.height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="12"><title>${escapeHtml(title)}</title><rect width="100%" height="100%" fill="#fff"/>${part(land(first.units), 'fill="#eef0f2"')}${part(land(marked), 'fill="#fbd9c8"')}${others.map((layer) => part(lines(layer), 'fill="none" stroke="#a9b3bd" stroke-width=".75"')).join('')}${part(lines(first), 'fill="none" stroke="#12436d" stroke-width="1.5"')}${part(shapes.join(''), 'fill="#801650" fill-opacity=".5" stroke="#801650"')}${names.join('')}</svg>`;
}

/** A line on the paper in whole pixels, with its ends and what can be seen between them. */
function thinned(line: readonly Position[]): Position[] {
  let [lastX, lastY] = [Infinity, Infinity];
  return line.flatMap(([x, y], i): Position[] => {
    const isEnd = i === 0 || i === line.length - 1;
    if (!isEnd && Math.hypot(x - lastX, y - lastY) < FINEST) return [];
    [lastX, lastY] = [x, y];
    return [[Math.round(x), Math.round(y)]];
  });
}

/** Whole pixels, each from the one before. */
function path(line: readonly Position[]): string {
  let [text, lastX, lastY] = ['', NaN, NaN];
  for (const [x, y] of line) {
    if (x === lastX && y === lastY) continue;
    text += Number.isNaN(lastX) ? `M${x} ${y}l` : `${x - lastX} ${y - lastY} `;
    [lastX, lastY] = [x, y];
  }
  return text.includes(' ') && !text.endsWith('l') ? text.trim().replaceAll(' -', '-') : '';
}
