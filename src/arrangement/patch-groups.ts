/**
 * Patches by pair of units. The kernel sorts them (src/kernel/patch-groups.ts).
 */
import { readFloats, readInts, writeFloats, writeInts } from './kernel.js';
import type { Patches } from './patches.js';
import { giveSpare, takeSpare } from './spare-kernel.js';

/** Groups by unit of the first layer, then of the second, none last; group g has patch[start[g]] to patch[start[g + 1] - 1]. */
export interface PatchGroups {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  readonly start: Int32Array;
  /** Rising within a group. */
  readonly patch: Int32Array;
  /** Mean width of each of these patches, and the greatest of each group, in metres. */
  readonly width: Float64Array;
  readonly widest: Float64Array;
}

/** The patches of two layers by their pairs. */
export function groupPatches({ count, unitA, unitB, area, perimeter }: Patches): PatchGroups {
  const kernel = takeSpare();
  const before = kernel.mark();
  kernel.groupPatches(
    count,
    writeInts(kernel, unitA),
    writeInts(kernel, unitB),
    writeFloats(kernel, area),
    writeFloats(kernel, perimeter),
  );
  const groups = kernel.groupCount.value;
  const found = {
    a: readInts(kernel, kernel.groupA, groups),
    b: readInts(kernel, kernel.groupB, groups),
    area: readFloats(kernel, kernel.groupArea, groups),
    start: readInts(kernel, kernel.groupStart, groups + 1),
    patch: readInts(kernel, kernel.groupPatch, count),
    width: readFloats(kernel, kernel.groupWidth, count),
    widest: readFloats(kernel, kernel.groupWidest, groups),
  };
  giveSpare(kernel, before);
  return found;
}
