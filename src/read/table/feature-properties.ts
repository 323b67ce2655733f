/**
 * The properties of a boundary file as a table, so that people and lookups can come from any layer format.
 *
 * Lookups fetched as GeoJSON arrive as features without geometry; blocks often carry their people as a field.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import type { Table } from '../../layer/table.js';
import { downloadNotes, refuseCutDownload } from '../cut-download.js';
import { gridTable } from './grid-table.js';

/** One row a feature, one column a property, in order of first appearance. Throws InputError for a cut download. */
export function tableOfFeatures(features: FeatureTable, fileName: string, allowTruncated = false): Table {
  refuseCutDownload(features, fileName, allowTruncated);
  const keys = new Set<string>();
  for (const record of features.properties) for (const key of Object.keys(record)) keys.add(key);
  const headings = [...keys];
  const frame = {
    fileName,
    sheet: null,
    headings,
    notes: downloadNotes(features, fileName),
    place: (row: number): string => `feature ${row + 1}`,
  };
  return gridTable(
    frame,
    features.properties.length,
    (column, row) => features.properties[row]![headings[column]!],
  );
}
