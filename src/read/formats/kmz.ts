/**
 * KMZ: a zip archive of KML.
 *
 * Its first document is often nothing but a link to the others, so every .kml inside is read. Several with the same
 * fields are pieces of one layer; several with different fields are layers, and one has to be named.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { chooseLayer } from './choose-layer.js';
import { damagedFile, guardAgainstDamage } from './damaged.js';
import type { BoundaryFormat, ReadingTools } from './format.js';
import { extensionOf } from './format.js';
import { addPlacemarks, finishKml, onlyLinks } from './kml.js';
import { TableBuilder } from './table-builder.js';
import { isZip } from './packed-kinds.js';
import { readZipDirectory, unpackMember } from './zip-directory.js';

/** One document of the archive. */
interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fields: string;
}

export const kmz: BoundaryFormat = {
  id: 'kmz',
  name: 'KMZ',
  extensions: ['.kmz'],
  detect: (bytes, fileName) => isZip(bytes) && extensionOf(fileName) === '.kmz',
  listLayers: (bytes, fileName, tools) =>
    guardAgainstDamage(fileName, 'KMZ', async () => layersOf(await partsOf(bytes, fileName, tools))),
  read: (bytes, fileName, inner, tools) =>
    guardAgainstDamage(fileName, 'KMZ', async () =>
      readParts(await partsOf(bytes, fileName, tools), fileName, inner),
    ),
};

/** The names that can be named: each part, or the first alone where all are pieces of one layer. */
function layersOf(parts: readonly Part[]): string[] {
  const isOneLayer = new Set(parts.map(({ fields }) => fields)).size === 1;
  return isOneLayer ? [parts[0]!.name] : parts.map(({ name }) => name);
}

async function readParts(
  parts: readonly Part[],
  fileName: string,
  inner: string | null,
): Promise<FeatureTable> {
  const names = layersOf(parts);
  const chosen =
    inner === null && names.length === 1
      ? parts
      : parts.filter(
          ({ name }) =>
            name ===
            chooseLayer(
              parts.map((part) => part.name),
              inner,
              fileName,
            ),
        );
  const builder = new TableBuilder(fileName);
  for (const { name, bytes } of chosen) await addPlacemarks(bytes, `${fileName}#${name}`, builder);
  return finishKml(builder);
}

/** The documents that hold placemarks. */
async function partsOf(bytes: Uint8Array, fileName: string, tools: ReadingTools): Promise<Part[]> {
  const members = readZipDirectory(bytes, fileName, tools.unpackLimit).members.filter(
    ({ name }) => extensionOf(name) === '.kml',
  );
  if (members.length === 0) throw damagedFile(fileName, 'KMZ', 'it holds no .kml');
  const parts: Part[] = [];
  const links: string[] = [];
  for (const member of members) {
    const content = unpackMember(bytes, member, fileName);
    const builder = new TableBuilder(fileName);
    const found = await addPlacemarks(content, `${fileName}#${member.name}`, builder);
    links.push(...found.links);
    if (found.placemarks === 0) continue;
    const fields = new Set(finishKml(builder).properties.flatMap((record) => Object.keys(record)));
    parts.push({ name: member.name, bytes: content, fields: [...fields].sort().join('\n') });
  }
  if (parts.length > 0) return parts;
  throw links.length > 0 ? onlyLinks(fileName, links) : damagedFile(fileName, 'KMZ', 'it holds no places');
}
