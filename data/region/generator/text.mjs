/** Tables and shapes as text: CSV and GeoJSON, the same bytes every time. */
import { twiceArea } from './ground.mjs';

/** A lattice coordinate in degrees, up to seven decimals, without zeros at the end. */
export function degrees(step) {
  const digits = String(Math.abs(step)).padStart(8, '0');
  const decimals = digits.slice(-7).replace(/0+$/, '');
  return `${step < 0 ? '-' : ''}${digits.slice(0, -7)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A number with commas between thousands, as in running text; decimals stay. */
export const grouped = (n) => String(n).replace(/\B(?<!\.\d*)(?=(\d{3})+(\.|$))/g, ',');

/** A table; fields with a comma or a quotation mark are quoted. */
export function csv(head, rows) {
  const field = (value) => (/[",]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`);
  return [head.split(','), ...rows].map((row) => `${row.map(field).join(',')}\n`).join('');
}

const position = ([x, y]) => `[${degrees(x)},${degrees(y)}]`;
const ringText = (ring) => `[${ring.map(position).join(',')}]`;

/**
 * A feature collection, one feature a line. Features are { properties, polygons } or { properties, point }.
 * `turn` is the way outer rings run: `clockwise` as in files of the Office for National Statistics, `anticlockwise`
 * as RFC 7946 has it, or `either` (every other feature). `system` adds the old `crs` member, at the end.
 */
export function geojson(name, features, turn, system) {
  const lines = features.map(({ properties, polygons, point }, i) => {
    const geometry = point
      ? `{"type":"Point","coordinates":${position(point)}}`
      : areaText(polygons, turn === 'clockwise' || (turn === 'either' && i % 2 === 1));
    return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`;
  });
  const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}';
  const end = system ? `],\n${crs}}\n` : ']}\n';
  return `{"type":"FeatureCollection","name":"${name}","features":[\n${lines.join(',\n')}\n${end}`;
}

function areaText(polygons, clockwise) {
  const turned = polygons.map((rings) =>
    rings.map((ring, i) => {
      const runsClockwise = twiceArea(ring) < 0;
      return runsClockwise === (clockwise === (i === 0)) ? ring : [...ring].reverse();
    }),
  );
  const text = turned.map((rings) => `[${rings.map(ringText).join(',')}]`);
  return text.length === 1
    ? `{"type":"Polygon","coordinates":${text[0]}}`
    : `{"type":"MultiPolygon","coordinates":[${text.join(',')}]}`;
}
