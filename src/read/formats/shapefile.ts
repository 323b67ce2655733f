/**
 * A Shapefile: shapes in .shp, codes and names in .dbf, the coordinate system in .prj, the text encoding in .cpg.
 *
 * The `shapefile` library reads the shapes. It stops quietly where a file is cut short, so the lengths
 * and counts in the headers are held against the bytes first: silently missing units would be the worst outcome.
 */
import { openShp } from 'shapefile';
import type { FeatureTable } from '../../layer/feature-table.js';
import { InputError } from '../../trouble/input-error.js';
import { guardAgainstDamage } from './damaged.js';
import { checkDbf, checkShp } from './shapefile-checks.js';
import { attributeDecoder } from './dbf-encoding.js';
import { openDbf } from './dbf-rows.js';
import type { BoundaryFormat, ReadingTools } from './format.js';
import { stemOf } from './format.js';
import { addGeoJsonGeometry } from './geojson-geometry.js';
import { propertyRecord, TableBuilder } from './table-builder.js';

export const shapefile: BoundaryFormat = {
  id: 'shapefile',
  name: 'a Shapefile',
  extensions: ['.shp'],
  siblingExtensions: ['.dbf', '.prj', '.cpg'],
  detect: (bytes) =>
    bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a,
  listLayers: (_bytes, fileName) => Promise.resolve([stemOf(fileName)]),
  read: (bytes, fileName, _inner, tools) =>
    guardAgainstDamage(fileName, 'a Shapefile', () => readShapefile(bytes, fileName, tools)),
};

async function readShapefile(shp: Uint8Array, fileName: string, tools: ReadingTools): Promise<FeatureTable> {
  const dbf = tools.siblings?.['.dbf'];
  const prj = tools.siblings?.['.prj'];
  const records = checkShp(shp, fileName);
  if (dbf) checkRecords(records, checkDbf(dbf, fileName), fileName);
  const builder = new TableBuilder(fileName);
  if (!dbf) builder.noteFile('attributes-missing');
  if (!prj) builder.noteFile('system-not-stated');
  const decode = dbf ? attributeDecoder(dbf, tools.siblings?.['.cpg'], fileName) : null;
  const rows = dbf && decode ? openDbf(dbf, decode, fileName) : null;
  const source = await openShp(shp);
  for (let record = 0, next = await source.read(); !next.done; record++, next = await source.read()) {
    if (rows?.isDeleted(record) === true) {
      builder.note('deleted-record', null, -1);
      continue;
    }
    const cells = rows?.cells(record) ?? [];
    builder.startFeature(propertyRecord(cells));
    for (const [, value] of cells) {
      if (typeof value === 'string' && value.includes('\uFFFD')) builder.note('not-utf8', null, -1);
    }
    addGeoJsonGeometry(next.value, builder);
  }
  const text = prj ? new TextDecoder().decode(prj).trim() : '';
  return builder.finish(text === '' ? null : text);
}

function checkRecords(shapes: number, rows: number, fileName: string): void {
  if (shapes === rows) return;
  throw new InputError({
    id: 'shapefile-parts-disagree',
    file: fileName,
    message: `the .shp has ${shapes} shapes and the .dbf ${rows} rows`,
    hint: 'They do not belong together or one is cut short: copy all parts again.',
  });
}
