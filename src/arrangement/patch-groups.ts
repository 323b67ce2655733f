/**
 * Patches by pair of units, and which pairs are real by the width of their patches. The kernel sorts and judges them
 * (src/kernel/patch-groups.ts, judging.ts).
 */
import { readFloats, readInts, writeFloats, writeInts, type Kernel } from './kernel.js';
import type { KernelResult } from './kernel-interface.js';
import type { Patches } from './patches.js';
import { giveSpare, takeSpare } from './spare-kernel.js';

/** Groups by unit of the first layer, then of the second, none last. */
export interface PatchGroups {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
}

/** Widths in metres that groups are judged by. */
export interface JudgingWidths {
  readonly tolerance: number;
  readonly half: number;
  readonly twice: number;
}

/** Beside the bits of a group: all its patches are material, however thin. */
export const WHOLE = 8;

/** What there is to say of each group and patch. */
export interface GroupedPatches extends PatchGroups {
  /** For each group the bits by which it has a material patch: 1 by the tolerance, 2 by half of it, 4 by twice it. */
  readonly judgements: Uint8Array;
  /** For each group: square metres in thin patches, patches that count, and the widest of them in metres. */
  readonly sliverArea: Float64Array;
  readonly shown: Int32Array;
  readonly width: Float64Array;
  /** For each patch: its group, and 1 where it is material. */
  readonly groupOfPatch: Int32Array;
  readonly material: Uint8Array;
}

/** Square metres of the units of either layer. */
export interface AreasOfUnits {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/**
 * Groups the patches of two layers and judges them by their widest patch; groups that are more than half of a unit are WHOLE.
 * `mend` changes what it knows better.
 */
export function judgeGroups(
  { count, unitA, unitB, area, perimeter }: Patches,
  areas: AreasOfUnits,
  widths: JudgingWidths,
  mend: (groups: PatchGroups, judgements: Uint8Array) => void,
): GroupedPatches {
  const kernel = takeSpare();
  const before = kernel.mark();
  const areasOfPatches = writeFloats(kernel, area);
  kernel.groupPatches(
    count,
    writeInts(kernel, unitA),
    writeInts(kernel, unitB),
    areasOfPatches,
    writeFloats(kernel, perimeter),
  );
  const length = kernel.groupCount.value;
  const groups = {
    a: readInts(kernel, kernel.groupA, length),
    b: readInts(kernel, kernel.groupB, length),
    area: readFloats(kernel, kernel.groupArea, length),
  };
  kernel.judgeGroups(
    writeFloats(kernel, areas.a),
    writeFloats(kernel, areas.b),
    widths.tolerance,
    widths.half,
    widths.twice,
  );
  const judgements = readBytes(kernel, kernel.judgements, length);
  mend(groups, judgements);
  viewBytes(kernel, kernel.judgements, length).set(judgements);
  kernel.judgePatches(count, areasOfPatches, widths.tolerance);
  const found = {
    ...groups,
    judgements: readBytes(kernel, kernel.judgements, length),
    sliverArea: readFloats(kernel, kernel.thinArea, length),
    shown: readInts(kernel, kernel.shown, length),
    width: readFloats(kernel, kernel.groupWidest, length),
    groupOfPatch: readInts(kernel, kernel.groupOf, count),
    material: readBytes(kernel, kernel.materials, count),
  };
  giveSpare(kernel, before);
  return found;
}

const viewBytes = (kernel: Kernel, array: KernelResult, length: number): Uint8Array =>
  new Uint8Array(kernel.memory.buffer, array.value >>> 0, length);

const readBytes = (kernel: Kernel, array: KernelResult, length: number): Uint8Array =>
  viewBytes(kernel, array, length).slice();
