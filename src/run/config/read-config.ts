/**
 * Reads and checks a config file.
 */
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { findFault, type ValueFault } from '../check-value.js';
import { shownPath, STANDARD_INPUT } from '../files.js';
import type { Inputs } from '../inputs.js';
import type { Schema } from '../json-schema.js';
import { InputError } from '../../trouble/input-error.js';
import { yamlValue } from '../../trouble/yaml-value.js';
import type { Config } from './config.js';

/** The config of a YAML (or JSON) file by the schema of configs; throws InputError with line, key and what is allowed for anything else. */
export async function readConfig(inputs: Inputs, path: string, schema: Schema): Promise<Config> {
  if (path !== STANDARD_INPUT && !inputs.exists(path)) {
    throw new InputError({
      id: 'config-missing',
      file: path,
      message: 'there is no such config file',
      hint: 'Write one from the files of a folder with `coterminous init FOLDER`',
    });
  }
  const { bytes } = await inputs.open(path, 'config').bytes();
  return parseConfigBy(schema, new TextDecoder().decode(bytes), shownPath(path));
}

/** The same from text; `file` names it in messages. */
export function parseConfigBy(schema: Schema, text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const trouble = (id: string, offset: number | undefined, message: string, hint: string): InputError =>
    new InputError({
      id,
      file,
      ...(offset === undefined ? {} : { place: `line ${lines.linePos(offset).line}` }),
      message,
      hint,
    });
  const [error] = document.errors;
  if (error !== undefined) {
    const reason = error.message.split('\n')[0]!.replace(/ at line .*$/, '');
    throw trouble(
      'config-not-yaml',
      error.pos[0],
      `this is not YAML (${reason})`,
      'Mind the blanks at the beginning of lines, and put quotes round texts that hold : or #',
    );
  }
  const value = yamlValue(document, file);
  const fault = findFault(value, schema, 'a config file');
  if (fault !== null) throw trouble('config-wrong', offsetOf(document, fault), fault.message, fault.hint);
  return value as Config;
}

/** Where in the text a fault is: at the value, or at its key. */
function offsetOf(document: Document, { path, onKey }: ValueFault): number | undefined {
  if (!onKey) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node)) return node.range?.[0];
  }
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isNode(key) && String(key) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : parent.range?.[0];
}
