/**
 * The file of an entry that lies in a folder already, whatever format it has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProvenance, PROVENANCE_ENDING, type Provenance } from '../../result/provenance.js';

/** Path of the file of a name (without its ending) in a folder; null where none is there. */
export function keptFile(folder: string, name: string): string | null {
  let names: string[];
  try {
    names = readdirSync(folder === '' ? '.' : folder);
  } catch {
    return null;
  }
  const found = names
    .filter((each) => !each.endsWith(PROVENANCE_ENDING) && !each.endsWith('-metadata.json'))
    .filter((each) => each.replace(/\.[a-z0-9]+(\.gz)?$/i, '').toLowerCase() === name.toLowerCase())
    .sort()[0];
  return found === undefined ? null : join(folder, found);
}

/** What lies beside a file of where it came from; null where nothing does. */
export function provenanceOf(path: string): Provenance | null {
  try {
    return parseProvenance(readFileSync(path + PROVENANCE_ENDING, 'utf8'));
  } catch {
    return null;
  }
}
