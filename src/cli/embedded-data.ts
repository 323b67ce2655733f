/**
 * Where the files lie that come with the package.
 *
 * As source this module is src/cli/embedded-data.ts, bundled it is part of dist/cli/main.js or of dist/chunks/….js: all
 * lie two folders below the package.
 */
import { fileURLToPath } from 'node:url';

/** Path of a file of the package. */
export const packaged = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Path of a file below `data/`. */
export const embedded = (path: string): string => packaged(`data/${path}`);
