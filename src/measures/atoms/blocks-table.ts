/**
 * One row for each block and face it lies on: which part of the block's people counts there.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import type { MeasureOnFaces } from '../people/measure-on-faces.js';
import type { LandFaces } from './find-faces.js';

interface Row {
  readonly block: number;
  readonly face: number;
  readonly weight: number;
}

/** The table; `codes` are those of the blocks in the order of the shares. */
export function blocksTable(codes: readonly string[], { shares }: MeasureOnFaces, faces: LandFaces): Table {
  return makeTable<Row>({
    name: 'blocks',
    title: 'Blocks on faces',
    caption: 'One row for each block and face: the weights of a block add up to 1.',
    rows: codes.flatMap((_, block) => rowsOfBlock(block, shares, faces)),
    columns: [
      {
        heading: 'block',
        title: 'block',
        kind: 'code',
        description: 'Code of the block',
        value: ({ block }) => codes[block]!,
      },
      {
        heading: 'face',
        title: 'face',
        kind: 'count',
        description: 'Number of the face; blank for what lies outside all layers',
        value: ({ face }) => (face === NO_UNIT ? null : face + 1),
      },
      {
        heading: 'weight',
        title: 'weight',
        kind: 'share',
        decimals: 12,
        description: 'Part of the block’s people that counts on the face',
        value: ({ weight }) => weight,
      },
    ],
  });
}

/** Parts of one block; those on one face together. A block without land has no row. */
function rowsOfBlock(block: number, shares: MeasureOnFaces['shares'], faces: LandFaces): Row[] {
  const weights = new Map<number, number>();
  for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
    if (shares.share[i] === 0) continue;
    const face = faces.ofSheetFace[shares.face[i]!] ?? NO_UNIT;
    weights.set(face, (weights.get(face) ?? 0) + shares.share[i]!);
  }
  return [...weights].map(([face, weight]) => ({ block, face, weight }));
}
