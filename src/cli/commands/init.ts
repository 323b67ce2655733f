/**
 * `coterminous init`: the files of a folder in, a commented config file out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { settleConfig } from '../config/settle-config.js';
import { surveyFolder } from '../config/survey-folder.js';
import { tryConfig } from '../config/try-config.js';
import { plainInputs } from '../desk.js';
import { nextAfterInit, sayNext } from '../next-step.js';
import { makeProgress } from '../progress.js';
import { print, say } from '../say.js';
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
  const inputs = plainInputs();
  const progress = makeProgress(false, inputs);
  const survey = await surveyFolder(folder, inputs, progress.step);
  if (!options.stdout) checkFile(path);
  const text = await settleConfig(survey, tryConfig(path, progress.step));
  progress.clear();
  if (options.stdout) {
    await print(text);
    return 0;
  }
  writeFiles([{ path, content: text }]);
  say(
    `wrote ${path}: ${counted(survey.layers.length, 'layer')}, ${survey.people.length === 0 ? 'nobody is counted' : `${counted(survey.people.length, 'count')} of people`}`,
  );
  sayNext(...nextAfterInit(folder));
  return 0;
}
