/**
 * A zip archive that holds files of any other format.
 *
 *     boundaries.zip#districts.shp        a member
 *     boundaries.zip#all.gpkg#LAD24       a layer of a member
 *     boundaries.zip#LAD24                a layer of the only member
 *
 * A Shapefile's parts (.dbf, .prj, .cpg) are found beside it. Archives inside archives are not opened.
 */
import { InputError } from '../../trouble/input-error.js';
import { chooseLayer, findLayer, listed } from './choose-layer.js';
import { guardAgainstDamage } from './damaged.js';
import type { BoundaryFormat, ReadingTools } from './format.js';
import { extensionOf } from './format.js';
import { isGzip, isZip } from './packed-kinds.js';
import { gunzip } from './unpack.js';
import { readZipDirectory, unpackMember } from './zip-directory.js';

/** An archive opened: the members that one of the formats can read. */
interface OpenArchive {
  readonly names: string[];
  /** Bytes of a member, unpacked on demand, also from gzip. */
  unpack(name: string): Uint8Array;
  formatOf(name: string): BoundaryFormat;
  /** Tools with the member's own siblings. */
  toolsFor(name: string): ReadingTools;
}

/** The archive format over the formats its members may have. */
export function archiveOf(formats: readonly BoundaryFormat[]): BoundaryFormat {
  return {
    id: 'zip',
    name: 'a zip archive',
    extensions: ['.zip'],
    detect: isZip,
    listLayers: (bytes, fileName, tools) =>
      guardAgainstDamage(fileName, 'a zip archive', async () => {
        const archive = openArchive(bytes, fileName, tools, formats);
        const only = archive.names.length === 1 ? archive.names[0]! : null;
        if (only === null) return archive.names;
        const layers = await archive
          .formatOf(only)
          .listLayers(archive.unpack(only), only, archive.toolsFor(only));
        return layers.length > 1 ? layers : archive.names;
      }),
    read: (bytes, fileName, inner, tools) =>
      guardAgainstDamage(fileName, 'a zip archive', () => {
        const archive = openArchive(bytes, fileName, tools, formats);
        const { member, layer } = splitInner(
          inner === null ? unnamedChoice(archive) : archive.names,
          inner,
          fileName,
        );
        return archive
          .formatOf(member)
          .read(archive.unpack(member), `${fileName}#${member}`, layer, archive.toolsFor(member));
      }),
  };
}

/** Which member, and which layer inside it, the text after `#` means. */
function splitInner(
  names: readonly string[],
  inner: string | null,
  fileName: string,
): { member: string; layer: string | null } {
  if (inner !== null && findLayer(names, inner) === null) {
    const hash = inner.indexOf('#');
    const member = hash < 0 ? null : findLayer(names, inner.slice(0, hash));
    if (member !== null) return { member, layer: inner.slice(hash + 1) };
    if (names.length === 1) return { member: names[0]!, layer: inner };
  }
  return { member: chooseLayer(names, inner, fileName), layer: null };
}

/** Where nothing is named, tables beside boundaries (a code list, a description) are not meant. */
function unnamedChoice(archive: OpenArchive): string[] {
  const boundaries = archive.names.filter((name) => archive.formatOf(name).id !== 'csv');
  return boundaries.length > 0 ? boundaries : archive.names;
}

/** Tells the format of every member that might be a layer, one at a time; a Shapefile's other parts wait. */
function openArchive(
  bytes: Uint8Array,
  fileName: string,
  tools: ReadingTools,
  formats: readonly BoundaryFormat[],
): OpenArchive {
  const directory = readZipDirectory(bytes, fileName, tools.unpackLimit);
  const siblingEndings = new Set(formats.flatMap((format) => format.siblingExtensions ?? []));
  const unpacked = new Map<string, Uint8Array>();
  const found = new Map<string, BoundaryFormat>();
  const byName = new Map(directory.members.map((member) => [member.name, member]));
  const unpack = (name: string): Uint8Array => {
    let content = unpacked.get(name);
    if (content === undefined) {
      content = unpackMember(bytes, byName.get(name)!, fileName);
      if (isGzip(content)) content = gunzip(content, tools.unpackLimit, `${fileName}#${name}`);
      unpacked.set(name, content);
    }
    return content;
  };
  for (const name of byName.keys()) {
    const ending = extensionOf(name.replace(/\.gz$/i, ''));
    if (siblingEndings.has(ending) || !formats.some((format) => format.extensions.includes(ending))) continue;
    const format = formats.find((candidate) => candidate.detect(unpack(name), name.replace(/\.gz$/i, '')));
    if (format) found.set(name, format);
    unpacked.delete(name);
  }
  if (found.size === 0) throw nothingReadable(fileName, [...byName.keys()], directory.climbing);
  return {
    names: [...found.keys()],
    unpack,
    formatOf: (name) => found.get(name)!,
    toolsFor: (name) => ({
      ...tools,
      siblings: siblingsOf(name, [...byName.keys()], siblingEndings, unpack),
    }),
  };
}

function siblingsOf(
  name: string,
  names: readonly string[],
  endings: ReadonlySet<string>,
  unpack: (name: string) => Uint8Array,
): Record<string, Uint8Array> {
  const stem = name.slice(0, name.lastIndexOf('.')).toLowerCase();
  const siblings: Record<string, Uint8Array> = {};
  for (const other of names) {
    const ending = extensionOf(other);
    if (endings.has(ending) && other.toLowerCase() === stem + ending) siblings[ending] = unpack(other);
  }
  return siblings;
}

function nothingReadable(
  fileName: string,
  names: readonly string[],
  climbing: readonly string[],
): InputError {
  const isOpenDocument = names.includes('content.xml') && names.includes('mimetype');
  if (names.includes('xl/workbook.xml') || isOpenDocument) {
    return new InputError({
      id: 'workbook-not-boundaries',
      file: fileName,
      message: `the file is an ${isOpenDocument ? 'OpenDocument' : 'Excel'} workbook, which holds no boundaries`,
      hint: 'Save the sheet as CSV, or give it where a table is asked for.',
    });
  }
  const holds = names.length === 0 ? 'it is empty' : `it holds ${listed(names)}`;
  const left =
    climbing.length === 0 ? '' : `; ${climbing.length} with a path that leads out of the archive passed over`;
  const parts = names.filter((name) => ['.dbf', '.shx', '.prj'].includes(extensionOf(name)));
  return new InputError({
    id: 'archive-without-boundaries',
    file: fileName,
    message: `there is no boundary file in the archive: ${holds}${left}`,
    hint:
      parts.length > 0
        ? 'The .shp of the Shapefile is missing: pack all of its parts again.'
        : 'Pack a Shapefile, GeoJSON, GeoPackage, FlatGeobuf, TopoJSON, GeoParquet or CSV file.',
  });
}
