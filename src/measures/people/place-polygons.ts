/**
 * Polygon blocks placed on the faces of a sheet, for all layers of a run at once.
 *
 * The tolerance is that between blocks and units. Where it is not stated and the blocks do not nest in the units, what
 * cuts them is mostly real, and half of it is taken: a strip that would be noise along a common border is then land.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { Layer } from '../../layer/layer.js';
import { compareCodes } from '../../trouble/order.js';
import { facesOfBlocks } from './block-faces.js';
import { judgePieces, type UnitsOnSheet } from './block-pieces.js';
import { entriesOfMain, mainShares } from './main-units.js';
import { shareBlocks, type SharedBlocks } from './share-blocks.js';

/** `area`: blocks that are truly split are shared by area; `whole`: each goes to the unit that has most of it. */
export type Place = 'area' | 'whole';

/** What blocks are placed against. */
export interface PlacedAgainst {
  readonly layers: readonly (UnitsOnSheet & { readonly layer: Layer })[];
  /** For each face in slivers of how many pairs of layers it lies. */
  readonly slivers: Uint8Array;
  /** Metres by which blocks and units of a layer may be drawn apart; given by the user, or what is stated or measured. */
  readonly toleranceTo: (blocks: Layer, layer: Layer) => number;
  readonly isGiven: boolean;
  readonly place: Place;
}

/** What places blocks by area on all faces, slivers among them. */
export const againstNothing = ({ area }: Arrangement): PlacedAgainst => ({
  layers: [],
  slivers: new Uint8Array(area.length),
  toleranceTo: () => 0,
  isGiven: true,
  place: 'area',
});

/** How blocks lie in the units of one layer. */
export interface BlocksAgainst {
  readonly layer: Layer;
  /** Whether blocks nest in the units, so that what cuts them is mostly noise. */
  readonly nest: boolean;
  /** Metres under which a piece of a block is a sliver. */
  readonly tolerance: number;
  /** People in the blocks that touch the layer, and those of them in blocks of which no unit has three quarters. */
  readonly people: number;
  readonly contested: number;
}

export interface PlacedBlocks extends SharedBlocks {
  readonly against: readonly BlocksAgainst[];
}

/** A block is contested where no unit has this share of it. */
const SURE = 0.75;
/** Blocks nest where at most this share of the people is in contested ones. */
const NESTING = 0.05;

/** Places the blocks of a layer at a position of the arrangement. `people` of each block tell whether blocks nest. */
export function placePolygons(
  arrangement: Arrangement,
  blocks: Layer,
  position: number,
  { layers, slivers, toleranceTo, isGiven, place }: PlacedAgainst,
  people: Float64Array,
): PlacedBlocks {
  const faces = facesOfBlocks(arrangement, position, blocks.codes.length);
  // In the order of their ids, so that the order in which layers were given changes nothing.
  const others = layers
    .filter(({ layer }) => layer !== blocks)
    .sort((p, q) => compareCodes(p.layer.id, q.layer.id));
  const against = others.map(({ layer, position: at }): BlocksAgainst => {
    const sums = sumContested(mainShares(faces, arrangement.labels[at]!), people);
    const nest = sums.contested <= NESTING * sums.people;
    const metres = toleranceTo(blocks, layer);
    return { layer, ...sums, nest, tolerance: nest || isGiven ? metres : metres / 2 };
  });
  const judged = others.map((units, l) => ({
    labels: arrangement.labels[units.position]!,
    counts: judgePieces(arrangement, faces, position, units, against[l]!),
  }));
  const byArea = shareBlocks(faces, judged, slivers);
  if (place === 'area') return { ...byArea, against };
  const whole = judged.map(({ labels }) => ({ labels, counts: entriesOfMain(faces, labels) }));
  const { shares, moved } = shareBlocks(faces, whole, slivers);
  return { shares: { ...shares, decimals: 0 }, isShared: byArea.isShared, moved, against };
}

function sumContested(shares: Float64Array, people: Float64Array): { people: number; contested: number } {
  let [all, contested] = [0, 0];
  shares.forEach((share, block) => {
    if (Number.isNaN(share) || Number.isNaN(people[block]!)) return;
    all += people[block]!;
    if (share < SURE) contested += people[block]!;
  });
  return { people: all, contested };
}
