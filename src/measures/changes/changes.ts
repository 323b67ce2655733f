/**
 * What became of each unit and of each piece of it, in one word or a few.
 *
 *     unit                        piece (an earlier unit and a later one)
 *     unchanged                   as its unit, where the later unit carries on the earlier one
 *     recoded                     moved      to a unit that was there before
 *     renamed                     merged     the whole of an abolished unit, in another unit
 *     redrawn within tolerance    split      a part of an abolished unit, or of one that carries on, in a new unit
 *     coastline redrawn           coastline redrawn    land of nobody before or after, without people
 *     enlarged, reduced, enlarged and reduced
 *     created, abolished          gained, lost         land of nobody with people on it
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { OverlapPair, PairsOfLayers } from '../pairs/pairs-of-layers.js';
import { isCoast } from '../pairs/coast.js';
import { findContinuation, plainName, sameCode, type Continuation } from './continuation.js';

export type UnitChange =
  | 'unchanged'
  | 'recoded'
  | 'renamed'
  | 'redrawn within tolerance'
  | 'coastline redrawn'
  | 'enlarged'
  | 'reduced'
  | 'enlarged and reduced'
  | 'created'
  | 'abolished';

export type PairChange = UnitChange | 'moved' | 'merged' | 'split' | 'gained' | 'lost';

/** One piece: an earlier unit and a later one, or one of them and nobody. */
export interface Piece {
  readonly pair: OverlapPair;
  readonly change: PairChange;
}

export interface Changes {
  readonly before: Layer;
  readonly after: Layer;
  readonly found: PairsOfLayers;
  readonly continuation: Continuation;
  readonly ofBefore: readonly UnitChange[];
  readonly ofAfter: readonly UnitChange[];
  /** Material pieces, in the order of the pairs. */
  readonly pieces: readonly Piece[];
  /** Whether units that carry on were asked for other names; layers of two kinds are not. */
  readonly namesCompared: boolean;
}

/** Square metres that rounding of positions alone can make of an unchanged border. */
const ROUNDING = 1;

/** Tells the changes between two vintages. */
export function findChanges(before: Layer, after: Layer, found: PairsOfLayers): Changes {
  const continuation = findContinuation(before, after, found);
  const namesCompared = before.kind === after.kind;
  const tally = tallyUnits(continuation, found);
  const carried = (a: number, b: number): UnitChange => {
    const gains = tally.gains.has(b);
    const losses = tally.losses.has(a);
    if (gains) return losses ? 'enlarged and reduced' : 'enlarged';
    if (losses) return 'reduced';
    if (!sameCode(before, after, { a, b })) return 'recoded';
    if (namesCompared && plainName(before.names[a]!) !== plainName(after.names[b]!)) return 'renamed';
    if (tally.coast.has(`a${a}`) || tally.coast.has(`b${b}`)) return 'coastline redrawn';
    return tally.noiseA[a]! + tally.noiseB[b]! > ROUNDING ? 'redrawn within tolerance' : 'unchanged';
  };
  const ofBefore = before.codes.map((_, a): UnitChange => {
    const b = continuation.after[a]!;
    return b === NO_UNIT ? 'abolished' : carried(a, b);
  });
  const ofAfter = after.codes.map((_, b): UnitChange => {
    const a = continuation.before[b]!;
    return a === NO_UNIT ? 'created' : carried(a, b);
  });
  const successors = new Int32Array(before.codes.length);
  for (const { a, b, material } of found.pairs)
    if (material && a !== NO_UNIT && b !== NO_UNIT) successors[a]!++;
  const changeOf = (pair: OverlapPair): PairChange => {
    const { a, b } = pair;
    if (b === NO_UNIT) {
      if (isShore(pair, 'a', found)) return 'coastline redrawn';
      return successors[a] === 0 ? 'abolished' : 'lost';
    }
    if (a === NO_UNIT) {
      if (isShore(pair, 'b', found)) return 'coastline redrawn';
      return tally.predecessors[b] === 0 ? 'created' : 'gained';
    }
    if (continuation.after[a] === b) return ofBefore[a]!;
    if (continuation.after[a] === NO_UNIT) return successors[a] === 1 ? 'merged' : 'split';
    return continuation.before[b] === NO_UNIT ? 'split' : 'moved';
  };
  return {
    before,
    after,
    found,
    continuation,
    ofBefore,
    ofAfter,
    pieces: found.pairs.filter((pair) => pair.material).map((pair) => ({ pair, change: changeOf(pair) })),
    namesCompared,
  };
}

/** Whether land of one vintage alone is coast; between lookups there is none. */
function isShore(remainder: OverlapPair, side: 'a' | 'b', { areasA, areasB }: PairsOfLayers): boolean {
  const areas = side === 'a' ? areasA : areasB;
  return areas !== null && isCoast(remainder, areas[remainder[side]]!);
}

interface Tally {
  /** Later units with a piece of another unit or of nobody, coast apart; earlier units that lost one. */
  readonly gains: ReadonlySet<number>;
  readonly losses: ReadonlySet<number>;
  /** Units with a material piece of coast: `a3`, `b5`. */
  readonly coast: ReadonlySet<string>;
  /** Square metres by which the drawings of a unit differ in slivers. */
  readonly noiseA: Float64Array;
  readonly noiseB: Float64Array;
  /** For each later unit, how many earlier units it has a piece of. */
  readonly predecessors: Int32Array;
}

function tallyUnits(continuation: Continuation, found: PairsOfLayers): Tally {
  const gains = new Set<number>();
  const losses = new Set<number>();
  const coast = new Set<string>();
  const noiseA = new Float64Array(continuation.after.length);
  const noiseB = new Float64Array(continuation.before.length);
  const predecessors = new Int32Array(continuation.before.length);
  for (const pair of found.pairs) {
    const { a, b } = pair;
    if (pair.material && a !== NO_UNIT && b !== NO_UNIT) predecessors[b]!++;
    if (a !== NO_UNIT && b !== NO_UNIT && continuation.after[a] === b) continue;
    const noise = pair.material ? pair.sliverArea : pair.area;
    if (a !== NO_UNIT) noiseA[a]! += noise ?? 0;
    if (b !== NO_UNIT) noiseB[b]! += noise ?? 0;
    if (!pair.material) continue;
    if (b === NO_UNIT && isShore(pair, 'a', found)) coast.add(`a${a}`);
    else if (a === NO_UNIT && isShore(pair, 'b', found)) coast.add(`b${b}`);
    else {
      if (a !== NO_UNIT) losses.add(a);
      if (b !== NO_UNIT) gains.add(b);
    }
  }
  return { gains, losses, coast, noiseA, noiseB, predecessors };
}
