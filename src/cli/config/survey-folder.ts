/**
 * What the files of a folder can be used for: layers, small areas, people, lookups.
 */
import { join } from 'node:path';
import { sectorOf } from '../../layer/kinds.js';
import type { Inputs } from '../../run/inputs.js';
import { FILE_ROLES, type FoundLayer, type FoundLookup } from '../../run/found/found-file.js';
import { lookAtFile } from '../../run/found/look-at-file.js';
import { lookupLayers } from '../../run/found/lookup-layers.js';
import { freeOutputs, levelsBelow } from './files-below.js';

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
  for (const each of await lookAtFile(inputs, path, file)) {
    const { role, people, lookup } = each;
    if (role === 'layer' || (role === 'blocks' && each.layers[0]!.units !== null))
      found.layers.push(...each.layers);
    else if (role === 'blocks') found.points.push(...each.layers);
    else if (people !== null) found.people.push(people);
    else if (lookup !== null) found.lookups.push(lookup);
    else found.others.push({ file: each.file, why: each.why === '' ? FILE_ROLES[role] : each.why });
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
