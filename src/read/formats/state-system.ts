/**
 * Puts a coordinate system that a file gives as organisation, number and definition into one line of text.
 */
import { knownSystem } from '../systems/known-systems.js';

/** `EPSG:27700` where the number is in our table, else the file's own definition if there is one, else the number. */
export function stateSystem(organisation: string, code: number | string, definition: string): string | null {
  const id = `${organisation.trim().toUpperCase()}:${code}`;
  if (knownSystem(id)) return id;
  const text = definition.trim();
  if (text !== '' && text.toLowerCase() !== 'undefined') return text;
  return organisation.trim() === '' ? null : id;
}
