/**
 * Land for a layer given by lookup: the shapes of its blocks, each belonging to the unit its block is in.
 *
 * Nothing is dissolved: borders between blocks of one unit vanish because both sides carry the same label.
 */
import type { Matched } from '../trouble/reading-record.js';
import { blockSource } from './blocks.js';
import type { Layer } from './layer.js';
import { matchBlocks } from './match-blocks.js';
import { unitOfBlocks } from './membership.js';

/** The layer with land. A layer of weighted membership has none: its blocks are in several units at once. */
export function landFromBlocks(layer: Layer, blocks: Layer): Layer {
  if (layer.membership === null || layer.membership.weighted || blocks.land === null) return layer;
  const match = matchBlocks(
    { codes: blocks.codes, what: blockSource({ form: 'polygons', layer: blocks }) },
    { codes: layer.membership.blocks, what: `members of ${layer.id}` },
  );
  const unitOfBlock = unitOfBlocks(layer.membership);
  const featureUnit = blocks.land.featureUnit.map((block) => {
    const member = block < 0 ? -1 : match.inB[block]!;
    return member < 0 ? -1 : unitOfBlock[member]!;
  });
  const grounded = {
    ...layer,
    land: { ...blocks.land, featureUnit },
    notes: [...layer.notes, ...match.notes],
  };
  if (layer.reading === undefined) return grounded;
  const matched: Matched = {
    with: blockSource({ form: 'polygons', layer: blocks }),
    codes: { part: match.matched, whole: layer.membership.blocks.length },
    others: { part: match.matched, whole: blocks.codes.length },
    people: null,
  };
  return { ...grounded, reading: { ...layer.reading, matched } };
}
