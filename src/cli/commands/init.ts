/**
 * `coterminous init`: the files of a folder in, a commented config file out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../trouble/input-error.js';
import { starterConfig } from '../config/starter-config.js';
import { surveyFolder } from '../config/survey-folder.js';
import { Inputs } from '../../run/inputs.js';
import { nodeFiles } from '../node-files.js';
import { makeProgress } from '../terminal.js';
import { checkFile, writeFiles } from '../write-files.js';

export interface InitOptions {
  readonly force: boolean;
  readonly stdout: boolean;
}

const NAME = 'coterminous.yaml';

/** Runs the command; returns its exit code. */
export async function runInit(folder: string, options: InitOptions): Promise<number> {
  const path = join(folder, NAME);
  if (!options.stdout && !options.force && existsSync(path)) {
    throw new InputError({
      id: 'config-there',
      file: path,
      message: 'it is there already',
      hint: 'Write over it with --force, or look at a new one with --stdout',
    });
  }
  const progress = makeProgress(false);
  const survey = await surveyFolder(folder, new Inputs(nodeFiles), progress.step);
  progress.clear();
  const text = starterConfig(survey);
  if (options.stdout) {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return 0;
  }
  checkFile(path);
  writeFiles([{ path, content: text }]);
  process.stderr.write(
    `wrote ${path}: ${survey.layers.length} layers, ${survey.people.length} measures of people\n`,
  );
  return 0;
}
