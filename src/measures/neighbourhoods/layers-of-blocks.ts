/**
 * Layers whose units are groups of the blocks that take part: the neighbourhoods, their parents, the kept units.
 */
import { landFromBlocks } from '../../layer/land-from-blocks.js';
import type { Layer } from '../../layer/layer.js';
import { buildMembership } from '../../layer/membership.js';
import type { Built } from './built.js';

/** The neighbourhoods as a layer. */
export function neighbourhoodLayer({ blocks, neighbourhoods, neighbourhoodOf }: Built): Layer {
  const { called: _, title: __, ...traits } = blocks;
  const bare: Layer = {
    ...traits,
    id: 'neighbourhood',
    kind: 'neighbourhood',
    vintage: null,
    codes: neighbourhoods.map(({ code }) => code),
    names: neighbourhoods.map(({ name }) => name),
    codeField: 'made here',
    nameField: 'neighbourhood_name',
  };
  return onBlocks(bare, blocks, neighbourhoodOf);
}

/** A layer with those of its units alone that hold one of the blocks, made of these blocks; `unitOf` is -1 for none. */
export function onBlocks(layer: Layer, blocks: Layer, unitOf: Int32Array): Layer {
  const { called, title } = layer;
  const made = buildMembership(
    blocks.codes.map((block, b) => ({
      block,
      unit: unitOf[b]! < 0 ? '' : layer.codes[unitOf[b]!]!,
      weight: 1,
    })),
    { blockKind: blocks.codeField, weighted: false, bestFit: null },
  );
  const nameOf = new Map(layer.codes.map((code, unit) => [code, layer.names[unit]!]));
  const bare: Layer = {
    id: layer.id,
    kind: layer.kind,
    ...(title === undefined ? {} : { title }),
    ...(called === undefined ? {} : { called }),
    vintage: layer.vintage,
    codes: made.codes,
    names: made.codes.map((code) => nameOf.get(code)!),
    ods: null,
    kept: [],
    codeField: layer.codeField,
    nameField: layer.nameField,
    land: null,
    membership: made.membership,
    findings: [],
    notes: [],
  };
  return landFromBlocks(bare, blocks);
}
