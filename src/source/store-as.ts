/**
 * A fetched file where the user wants it, with its provenance beside it.
 */
import type { Fetched } from './source.js';

/**
 * Copies a fetched file and writes its provenance beside it, both whole or neither; gives the path of the sidecar. Throws
 * InputError where either is there already and `force` is not true, and where they cannot be written.
 */
export function storeAs(fetched: Fetched, path: string, { force = false }: { force?: boolean } = {}): string {
  void fetched;
  void path;
  void force;
  throw new Error('under construction');
}
