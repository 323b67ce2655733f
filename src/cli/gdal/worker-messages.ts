/**
 * What the main thread and the one that runs GDAL say to one another.
 */
import type { ConvertibleFile, ConvertibleLayer } from '../../read/formats/converter.js';

/** What the worker is started with. */
export interface Task {
  /** Path of the package's door for Node. */
  readonly door: string;
  readonly files: readonly ConvertibleFile[];
  readonly main: string;
}

/** A layer to be converted, by its name. */
export type Question = string;

/** The layers, once; then the bytes of each layer that is asked for; or what went wrong. */
export type Answer =
  | { readonly layers: readonly ConvertibleLayer[] }
  | { readonly bytes: Uint8Array }
  | { readonly trouble: string };
