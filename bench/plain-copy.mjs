/**
 * A gzipped file unpacked into a folder, since peers are timed on the same plain file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Path of the plain file; the file itself where it is not gzipped. */
export function plainCopy(file, folder) {
  if (!file.endsWith('.gz')) return file;
  const to = join(folder, basename(file, '.gz'));
  writeFileSync(to, gunzipSync(readFileSync(file)));
  return to;
}
