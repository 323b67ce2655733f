/**
 * People who need a word of their own: in slivers, outside both layers, in blocks without a place.
 */
import { disclosedText, type Disclosure } from '../../layer/disclosure.js';

/** Of one measure on two layers. */
export interface Aside {
  readonly measure: string;
  /** Placed in slivers and counted with the patch beside them. */
  readonly moved: number;
  /** In slivers that reach no real overlap. */
  readonly stuck: number;
  /** Where neither layer has land (or, by lookup, a unit), and in how many blocks. */
  readonly outside: number;
  readonly outsideBlocks: number;
}

/** Sentences for what is not nothing. */
export function asideSentences(
  asides: readonly Aside[],
  rule: Disclosure | null,
  byLookup: boolean,
): string[] {
  return asides.flatMap(({ measure, moved, stuck, outside, outsideBlocks }) => {
    const say = (count: number): string => disclosedText(count, rule);
    const where = byLookup ? 'are in no unit of either layer' : 'are outside both layers';
    return [
      ...(moved >= 0.5
        ? [`${say(moved)} ${measure} fell in slivers and are counted with the area beside them.`]
        : []),
      ...(stuck >= 0.5 ? [`${say(stuck)} ${measure} are in slivers that touch no real overlap.`] : []),
      ...(outside >= 0.5 ? [`${say(outside)} ${measure} in ${outsideBlocks} blocks ${where}.`] : []),
    ];
  });
}
