/**
 * Looks at a file to tell what it can be used for: a layer, small areas, people, a lookup, services, a scenario.
 *
 *     boundary file ──► its layer, or each of its layers ──┐
 *                  └──► points, else refused               ├──► one FoundFile for each
 *     table ──► people, points, lookup, operations … ──────┘
 *
 * What a person set about a file goes before what it shows by itself, and is refused where it cannot be.
 */
import { kindOfId, sectorOf } from '../../layer/kinds.js';
import { systemsToChoose } from '../../read/systems/known-systems.js';
import { idFromFile } from '../../read/id-from-file.js';
import { InputError } from '../../trouble/input-error.js';
import { contentsOf } from '../inspect-file.js';
import type { Inputs } from '../inputs.js';
import { isWorkbook } from '../read-table.js';
import { loadLayers } from '../load-layers.js';
import { readFeatures } from '../read-features.js';
import { fieldsOf } from '../../read/field-values.js';
import type { FeatureTable } from '../../layer/feature-table.js';
import type { Layer } from '../../layer/layer.js';
import { isBoundaryName } from './boundary-name.js';
import { documentFound } from './document-found.js';
import type { FileChange, FileRole, FoundFile, FoundLayer } from './found-file.js';
import { lookAtTable } from './look-at-table.js';
import { nothing } from './nothing-found.js';

/** How many names of units are kept of each layer. */
const NAMES = 500;

/** What was set about a file, and about each of its inner layers by its name. */
export interface ChangesWithin {
  readonly whole: FileChange;
  readonly inner: (name: string) => FileChange;
}

const UNCHANGED: ChangesWithin = { whole: {}, inner: () => ({}) };

/** What a file is, or each of its inner layers; `file` is how it is called in messages and in a config. */
export async function lookAtFile(
  inputs: Inputs,
  path: string,
  file: string,
  changes: ChangesWithin = UNCHANGED,
): Promise<FoundFile[]> {
  const change = changes.whole;
  const document = await documentFound(inputs, path, file);
  if (document !== null) return [document];
  try {
    if (change.role === 'other') return [nothing(path, file, 'it is left aside', null)];
    const asTable = change.role !== undefined && !isArea(change.role);
    if (isBoundaryName(file) && !asTable) return await lookAtBoundaries(inputs, path, file, changes);
    return [await lookAtTable(inputs, path, file, change)];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [nothing(path, file, error.trouble.message, error.trouble)];
  }
}

const isArea = (role: FileRole): boolean => role === 'layer' || role === 'blocks';

/** A boundary file with one layer, or with several things in it, of which each is looked at; else a table of points or codes. */
async function lookAtBoundaries(
  inputs: Inputs,
  path: string,
  file: string,
  changes: ChangesWithin,
): Promise<FoundFile[]> {
  const change = changes.whole;
  const each = async (names: readonly string[]): Promise<FoundFile[]> => {
    const found: FoundFile[] = [];
    for (const name of names)
      found.push(await lookAtInner(inputs, path, name, file, { ...change, ...changes.inner(name) }));
    return found;
  };
  // An archive may hold tables beside the one layer that is meant.
  const members = isArchive(file) && change.inner === undefined ? await namesWithin(inputs, path) : [];
  if (members.length > 1) return each(members);
  try {
    return [await lookAtLayer(inputs, path, change.inner, file, change)];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const inner = change.inner === undefined ? await namesWithin(inputs, path) : [];
    if (inner.length > 1) {
      const found = await each(inner);
      if (found.some(({ role }) => role !== 'other')) return found;
    }
    return [await orTable(error, inputs, path, file, change)];
  }
}

/** One of several things in a file: a layer, else a table. */
async function lookAtInner(
  inputs: Inputs,
  path: string,
  inner: string,
  whole: string,
  change: FileChange,
): Promise<FoundFile> {
  const file = `${whole}#${inner}`;
  if (change.role === 'other') return nothing(path, file, 'it is left aside', null);
  try {
    return await lookAtLayer(inputs, path, inner, file, change);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return orTable(error, inputs, path, file, { ...change, inner });
  }
}

/** What is no layer as a table; where it is none either, what is wrong with it as boundaries says more. */
async function orTable(
  { trouble }: InputError,
  inputs: Inputs,
  path: string,
  file: string,
  change: FileChange,
): Promise<FoundFile> {
  try {
    const table = await lookAtTable(inputs, path, file, change);
    return table.role === 'other' ? nothing(path, file, trouble.message, trouble) : table;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return nothing(path, file, trouble.message, trouble);
  }
}

const isArchive = (file: string): boolean => /\.zip$/i.test(file);

/** What can be named in a file: its layers, and the tables of an archive. */
async function namesWithin(inputs: Inputs, path: string): Promise<readonly string[]> {
  if (isWorkbook(path)) return [];
  try {
    const { layers, tables } = await contentsOf(inputs, path);
    return isArchive(path) ? [...new Set([...layers, ...tables])] : layers;
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

async function lookAtLayer(
  inputs: Inputs,
  path: string,
  inner: string | undefined,
  file: string,
  change: FileChange,
): Promise<FoundFile> {
  const source = {
    ...(change.id === undefined ? {} : { id: change.id }),
    path,
    ...(inner === undefined ? {} : { inner }),
  };
  const of = change.id ?? idFromFile(path);
  const own = (value: string | undefined): Record<string, string> =>
    value === undefined ? {} : { [of]: value };
  const desk = change.truncated === true ? inputs.forReport(true) : inputs;
  const { code, name, crs } = change;
  const options = {
    ...(code === undefined ? {} : { code: own(code) }),
    ...(name === undefined ? {} : { name: own(name) }),
    ...(crs === undefined ? {} : { crs: own(crs) }),
  };
  const { layers } = await loadLayers(desk, [source], options, () => undefined);
  const layer = layers[0]!;
  const role = change.role ?? (sectorOf(layer) === 'statistics' ? 'blocks' : 'layer');
  const { features } = await readFeatures(desk, source, 'layer');
  return {
    ...nothing(path, file, '', null),
    ...(inner === undefined ? {} : { inner }),
    role,
    layers: [{ ...layerFound(layer, file), source }],
    aside: features.notes.flatMap(({ note }) => ASIDE[note] ?? []).join('; '),
    settings: [
      { setting: 'role', now: role, values: ['layer', 'blocks', 'other'] },
      ...fieldSettings(features, layer),
    ],
  };
}

/** What is said at once of how a file was read, by the note. */
const ASIDE: Readonly<Record<string, string>> = {
  'changes-in-log': 'it is being edited: changes in the log beside it (.gpkg-wal) were read too',
  'write-ahead-log':
    'it was left open for editing: changes may stand in the log beside it (.gpkg-wal), which is not here',
};

/** What there is to say of a layer. */
const layerFound = (layer: Layer, file: string): Omit<FoundLayer, 'source'> => ({
  file,
  id: layer.id,
  kind: layer.kind,
  vintage: layer.vintage,
  title: (layer.kind === null ? null : kindOfId(layer.kind)?.many) ?? layer.id,
  units: layer.codes.length,
  codeField: layer.codeField,
  nameField: layer.nameField,
  system: layer.land?.system.name ?? null,
  names: layer.names.slice(0, NAMES),
});

/** The fields that could be codes or names, and the systems it could be in. */
function fieldSettings(features: FeatureTable, layer: Layer): FoundFile['settings'] {
  const fields = fieldsOf(features);
  const system = layer.land?.system.id ?? null;
  return [
    { setting: 'code', now: layer.codeField, values: fields },
    { setting: 'name', now: layer.nameField, values: fields },
    ...(system === null ? [] : [{ setting: 'crs' as const, now: system, values: systemsToChoose(system) }]),
  ];
}
