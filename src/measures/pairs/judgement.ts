/**
 * How a pair is judged by the tolerance, by half of it and by twice it: three bits of a number. Where the tolerance is no
 * estimate, all three are alike.
 */

/** Material by the tolerance. */
export const MATERIAL = 1;
/** Material by half of it. */
export const IF_HALF = 2;
/** Material by twice it. */
export const IF_TWICE = 4;
/** Material by all three. */
export const ALWAYS = MATERIAL | IF_HALF | IF_TWICE;

/** Whether half the tolerance, or twice it, judges otherwise. */
export const hangsOnTolerance = (judgement: number): boolean => judgement !== 0 && judgement !== ALWAYS;
