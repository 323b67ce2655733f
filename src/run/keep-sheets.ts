/**
 * Sheets had from the cache, or made and kept: by what lies on them, not by where that came from, so that whatever was
 * grouped, clipped or transformed before makes no difference.
 */
import { packArrangement, unpackArrangement } from '../arrangement/pack-arrangement.js';
import type { LandLayer } from '../arrangement/land-layer.js';
import { isPlain, type FlatArray } from '../layer/packed.js';
import type { Shapes } from '../layer/shapes.js';
import type { SheetKeeper } from '../measures/land/layer-arrangement.js';
import type { Inputs } from './inputs.js';

/** Keeps the sheets of a run; null where there is no cache. */
export function keeperOfSheets(inputs: Inputs): SheetKeeper | null {
  const { cache } = inputs.files;
  if (cache === undefined) return null;
  return (lands, planar, make) => {
    const key = JSON.stringify(['sheet', planar, lands.map((land) => wordsOfLand(inputs, land))]);
    const kept = cache.get(key);
    if (kept !== null) return unpackArrangement(kept);
    const made = make();
    const packed = packArrangement(made);
    if (isPlain(packed.facts)) cache.put(key, packed);
    return made;
  };
}

/** All that an arrangement asks of a layer. */
const wordsOfLand = (
  inputs: Inputs,
  { unitCount, shapes, featureUnit, fill, accuracy: { metres, finest } }: LandLayer,
): readonly string[] => [
  String(unitCount),
  digestOfShapes(inputs, shapes),
  digestOf(inputs, [featureUnit]),
  fill,
  `${metres} ${finest}`,
];

/** A digest of shapes, made once for a run. */
export const digestOfShapes = (inputs: Inputs, shapes: Shapes): string =>
  inputs.onceOf(shapes, DIGEST, () => {
    const { coordinates, ringStart, polygonStart, featureStart } = shapes;
    return digestOf(inputs, [coordinates, ringStart, polygonStart, featureStart]);
  });

/** Says the digest of shapes, which was made before. */
export const knowDigest = (inputs: Inputs, shapes: Shapes, digest: string): string =>
  inputs.onceOf(shapes, DIGEST, () => digest);

const DIGEST = 'digest';

/** SHA-256 of arrays and of how long they are, in hexadecimal. */
function digestOf({ files }: Inputs, arrays: readonly FlatArray[]): string {
  const hasher = files.hasher();
  hasher.update(new TextEncoder().encode(arrays.map(({ length }) => length).join(' ')));
  for (const { buffer, byteOffset, byteLength } of arrays)
    hasher.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hasher.digest();
}
