/**
 * Reads a catalogue: the one on board, or another of its form.
 */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, isNode } from 'yaml';
import { findFault } from '../../run/check-value.js';
import type { Schema } from '../../run/json-schema.js';
import { InputError } from '../../trouble/input-error.js';
import { yamlValue } from '../../trouble/yaml-value.js';
import { embedded, packaged } from '../embedded-data.js';
import { missingFile } from '../missing-file.js';
import type { Catalogue, Entry } from './catalogue.js';

/** The catalogue of a file, of the one on board where none is named. Throws InputError for what is none. */
export function readCatalogue(file?: string): Catalogue {
  const path = file ?? embedded('catalogue.yaml');
  return parseCatalogue(textOf(path), path);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw missingFile(path);
  }
}

/** The same from text; `file` names it in messages. */
export function parseCatalogue(text: string, file: string): Catalogue {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const wrong = (offset: number | undefined, message: string, hint: string): InputError =>
    new InputError({
      id: 'catalogue-wrong',
      file,
      ...(offset === undefined ? {} : { place: `line ${lines.linePos(offset).line}` }),
      message,
      hint,
    });
  const [error] = document.errors;
  if (error !== undefined)
    throw wrong(
      error.pos[0],
      `this is not YAML (${error.message.split('\n')[0]!.replace(/ at line .*$/, '')})`,
      'data/catalogue.yaml shows the form',
    );
  const value = yamlValue(document, file);
  const fault = findFault(value, schema(), 'a catalogue');
  if (fault !== null) {
    const node = document.getIn(fault.onKey ? fault.path.slice(0, -1) : fault.path, true);
    throw wrong(isNode(node) ? node.range?.[0] : undefined, fault.message, fault.hint);
  }
  const catalogue = value as Catalogue;
  const names = faultOfNames(catalogue);
  if (names !== null) throw wrong(undefined, names, 'Name each thing once, and only what the file has');
  return catalogue;
}

const schema = (): Schema =>
  JSON.parse(readFileSync(packaged('schema/catalogue.schema.json'), 'utf8')) as Schema;

/** What a schema cannot hold: ids that stand twice, names that stand for nothing, dates that belie their ids. */
function faultOfNames({ entries, attributions, seen }: Catalogue): string | null {
  const ids = new Set<string>();
  for (const entry of entries) {
    if (ids.has(entry.id)) return `${entry.id} stands in it twice`;
    ids.add(entry.id);
    const fault = faultOfEntry(entry, attributions, seen);
    if (fault !== null) return `${entry.id} ${fault}`;
  }
  return null;
}

function faultOfEntry(
  { id, date, attribution, services }: Entry,
  attributions: Catalogue['attributions'],
  seen: Catalogue['seen'],
): string | null {
  if (!date.startsWith(id.slice(id.indexOf('@') + 1))) return `is dated ${date}`;
  if (attribution !== undefined && !Object.hasOwn(attributions, attribution))
    return `has the attribution '${attribution}', which is not among the attributions`;
  const strange = services.find((place) => !Object.hasOwn(seen, place.seen));
  if (strange !== undefined) return `was seen in '${strange.seen}', which is not among the places under seen`;
  const resolutions = services.map((place) => ('resolution' in place ? place.resolution : ''));
  return new Set(resolutions).size < resolutions.length ? 'has one resolution twice' : null;
}
