/**
 * What a suggestion comes to, in sentences.
 */
import { hectareText } from '../../result/hectare-text.js';
import type { Alignment } from '../alignment/alignment.js';
import { unitWord } from '../../layer/unit-words.js';
import { countedPeople, spaced, wholeText } from '../../trouble/count-text.js';
import type { Choice, Fix } from './cheapest-fix.js';
import type { SuggestWishes } from './suggest-wishes.js';

/** Headline first: what the cheapest set moves, whether it is exact, what it leaves. */
export function suggestSummary(
  { a, b, measures }: Alignment,
  { test, leastSize, mostChanged }: Pick<SuggestWishes, 'test' | 'leastSize' | 'mostChanged'>,
  choices: readonly Choice[],
  fix: Fix,
  outsideMain: number,
): string[] {
  const measure = measures[0]?.name;
  const what = spaced(measure ?? 'hectares');
  const amount = (count: number): string =>
    measure === undefined ? hectareText(count) : countedPeople(count, measure);
  const [one, many, holders] = [unitWord(b, 1), unitWord(b, 2), unitWord(a, 2)];
  const aim =
    test === 'P1'
      ? `each ${one} lies in one ${unitWord(a, 1)}`
      : `no ${unitWord(a, 1)} cuts across the edge of a ${one}: it holds whole ones or lies inside one`;
  if (choices.length === 0) return [`${test} holds already: ${aim}.`, ARITHMETIC];
  const settled = choices.length - fix.left;
  const sentences = [
    `The cheapest set of moves that makes ${test} hold (${aim}) settles ${wholeText(settled)} of ${wholeText(choices.length)} ${choices.length === 1 ? one : many} and moves ${amount(fix.cost)}.`,
    `Today ${amount(outsideMain)} of shared ${many} ${measure !== undefined && Math.round(outsideMain) === 1 ? 'is' : 'are'} outside the main ${unitWord(a, 1)}.`,
  ];
  if (fix.left > 0) {
    const left = choices.filter((_, c) => fix.chosen[c]!.leaves).map(({ b: unit }) => b.names[unit]!);
    sentences.push(
      `Left as ${left.length === 1 ? 'it is' : 'they are'}, for no move is allowed that keeps the conditions: ${left.join('; ')}.`,
    );
  }
  const tied = leastSize !== null || mostChanged !== null;
  sentences.push(
    fix.exact
      ? `This is exact: no other set that settles as many moves fewer${tied ? ' under these conditions' : ''}.`
      : `The search was cut short: no set can move fewer than ${wholeText(fix.bound)}, so this one is at most ${wholeText(fix.cost - fix.bound)} above the cheapest.`,
  );
  if (leastSize !== null)
    sentences.push(`No ${unitWord(a, 1)} is left with fewer than ${wholeText(leastSize)} ${what} by a loss.`);
  if (mostChanged !== null) sentences.push(`At most ${mostChanged} ${holders} change.`);
  return [...sentences, ARITHMETIC];
}

const ARITHMETIC = 'This is arithmetic, not a recommendation: it knows nothing of how bodies work.';
