/**
 * Layers had from the cache, where an earlier run has kept what it made of the same bytes by the same wishes.
 *
 *     seal of the file and of those beside it, its name, wishes ──► key ──► the layer, its format ──► a line of the ledger
 *                                                                      └──► nothing: it is read, made and kept
 *
 * The file is read through for its seal all the same: size and date tell nothing of what is in it.
 */
import type { Layer } from '../layer/layer.js';
import { packLayer, unpackLayer } from '../layer/pack-layer.js';
import type { Packed } from '../layer/packed.js';
import type { Cache } from './cache.js';
import { nameOf } from './files.js';
import type { Seal } from './input.js';
import type { InputRole } from './input-role.js';
import type { Inputs } from './inputs.js';
import { digestOfShapes, knowDigest } from './keep-sheets.js';
import { besidePath, type ReadFeatures } from './read-features.js';
import type { TableSource } from './request.js';

/** What a layer was read from, as the ledger notes it. */
type Read = Pick<ReadFeatures, 'format' | 'seal' | 'sidecars'>;

/** A layer as it was kept. */
export interface KeptLayer extends Read {
  readonly layer: Layer;
}

/** What the cache knows of a layer, and how it is told of it. */
export interface LayerPlace {
  readonly found: KeptLayer | null;
  /** Keeps what was read and made, where it may be kept. */
  keep(layer: Layer, read: Omit<Read, 'seal'>): void;
}

/** Facts that stand before those of the layer. */
interface KeptFacts {
  readonly format: string;
  /** What the files beside it are, of those that were read. */
  readonly beside: readonly string[];
  readonly shapes: string;
  readonly layer: unknown;
}

const NOWHERE: LayerPlace = { found: null, keep: () => undefined };

/** Formats that a program of others takes part in, of whatever version. */
const BY_OTHERS: readonly string[] = ['geodatabase', 'gml', 'mapinfo'];

/** The place of a layer in the cache; `wishes` are all that it is made by beside the file. */
export async function placeOfLayer(
  inputs: Inputs,
  source: TableSource,
  role: InputRole,
  wishes: unknown,
): Promise<LayerPlace> {
  const { cache } = inputs.files;
  if (cache === undefined) return NOWHERE;
  const input = inputs.open(source.path, role);
  const seal = await input.sealAlone();
  if (seal === null) return NOWHERE;
  const sidecars = await sealsBeside(inputs, source.path, input.name);
  const seals = [seal, ...sidecars.map((each) => each.seal)].map(({ bytes, sha256 }) => [bytes, sha256]);
  const beside = sidecars.map(({ format }) => format);
  const key = JSON.stringify(['layer', seals, beside, input.shortName, source.inner ?? null, wishes]);
  return {
    found: await inputs.readingFound(source.path, key, () => keptUnder(inputs, cache, key, seal, sidecars)),
    keep: (layer, read) => {
      const packed = BY_OTHERS.includes(read.format) ? null : packLayer(layer);
      if (packed === null) return;
      const facts: KeptFacts = {
        format: read.format,
        beside: read.sidecars.map(({ format }) => format),
        shapes: digestOfShapes(inputs, layer.land!.shapes),
        layer: packed.facts,
      };
      cache.put(key, { facts, arrays: packed.arrays });
    },
  };
}

function keptUnder(
  inputs: Inputs,
  cache: Cache,
  key: string,
  seal: Seal,
  sidecars: Read['sidecars'],
): KeptLayer | null {
  const packed: Packed | null = cache.get(key);
  if (packed === null) return null;
  const facts = packed.facts as KeptFacts;
  const layer = unpackLayer({ facts: facts.layer, arrays: packed.arrays });
  knowDigest(inputs, layer.land!.shapes, facts.shapes);
  return {
    layer,
    format: facts.format,
    seal,
    sidecars: sidecars.filter(({ format }) => facts.beside.includes(format)),
  };
}

/** The files beside one that a reader of its format may look at. */
async function sealsBeside(inputs: Inputs, path: string, name: string): Promise<Read['sidecars']> {
  if (/json(\.gz)?$/i.test(name)) return [];
  const { siblingExtensionsOf } = await import('../read/formats/formats.js');
  const found: { file: string; format: string; seal: Seal }[] = [];
  for (const extension of siblingExtensionsOf(name)) {
    const beside = besidePath(inputs, path, extension);
    const seal = beside === null ? null : await inputs.open(beside, 'sidecar').sealAlone();
    if (beside !== null && seal !== null)
      found.push({ file: nameOf(beside), format: extension.slice(1), seal });
  }
  return found;
}
