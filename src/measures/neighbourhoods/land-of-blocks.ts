/**
 * The land of blocks: who borders on whom and by how many metres, read off the sheet.
 *
 * Every edge between two blocks is there once, so that their common border is exact: blocks that meet in a point share no
 * edge and are no neighbours.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { leftFace, rightFace } from '../../arrangement/arrangement.js';
import { borderTable } from '../../arrangement/border-table.js';
import { EXACT, NO_BORDER } from '../../arrangement/borders.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Layer } from '../../layer/layer.js';
import { arrangeOnce } from '../land/layer-arrangement.js';
import type { BlockBorder } from './block-graph.js';

export interface LandOfBlocks {
  readonly arrangement: Arrangement;
  /** Each two neighbours once, the lower number first. */
  readonly borders: readonly BlockBorder[];
  /** Metres of border of each block with no other. */
  readonly outer: Float64Array;
  /** Square metres of each block. */
  readonly areas: Float64Array;
}

/** The land of a layer of blocks with shapes, alone on its sheet. */
export function landOfBlocks(blocks: Layer, planar: boolean): LandOfBlocks {
  const { arrangement } = arrangeOnce([blocks], planar);
  const { ofFace } = arrangement.labels[0]!;
  const edgeClass = new Uint8Array(arrangement.length.length);
  for (let e = 0; e < edgeClass.length; e++) {
    const isBorder = ofFace[leftFace(arrangement, e)] !== ofFace[rightFace(arrangement, e)];
    edgeClass[e] = isBorder ? EXACT : NO_BORDER;
  }
  const count = blocks.codes.length;
  const rows = borderTable(arrangement, { layerA: 0, layerB: 0, edgeClass }, count);
  const outer = new Float64Array(count);
  for (const { unit, neighbour, total } of rows) if (neighbour === NO_UNIT) outer[unit] = total;
  return {
    arrangement,
    borders: rows
      .filter(({ unit, neighbour }) => neighbour > unit)
      .map(({ unit, neighbour, total }) => ({ a: unit, b: neighbour, metres: total })),
    outer,
    areas: unitAreas(arrangement, 0, count).ofUnit,
  };
}

/** Metres of the whole border of each group of blocks; `groupOf` is -1 for none. */
export function perimetersOf(
  { borders, outer }: LandOfBlocks,
  groupOf: Int32Array,
  groups: number,
): Float64Array {
  const found = new Float64Array(groups);
  outer.forEach((metres, block) => {
    if (groupOf[block]! >= 0) found[groupOf[block]!]! += metres;
  });
  for (const { a, b, metres } of borders) {
    if (groupOf[a] === groupOf[b]) continue;
    for (const block of [a, b]) if (groupOf[block]! >= 0) found[groupOf[block]!]! += metres;
  }
  return found;
}
