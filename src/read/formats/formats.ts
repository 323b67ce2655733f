/**
 * The table of boundary formats, and the one way into all of them: bytes of a file → features of a layer.
 *
 * Content decides, not the name: a GeoPackage called .zip is read as a GeoPackage, and that is noted. To add a format,
 * write its file and add its line; formats that know themselves by their first bytes stand before those of plain text.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { InputError } from '../../trouble/input-error.js';
import { archiveOf } from './archive.js';
import { csv } from './csv.js';
import { esriJson } from './esri-json.js';
import { flatgeobuf } from './flatgeobuf.js';
import { foreignFormat } from './foreign-formats.js';
import type { BoundaryFormat, ReadingTools } from './format.js';
import { extensionOf, plainTools } from './format.js';
import { geodatabase } from './geodatabase.js';
import { geojson } from './geojson.js';
import { geopackage } from './geopackage.js';
import { geoparquet } from './geoparquet.js';
import { gml } from './gml.js';
import { kml } from './kml.js';
import { kmz } from './kmz.js';
import { mapinfo } from './mapinfo.js';
import { shapefile } from './shapefile.js';
import { topojson } from './topojson.js';
import { isGzip } from './packed-kinds.js';
import { gunzip } from './unpack.js';

export { chooseLayer } from './choose-layer.js';

const plainFormats: readonly BoundaryFormat[] = [
  shapefile,
  geopackage,
  flatgeobuf,
  geoparquet,
  kml,
  gml,
  mapinfo,
  esriJson,
  topojson,
  geojson,
  csv,
];

/** Every format that can be read. */
export const boundaryFormats: readonly BoundaryFormat[] = [
  kmz,
  geodatabase,
  archiveOf(plainFormats),
  ...plainFormats,
];

export interface BoundaryFile {
  readonly format: BoundaryFormat;
  readonly table: FeatureTable;
}

/**
 * The features of one layer of a boundary file, gzipped or not. `inner` is the name after `#`, or null.
 * Throws InputError for whatever is wrong with the file.
 */
export async function readBoundaryFile(
  bytes: Uint8Array,
  fileName: string,
  inner: string | null = null,
  tools: ReadingTools = plainTools,
): Promise<BoundaryFile> {
  const { content, name } = unwrap(bytes, fileName, tools);
  const format = formatOf(content, name, fileName);
  const table = await format.read(content, fileName, inner, tools);
  if (!isMisnamed(format, name)) return { format, table };
  const note = { note: 'wrong-extension', feature: -1, count: 1, position: null };
  return { format, table: { ...table, notes: [...table.notes, note] } };
}

/** The names of the layers in a boundary file, and its format. */
export async function listBoundaryLayers(
  bytes: Uint8Array,
  fileName: string,
  tools: ReadingTools = plainTools,
): Promise<{ format: BoundaryFormat; layers: string[] }> {
  const { content, name } = unwrap(bytes, fileName, tools);
  const format = formatOf(content, name, fileName);
  return { format, layers: await format.listLayers(content, fileName, tools) };
}

/** The names of the tables without shapes in a boundary file. */
export async function listTablesBeside(
  bytes: Uint8Array,
  fileName: string,
  tools: ReadingTools = plainTools,
): Promise<string[]> {
  const { content, name } = unwrap(bytes, fileName, tools);
  return (await formatOf(content, name, fileName).listTables?.(content, fileName, tools)) ?? [];
}

/** The endings of files that belong beside a file of this name (`.dbf` beside `.shp`). */
export const siblingExtensionsOf = (fileName: string): readonly string[] =>
  boundaryFormats.find((format) => format.extensions.includes(extensionOf(fileName)))?.siblingExtensions ??
  [];

function unwrap(
  bytes: Uint8Array,
  fileName: string,
  tools: ReadingTools,
): { content: Uint8Array; name: string } {
  const plain = plainBytes(bytes);
  if (!isGzip(plain)) return { content: plain, name: fileName };
  return { content: gunzip(plain, tools.unpackLimit, fileName), name: fileName.replace(/\.gz$/i, '') };
}

/**
 * The same bytes without what a runtime adds to them: a Buffer of Node is a window on a larger store, and its `slice`
 * gives another window where that of an array gives bytes of their own.
 */
export const plainBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The format that the bytes, or the beginning of them, show. Throws InputError where there is none. */
export function formatOf(bytes: Uint8Array, name: string, fileName: string): BoundaryFormat {
  if (bytes.length === 0) {
    throw new InputError({
      id: 'file-empty',
      file: fileName,
      message: 'the file is empty',
      hint: 'Download or export it again.',
    });
  }
  const format = boundaryFormats.find((candidate) => candidate.detect(bytes, name));
  if (!format) throw unknownFormat(bytes, name, fileName);
  return format;
}

/** True if the name's ending belongs to another format than the content. */
function isMisnamed(format: BoundaryFormat, name: string): boolean {
  const ending = extensionOf(name);
  return (
    boundaryFormats.some((other) => other.extensions.includes(ending)) &&
    !format.extensions.includes(ending) &&
    !(format.id === 'topojson' && ending === '.json')
  );
}

function unknownFormat(bytes: Uint8Array, name: string, fileName: string): InputError {
  const error = (message: string, hint: string): InputError =>
    new InputError({ id: 'format-unknown', file: fileName, message, hint });
  const convert = 'Convert it to GeoJSON or GeoPackage, for example with ogr2ogr or QGIS.';
  const ending = extensionOf(name);
  const claimed = boundaryFormats.find((format) => format.extensions.includes(ending));
  if (['.dbf', '.shx', '.prj', '.cpg'].includes(ending)) {
    return error('the file is one part of a Shapefile', 'Give the .shp, with its other parts beside it.');
  }
  const foreign = foreignFormat(bytes, fileName);
  if (foreign !== null) return foreign;
  if (claimed) {
    return error(
      `the file is called ${ending} but does not begin like ${claimed.name}`,
      'It may be damaged: download or export it again.',
    );
  }
  return error('the file is in no format that is known', convert);
}
