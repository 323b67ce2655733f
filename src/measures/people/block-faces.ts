/**
 * The faces that each polygon block lies on.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';

/** One entry for each block and face it lies on; faces without area are left out. */
export interface BlockFaces {
  /** Number of blocks. */
  readonly blocks: number;
  /** Block k has entries start[k] to start[k + 1] - 1, by rising face; none for a block without land. */
  readonly start: Uint32Array;
  readonly face: Int32Array;
  /** Square metres of each entry, over 0. */
  readonly area: Float64Array;
}

/** Faces of the blocks that are the layer at a position of the arrangement. */
export function facesOfBlocks(arrangement: Arrangement, layer: number, blocks: number): BlockFaces {
  const { ofFace, sets } = arrangement.labels[layer]!;
  const start = new Uint32Array(blocks + 1);
  for (let face = 1; face < ofFace.length; face++) {
    if (arrangement.area[face]! <= 0) continue;
    for (const block of sets.members(ofFace[face]!)) start[block + 1]!++;
  }
  for (let block = 0; block < blocks; block++) start[block + 1]! += start[block]!;
  const faces = new Int32Array(start[blocks]!);
  const area = new Float64Array(start[blocks]!);
  const filled = start.slice();
  for (let face = 1; face < ofFace.length; face++) {
    if (arrangement.area[face]! <= 0) continue;
    for (const block of sets.members(ofFace[face]!)) {
      const at = filled[block]!++;
      faces[at] = face;
      area[at] = arrangement.area[face]!;
    }
  }
  return { blocks, start, face: faces, area };
}
