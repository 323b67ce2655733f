/**
 * People on the faces of a contracted sheet: those of blocks that lie wholly on one face are one number there.
 *
 *     block 1  face 7 all of it, 1,204 people ┐
 *     block 2  face 7 all of it,   980 people ┴──►  face 7, 2,184 people
 *     block 3  faces 7 and 9, 1,011 people    ───►  as it was
 *
 * Only whole numbers of people are put together, so that sums are the same to the last bit. How many blocks there were is
 * no longer known; nothing of a proposal asks for it.
 */
import type { BlockShares } from '../people/block-shares.js';
import type { MeasureOnFaces } from '../people/measure-on-faces.js';

/** The measures on the faces that other faces went into; shares of nothing are left out. */
export function gatherBlocks(
  measures: readonly MeasureOnFaces[],
  ofFace: Int32Array,
): readonly MeasureOnFaces[] {
  const gathered = new Map<BlockShares, readonly MeasureOnFaces[]>();
  return measures.map((measure) => {
    const { shares } = measure;
    const known =
      gathered.get(shares) ??
      gatherAlike(
        measures.filter((other) => other.shares === shares),
        shares,
        ofFace,
      );
    gathered.set(shares, known);
    return known.find(({ name }) => name === measure.name)!;
  });
}

/** Measures of the same blocks. */
function gatherAlike(
  measures: readonly MeasureOnFaces[],
  { blocks, start, face, share, decimals }: BlockShares,
  ofFace: Int32Array,
): readonly MeasureOnFaces[] {
  const isWhole = (block: number): boolean => measures.every(({ values }) => Number.isInteger(values[block]));
  const gatheredAt = new Map<number, number>();
  const starts = [0];
  const faces: number[] = [];
  const parts: number[] = [];
  const values: number[][] = measures.map(() => []);
  for (let block = 0; block < blocks; block++) {
    const from = faces.length;
    for (let i = start[block]!; i < start[block + 1]!; i++) {
      if (share[i] === 0) continue;
      faces.push(ofFace[face[i]!]!);
      parts.push(share[i]!);
    }
    if (faces.length === from + 1 && parts[from] === 1 && isWhole(block)) {
      const at = gatheredAt.get(faces[from]!);
      if (at !== undefined) {
        measures.forEach((measure, m) => (values[m]![at]! += measure.values[block]!));
        faces.pop();
        parts.pop();
        continue;
      }
      gatheredAt.set(faces[from]!, starts.length - 1);
    }
    measures.forEach((measure, m) => values[m]!.push(measure.values[block]!));
    starts.push(faces.length);
  }
  const shares: BlockShares = {
    blocks: starts.length - 1,
    start: Uint32Array.from(starts),
    face: Int32Array.from(faces),
    share: Float64Array.from(parts),
    decimals,
  };
  return measures.map((measure, m) => ({
    ...measure,
    shares,
    codes: null,
    positions: null,
    values: Float64Array.from(values[m]!),
  }));
}
