/**
 * `coterminous page`: the whole tool as one HTML file, put together from what the package holds.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { pageDocument } from '../../page/document.js';
import { textOfBytes } from '../../page/text-of-bytes.js';
import { toolVersion } from '../../result/tool-version.js';
import { InputError } from '../../trouble/input-error.js';
import { embedded, packaged } from '../embedded-data.js';
import { say } from '../say.js';
import { checkFile, writeFiles } from '../write-files.js';

/** Files below `data/` that the page can start from, and what config files are read by. */
const DATA = [
  'england/atoms.csv',
  'england/wards.csv',
  'region/icb.geojson',
  'region/ltla.geojson',
  'region/blocks.geojson',
  'region/residents.csv',
];

/** Writes the page; returns the exit code. Throws InputError for a name that no browser would open as a page. */
export function runPage(output: string): number {
  if (!/[^/\\]\.html?$/i.test(output))
    throw new InputError({
      id: 'page-is-html',
      file: output,
      message: 'a page has a name that ends in .html',
      hint: 'Name it so: coterminous page -o coterminous.html',
    });
  checkFile(output);
  const content = composePage();
  writeFiles([{ path: output, content }]);
  say(`wrote ${output}: open it in a browser; nothing that is dropped into it leaves it`);
  return 0;
}

/** The page as HTML text: the same bytes on every machine. */
export function composePage(): string {
  const sql = dirname(createRequire(import.meta.url).resolve('sql.js'));
  const files: Record<string, string> = {
    'desk.js': packaged('dist/page/desk.js'),
    'library.js': packaged('dist/library.js'),
    'sql.js': join(sql, 'sql-wasm-browser.js'),
    'LICENSES.txt': packaged('dist/LICENSES.txt'),
    'sql.wasm': join(sql, 'sql-wasm-browser.wasm'),
    ...Object.fromEntries(DATA.map((name) => [name, embedded(name)])),
    'schema/config.schema.json': packaged('schema/config.schema.json'),
  };
  const text = (name: string): string => readFileSync(packaged(`dist/page/${name}`), 'utf8').trim();
  return pageDocument({
    script: text('load.js'),
    style: text('style.css'),
    body: text('body.html'),
    version: toolVersion,
    madeWith: text('made-with.txt'),
    packed: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, packedFile(path)])),
  });
}

/** Gzipped by a program of our own, for Node's own differs from machine to machine; as signs that a page can hold. */
const packedFile = (path: string): string =>
  textOfBytes(gzipSync(readFileSync(path), { level: 9, mtime: 0 }));
