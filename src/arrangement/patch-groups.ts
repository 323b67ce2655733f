/**
 * Patches by pair of units, and which pairs are real by the width of their patches. The kernel sorts and judges them
 * (src/kernel/patch-groups.ts, judging.ts).
 */
import { readFloats, readInts, viewInts, writeFloats, writeInts, type Kernel } from './kernel.js';
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

/** How groups are judged by their widest patch; whoever knows better changes it. */
export interface JudgedGroups {
  /** For each group the bits by which it has a material patch: 1 by the tolerance, 2 by half of it, 4 by twice it. */
  readonly judgements: Uint8Array;
  /** 1 for each group of which all patches are material, however thin: it is more than half of a unit. */
  readonly whole: Uint8Array;
  /** Groups too thin by any of the widths, of the units that all of these together are more than a share of. */
  readonly thin: { readonly a: readonly number[]; readonly b: readonly number[] };
}

/** What there is to say of each group and patch then. */
export interface GroupedPatches {
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

/** Groups the patches of two layers, has `judge` look at how they are judged, and tells what comes of it. */
export function judgeGroups(
  { count, unitA, unitB, area, perimeter }: Patches,
  areas: AreasOfUnits,
  widths: JudgingWidths,
  share: number,
  judge: (groups: PatchGroups, judged: JudgedGroups) => void,
): PatchGroups & Pick<JudgedGroups, 'judgements'> & GroupedPatches {
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
  const [areasA, areasB] = [writeFloats(kernel, areas.a), writeFloats(kernel, areas.b)];
  kernel.judgeGroups(areasA, areasB, widths.tolerance, widths.half, widths.twice);
  const thinOf = (ofFirst: boolean, address: number, units: number): number[] => {
    const thin = kernel.listThin(ofFirst, address, units, share);
    return [...viewInts(kernel, kernel.thinGroups.value, thin)];
  };
  const judged = {
    judgements: readBytes(kernel, kernel.judgements, length),
    whole: readBytes(kernel, kernel.wholes, length),
    thin: { a: thinOf(true, areasA, areas.a.length), b: thinOf(false, areasB, areas.b.length) },
  };
  judge(groups, judged);
  viewBytes(kernel, kernel.judgements, length).set(judged.judgements);
  viewBytes(kernel, kernel.wholes, length).set(judged.whole);
  kernel.judgePatches(count, areasOfPatches, widths.tolerance);
  const found = {
    ...groups,
    judgements: judged.judgements,
    sliverArea: readFloats(kernel, kernel.thinArea, length),
    shown: readInts(kernel, kernel.shownPatches, length),
    width: readFloats(kernel, kernel.shownWidth, length),
    groupOfPatch: readInts(kernel, kernel.groupOfPatch, count),
    material: readBytes(kernel, kernel.materials, count),
  };
  giveSpare(kernel, before);
  return found;
}

const viewBytes = (kernel: Kernel, array: KernelResult, length: number): Uint8Array =>
  new Uint8Array(kernel.memory.buffer, array.value >>> 0, length);

const readBytes = (kernel: Kernel, array: KernelResult, length: number): Uint8Array =>
  viewBytes(kernel, array, length).slice();
