/**
 * `coterminous render`: a saved result in, other formats out.
 */
import { readSavedResult } from '../apply-rules.js';
import { checkOutputs, deliver, type OutputOptions } from '../output.js';

/** Runs the command; returns its exit code: 1 also where a rule was broken when the result was made. */
export async function runRender(path: string, options: OutputOptions): Promise<number> {
  checkOutputs(options);
  return deliver(readSavedResult(path), options);
}
