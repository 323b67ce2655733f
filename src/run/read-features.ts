/**
 * The features of a file or of standard input, in whatever format.
 */
import { boundsOf } from '../layer/coordinate-system.js';
import type { FeatureTable } from '../layer/feature-table.js';
import { createGeoJsonReader } from '../read/geojson/geojson-reader.js';
import { prepareToRecognise } from '../read/systems/recognise-system.js';
import { peek, readUnpacked, readWhole, type Seal, type Source } from '../cli/read-source.js';

/**
 * Features of a source in whatever format, and what it takes to recognise their coordinate system. GeoJSON streams;
 * other formats are read whole.
 */
export async function readFeatures(
  source: Source,
  inner: string | null,
): Promise<{ table: FeatureTable; format: string; seal: Seal }> {
  const read = await readAnyFormat(source, inner);
  const { statedSystem, shapes, points } = read.table;
  await prepareToRecognise(statedSystem, boundsOf(shapes.coordinates, points));
  return read;
}

async function readAnyFormat(
  source: Source,
  inner: string | null,
): Promise<{ table: FeatureTable; format: string; seal: Seal }> {
  if (inner === null && (source.size === null || looksLikeGeoJson(await peek(source)))) {
    const reader = createGeoJsonReader(source.name, source.size ?? 0);
    const seal = await readUnpacked(source, (chunk) => reader.push(chunk));
    return { table: reader.finish(), format: 'geojson', seal };
  }
  const { boundaryFormats, readBoundaryFile } = await import('../read/formats/formats.js');
  if (source.size !== null) {
    // What begins like no format is refused by its beginning, however long it is.
    const start = await peek(source);
    const bareName = source.name.replace(/\.gz$/i, '');
    if (!boundaryFormats.some((format) => format.detect(start, bareName)))
      await readBoundaryFile(start, bareName);
  }
  const { bytes, seal } = await readWhole(source);
  if (inner !== null) await checkInner(bytes, source.name, inner);
  const siblings: Record<string, Uint8Array> = {};
  for (const extension of ['.dbf', '.prj', '.cpg', '.shx']) {
    const other = source.beside(extension);
    if (other !== null) siblings[extension] = (await readWhole(other)).bytes;
  }
  const { format, table } = await readBoundaryFile(bytes, source.name, inner, {
    siblings,
    unpackLimit: 4 * 2 ** 30,
  });
  return { table, format: format.id, seal };
}

/** Formats that hold one layer; a name after # must be the name of that one. */
const ONE_LAYER = ['geojson', 'csv', 'shapefile', 'flatgeobuf', 'geoparquet'];

async function checkInner(bytes: Uint8Array, fileName: string, inner: string): Promise<void> {
  const { listBoundaryLayers } = await import('../read/formats/formats.js');
  const { chooseLayer } = await import('../read/formats/choose-layer.js');
  const { format, layers } = await listBoundaryLayers(bytes, fileName);
  if (ONE_LAYER.includes(format.id)) chooseLayer(layers, inner, fileName);
}

/** Text that begins like JSON and is not TopoJSON; everything else is for the other readers to tell. */
export function looksLikeGeoJson(start: Uint8Array): boolean {
  const text = new TextDecoder().decode(start).replaceAll('\u001e', '').trimStart();
  if (text === '') return true;
  return /^[{[]/.test(text) && !/"type"\s*:\s*"Topology"/.test(text);
}
