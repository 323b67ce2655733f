/**
 * A YAML document as plain values.
 */
import type { Document } from 'yaml';
import { InputError } from './input-error.js';

/** The values. Throws InputError for names (`*a`) that stand for nothing, or for one another without end. */
export function yamlValue(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const name = /Unresolved alias[^:]*: (\S+)/.exec(reason)?.[1];
    throw new InputError({
      id: 'yaml-aliases',
      file,
      message:
        name === undefined
          ? 'its names (&a, *a) stand for one another without end'
          : `*${name} stands for nothing: no value before it is called &${name}`,
      hint: 'Write the value out',
    });
  }
}
