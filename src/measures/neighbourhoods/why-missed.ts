/**
 * Why neighbourhoods of a parent are outside the size band, in one sentence.
 */
import { wholeText } from '../../trouble/count-text.js';
import type { Built, BuiltParent } from './built.js';

/** The sentence without a full stop; null where all are inside. */
export function whyMissed(
  { wishes, people }: Pick<Built, 'wishes' | 'people'>,
  parent: BuiltParent,
): string | null {
  const { solution, blocks } = parent;
  const { low, high, within } = wishes;
  const name = within.names[parent.unit]!;
  const all = wholeText(blocks.reduce((sum, block) => sum + people[block]!, 0));
  const band = `${wholeText(low)} to ${wholeText(high)}`;
  const { least, most } = solution;
  switch (solution.miss) {
    case null:
      return null;
    case 'too few people':
      return `${name} has ${all} people, fewer than one neighbourhood should have`;
    case 'no number fits':
      return `the ${all} people of ${name} make no whole number of neighbourhoods of ${band}: at least ${wholeText(least)} of the largest, at most ${wholeText(most)} of the smallest`;
    case 'number does not fit':
      return `the ${all} people of ${name} make ${wholeText(least)} to ${wholeText(most)} neighbourhoods of ${band}, not ${wholeText(wishes.number!)}`;
    case 'block too large':
      return `a block of ${name} has more than ${wholeText(high)} people by itself`;
    case 'none found':
      return `no plan of ${name} inside the band was found in ${wholeText(solution.steps)} steps`;
    case 'none exists':
      return `${name} has no plan inside the band: every contiguous plan was looked at`;
  }
}
