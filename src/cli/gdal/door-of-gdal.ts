/**
 * Where the package gdal3.js is, if it is installed.
 */
import { createRequire } from 'node:module';

/** The package's door for Node, looked for from where this tool is installed, or null. */
export function doorOfGdal(): string | null {
  try {
    return createRequire(import.meta.url).resolve('gdal3.js/node.js');
  } catch {
    return null;
  }
}
