/**
 * Where the embedded data lies.
 */
import { fileURLToPath } from 'node:url';

/** Path of a file below `data/` of the package. */
export const embedded = (path: string): string =>
  fileURLToPath(new URL(`../../data/${path}`, import.meta.url));
