/**
 * Land for a layer given by lookup: the shapes of its blocks, each belonging to the unit its block is in.
 *
 * Nothing is dissolved: borders between blocks of one unit vanish because both sides carry the same label. The shape of
 * a block that is in several units stands once for each, so that the land is covered twice.
 */
import type { Matched } from '../trouble/reading-record.js';
import { blockSource } from './blocks.js';
import type { Land, Layer } from './layer.js';
import { matchBlocks } from './match-blocks.js';
import { pickFeatures } from './pick-features.js';

/** The layer with land. A layer of weighted membership has none: its blocks are in several units at once. */
export function landFromBlocks(layer: Layer, blocks: Layer): Layer {
  const { membership } = layer;
  if (membership === null || membership.weighted || blocks.land === null) return layer;
  const match = matchBlocks(
    { codes: blocks.codes, what: blockSource({ form: 'polygons', layer: blocks }) },
    { codes: membership.blocks, what: `members of ${layer.id}` },
  );
  const unitsOfFeature = (feature: number): Int32Array => {
    const block = blocks.land!.featureUnit[feature]!;
    const member = block < 0 ? -1 : match.inB[block]!;
    return member < 0
      ? new Int32Array(0)
      : membership.unit.subarray(membership.start[member], membership.start[member + 1]);
  };
  const featureUnit = blocks.land.featureUnit.map((_, feature) => unitsOfFeature(feature)[0] ?? -1);
  const further = [...featureUnit.keys()].flatMap((feature) =>
    [...unitsOfFeature(feature).subarray(1)].map((unit) => ({ feature, unit })),
  );
  const land: Land =
    further.length === 0
      ? { ...blocks.land, featureUnit }
      : {
          ...blocks.land,
          shapes: pickFeatures(blocks.land.shapes, [
            ...featureUnit.keys(),
            ...further.map(({ feature }) => feature),
          ]),
          featureUnit: Int32Array.from([...featureUnit, ...further.map(({ unit }) => unit)]),
        };
  const grounded = { ...layer, land, notes: [...layer.notes, ...match.notes] };
  if (layer.reading === undefined) return grounded;
  const matched: Matched = {
    with: blockSource({ form: 'polygons', layer: blocks }),
    codes: { part: match.matched, whole: membership.blocks.length },
    others: { part: match.matched, whole: blocks.codes.length },
    people: null,
  };
  return { ...grounded, reading: { ...layer.reading, matched } };
}
