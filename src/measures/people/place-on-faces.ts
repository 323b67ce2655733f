/**
 * Measures placed on the faces of an arrangement, whatever form their blocks have.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { buildLocator, locatePositions } from '../../arrangement/locate.js';
import { blockCodes, blockSource, type Blocks } from '../../layer/blocks.js';
import type { Disclosure } from '../../layer/disclosure.js';
import type { Layer } from '../../layer/layer.js';
import type { MeasureRequest } from './measure-request.js';
import { sharesByArea, sharesOfPoints, type BlockShares } from './block-shares.js';
import { valuesOnBlocks } from './values-on-blocks.js';
import type { MeasureOnFaces } from './measure-on-faces.js';

/** The polygon blocks that must be laid on the sheet besides the layers themselves, each once. */
export function blockLayers(layers: readonly Layer[], measures: readonly MeasureRequest[]): Layer[] {
  const wanted = measures.flatMap(({ blocks }) => (blocks?.form === 'polygons' ? [blocks.layer] : []));
  return [...new Set(wanted)].filter((layer) => !layers.includes(layer));
}

/** Places every measure. `positionOf` tells where a block layer stands in the arrangement, `rule` what findings may tell. */
export function placeOnFaces(
  arrangement: Arrangement,
  positionOf: (layer: Layer) => number,
  measures: readonly MeasureRequest[],
  rule: Disclosure | null = null,
): MeasureOnFaces[] {
  const sharesOf = new Map<Blocks, BlockShares>();
  const locator = measures.some(({ blocks }) => blocks?.form === 'points') ? buildLocator(arrangement) : null;
  return measures.flatMap(({ measure, blocks }): MeasureOnFaces[] => {
    if (blocks === null) return [];
    let shares = sharesOf.get(blocks);
    if (shares === undefined) {
      shares =
        blocks.form === 'polygons'
          ? sharesByArea(arrangement, positionOf(blocks.layer), blocks.layer.codes.length)
          : sharesOfPoints(locatePositions(locator!, blocks.positions), blocks.method);
      sharesOf.set(blocks, shares);
    }
    const { values, unmatched, findings } = valuesOnBlocks(
      measure,
      blockCodes(blocks),
      blockSource(blocks),
      rule,
    );
    return [{ name: measure.name, basis: measure.basis, shares, values, unmatched, findings }];
  });
}
