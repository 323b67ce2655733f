/**
 * Reads and checks a config file.
 */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { InputError } from '../../trouble/input-error.js';
import { exists, fileSource } from '../read-source.js';
import { checkNode } from './check-node.js';
import type { Config } from './config.js';
import { configSchema } from './schema.js';

/** The config of a YAML (or JSON) file; throws InputError with line, key and what is allowed for anything else. */
export function readConfig(path: string): Config {
  if (!exists(path)) {
    throw new InputError({
      id: 'config-missing',
      file: path,
      message: 'there is no such config file',
      hint: 'Write one from the files of a folder with `coterminous init FOLDER`',
    });
  }
  return parseConfig(readFileSync(fileSource(path).name, 'utf8'), path);
}

/** The same from text; `file` names it in messages. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error !== undefined) {
    throw new InputError({
      id: 'config-not-yaml',
      file,
      place: `line ${lineOf(error.pos[0])}`,
      message: `this is not YAML (${error.message.split('\n')[0]!.replace(/ at line .*$/, '')})`,
      hint: 'Mind the blanks at the beginning of lines, and put quotes round texts that hold : or #',
    });
  }
  checkNode(document.contents, configSchema, '', { document, file, lineOf });
  return document.toJS() as Config;
}
