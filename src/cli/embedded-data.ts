/**
 * Where the files lie that come with the package.
 *
 * Compiled file by file this module is dist/cli/embedded-data.js, bundled it is part of dist/bundle/….js: both lie two
 * folders below the package.
 */
import { fileURLToPath } from 'node:url';

/** Path of a file of the package. */
export const packaged = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Path of a file below `data/`. */
export const embedded = (path: string): string => packaged(`data/${path}`);
