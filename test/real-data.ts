/**
 * Finds the real boundary files that some tests read in place.
 *
 * They are not part of the project. COTERMINOUS_DATA names their folder, by default `../shared/data`; where it is
 * absent the tests that need it are skipped, with a message.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(process.env['COTERMINOUS_DATA'] ?? '../shared/data');

/** True where the real files can be read. */
export const haveRealData = existsSync(folder);

if (!haveRealData) {
  console.warn(`Tests on real boundary files are skipped: ${folder} is not there (set COTERMINOUS_DATA).`);
}

/** The path of a real file. */
export const realData = (path: string): string => resolve(folder, path);
