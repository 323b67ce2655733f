/**
 * Measures placed on the faces of an arrangement, whatever form their blocks have.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { buildLocator, placePositions, type LocatedPositions } from '../../arrangement/locate.js';
import { blockCodes, blockSource, type Blocks, type PointsOnFaces } from '../../layer/blocks.js';
import { disclosedCount, type Disclosure } from '../../layer/disclosure.js';
import type { Layer } from '../../layer/layer.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import type { MeasureRequest } from './measure-request.js';
import { sharesOfPoints } from './block-shares.js';
import { valuesOnBlocks } from './values-on-blocks.js';
import type { MeasureOnFaces } from './measure-on-faces.js';
import { placePolygons, type PlacedAgainst, type PlacedBlocks } from './place-polygons.js';
import { contestedFindings, contestedSentences, methodText, placingSentences } from './placing-text.js';

/** The polygon blocks that must be laid on the sheet besides the layers themselves, each once. */
export function blockLayers(layers: readonly Layer[], measures: readonly MeasureRequest[]): Layer[] {
  const wanted = measures.flatMap(({ blocks }) => (blocks?.form === 'polygons' ? [blocks.layer] : []));
  return [...new Set(wanted)].filter((layer) => !layers.includes(layer));
}

/** How measures are to be placed. */
export interface PlacingWishes {
  /** What polygon blocks are placed against; with no layers they are shared by area alone. */
  readonly against: PlacedAgainst;
  /** What findings may tell. */
  readonly rule: Disclosure | null;
}

/** Places every measure. `positionOf` tells where a block layer stands in the arrangement. */
export function placeOnFaces(
  arrangement: Arrangement,
  positionOf: (layer: Layer) => number,
  measures: readonly MeasureRequest[],
  { against, rule }: PlacingWishes,
): MeasureOnFaces[] {
  const polygons = new Map<Blocks, PlacedBlocks>();
  const points = new Map<Blocks, LocatedPositions>();
  const locator = measures.some(({ blocks }) => blocks?.form === 'points' && blocks.onFaces === undefined)
    ? buildLocator(arrangement)
    : null;
  return measures.flatMap(({ measure, blocks }): MeasureOnFaces[] => {
    if (blocks === null) return [];
    const { name, basis } = measure;
    const on = valuesOnBlocks(measure, blockCodes(blocks), blockSource(blocks), rule);
    const { values, unmatched } = on;
    if (blocks.form === 'points') {
      const known = points.get(blocks);
      const placed =
        known ??
        (blocks.onFaces === undefined
          ? placePositions(locator!, blocks.positions)
          : countedOn(arrangement, blocks.onFaces));
      points.set(blocks, placed);
      const isNew = known === undefined && placed.onBorders > 0;
      return [
        {
          name,
          basis,
          method: blocks.method,
          shares: sharesOfPoints(placed.faces, blocks.onFaces?.points),
          codes: null,
          positions: blocks.positions,
          values,
          unmatched,
          findings: [...on.findings, ...(isNew ? [pointsOnBorders(name, placed.onBorders, rule)] : [])],
          sentences: [],
        },
      ];
    }
    const before = polygons.get(blocks);
    const placed =
      before ?? placePolygons(arrangement, blocks.layer, positionOf(blocks.layer), against, values);
    polygons.set(blocks, placed);
    return [
      {
        name,
        basis,
        method: methodText(placed, against.place, values, rule),
        shares: placed.shares,
        codes: blocks.layer.codes,
        positions: null,
        values,
        unmatched,
        // Blocks are contested whoever is counted on them: said once, of the first measure.
        findings: [...on.findings, ...(before === undefined ? contestedFindings(placed, name, rule) : [])],
        sentences: [
          ...placingSentences(placed, against.place, name, values, rule),
          ...(before === undefined ? contestedSentences(placed, name, rule) : []),
        ],
      },
    ];
  });
}

/** Where points were counted as they went by, which holds for that sheet alone. */
function countedOn(arrangement: Arrangement, onFaces: PointsOnFaces): LocatedPositions {
  if (onFaces.sheet !== arrangement) throw new Error('people were counted on the faces of another sheet');
  return onFaces;
}

const pointsOnBorders = (layer: string, points: number, rule: Disclosure | null): Finding =>
  makeFinding({
    layer,
    finding: 'points-on-borders',
    severity: 'info',
    detail: `${disclosedCount(points, 'point', rule)} on an outer border where several units meet: each counts with the first that it touches, from east by north, west and south`,
  });
