/**
 * What is damaged: a small sound file of every format that is read, and the commands that read it.
 */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { flatgeobufBytes } from '../read/flatgeobuf-fixture.js';
import {
  districts,
  geojsonText,
  geopackageBytes,
  geoparquetBytes,
  topojsonText,
  utf8,
  zippedShapefile,
} from '../read/formats-fixtures.js';
import { councils, icbs } from '../cli/small-files.js';

export interface Seed {
  /** Name of the file; its ending tells the format. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Commands to try, after `coterminous`; outputs go to `out…`. */
  readonly commands: readonly (readonly string[])[];
}

/** Files that stand beside the damaged one. */
export const neighbours: Readonly<Record<string, string>> = {
  'icbs.geojson': icbs,
  'councils.geojson': councils,
  'residents.csv': 'code,residents\nP1,120\nP2,80\nP3,7\nP4,0\n',
  'places.csv': 'code,longitude,latitude\nP1,-0.95,52.05\nP2,-0.85,52.05\nP3,-0.99,52.01\nP4,-0.81,52.09\n',
  'lookup.csv': 'LSOA21CD,ICB24CD,LAD24CD\nE01000001,E54000001,E07000001\nE01000002,E54000002,E07000002\n',
  'people.csv': 'LSOA21CD,residents\nE01000001,900\nE01000002,1100\n',
};

const grid = ['--crs', 'seed=EPSG:27700'];
const boundary = (file: string): readonly (readonly string[])[] => [
  ['inspect', file],
  ['check', `seed=${file}`, '-o', 'out.csv'],
  [
    'overlap',
    `seed=${file}`,
    `other=${file}`,
    ...grid,
    '--crs',
    'other=EPSG:27700',
    '-o',
    'out.csv',
    '-o',
    'out.html',
  ],
  ['overlap', `seed=${file}`, 'icbs.geojson', '--json'],
];
const people = (file: string): readonly (readonly string[])[] => [
  ['inspect', file],
  [
    'overlap',
    'icbs.geojson',
    'councils.geojson',
    '--people',
    file,
    '--blocks',
    'places.csv',
    '-o',
    'out.csv',
  ],
];
const lookup = (file: string): readonly (readonly string[])[] => [
  ['inspect', file],
  [
    'overlap',
    `${file}:LSOA21CD:ICB24CD`,
    `${file}:LSOA21CD:LAD24CD`,
    '--people',
    'people.csv',
    '-o',
    'out.csv',
  ],
  [
    'overlap',
    `${file}:LSOA21CD:ICB24CD`,
    'lookup.csv:LSOA21CD:LAD24CD',
    '--people',
    'people.csv',
    '-o',
    'out.md',
  ],
];

const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>d</name>${[
  [-1, 52],
  [-0.9, 52],
]
  .map(
    ([x, y], i) =>
      `<Placemark><name>Unit ${i}</name><ExtendedData><Data name="code"><value>E0700000${i + 1}</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>${x},${y} ${x! + 0.1},${y} ${x! + 0.1},${y! + 0.1} ${x},${y! + 0.1} ${x},${y}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`,
  )
  .join('')}</Document></kml>`;

const esri = JSON.stringify({
  objectIdFieldName: 'FID',
  geometryType: 'esriGeometryPolygon',
  spatialReference: { wkid: 27700, latestWkid: 27700 },
  features: districts.map(({ code, name, polygons }) => ({
    attributes: { code, name },
    geometry: { rings: polygons.flat() },
  })),
});

const cell = (reference: string, value: string | number): string =>
  typeof value === 'number'
    ? `<c r="${reference}"><v>${value}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const rows = [['code', 'residents'], ['P1', 120], ['P2', 80], ['P3', 7], ['P4', 0]] as const; // prettier-ignore
const sheet = rows
  .map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((value, c) => cell(`${'AB'[c]}${r + 1}`, value)).join('')}</row>`,
  )
  .join('');
const xlsx = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  ),
  '_rels/.rels': strToU8(
    '<Relationships><Relationship Id="a" Type="http://t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  'xl/workbook.xml': strToU8(
    '<workbook xmlns:r="r"><sheets><sheet name="People" sheetId="1" r:id="s1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="s1" Type="http://t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
});
const ods = zipSync({
  mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
  'content.xml': strToU8(
    `<office:document-content><office:spreadsheet><table:table table:name="People">${rows
      .map(
        (row) =>
          `<table:table-row>${row.map((value) => `<table:table-cell office:value-type="${typeof value === 'number' ? 'float' : 'string'}" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`).join('')}</table:table-row>`,
      )
      .join('')}</table:table></office:spreadsheet></office:document-content>`,
  ),
});

const config = `layers:
  icb: icbs.geojson
  ltla: councils.geojson
people:
  residents: residents.csv:residents
blocks: places.csv
reports:
  pairs:
    command: overlap
    layers: [icb, ltla]
    outputs: [out.csv, out.md]
    rules: ["shared_units max 12"]
  councils:
    command: align
    layers: [icb, ltla]
    outputs: [out.html]
`;
const scenario = `name: plan
title: A plan
layer: lookup.csv:LSOA21CD:ICB24CD
against: [lookup.csv:LSOA21CD:LAD24CD]
operations:
  - merge: [E54000001, E54000002]
    into: {code: X_1, name: Both}
`;

/** Every seed; `saved` makes a result document with the command itself. */
export async function makeSeeds(saved: () => Promise<string>): Promise<Seed[]> {
  const seed = (
    file: string,
    content: Uint8Array | string,
    commands: (file: string) => readonly (readonly string[])[],
  ): Seed => ({
    file,
    bytes: typeof content === 'string' ? utf8(content) : content,
    commands: commands(file),
  });
  return [
    seed('seed.geojson', geojsonText(), boundary),
    seed('lines.geojsonl', districts.map(({ code, name, polygons }) => JSON.stringify({ type: 'Feature', properties: { code, name }, geometry: { type: 'MultiPolygon', coordinates: polygons } })).join('\n'), boundary), // prettier-ignore
    seed('packed.geojson.gz', gzipSync(utf8(geojsonText())), boundary),
    seed('seed.topojson', topojsonText(), boundary),
    seed('plain.topojson', topojsonText(['districts'], false), boundary),
    seed('esri.json', esri, boundary),
    seed('seed.kml', kml, boundary),
    seed('seed.kmz', zipSync({ 'doc.kml': utf8(kml) }), boundary),
    seed('shape.zip', zippedShapefile(), boundary),
    seed('seed.gpkg', await geopackageBytes(), boundary),
    seed('seed.fgb', flatgeobufBytes(), boundary),
    seed('seed.parquet', geoparquetBytes(), boundary),
    seed('seed.csv', neighbours['residents.csv']!, people),
    seed(
      'semicolons.csv',
      'code;residents;note\r\n"P1";"1200";"a ""b"""\r\nP2;80;\r\nP3;[c];x\r\nP4;3;\r\n',
      people,
    ),
    seed('breakdown.csv', `code,sex,age,residents\n${['P1', 'P2', 'P3', 'P4'].flatMap((p) => ['All', 'F', 'M'].map((s) => `${p},${s},0-4,${s === 'All' ? 20 : 10}`)).join('\n')}\n`, people), // prettier-ignore
    seed('packed.csv.gz', gzipSync(utf8(neighbours['residents.csv']!)), people),
    seed('seed.xlsx', xlsx, people),
    seed('seed.ods', ods, people),
    seed('bylookup.csv', neighbours['lookup.csv']!, lookup),
    seed('coterminous.yaml', config, () => [['report']]),
    seed('plan.yaml', scenario, (file) => [['scenario', file, '--people', 'people.csv', '-o', 'out.csv']]),
    seed('plan.csv', 'unit,new_unit\nE54000001,Both\nE54000002,Both\n', (file) => [
      ['scenario', file, '--layer', 'lookup.csv:LSOA21CD:ICB24CD', '--against', 'lookup.csv:LSOA21CD:LAD24CD', '--people', 'people.csv', '-o', 'out.csv'],
    ]), // prettier-ignore
    seed('saved.json', await saved(), (file) => [
      ['render', file, '-o', 'out.html', '-o', 'out.xlsx'],
      ['render', file, '-o', 'out.md', '-o', 'out.docx', '-o', 'out.svg'],
      ['overlap', 'icbs.geojson', 'councils.geojson', '--baseline', file, '-o', 'out.csv'],
    ]),
  ];
}
