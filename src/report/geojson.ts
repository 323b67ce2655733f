/**
 * The shapes of a result as GeoJSON (RFC 7946): one feature a row, its cells as properties, the table in `table`.
 */
import type { Result } from '../result/result.js';
import { InputError } from '../trouble/input-error.js';

/** True for a result that has shapes to draw. */
export const hasShapes = (result: Result): boolean => (result.shapes ?? []).length > 0;

/** The features as text that ends with a line feed, one a line. Throws an InputError for a result without shapes. */
export function writeGeojson(result: Result): string {
  if (result.shapes === undefined) {
    throw new InputError({
      id: 'no-shapes-to-write',
      message: `${result.command} draws no shapes`,
      hint: 'Write its tables as CSV, or the whole result as JSON.',
    });
  }
  const features = result.shapes.map(({ table, properties, geometry }) =>
    JSON.stringify({ type: 'Feature', properties: { table, ...properties }, geometry }),
  );
  return features.length === 0
    ? '{"type":"FeatureCollection","features":[]}\n'
    : `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
