/**
 * What the files of a folder can be used for: layers, small areas, people, lookups.
 */
import { join } from 'node:path';
import { isCodeHeading } from '../../read/table/code-headings.js';
import { readPeople } from '../../read/table/read-people.js';
import { recognisePoints } from '../../read/table/points.js';
import { kindOfId, sectorOf } from '../../layer/kinds.js';
import type { Table } from '../../layer/table.js';
import { inspectFile } from '../../run/inspect-file.js';
import { InputError } from '../../trouble/input-error.js';
import type { Inputs } from '../../run/inputs.js';
import { loadLayers } from '../../run/load-layers.js';
import { readTable } from '../../run/read-table.js';
import { isBoundaryName } from './boundary-name.js';
import { freeOutputs, levelsBelow } from './files-below.js';
import { kindOfHeading } from './kind-of-heading.js';
import type { FoundLayer, FoundLookup } from './found-files.js';
import { lookupLayers } from './lookup-layers.js';

export interface Survey {
  /** Boundary files of units, in the order of their names; then layers that only lookups have. Ids are distinct. */
  readonly layers: readonly FoundLayer[];
  /** Files of small areas that carry people, as polygons or points. */
  readonly blocks: readonly FoundLayer[];
  /** Most people first. */
  readonly people: readonly { readonly file: string; readonly total: number; readonly basis: string }[];
  readonly lookups: readonly FoundLookup[];
  /** Files that are neither, each with the reason. */
  readonly others: readonly { readonly file: string; readonly why: string }[];
  /** What the report on all of it is to be called. */
  readonly outputs: readonly string[];
}

/** What was found so far. */
interface Found {
  readonly layers: FoundLayer[];
  readonly points: FoundLayer[];
  readonly people: Survey['people'][number][];
  readonly lookups: FoundLookup[];
  readonly others: Survey['others'][number][];
}

/** Looks at the files of a folder, and while these are not two layers at those of the folders in it. Throws InputError where the folder cannot be read. */
export async function surveyFolder(
  folder: string,
  inputs: Inputs,
  progress: (text: string) => void,
): Promise<Survey> {
  const found: Found = { layers: [], points: [], people: [], lookups: [], others: [] };
  for (const files of levelsBelow(folder)) {
    for (const [i, file] of files.entries()) {
      progress(`looking at ${file} (${i + 1} of ${files.length})`);
      await lookAt(inputs, join(folder, file), file, found);
    }
    if (found.layers.length > 1 || found.lookups.length > 0) break;
  }
  const drawn = found.layers.filter(({ kind }) => sectorOf({ kind }) !== 'statistics');
  return {
    people: [...found.people].sort((p, q) => q.total - p.total || (p.file < q.file ? -1 : 1)),
    layers: withDistinctIds([...drawn, ...lookupLayers(found.lookups, drawn)]),
    blocks: [...found.layers.filter(({ kind }) => sectorOf({ kind }) === 'statistics'), ...found.points],
    lookups: found.lookups,
    others: found.others,
    outputs: freeOutputs(folder),
  };
}

async function lookAt(inputs: Inputs, path: string, file: string, found: Found): Promise<void> {
  try {
    if (isBoundaryName(file)) await lookAtBoundaries(inputs, path, file, found);
    else await lookAtTable(inputs, path, file, found);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    found.others.push({ file, why: error.trouble.message });
  }
}

/** A boundary file with one layer, or with several, of which each is looked at; else a table of points or codes. */
async function lookAtBoundaries(inputs: Inputs, path: string, file: string, found: Found): Promise<void> {
  try {
    found.layers.push(await lookAtLayer(inputs, path, undefined, file));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const inner = await innerLayers(inputs, path);
    if (inner.length > 1) {
      for (const name of inner) found.layers.push(await lookAtLayer(inputs, path, name, `${file}#${name}`));
      return;
    }
    const before = found.others.length;
    await lookAtTable(inputs, path, file, found).catch(() => found.others.push({ file, why: '' }));
    // What is wrong with it as boundaries says more.
    if (found.others.length > before) found.others.splice(before, 1, { file, why: error.trouble.message });
  }
}

async function innerLayers(inputs: Inputs, path: string): Promise<string[]> {
  try {
    return (await inspectFile(inputs, path, false)).layers.flatMap(({ inner }) => inner ?? []);
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
): Promise<FoundLayer> {
  const source = { path, ...(inner === undefined ? {} : { inner }) };
  const { layers } = await loadLayers(inputs, [source], {}, () => undefined);
  const { id, kind, vintage, codes } = layers[0]!;
  const title = (kind === null ? null : kindOfId(kind)?.many) ?? id;
  return { file, id, kind, vintage, title, units: codes.length };
}

async function lookAtTable(inputs: Inputs, path: string, file: string, found: Found): Promise<void> {
  const { table, features } = await readTable(inputs, { path }, 'people');
  const codes = table.headings.filter(isCodeHeading);
  const arePoints = (features !== null && features.points.length > 0) || recognisePoints(table) !== null;
  const measure = codes.length === 1 && !arePoints ? peopleOrNull(table) : null;
  if (measure !== null) {
    found.people.push({ file, total: measure.total, basis: measure.basis });
  } else if (arePoints && kindOfHeading(codes[0] ?? '')?.sector === 'statistics') {
    const { id, many } = kindOfHeading(codes[0]!)!;
    found.points.push({ file, id, kind: id, vintage: null, title: `points of ${many}`, units: null });
  } else if (codes.length > 1 && peopleOrNull(table) === null) {
    const distinct = codes.map((heading) => differentIn(table, heading));
    found.lookups.push({ file, headings: codes, distinct });
  } else {
    found.others.push({ file, why: 'neither boundaries, nor people by small area, nor a lookup' });
  }
}

const differentIn = (table: Table, heading: string): number =>
  table.distinct(table.headings.indexOf(heading)).values.filter((text) => text !== '').length;

function peopleOrNull(table: Table): { total: number; basis: string } | null {
  try {
    return readPeople(table);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Ids as a run on all layers would have them, begun with a letter as names in a config are; numbered where kind and vintage are the same too. */
function withDistinctIds(layers: readonly FoundLayer[]): FoundLayer[] {
  const count = (id: string): number => layers.filter((layer) => layer.id === id).length;
  const taken = new Set<string>();
  return layers.map((layer) => {
    const named = /^[A-Za-z]/.test(layer.id) ? layer.id : `layer_${layer.id}`;
    const wanted = count(layer.id) > 1 && layer.vintage !== null ? `${named}_${layer.vintage}` : named;
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}_${n}`;
    taken.add(id);
    return { ...layer, id };
  });
}
