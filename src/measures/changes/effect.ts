/**
 * An alignment before and after, side by side.
 */
import type { Layer } from '../../layer/layer.js';
import { unitWord } from '../../layer/unit-words.js';
import { capital, wholeText, spaced } from '../../trouble/count-text.js';
import type { AlignmentFigures } from '../alignment/alignment-figures.js';
import { sectorOf } from '../../layer/kinds.js';

/** One proposal (or later vintage) against one other layer. */
export interface Effect {
  /** Name of the proposal, or id of the later vintage. */
  readonly scenario: string;
  /** The layer that changes, as it was, and the one it is held against. */
  readonly layer: Layer;
  readonly other: Layer;
  /** Which of the two stands first in the alignments: units of the second are shared between units of the first. */
  readonly first: 'layer' | 'other';
  readonly before: AlignmentFigures;
  readonly after: AlignmentFigures;
}

/**
 * Which of two layers the other's units should lie in: the health layer where there is one, else the one with fewer
 * units. So councils are shared between ICBs, whichever of the two changes.
 */
export function firstOf(layer: Layer, other: Layer): Effect['first'] {
  const [mine, theirs] = [layer, other].map((each) => sectorOf(each) === 'health');
  if (mine !== theirs) return mine === true ? 'layer' : 'other';
  return layer.codes.length <= other.codes.length ? 'layer' : 'other';
}

/** Codes of the units that are shared. */
export const sharedCodes = ({ aligned, shared }: AlignmentFigures): Set<string> =>
  new Set(shared.map(({ unit }) => aligned.b.codes[unit]!));

/** How many units are shared before and not after, and the other way round. */
export function standingOf({ before, after }: Pick<Effect, 'before' | 'after'>): {
  gone: number;
  fresh: number;
} {
  const [earlier, later] = [sharedCodes(before), sharedCodes(after)];
  return {
    gone: [...earlier].filter((code) => !later.has(code)).length,
    fresh: [...later].filter((code) => !earlier.has(code)).length,
  };
}

/** Shared units and people outside main, before and after, in one sentence; the proposal in front where there are several. */
export function effectSentence(effect: Effect, proposal: string | null): string {
  const { layer, other, first, before, after } = effect;
  const { gone, fresh } = standingOf(effect);
  const { a, b } = after.aligned;
  const what = capital(spaced(before.quantity));
  const units = first === 'layer' ? unitWord(b, 2) : unitWord(layer, 2);
  const holders = unitWord(first === 'layer' ? layer : other, 2);
  // One that only has a new code counts as gone and as fresh: that is no change of what is shared.
  const isSame =
    gone === fresh &&
    before.outsideMain === after.outsideMain &&
    before.shared.length === after.shared.length;
  const moved = isSame
    ? ' as before'
    : ` → ${wholeText(after.shared.length)}, ${wholeText(gone)} no longer shared, ${wholeText(fresh)} newly`;
  const sentence = `${units} shared between ${holders}: ${wholeText(before.shared.length)}${moved}. ${what} outside the main ${unitWord(a, 1)}: ${wholeText(before.outsideMain)}${isSame ? ' as before' : ` → ${wholeText(after.outsideMain)}`}.`;
  return proposal === null ? capital(sentence) : `${proposal}: ${sentence}`;
}
