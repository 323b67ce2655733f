/**
 * One spelling for the blocks of all lookups of a run: `a 1` of one and `A1` of another are the same block.
 *
 * Spelled as the blocks themselves are, where these are given; else as the first lookup that has them.
 */
import { unitWord } from './unit-words.js';
import type { Note } from '../trouble/note.js';
import type { Layer } from './layer.js';
import { respelledNote } from './match-blocks.js';
import type { Membership } from './membership.js';
import type { LaidOn } from './partners-of-people.js';
import { respellings } from './spelling.js';

/** The layers with one spelling of blocks, and a note on each that was changed. */
export function respellLayers(
  layers: readonly Layer[],
  blocks: LaidOn | null,
): { readonly layers: readonly Layer[]; readonly notes: readonly Note[] } {
  const lists: (readonly string[])[] = blocks === null ? [] : [blocks.codes];
  const notes: Note[] = [];
  const spelled = layers.map((layer): Layer => {
    if (layer.membership === null) return layer;
    const own = layer.membership.blocks;
    // Lookups of one kind mostly list the same blocks, which needs no looking up.
    if (lists.some((list) => list.length === own.length && list.every((code, i) => code === own[i])))
      return layer;
    const others = lists.length === 0 ? new Map<string, string>() : respellings(own, new Set(lists.flat()));
    const membership = others.size === 0 ? layer.membership : respellBlocks(layer.membership, others);
    lists.push(membership.blocks);
    if (others.size === 0) return layer;
    notes.push(respelledNote(others, `blocks of ${unitWord(layer, 2)}`, blocks?.what ?? 'other lookups'));
    return { ...layer, membership };
  });
  return { layers: spelled, notes };
}

/** The membership with other codes for some blocks, its blocks in order again. */
export function respellBlocks(from: Membership, spelled: ReadonlyMap<string, string>): Membership {
  const codes = from.blocks.map((code) => spelled.get(code) ?? code);
  const order = codes.map((_, block) => block).sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1));
  const entries = order.flatMap((block) =>
    Array.from({ length: from.start[block + 1]! - from.start[block]! }, (_, i) => from.start[block]! + i),
  );
  const start = new Uint32Array(order.length + 1);
  order.forEach((block, at) => {
    start[at + 1] = start[at]! + from.start[block + 1]! - from.start[block]!;
  });
  return {
    ...from,
    blocks: order.map((block) => codes[block]!),
    start,
    unit: Int32Array.from(entries, (entry) => from.unit[entry]!),
    weight: Float64Array.from(entries, (entry) => from.weight[entry]!),
  };
}
