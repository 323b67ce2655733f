/**
 * People who need a word of their own: in slivers, outside both layers, in blocks without a place.
 */
import { capital } from '../../trouble/count-text.js';
import {
  disclosed,
  disclosedCount,
  disclosedPeople,
  tellsOne,
  type Disclosure,
} from '../../layer/disclosure.js';

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

/**
 * Sentences for what is not nothing. Under a rule only people outside are told in figures, and only where two layers
 * are crossed: all others are parts of cells, or cells added up, and would give back what is suppressed elsewhere.
 */
export function asideSentences(
  asides: readonly Aside[],
  { rule, byLookup, layers }: { rule: Disclosure | null; byLookup: boolean; layers: number },
): string[] {
  const where = byLookup ? 'in no unit of either layer' : 'outside both layers';
  return asides.flatMap(({ measure, moved, stuck, outside, outsideBlocks }) => {
    const part = (people: number): string =>
      rule === null ? disclosedPeople(people, measure, rule) : `Some ${measure}`;
    const are = (people: number): string => (rule === null && tellsOne(people, rule) ? 'is' : 'are');
    const blocks =
      disclosed(outside, rule) === null ? '' : ` in ${disclosedCount(outsideBlocks, 'block', rule)}`;
    const out =
      rule === null || layers === 2
        ? `${capital(disclosedPeople(outside, measure, rule))}${blocks}`
        : `Some ${measure}`;
    // Under a rule a trace of a person stands for a suppressed cell.
    const least = rule === null ? 0.5 : Number.MIN_VALUE;
    return [
      ...(moved >= least
        ? [`${part(moved)} fell in slivers and ${are(moved)} counted with the area beside them.`]
        : []),
      ...(stuck >= least ? [`${part(stuck)} ${are(stuck)} in slivers that touch no real overlap.`] : []),
      ...(outside >= least ? [`${out} ${are(outside)} ${where}.`] : []),
    ];
  });
}
