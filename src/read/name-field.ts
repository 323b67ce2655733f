/**
 * Which headings are those of names.
 */
import { readFieldName } from '../layer/field-name.js';

/** Headings that end as names do. */
const NAME = /(^|_)(name|nm|label|title)$/;
const NAMES = new Set(['locality', 'localities', 'neighbourhood', 'neighborhood', 'neighbourhoods', 'ward']);
/** Whether a field is called as names are. */
export function isNameField(field: string): boolean {
  const key = field
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
  return readFieldName(field)?.role === 'name' || NAME.test(key) || NAMES.has(key);
}
