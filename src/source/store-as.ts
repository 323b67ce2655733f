/**
 * A fetched file where the user wants it, with its provenance beside it.
 */
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PROVENANCE_ENDING, provenanceText } from '../result/provenance.js';
import { InputError } from '../trouble/input-error.js';
import type { Fetched } from './source.js';

/**
 * Copies a fetched file and writes its provenance beside it; neither is ever half there. Gives the path of the sidecar. Throws
 * InputError where either is there already and `force` is not true, and where they cannot be written.
 */
export function storeAs(fetched: Fetched, path: string, { force = false }: { force?: boolean } = {}): string {
  const sidecar = path + PROVENANCE_ENDING;
  for (const there of [path, sidecar]) if (!force && existsSync(there)) throw isThere(there);
  const unfinished = [path, sidecar].map((each) =>
    join(dirname(each), `.${basename(each).slice(0, 200)}-${process.pid}.part`),
  );
  try {
    copyFileSync(fetched.path, unfinished[0]!);
    writeFileSync(unfinished[1]!, provenanceText(fetched.provenance));
    renameSync(unfinished[0]!, path);
    renameSync(unfinished[1]!, sidecar);
  } catch (error) {
    for (const each of unfinished) rmSync(each, { force: true });
    throw notStored(path, error);
  }
  return sidecar;
}

const isThere = (file: string): InputError =>
  new InputError({
    id: 'file-is-there',
    file,
    message: 'it is there already, and is not written over',
    hint: 'Name another folder, or add --force',
  });

function notStored(file: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  return new InputError({
    id: 'not-writable',
    file,
    message: `it cannot be written (${code})`,
    hint: 'Check that its folder is there, may be written and has room',
  });
}
