/**
 * What may lie in a folder that somebody runs `init` in, part by part: the same four councils, two ICBs and eight small
 * areas in the formats and under the names that people keep them, and what is none of it.
 */
import { strToU8, zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { ByteWriter, wkbOf, type Ring } from '../read/formats-fixtures.js';
import { exampleFiles } from './example-files.js';
import { collection, feature } from './small-files.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

interface Area {
  readonly code: string;
  readonly name: string;
  readonly ring: Ring;
}

interface Feature {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: { readonly coordinates: readonly Ring[] };
}

const all = exampleFiles();

/** The areas of an example file, whatever its fields are called. */
const areasOf = (file: string): Area[] =>
  (JSON.parse(all[file]!) as { features: Feature[] }).features.map(({ properties, geometry }) => {
    const [code, name] = Object.values(properties);
    return { code: code!, name: name!, ring: geometry.coordinates[0]! };
  });

const councils = areasOf('councils.geojson');
const icbs = areasOf('icbs.geojson');
const small = areasOf('lsoa.geojson');
const middle = ({ ring }: Area): [number, number] => [
  (ring[0]![0] + ring[2]![0]) / 2,
  (ring[0]![1] + ring[2]![1]) / 2,
];
const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
const named = (areas: readonly Area[], code: string, name: string): string =>
  collection(
    areas.map((area) =>
      feature({ [code]: area.code, [name]: area.name }, { type: 'Polygon', coordinates: [area.ring] }),
    ),
  );

/** Shapefile members of some areas, in longitude and latitude: clockwise outlines, codes and names. */
function shapefile(stem: string, areas: readonly Area[], code: string, name: string): Files {
  const bounds = [-1, 52, -0.6, 52.2] as const;
  const records = areas.flatMap(({ ring }, i) => {
    const content = new ByteWriter().u32(5).f64(...bounds);
    content
      .u32(1)
      .u32(ring.length)
      .u32(0)
      .f64(...[...ring].reverse().flat());
    return [...new ByteWriter().u32Big(i + 1).u32Big(content.bytes.length / 2).bytes, ...content.bytes];
  });
  const head = new ByteWriter()
    .u32Big(9994)
    .zeros(20)
    .u32Big((100 + records.length) / 2);
  const shp = head.u32(1000).u32(5).f64(...bounds).zeros(32).u8(...records).done(); // prettier-ignore
  const widths = [9, 16];
  const dbf = new ByteWriter().u8(3, 124, 4, 1).u32(areas.length).u16(97).u16(26).zeros(20);
  for (const [i, field] of [code, name].entries())
    dbf.text(field).zeros(11 - field.length).text('C').zeros(4).u8(widths[i]!).zeros(15); // prettier-ignore
  dbf.u8(0x0d);
  for (const area of areas) dbf.text(` ${area.code.padEnd(9)}${area.name.padEnd(16)}`);
  return {
    [`${stem}.shp`]: shp,
    [`${stem}.dbf`]: dbf.u8(0x1a).done(),
    [`${stem}.cpg`]: 'UTF-8',
    [`${stem}.prj`]:
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  };
}

const sql = await initSqlJs();

/** A GeoPackage with a layer for each name. */
function geopackage(layers: Readonly<Record<string, readonly [string, readonly Area[]]>>): Uint8Array {
  const database = new sql.Database();
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'undefined');`);
  for (const [layer, [stem, areas]] of Object.entries(layers)) {
    database.run(`INSERT INTO gpkg_contents VALUES (?, 'features', 4326)`, [layer]);
    database.run(`INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', 4326, 0, 0)`, [layer]);
    database.run(
      `CREATE TABLE "${layer}" (fid INTEGER PRIMARY KEY, geom BLOB, ${stem}CD TEXT, ${stem}NM TEXT)`,
    );
    for (const [i, { code, name, ring }] of areas.entries())
      database.run(`INSERT INTO "${layer}" VALUES (?, ?, ?, ?)`, [
        i + 1,
        new ByteWriter().text('GP').u8(0, 1).u32(4326).u8(...wkbOf([[ring]])).done(), // prettier-ignore
        code,
        name,
      ]);
  }
  return database.export();
}

const kml = (areas: readonly Area[]): string =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${areas
    .map(
      ({ code, name, ring }) =>
        `<Placemark><name>${name}</name><ExtendedData><SchemaData><SimpleData name="LAD24CD">${code}</SimpleData></SchemaData></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring.map((p) => p.join(',')).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`,
    )
    .join('')}</Document></kml>`;

function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const cell = (value: string | number, column: number, row: number): string => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const parts = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Table 1" sheetId="1" r:id="s"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="s" Type="http://t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows
      .map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, c, r)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const people: [string, number][] = small.map(({ code }, i) => [code, 1001 + i]);

/** Parts by what they are. A name may stand in two parts: one folder has one of them. */
export const PARTS: Readonly<Record<string, Files>> = {
  'councils as shapes': { 'councils.geojson': all['councils.geojson']! },
  'ICBs as shapes': { 'icbs.geojson': all['icbs.geojson']! },
  'councils of the year before': { 'councils_before.geojson': all['councils_before.geojson']! },
  'councils as a Shapefile': shapefile('LAD_DEC_2024_UK_BFC', councils, 'LAD24CD', 'LAD24NM'),
  'ICBs as a Shapefile without system': Object.fromEntries(
    Object.entries(shapefile('ICB', icbs, 'ICB24CD', 'ICB24NM')).filter(([name]) => !name.endsWith('.prj')),
  ),
  'a Shapefile without its companions': {
    'alone.shp': shapefile('alone', councils, 'LAD24CD', 'LAD24NM')['alone.shp']!,
  },
  'a zipped Shapefile': {
    'boundaries.zip': zipSync(
      Object.fromEntries(
        Object.entries(shapefile('in/icb', icbs, 'ICB24CD', 'ICB24NM')).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  },
  'a zip of several files': {
    'all of it.zip': zipSync({
      'icbs.geojson': strToU8(all['icbs.geojson']!),
      'councils.geojson': strToU8(all['councils.geojson']!),
      'read me.txt': strToU8('ours'),
    }),
  },
  'a GeoPackage of two layers': {
    'project.gpkg': geopackage({ 'our icbs': ['ICB24', icbs], councils: ['LAD24', councils] }),
  },
  'a GeoPackage of one layer': { 'one.gpkg': geopackage({ districts: ['LAD24', councils] }) },
  'councils as KML': { 'doc.kml': kml(councils) },
  neighbourhoods: { 'neighbourhoods.geojson': all['neighbourhoods.geojson']! },
  'small areas': { 'lsoa.geojson': all['lsoa.geojson']! },
  'centroids in a table': {
    'centroids.csv': lines(
      'LSOA21CD,longitude,latitude',
      ...small.map((area) => `${area.code},${middle(area).join(',')}`),
    ),
  },
  'centroids as points': {
    'pwc.geojson': collection(
      small.map((area) => feature({ LSOA21CD: area.code }, { type: 'Point', coordinates: middle(area) })),
    ),
  },
  postcodes: {
    'postcodes.csv': lines(
      'pcds,lat,long,lsoa21cd,lad24cd',
      ...small.map((area, i) => {
        const [x, y] = middle(area);
        return `AB1 ${i + 1}CD,${y},${x},${area.code},${councils[Math.floor(i / 2)]!.code}`;
      }),
    ),
  },
  'people in a table': { 'residents.csv': all['residents.csv']! },
  'people in a workbook': { 'sape.xlsx': workbook([['LSOA 2021 Code', 'Total'], ...people]) },
  'a workbook with a note on top': {
    'mid-year.xlsx': workbook([['Population estimates'], ['LSOA21CD', 'All ages'], ...people]),
  },
  'people of elsewhere': { 'elsewhere.csv': lines('LSOA21CD,people', 'E01999991,5', 'E01999992,6') },
  'a lookup': { 'lookup.csv': all['lookup.csv']! },
  'neighbourhoods as a table': { 'neighbourhoods.csv': all['neighbourhoods.csv']! },
  'councils in groups': {
    'groups.csv': lines('LAD24CD,LAD24NM,group', ...councils.map((c, i) => `${c.code},${c.name},G${i % 2}`)),
  },
  patients: { 'patients.csv': all['patients.csv']!, 'practices.csv': all['practices.csv']! },
  'a proposal': { 'proposal.yaml': all['proposal.yaml']!, 'proposal.csv': all['proposal.csv']! },
  'French field names': { 'communes.geojson': named(councils, 'code_commune', 'libellé') },
  'German field names': {
    'kreise.geojson': named(icbs, 'Schlüssel', 'Name'),
    'einwohner.csv': lines('Schlüssel;Einwohner', ...icbs.map(({ code }, i) => `${code};1.00${i},5`)),
  },
  'no code at all': { 'drawn by hand.geojson': named(councils, 'OBJECTID_1', 'remarks') },
  'shapes without fields': {
    'bare.geojson': collection(
      councils.map(({ ring }) => feature(null, { type: 'Polygon', coordinates: [ring] })),
    ),
  },
  'lines for polygons': {
    'roads.geojson': collection([
      feature({ road: 'A1' }, { type: 'LineString', coordinates: councils[0]!.ring }),
    ]),
  },
  'something messy': {
    'broken.geojson': '{"type":"FeatureCollection","features":[{"type"',
    'empty.csv': '',
    'empty.xlsx': new Uint8Array(0),
    'page.zip': '<!doctype html><title>404</title>',
    'half.gpkg': geopackage({ districts: ['LAD24', councils] }).subarray(0, 3000),
    'ragged.csv': 'LSOA21CD,Total\nE01000001\n"E01000002,7\n',
  },
  'what is unrelated': {
    'minutes.pdf': '%PDF-1.4\n',
    'notes.txt': 'Dear all,\nplease find attached, as agreed,\n',
    'sales.csv': lines('date,item,price', '2024-01-01,tea,1.20', '2024-01-02,milk,0.90'),
    'package.json': '{"name":"x","version":"1.0.0"}',
    'settings.yaml': 'a: 1\n',
    '.hidden.geojson': 'x',
  },
  'files that the report would be called': { 'report.html': '<p>mine', 'report.xlsx': workbook([['mine']]) },
  'a folder of a boundary name': {
    'old.gpkg/notes.txt': 'x',
    'shapes.zip/icbs.geojson': all['icbs.geojson']!,
  },
};

/** Ways people name the same file. */
export const NAMINGS: Readonly<Record<string, (name: string) => string>> = {
  'as it is': (name) => name,
  'with blanks': (name) => `our new ${name}`,
  'with umlauts': (name) => `Übersicht für Köln ${name}`,
  'in quotes': (name) => `"the" bishop's ${name}`,
  'with a leading dash': (name) => `-${name}`,
  'with a hash, a colon and percent': (name) => `#1: 100% ${name}`,
  'in capitals': (name) => name.toUpperCase(),
  'in a folder below': (name) => `2024 data/${name}`,
};
