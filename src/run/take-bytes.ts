/**
 * A file that is taken whole, as it is on disk, and noted in the ledger.
 */
import { nameOf } from './files.js';
import type { InputRole } from './input-role.js';
import type { Inputs, LedgerLine } from './inputs.js';

/** Its bytes, and its line in the ledger. */
export async function takeBytes(
  inputs: Inputs,
  path: string,
  role: InputRole,
  format: string,
): Promise<{ readonly bytes: Uint8Array; readonly line: LedgerLine }> {
  const { bytes, seal } = await inputs.open(path, role).bytes();
  return { bytes, line: inputs.record({ id: role, role, file: nameOf(path), format, seal }) };
}
