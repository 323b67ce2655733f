/**
 * A file that nothing can be made of, and the reason.
 */
import type { InputTrouble } from '../../trouble/input-error.js';
import type { FoundFile } from './found-file.js';

/** Such a file; also the ground on which what it is taken for is put. */
export const nothing = (
  path: string,
  file: string,
  why: string,
  trouble: InputTrouble | null,
): FoundFile => ({
  file,
  path,
  role: 'other',
  layers: [],
  people: null,
  lookup: null,
  settings: [{ setting: 'role', now: 'other', values: [] }],
  aside: '',
  why,
  trouble,
});
