/** Boundary files that cannot be used: what is wrong, the text of bad.geojson, and what a refusal of it must say. */
import { ash, collection, feature, icbs, polygon, square, type Position } from './small-files.js';

export const AREA = 'Area 1';
export const properties = { ICB24CD: 'E54000001', ICB24NM: AREA };
const one = collection([feature(properties, polygon(square(-1, 52, 0.1)))]);
/** The file of one square with its second position replaced by some text. */
const withPosition = (text: string): string => one.replace('[-0.9,52]', text);
const deep = 200_000;
const before = one.slice(0, one.indexOf('"geometry"'));

/** What is wrong, the text of bad.geojson, and what the message must say besides its name. */
export const badFiles: readonly (readonly [string, string, readonly string[]])[] = [
  ['is empty', '', ['the file is empty', 'download the file again']],
  ['is plain text', 'hello', ['does not begin like GeoJSON', 'export it again']],
  ['is not JSON', '{"type":"FeatureCollection",\n"features":[ hello ]}', ['line 2, column 14', '"hello"']],
  [
    'ends too early',
    icbs.slice(0, 200),
    ['E54000001', 'feature 1', 'byte 200', 'the file ends inside', 'download'],
  ],
  [
    'is JSON but not GeoJSON',
    '{"a":1}',
    ['JSON but not GeoJSON', 'The top level should be a FeatureCollection'],
  ],
  ['is an array of numbers', '[1,2,3]', ['JSON but not GeoJSON', 'array']],
  ['has no features', collection([]), ['no features', 'Check the download']],
  [
    'has points only',
    collection([feature(properties, { type: 'Point', coordinates: [0, 52] })]),
    ['1 point and no polygons', '--blocks'],
  ],
  [
    'has lines only',
    collection([feature(properties, { type: 'LineString', coordinates: [[0, 52], [1, 52]] })]), // prettier-ignore
    ['only lines', 'Make polygons'],
  ],
  ['has no geometry at all', collection([feature(properties, null)]), ['no polygon', 'lookup']],
  [
    'has rings of two places only',
    collection([feature(properties, polygon([[-1, 52], [-0.9, 52]]))]), // prettier-ignore
    ['feature 1', '-1, 52', 'three places'],
  ],
  [
    'has no field of codes',
    collection([feature({ shape_area: 1.5, colour: 'red' }, polygon(square(-1, 52, 0.1)))]),
    ["'shape_area', 'colour'", '--code bad=FIELD'],
  ],
  ['has no properties', collection([feature(null, polygon(square(-1, 52, 0.1)))]), ['its fields are: none']],
  [
    'has one code with two names',
    collection([ash, feature({ ICB24CD: 'E54000001', ICB24NM: 'Oak' }, polygon(square(-0.9, 52, 0.1)))]),
    ['E54000001', "'Ash' and 'Oak'", '--code bad=FIELD'],
  ],
  [
    'has NaN for a longitude',
    withPosition('[NaN,52]'),
    ['E54000001', 'feature 1', 'NaN', 'remove the feature'],
  ],
  [
    'has text for a longitude',
    withPosition('["-0.9",52]'),
    ['E54000001', 'feature 1', 'found text', 'byte 1'],
  ],
  ['has null for a longitude', withPosition('[null,52]'), ['E54000001', 'feature 1', 'found null', 'byte 1']],
  ['has a position of one number', withPosition('[52]'), ['E54000001', 'one number, it needs two']],
  ['has a number beyond all bounds', withPosition('[1e400,52]'), ['E54000001', 'beyond all bounds']],
  [
    'has a latitude of 952',
    withPosition('[-0.9,952]'),
    ['E54000001', AREA, 'feature 1', '-0.9, 952', 'latitude from -90 to 90', 'Mend or remove'],
  ],
  [
    'has a longitude of -200 in its second unit',
    collection([
      ash,
      feature({ ICB24CD: 'B', ICB24NM: 'Two' }, polygon([...square(-0.9, 52, 0.1), [-200, 52]])),
    ]),
    ['B Two', 'feature 2', '-200, 52'],
  ],
  [
    'claims degrees and can only be metres of some system',
    collection([feature(properties, polygon(square(4.5e6, 2.5e6, 1e4)))], {
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    }),
    ['EPSG:4326', 'x from 4500000 to 4510000', '--crs id='],
  ],
  [
    'has latitude before longitude',
    collection([feature(properties, polygon(square(-1, 52, 0.1).map(([x, y]): Position => [y, x])))]),
    ['latitude before longitude', 'longitude first'],
  ],
  [
    'nests coordinates 200,000 deep',
    `${before}"geometry":{"type":"Polygon","coordinates":${'['.repeat(deep)}${']'.repeat(deep)}}}]}`,
    ['E54000001', 'feature 1', 'nested'],
  ],
  [
    'nests collections 200,000 deep',
    `${before}"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(deep)}`,
    ['E54000001', 'feature 1', 'nested'],
  ],
  ['nests arrays 200,000 deep', '['.repeat(deep), ['JSON but not GeoJSON', 'array']],
];
