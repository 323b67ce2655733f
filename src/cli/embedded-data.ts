/**
 * Where the files lie that come with the package: below the nearest folder above this module that has a package.json,
 * whether it is compiled by itself or bundled somewhere below dist.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = ((): URL => {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/')
    folder = new URL('..', folder);
  return folder;
})();

/** Path of a file of the package. */
export const packaged = (path: string): string => fileURLToPath(new URL(path, root));

/** Path of a file below `data/`. */
export const embedded = (path: string): string => packaged(`data/${path}`);
