/**
 * Measures placed on the faces of an arrangement, whatever form their blocks have.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { buildLocator, placePositions } from '../../arrangement/locate.js';
import { blockCodes, blockSource, type Blocks } from '../../layer/blocks.js';
import { disclosedCount, type Disclosure } from '../../layer/disclosure.js';
import type { Layer } from '../../layer/layer.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
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
    const onBorders: Finding[] = [];
    if (shares === undefined) {
      if (blocks.form === 'polygons')
        shares = sharesByArea(arrangement, positionOf(blocks.layer), blocks.layer.codes.length);
      else {
        const placed = placePositions(locator!, blocks.positions);
        shares = sharesOfPoints(placed.faces, blocks.method);
        if (placed.onBorders > 0) onBorders.push(pointsOnBorders(measure.name, placed.onBorders, rule));
      }
      sharesOf.set(blocks, shares);
    }
    const { values, unmatched, findings } = valuesOnBlocks(
      measure,
      blockCodes(blocks),
      blockSource(blocks),
      rule,
    );
    return [
      {
        name: measure.name,
        basis: measure.basis,
        shares,
        values,
        unmatched,
        findings: [...findings, ...onBorders],
      },
    ];
  });
}

const pointsOnBorders = (layer: string, points: number, rule: Disclosure | null): Finding =>
  makeFinding({
    layer,
    finding: 'points-on-borders',
    severity: 'info',
    detail: `${disclosedCount(points, 'point', rule)} on an outer border where several units meet: each counts with the first that it touches, from east by north, west and south`,
  });
