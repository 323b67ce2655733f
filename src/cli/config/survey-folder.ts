/**
 * What the files of a folder can be used for: layers, small areas, people, lookups.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isCodeHeading } from '../../read/table/code-headings.js';
import { readPeople } from '../../read/table/read-people.js';
import { recognisePoints } from '../../read/table/points.js';
import { kindOfId, sectorOf } from '../../layer/kinds.js';
import type { Table } from '../../layer/table.js';
import { InputError } from '../../trouble/input-error.js';
import type { Inputs } from '../../run/inputs.js';
import { loadLayers } from '../../run/load-layers.js';
import { isTextTable, isWorkbook, readTable } from '../../run/read-table.js';

export interface FoundLayer {
  readonly file: string;
  readonly id: string;
  readonly kind: string | null;
  readonly vintage: string | null;
  readonly title: string;
  readonly units: number;
}

export interface Survey {
  /** Boundary files of units, in the order of their names; ids are distinct. */
  readonly layers: readonly FoundLayer[];
  /** Boundary files of small areas that carry people. */
  readonly blocks: readonly FoundLayer[];
  /** Most people first. */
  readonly people: readonly { readonly file: string; readonly total: number; readonly basis: string }[];
  readonly lookups: readonly { readonly file: string; readonly headings: readonly string[] }[];
  /** Files that are neither, each with the reason. */
  readonly others: readonly { readonly file: string; readonly why: string }[];
}

const BOUNDARIES = /\.(geojson|json|topojson|shp|gpkg|fgb|parquet|geoparquet|zip)(\.gz)?$/i;

/** Looks at every file of a folder, not at folders in it. Throws InputError where the folder cannot be read. */
export async function surveyFolder(
  folder: string,
  inputs: Inputs,
  progress: (text: string) => void,
): Promise<Survey> {
  const found = {
    layers: [] as FoundLayer[],
    people: [] as Survey['people'][number][],
    lookups: [] as Survey['lookups'][number][],
    others: [] as Survey['others'][number][],
  };
  for (const file of filesOf(folder)) {
    const path = join(folder, file);
    progress(`looking at ${file}`);
    try {
      if (BOUNDARIES.test(file)) found.layers.push(await lookAtLayer(inputs, path, file));
      else if (isTextTable(file) || isWorkbook(file)) await lookAtTable(inputs, path, file, found);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.others.push({ file, why: error.trouble.message });
    }
  }
  return {
    ...found,
    people: [...found.people].sort((p, q) => q.total - p.total || (p.file < q.file ? -1 : 1)),
    layers: withDistinctIds(found.layers.filter(({ kind }) => sectorOf({ kind }) !== 'statistics')),
    blocks: found.layers.filter(({ kind }) => sectorOf({ kind }) === 'statistics'),
  };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => !file.startsWith('.') && isFileOrLostLink(join(folder, file)))
      .sort();
  } catch (error) {
    throw new InputError({
      id: 'folder-unreadable',
      file: folder,
      message: `it cannot be read as a folder (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      hint: 'Name a folder that holds boundary files',
    });
  }
}

/** A link that leads nowhere counts as a file: whoever opens it says so. */
function isFileOrLostLink(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}

async function lookAtLayer(inputs: Inputs, path: string, file: string): Promise<FoundLayer> {
  const { layers } = await loadLayers(inputs, [{ path }], {}, () => undefined);
  const { id, kind, vintage, codes } = layers[0]!;
  const title = (kind === null ? null : kindOfId(kind)?.many) ?? id;
  return { file, id, kind, vintage, title, units: codes.length };
}

async function lookAtTable(
  inputs: Inputs,
  path: string,
  file: string,
  found: {
    people: Survey['people'][number][];
    lookups: Survey['lookups'][number][];
    others: Survey['others'][number][];
  },
): Promise<void> {
  const { table } = await readTable(inputs, { path }, 'people');
  const codes = table.headings.filter(isCodeHeading);
  const measure = codes.length === 1 && recognisePoints(table) === null ? peopleOrNull(table) : null;
  if (measure !== null) found.people.push({ file, total: measure.total, basis: measure.basis });
  else if (codes.length > 1 && peopleOrNull(table) === null) found.lookups.push({ file, headings: codes });
  else found.others.push({ file, why: 'neither boundaries, nor people by small area, nor a lookup' });
}

function peopleOrNull(table: Table): { total: number; basis: string } | null {
  try {
    return readPeople(table);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Ids as a run on all layers would have them; numbered where kind and vintage are the same too. */
function withDistinctIds(layers: readonly FoundLayer[]): FoundLayer[] {
  const count = (id: string): number => layers.filter((layer) => layer.id === id).length;
  const taken = new Set<string>();
  return layers.map((layer) => {
    const wanted = count(layer.id) > 1 && layer.vintage !== null ? `${layer.id}_${layer.vintage}` : layer.id;
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}_${n}`;
    taken.add(id);
    return { ...layer, id };
  });
}
