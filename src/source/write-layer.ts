/**
 * The pages of a layer as one file: features in their order, one a line, whichever way the pages came.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { tooLarge } from './too-large.js';
import type { PageStore } from './page-store.js';

/** Writes a file of GeoJSON or Esri JSON; gives its size and SHA-256. Throws InputError where it is larger than `most`. */
export function writeLayer(
  path: string,
  store: PageStore,
  isGeoJson: boolean,
  address: string,
  most: number,
): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const file = openSync(path, 'w', 0o600);
  let bytes = 0;
  const write = (part: string | Uint8Array): void => {
    const chunk = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(chunk);
    bytes += chunk.length;
    if (bytes > most) throw tooLarge(address, most);
    for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at);
  };
  try {
    const pages = store.pages();
    const head = { ...(isGeoJson ? { type: 'FeatureCollection' } : {}), ...pages[0]?.head };
    write(`${JSON.stringify(head).slice(0, -1)}${Object.keys(head).length === 0 ? '' : ','}"features":[\n`);
    pages.forEach((page, i) => {
      if (i > 0) write(',\n');
      write(withCommas(store.lines(page)));
    });
    write('\n]}\n');
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Lines of JSON, which hold no line ends within, with a comma at the end of all but the last. */
const withCommas = (lines: Uint8Array): string => Buffer.from(lines).toString('utf8').replaceAll('\n', ',\n');
