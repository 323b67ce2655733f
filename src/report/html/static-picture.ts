/**
 * The picture of the map for readers without a script, and to be saved: the same as `-o x.svg` writes, on coarser
 * outlines, since the page has to carry it.
 */
import type { MapRecord } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import type { Story } from '../../story/story.js';
import { describeMap } from '../map/describe-map.js';
import { paperLook, patterns } from '../map/people-map/looks.js';
import { mapPicture } from '../map/people-map/map-picture.js';
import { xmlText } from '../xml.js';

const [WIDTH, LEAST_HEIGHT, MOST_HEIGHT] = [820, 440, 640];
/** Positions closer than this many pixels to the one before are not drawn. */
const FINEST = 6;

/** Layers of more units are left out, unless their borders are drawn strongest. */
const MOST_UNITS = 1000;

/** The picture as an SVG element, or '' where the result has no map. */
export function staticPicture(result: Result, story: Story): string {
  if (result.map === undefined) return '';
  const map = coarse(result.map, story.map?.borders ?? null);
  const { width, height, parts } = mapPicture({ ...result, map }, map, story.map, {
    width: WIDTH,
    leastHeight: LEAST_HEIGHT,
    mostHeight: MOST_HEIGHT,
    medium: 'screen',
    look: paperLook,
    id: 'still',
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Helvetica, Arial, sans-serif"><title>${xmlText(story.headline)}</title><desc>${xmlText(describeMap(result))}</desc><defs>${patterns}</defs><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;
}

/** The map with no more positions than the picture can show, without layers of very many units. */
function coarse(map: MapRecord, borders: string | null): MapRecord {
  const ends = map.arcs.flatMap((arc) => [arc[1] ?? 0]);
  const tall =
    ends.reduce((most, y) => Math.max(most, y), 1) - ends.reduce((least, y) => Math.min(least, y), 0);
  const least = (FINEST * tall) / MOST_HEIGHT;
  const layers = map.layers.map((layer) =>
    layer.units.length <= MOST_UNITS || layer.id === borders
      ? layer
      : { ...layer, units: layer.units.map((unit) => ({ ...unit, polygons: [] })) },
  );
  return { ...map, layers, arcs: map.arcs.map((arc) => thinned(arc, least)) };
}

/** First position and differences, those left out that lie closer than so many steps to the one before. */
function thinned(arc: readonly number[], least: number): number[] {
  const found = arc.slice(0, 2);
  let [x, y] = [0, 0];
  for (let i = 2; i < arc.length; i += 2) {
    x += arc[i]!;
    y += arc[i + 1]!;
    if (i < arc.length - 2 && Math.abs(x) + Math.abs(y) < least) continue;
    found.push(x, y);
    [x, y] = [0, 0];
  }
  return found;
}
