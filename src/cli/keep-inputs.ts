/**
 * No output may be written over one of the files that a run reads.
 */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../trouble/input-error.js';

/** Throws InputError where an output is one of the inputs, under whatever spelling. */
export function keepInputs(outputs: readonly string[], inputs: readonly string[]): void {
  const read = new Set(inputs.map(place));
  const lost = outputs.find((output) => read.has(place(output)));
  if (lost === undefined) return;
  throw new InputError({
    id: 'output-is-an-input',
    file: lost,
    message: 'it is read by this run and would be written over',
    hint: 'Name another file with -o',
  });
}

function place(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
