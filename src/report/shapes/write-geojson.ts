/**
 * The shapes of a result as GeoJSON (RFC 7946): one feature a row, with its box; its properties are its table, its cells
 * and where its label stands.
 */
import type { Result } from '../../result/result.js';
import { boxOf, finishShapes } from '../../result/finished-shapes.js';
import { LABEL_HEADINGS, shapesOf } from './shapes-of-result.js';

/** The features as text that ends with a line feed, one a line. Throws an InputError for a result without shapes. */
export function writeGeojson(result: Result): string {
  const shapes = finishShapes(shapesOf(result));
  const box = boxOf(shapes.map(({ geometry }) => geometry));
  if (box === null) return '{"type":"FeatureCollection","features":[]}\n';
  const features = shapes.map((shape) =>
    JSON.stringify({
      type: 'Feature',
      bbox: shape.box,
      properties: {
        table: shape.table,
        ...shape.properties,
        ...Object.fromEntries(LABEL_HEADINGS.map((heading, i) => [heading, shape.label[i]])),
      },
      geometry: shape.geometry,
    }),
  );
  return `{"type":"FeatureCollection","bbox":${JSON.stringify(box)},"features":[\n${features.join(',\n')}\n]}\n`;
}
