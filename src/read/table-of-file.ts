/**
 * A table out of the bytes of any file: text, a sheet of a workbook, a table in an archive, the fields of boundaries.
 *
 *     people.csv      book.xlsx#Sheet      lookups.zip#a1.csv      lookups.zip#book.ods#Sheet      lad.gpkg#LAD24
 *
 * Content decides, but for text, which only a name can tell from other text.
 */
import { boundsOf } from '../layer/coordinate-system.js';
import type { FeatureTable } from '../layer/feature-table.js';
import type { Table } from '../layer/table.js';
import { chooseLayer, findLayer } from './formats/choose-layer.js';
import { foreignFormat } from './formats/foreign-formats.js';
import { plainTools, type ReadingTools } from './formats/format.js';
import {
  boundaryFormats,
  listBoundaryLayers,
  listTablesBeside,
  plainBytes,
  readBoundaryFile,
} from './formats/formats.js';
import { flatgeobuf } from './formats/flatgeobuf.js';
import { geopackage } from './formats/geopackage.js';
import { geoparquet } from './formats/geoparquet.js';
import { isGzip, isZip } from './formats/packed-kinds.js';
import { gml } from './formats/gml.js';
import { kml } from './formats/kml.js';
import { mapinfo } from './formats/mapinfo.js';
import { shapefile } from './formats/shapefile.js';
import { gunzip } from './formats/unpack.js';
import { readZipDirectory, unpackMember, type ZipMember } from './formats/zip-directory.js';
import { prepareToRecognise } from './systems/recognise-system.js';
import { readCsv } from './table/csv.js';
import { tableOfFeatures } from './table/feature-properties.js';
import { isWorkbookArchive } from './table/open-workbook.js';
import { readWorkbook, sheetNames } from './table/workbook.js';

export interface FileTable {
  readonly table: Table;
  /** The features behind it where it came from a boundary file. */
  readonly features: FeatureTable | null;
  readonly format: string;
}

const TEXT = /\.(csv|tsv|txt|tab)(\.gz)?$/i;
const IN_ARCHIVES = /\.(csv|tsv|txt|tab|xlsx|xlsm|ods)(\.gz)?$/i;

/** What can be named after `#`: layers with shapes, and tables. */
export interface Contents {
  readonly layers: readonly string[];
  /** Sheets of a workbook, tables and sheets in an archive, tables of a GeoPackage. */
  readonly tables: readonly string[];
}

/** What a file holds by name. Throws InputError for whatever is wrong with it. */
export async function listContents(
  bytes: Uint8Array,
  fileName: string,
  tools: ReadingTools = plainTools,
): Promise<Contents> {
  const content = unpacked(bytes, fileName, tools);
  const { members } = isZip(content)
    ? readZipDirectory(content, fileName, tools.unpackLimit)
    : { members: [] };
  if (isWorkbookArchive({ members })) return { layers: [], tables: sheetNames(content, fileName) };
  const tables = tablesIn(members).flatMap((member) => tablesOfMember(content, member, fileName));
  if (tables.length > 0 && !holdsBoundaries(members)) return { layers: [], tables };
  const { layers } = await listBoundaryLayers(content, fileName, tools);
  return {
    layers: layers.filter((name) => !tables.includes(name)),
    tables: [...tables, ...(await listTablesBeside(content, fileName, tools))],
  };
}

/** A table of an archive, or the sheets where it is a workbook of several. */
function tablesOfMember(archive: Uint8Array, member: ZipMember, fileName: string): string[] {
  if (!/\.(xlsx|xlsm|ods)$/i.test(member.name)) return [member.name];
  const sheets = sheetNames(unpackMember(archive, member, fileName), `${fileName}#${member.name}`);
  return sheets.length === 1 ? [member.name] : sheets.map((sheet) => `${member.name}#${sheet}`);
}

/**
 * One table of a file; `inner` is the name after `#`, or null. Throws InputError for whatever is wrong with the file, and
 * where it holds several tables and none is named.
 */
export async function readTableFrom(
  bytes: Uint8Array,
  fileName: string,
  inner: string | null,
  tools: ReadingTools = plainTools,
): Promise<FileTable> {
  const content = unpacked(bytes, fileName, tools);
  if (isZip(content)) return readPacked(content, fileName, inner, tools);
  const foreign = foreignFormat(content, fileName);
  if (foreign !== null && ![kml, gml].some(({ detect }) => detect(content, fileName))) throw foreign;
  if (TEXT.test(fileName) && !isBinary(content, fileName))
    return { table: readCsv(content, fileName), features: null, format: 'csv' };
  const { format, table: features } = await readBoundaryFile(content, fileName, inner, tools);
  await prepareToRecognise(features.statedSystem, boundsOf(features.shapes.coordinates, features.points));
  return { table: tableOfFeatures(features, fileName), features, format: format.id };
}

async function readPacked(
  content: Uint8Array,
  fileName: string,
  inner: string | null,
  tools: ReadingTools,
): Promise<FileTable> {
  const directory = readZipDirectory(content, fileName, tools.unpackLimit);
  if (isWorkbookArchive(directory)) {
    const format = directory.members.some(({ name }) => name === 'content.xml') ? 'ods' : 'xlsx';
    return { table: readWorkbook(content, fileName, { sheet: inner }), features: null, format };
  }
  const chosen = chooseTable(directory.members, inner, fileName);
  if (chosen === null) {
    const { format, table: features } = await readBoundaryFile(content, fileName, inner, tools);
    await prepareToRecognise(features.statedSystem, boundsOf(features.shapes.coordinates, features.points));
    return { table: tableOfFeatures(features, fileName), features, format: format.id };
  }
  const member = unpackMember(content, chosen.member, fileName);
  return readTableFrom(member, `${fileName}#${chosen.member.name}`, chosen.rest, tools);
}

/** The table of an archive that is meant, and what is meant inside it; null where it is a layer of boundaries. */
function chooseTable(
  members: readonly ZipMember[],
  inner: string | null,
  fileName: string,
): { member: ZipMember; rest: string | null } | null {
  const tables = tablesIn(members);
  const names = tables.map(({ name }) => name);
  const byName = (name: string): ZipMember => tables.find((member) => member.name === name)!;
  if (inner === null) {
    if (tables.length === 0 || holdsBoundaries(members)) return null;
    return { member: byName(chooseLayer(names, null, fileName)), rest: null };
  }
  const whole = findLayer(names, inner);
  if (whole !== null) return { member: byName(whole), rest: null };
  const hash = inner.indexOf('#');
  const before = hash < 0 ? null : findLayer(names, inner.slice(0, hash));
  if (before !== null) return { member: byName(before), rest: inner.slice(hash + 1) };
  if (tables.length === 1 && !holdsBoundaries(members)) return { member: tables[0]!, rest: inner };
  return null;
}

const tablesIn = (members: readonly ZipMember[]): ZipMember[] =>
  members.filter(({ name }) => IN_ARCHIVES.test(name));

/** Whether an archive has a member that its name says is a boundary file. */
const holdsBoundaries = (members: readonly ZipMember[]): boolean =>
  members.some(
    ({ name }) =>
      !IN_ARCHIVES.test(name) &&
      boundaryFormats.some(({ extensions }) =>
        extensions.some((ending) => name.toLowerCase().replace(/\.gz$/, '').endsWith(ending)),
      ),
  );

/** Whether a file that is called a text table begins like one of the formats that know themselves by their bytes. */
const isBinary = (content: Uint8Array, fileName: string): boolean =>
  [shapefile, geopackage, geoparquet, flatgeobuf, gml, mapinfo].some(({ detect }) =>
    detect(content, fileName),
  );

function unpacked(bytes: Uint8Array, fileName: string, tools: ReadingTools): Uint8Array {
  const plain = plainBytes(bytes);
  return isGzip(plain) ? gunzip(plain, tools.unpackLimit, fileName) : plain;
}
