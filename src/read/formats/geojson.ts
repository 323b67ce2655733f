/**
 * GeoJSON and GeoJSON text sequences, as one of the formats; the reading itself is in `../geojson`.
 */
import { readGeoJson } from '../geojson/geojson-reader.js';
import { withIdsAsField } from '../ids-as-field.js';
import { guardAgainstDamage } from './damaged.js';
import type { BoundaryFormat } from './format.js';
import { extensionOf, stemOf } from './format.js';

export const geojson: BoundaryFormat = {
  id: 'geojson',
  name: 'GeoJSON',
  extensions: ['.geojson', '.json', '.geojsonl', '.geojsons', '.ndjson', '.ndgeojson', '.geojsonseq'],
  detect: looksLikeJson,
  listLayers: (_bytes, fileName) => Promise.resolve([stemOf(fileName)]),
  read: (bytes, fileName) =>
    guardAgainstDamage(fileName, 'GeoJSON', () => withIdsAsField(readGeoJson(bytes, fileName))),
};

/** The first character that is neither white space nor a record separator (of text sequences) opens a value. */
function looksLikeJson(bytes: Uint8Array, fileName: string): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 65536)).replaceAll('\u001e', '').trimStart();
  if (!head.startsWith('{') && !head.startsWith('[')) return false;
  return extensionOf(fileName) !== '.json' || /"(?:type|features|coordinates|geometry)"/.test(head);
}
