/**
 * KML: placemarks with names, data and polygons in longitude and latitude.
 *
 *     Placemark ─► name, description, ExtendedData (Data or SchemaData)
 *              └─► MultiGeometry ─► Polygon ─► outerBoundaryIs, innerBoundaryIs ─► LinearRing ─► coordinates
 *
 * `saxes` parses the XML and is loaded only when such a file is read. It defines no entity and fetches nothing, so that
 * a text of entities within entities stays what it is: an error.
 */
import type { SaxesTagPlain } from 'saxes';
import type { FeatureTable } from '../../layer/feature-table.js';
import { longitudeLatitude } from '../systems/known-systems.js';
import { InputError } from '../../trouble/input-error.js';
import { listed } from './choose-layer.js';
import { causeOf, damagedFile, guardAgainstDamage, truncatedFile } from './damaged.js';
import type { BoundaryFormat } from './format.js';
import { stemOf } from './format.js';
import { propertyRecord, TableBuilder } from './table-builder.js';
import { xmlRoot, xmlText } from './xml-text.js';

/** What is known of the placemark being read. */
interface Placemark {
  readonly id: string | null;
  readonly own: [string, string][];
  readonly data: [string, string][];
  /** Polygons of rings, points and lines, as texts of coordinates. */
  readonly polygons: string[][];
  readonly points: string[];
  lines: number;
}

const KML_NAME = 'KML';

export const kml: BoundaryFormat = {
  id: 'kml',
  name: 'KML',
  extensions: ['.kml'],
  detect: (bytes) => xmlRoot(bytes)?.replace(/^.*:/, '') === 'kml',
  listLayers: (_bytes, fileName) => Promise.resolve([stemOf(fileName)]),
  read: (bytes, fileName) =>
    guardAgainstDamage(fileName, KML_NAME, async () => {
      const builder = new TableBuilder(fileName);
      const found = await addPlacemarks(bytes, fileName, builder);
      if (found.placemarks === 0 && found.links.length > 0) throw onlyLinks(fileName, found.links);
      return finishKml(builder);
    }),
};

/** The finished table; KML is always in longitude and latitude. */
export const finishKml = (builder: TableBuilder): FeatureTable => builder.finish(longitudeLatitude);

/** The error for a document that holds nothing itself. */
export const onlyLinks = (file: string, links: readonly string[]): InputError =>
  new InputError({
    id: 'kml-links-only',
    file,
    message: `it holds no places, only links to ${listed(links)}`,
    hint: 'Download what it links to, or open it in a map program and save the folder itself.',
  });

/** Adds a feature for every placemark of a document; gives their number and the files that the document links to. */
export async function addPlacemarks(
  bytes: Uint8Array,
  fileName: string,
  builder: TableBuilder,
): Promise<{ readonly placemarks: number; readonly links: readonly string[] }> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  const open: string[] = [];
  const links: string[] = [];
  let placemarks = 0;
  let placemark: Placemark | null = null;
  let dataName = '';
  let text = '';
  parser.on('error', (error) => {
    const cause = causeOf(error).replace(/^\d+:\d+: /, (place) => `line ${place.split(':')[0]}: `);
    throw /unclosed tag|unexpected end|document must contain/i.test(cause)
      ? truncatedFile(fileName, KML_NAME, cause)
      : damagedFile(fileName, KML_NAME, cause);
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = localName(tag.name);
    open.push(name);
    text = '';
    if (name === 'Placemark') placemark = newPlacemark(tag.attributes['id'] ?? null);
    else if (name === 'Data' || name === 'SimpleData') dataName = tag.attributes['name'] ?? '';
    else if (name === 'Polygon') placemark?.polygons.push([]);
    else if (placemark !== null && (name === 'LineString' || name === 'Track')) placemark.lines++;
  });
  const hear = (piece: string): void => void (text += piece);
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', () => {
    const name = open.pop()!;
    const parent = open[open.length - 1] ?? '';
    if (name === 'href' && /Link$/.test(parent)) links.push(text.trim());
    if (placemark !== null) {
      if (name === 'Placemark') {
        addPlacemark(placemark, builder);
        placemarks++;
        placemark = null;
      } else hearElement(placemark, name, open, dataName, text);
    }
    text = '';
  });
  parser.write(xmlText(bytes, fileName)).close();
  return { placemarks, links };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const newPlacemark = (id: string | null): Placemark => ({
  id,
  own: [],
  data: [],
  polygons: [],
  points: [],
  lines: 0,
});

/** An element of a placemark has ended; `around` are the elements it stands in. */
function hearElement(
  placemark: Placemark,
  name: string,
  around: readonly string[],
  dataName: string,
  text: string,
): void {
  const parent = around.at(-1);
  if (parent === 'Placemark' && (name === 'name' || name === 'description'))
    placemark.own.push([name, text.trim()]);
  else if (name === 'SimpleData' || (name === 'value' && parent === 'Data'))
    placemark.data.push([dataName, text.trim()]);
  else if (name === 'coordinates' && parent === 'Point') placemark.points.push(text);
  else if (name === 'coordinates' && parent === 'LinearRing') {
    const rings = placemark.polygons.at(-1);
    if (around.at(-2) === 'outerBoundaryIs') rings?.unshift(text);
    else if (around.at(-2) === 'innerBoundaryIs') rings?.push(text);
    else placemark.lines++;
  }
}

/** A feature of its name, description and data; data of the same name say more. */
function addPlacemark({ id, own, data, polygons, points, lines }: Placemark, builder: TableBuilder): void {
  builder.startFeature(
    propertyRecord([...own, ...data].map(([name, text]) => [name, text === '' ? null : text])),
    id,
  );
  for (const rings of polygons) {
    builder.startPolygon();
    for (const ring of rings) {
      eachPosition(ring, builder, (x, y) => builder.position(x, y));
      builder.endRing();
    }
  }
  for (const point of points) eachPosition(point, builder, (x, y) => builder.point(x, y));
  for (let line = 0; line < lines; line++) builder.note('line-geometry');
  if (polygons.length + points.length + lines === 0) builder.note('null-geometry');
}

/** Positions are divided by white space, their numbers by commas alone: `-1.8,53.7,0 -1.8,53.8,0`. */
function eachPosition(text: string, builder: TableBuilder, use: (x: number, y: number) => void): void {
  for (const position of text.trim().split(/\s+/)) {
    if (position === '') continue;
    const numbers = position.split(',').map((part) => (part === '' ? NaN : Number(part)));
    const [x = NaN, y = NaN] = numbers;
    if (!Number.isFinite(x) || !Number.isFinite(y) || numbers.length > 3)
      throw builder.trouble(
        'geometry-damaged',
        `'${position.slice(0, 60)}' is not a position of longitude and latitude`,
      );
    use(x, y);
  }
}
