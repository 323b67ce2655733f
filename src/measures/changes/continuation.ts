/**
 * Which unit of the later layer carries on which unit of the earlier one.
 *
 *     before   South Yorkshire and Bassetlaw     Sussex   Surrey
 *                   │ 92 %       └ 8 % ┐              └───┬──┘
 *     after    South Yorkshire    Nottinghamshire    Surrey and Sussex
 *
 * South Yorkshire carries on; Surrey and Sussex is new, for two units went into it. A unit carries on under the same
 * code; else under the same ODS code or name, where either is most of the other; else where two thirds of each lie in
 * the other and neither is the main part of any further unit. All others are abolished or created.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { OverlapPair, PairsOfLayers } from '../pairs/pairs-of-layers.js';
import { comparable } from '../../trouble/order.js';
import { mainPairs } from '../pairs/main-pairs.js';

/** The share of each unit that must lie in the other where neither code nor name says that it carries on. */
export const CARRIES_ON = 2 / 3;

export interface Continuation {
  /** For each earlier unit the later one that carries it on, or NO_UNIT. */
  readonly after: Int32Array;
  /** For each later unit the earlier one that it carries on, or NO_UNIT. */
  readonly before: Int32Array;
}

/** Matches the units of two vintages one to one. */
export function findContinuation(before: Layer, after: Layer, found: PairsOfLayers): Continuation {
  const pairs = found.pairs.filter((pair) => pair.material && pair.a !== NO_UNIT && pair.b !== NO_UNIT);
  const result: Continuation = {
    after: new Int32Array(before.codes.length).fill(NO_UNIT),
    before: new Int32Array(after.codes.length).fill(NO_UNIT),
  };
  const take = (pair: OverlapPair): void => {
    if (result.after[pair.a] !== NO_UNIT || result.before[pair.b] !== NO_UNIT) return;
    result.after[pair.a] = pair.b;
    result.before[pair.b] = pair.a;
  };
  const mains = findMains(before, after, pairs, found);
  for (const pair of pairs) if (before.codes[pair.a] === after.codes[pair.b]) take(pair);
  for (const pair of pairs) if (sameCode(before, after, pair)) take(pair);
  for (const pair of pairs) {
    const isMain = mains.ofA[pair.a] === pair || mains.ofB[pair.b] === pair;
    if (isMain && (sameOds(before, after, pair) || sameName(before, after, pair))) take(pair);
  }
  for (const pair of pairs) {
    const main = mains.ofA[pair.a] === pair && mains.ofB[pair.b] === pair;
    const alone = mains.claimsOnA[pair.a] === 1 && mains.claimsOnB[pair.b] === 1;
    if (main && alone && mains.leastShare(pair) >= CARRIES_ON) take(pair);
  }
  return result;
}

/** Whether both units of a pair have one code, whatever its case and spaces. */
export const sameCode = (before: Layer, after: Layer, { a, b }: Pick<OverlapPair, 'a' | 'b'>): boolean =>
  comparable(before.codes[a]!) === comparable(after.codes[b]!);

interface Mains {
  /** The pair of each unit with its main partner. */
  readonly ofA: readonly (OverlapPair | null)[];
  readonly ofB: readonly (OverlapPair | null)[];
  /** How many units of the other layer have it for their main partner. */
  readonly claimsOnA: Int32Array;
  readonly claimsOnB: Int32Array;
  /** The smaller of the two shares a pair has of its units, 0 to 1. */
  leastShare(pair: OverlapPair): number;
}

function findMains(before: Layer, after: Layer, pairs: readonly OverlapPair[], found: PairsOfLayers): Mains {
  const weight = weightOf(found);
  const ofA = mainPairs(found.pairs, 'a', before.codes.length, countedMeasure(found));
  const ofB = mainPairs(found.pairs, 'b', after.codes.length, countedMeasure(found));
  const totalA = new Float64Array(before.codes.length);
  const totalB = new Float64Array(after.codes.length);
  for (const pair of pairs) {
    totalA[pair.a]! += weight(pair);
    totalB[pair.b]! += weight(pair);
  }
  const claimsOnA = new Int32Array(before.codes.length);
  const claimsOnB = new Int32Array(after.codes.length);
  for (const pair of ofA) if (pair !== null) claimsOnB[pair.b]!++;
  for (const pair of ofB) if (pair !== null) claimsOnA[pair.a]!++;
  return {
    ofA,
    ofB,
    claimsOnA,
    claimsOnB,
    leastShare: (pair) => Math.min(weight(pair) / totalA[pair.a]!, weight(pair) / totalB[pair.b]!),
  };
}

/** The first measure that counts anybody; the first where none does. */
const countedMeasure = ({ measures }: PairsOfLayers): number =>
  Math.max(
    0,
    measures.findIndex((measure) => measure.total > 0),
  );

/** How much a pair holds: people of the first measure that has any, else land. */
export function weightOf(found: PairsOfLayers): (pair: OverlapPair) => number {
  const m = countedMeasure(found);
  return (found.measures[m]?.total ?? 0) > 0 ? (pair) => pair.amounts[m]!.people : (pair) => pair.area ?? 0;
}

function sameOds(before: Layer, after: Layer, pair: OverlapPair): boolean {
  const ods = before.ods?.[pair.a] ?? '';
  return ods !== '' && ods === after.ods?.[pair.b];
}

const sameName = (before: Layer, after: Layer, pair: OverlapPair): boolean =>
  plainName(before.names[pair.a]!) === plainName(after.names[pair.b]!);

/** A name without case, punctuation and the word "the": what two spellings of it share. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\bthe\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
