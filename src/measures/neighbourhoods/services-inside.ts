/**
 * Services inside neighbourhoods: points found on the sheet of the blocks.
 */
import { buildLocator, locatePositions } from '../../arrangement/locate.js';
import type { LandOfBlocks } from './land-of-blocks.js';

/** Points with a type. */
export interface Services {
  readonly types: readonly string[];
  /** x, y of each in the system of the run; NaN without coordinates. */
  readonly positions: Float64Array;
  readonly source: string;
}

/** For each service the block that it lies in, the lowest where several cover it; -1 for none. */
export function blocksOfServices({ positions }: Services, { arrangement }: LandOfBlocks): Int32Array {
  const { ofFace, sets } = arrangement.labels[0]!;
  return Int32Array.from(
    locatePositions(buildLocator(arrangement), positions),
    (face) => sets.members(ofFace[face]!)[0] ?? -1,
  );
}
