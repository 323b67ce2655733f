/**
 * Layers with shapes, packed: all that was made of a file of boundaries, and nobody in it.
 */
import type { Land, Layer } from './layer.js';
import { isPlain, type FlatArray, type Packed } from './packed.js';

/** A layer without the arrays of its land. */
type LayerFacts = Omit<Layer, 'land' | 'membership'> & {
  readonly land: Omit<Land, 'shapes' | 'featureUnit'>;
};

/**
 * A layer packed; null for one that is not to be kept: by lookup, without land, or with further fields of its file, which
 * may tell of people.
 */
export function packLayer(layer: Layer): Packed | null {
  const { land, membership, ...rest } = layer;
  if (land === null || membership !== null || layer.kept.length > 0) return null;
  const { shapes, featureUnit, ...landFacts } = land;
  const facts: LayerFacts = { ...rest, land: landFacts };
  const { coordinates, ringStart, polygonStart, featureStart } = shapes;
  return isPlain(facts)
    ? { facts, arrays: [coordinates, ringStart, polygonStart, featureStart, featureUnit] }
    : null;
}

/** The layer again. */
export function unpackLayer({ facts, arrays }: Packed): Layer {
  const { land, ...rest } = facts as LayerFacts;
  const [coordinates, ringStart, polygonStart, featureStart, featureUnit] = arrays as ArraysOfLayer;
  const shapes = { coordinates, ringStart, polygonStart, featureStart };
  return { ...rest, land: { ...land, shapes, featureUnit }, membership: null };
}

type ArraysOfLayer = FlatArray[] & [Float64Array, Uint32Array, Uint32Array, Uint32Array, Int32Array];
