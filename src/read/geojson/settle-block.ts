/**
 * The block of coordinates of a geometry, once its type is known: whether positions are nested as that type has them.
 */
import {
  BLOCK_COLUMNS,
  BLOCK_DEPTH,
  BLOCK_EMPTY_DEPTH,
  BLOCK_KIND,
  BLOCK_KINDS,
  type CoordinateRun,
} from './coordinate-run.js';

/** Blocks `from` to `to` - 1 are the geometry's; what is wrong with them, if anything, in words. */
export interface SettledBlock {
  readonly from: number;
  readonly to: number;
  readonly fault: 'missing' | 'nested' | null;
  readonly what: string;
}

/** Gives a block of the run its kind; `block` is -1 for a geometry without coordinates. */
export function settleBlock(run: CoordinateRun, block: number, type: string): SettledBlock {
  if (block < 0) return { from: 0, to: 0, fault: 'missing', what: `a ${type} without "coordinates"` };
  const { kind, depth } = BLOCK_KINDS.get(type)!;
  const values = run.blocks.values;
  const row = block * BLOCK_COLUMNS;
  values[row + BLOCK_KIND] = kind;
  const what = nestingFault(type, depth, values[row + BLOCK_DEPTH]!, values[row + BLOCK_EMPTY_DEPTH]!);
  return { from: block, to: block + 1, fault: what === '' ? null : 'nested', what };
}

function nestingFault(type: string, depth: number, found: number, empty: number): string {
  if (found > 0 && found !== depth)
    return `the positions of a ${type} are nested ${depth} deep, found ${found} deep`;
  return empty > depth || (empty === depth && depth > 1) ? 'a position is empty' : '';
}
