/**
 * The shapes that a result holds, or why it holds none.
 */
import type { Result } from '../../result/result.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import { InputError } from '../../trouble/input-error.js';

/** Headings of where the label of a shape stands, after the cells of its row. */
export const LABEL_HEADINGS = ['label_longitude', 'label_latitude'] as const;

/** True for a result that has shapes to draw. */
export const hasShapes = (result: Result): boolean => (result.shapes ?? []).length > 0;

/** The shapes. Throws an InputError for a result that has none because none were drawn. */
export function shapesOf({ shapes, command }: Result): readonly ShapeRecord[] {
  if (shapes !== undefined) return shapes;
  throw new InputError({
    id: 'no-shapes-to-write',
    message: `this result of ${command} holds no shapes`,
    hint: 'overlap and compare draw them only for an output that holds shapes: run again with -o pieces.geojson. What has no shapes is written as CSV or JSON.',
  });
}
