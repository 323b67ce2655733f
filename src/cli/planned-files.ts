/**
 * Every path that a run will really write, known before it reads: outputs, what stands beside them, tables in folders.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writerFor } from '../report/writers.js';

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

function namesIn(folder: string, commands: readonly string[]): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.filter((name) => commands.some((command) => new RegExp(`^${command}[-.]`, 'i').test(name)));
}
