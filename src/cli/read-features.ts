/**
 * The features of a file or of standard input, in whatever format.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { createGeoJsonReader } from '../read/geojson/geojson-reader.js';
import { peek, readUnpacked, readWhole, type Seal, type Source } from './read-source.js';

/** Features of a source in whatever format. GeoJSON streams; other formats are read whole. */
export async function readFeatures(
  source: Source,
  inner: string | null,
): Promise<{ table: FeatureTable; format: string; seal: Seal }> {
  if (inner === null && (source.size === null || looksLikeGeoJson(await peek(source)))) {
    const reader = createGeoJsonReader(source.name, source.size ?? 0);
    const seal = await readUnpacked(source, (chunk) => reader.push(chunk));
    return { table: reader.finish(), format: 'geojson', seal };
  }
  const { readBoundaryFile } = await import('../read/formats/formats.js');
  const { bytes, seal } = await readWhole(source);
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

/** Text that begins like JSON and is not TopoJSON; everything else is for the other readers to tell. */
function looksLikeGeoJson(start: Uint8Array): boolean {
  const text = new TextDecoder().decode(start).replace(/^[\ufeff\u001e\s]+/, '');
  if (text === '') return true;
  return /^[{[]/.test(text) && !/"type"\s*:\s*"Topology"/.test(text);
}
