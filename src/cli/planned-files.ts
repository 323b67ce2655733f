/**
 * Every path that a run will really write, known before it reads: outputs, what stands beside them, tables in folders.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileStem } from '../report/file-stem.js';
import { WRITERS, writerFor } from '../report/writers.js';
import { InputError } from '../trouble/input-error.js';
import { nodeFiles } from './node-files.js';
import { targetOf } from './write-files.js';

/** A file or folder that is to be written, and of which commands it gets the results. */
export interface PlannedOutput {
  readonly output: string;
  readonly commands: readonly string[];
  /** True for a file that is no report, such as a scenario. */
  readonly isDocument?: true;
}

/** Whether an output names a folder that is to get every table. */
export const isFolder = (output: string): boolean => /[/\\]$/.test(output);

/**
 * The paths. Which tables a folder gets is known only when they are made, so of a folder every file that is there and
 * is called as one of them would be counts as written. `commands` are those whose results go to the outputs.
 */
export function plannedFiles(outputs: readonly string[], commands: readonly string[]): string[] {
  return outputs.flatMap((output) => {
    if (isFolder(output)) return namesIn(output, commands).map((name) => join(output, name));
    const sidecar = writerFor(output).sidecarName?.(output);
    return sidecar === undefined ? [output] : [output, sidecar];
  });
}

/** Throws InputError where two of the paths are one file. */
export function refuseTwins(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const identity = nodeFiles.identity(targetOf(path));
    if (seen.has(identity)) throw namedTwice(path);
    seen.add(identity);
  }
}

/** Files that are known before the run: of a folder those that every result has. */
export function certainFiles({ output, commands, isDocument }: PlannedOutput): string[] {
  if (isDocument === true) return [output];
  if (!isFolder(output)) return plannedFiles([output], commands);
  const whole = WRITERS.filter(({ holds, onRequest }) => holds === 'result' && onRequest !== true);
  return commands.flatMap((command) =>
    whole.map(({ extensions }) => join(output, `${fileStem(command)}.${extensions[0]!}`)),
  );
}

const namedTwice = (file: string): InputError =>
  new InputError({
    id: 'output-twice',
    file,
    message: 'two outputs of this run would be this one file',
    hint: 'Give each a name of its own',
  });

function namesIn(folder: string, commands: readonly string[]): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.filter((name) =>
    commands.some((command) => new RegExp(`^${fileStem(command)}[-.]`, 'i').test(name)),
  );
}
