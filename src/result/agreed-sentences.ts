/**
 * Sentences as they may be printed under a disclosure rule, from those that several runs say.
 *
 *     0 people (0 %) are in none          fewer than 8 people (0 to 4.1 %) are in none
 *     7 people (4.1 %) are in none
 *
 * Sentences that differ in numbers alone say between which they lie. One that differs in its words, or that some run
 * does not say, hangs on withheld counts and is not said.
 */
import type { Disclosure } from '../layer/disclosure.js';

/** Said where the headline, or another sentence, had to be left out. */
const NO_HEADLINE = 'The headline hangs on counts that the disclosure rule keeps back.';
const LEFT_OUT = 'What else hangs on counts that the disclosure rule keeps back is not said.';

/** The sentences of a summary, headline first, that all runs bear out; it says where others were left out. */
export function agreedSummary(
  lists: readonly (readonly string[])[],
  rule: Disclosure,
  isHeadlineToCome = false,
): string[] {
  const first = isHeadlineToCome ? 0 : 1;
  const headline = agreedSentences(
    lists.map((list) => list.slice(0, first)),
    rule,
  );
  const others = lists.map((list) => list.slice(first));
  const further = agreedSentences(others, rule);
  const isLess = further.length < Math.max(...others.map((list) => list.length));
  const none = isHeadlineToCome || lists[0]!.length === 0 ? [] : [NO_HEADLINE];
  return [...(headline.length === 0 ? none : headline), ...further, ...(isLess ? [LEFT_OUT] : [])];
}

/** The sentences of the first run that all others bear out. */
export function agreedSentences(lists: readonly (readonly string[])[], rule: Disclosure): string[] {
  const [first, ...others] = lists as [readonly string[], ...(readonly string[])[]];
  const left = others.map((list) => listed(list));
  return first.flatMap((sentence) => {
    const same = left.map((byWords) => byWords.get(wordsOf(sentence))?.shift());
    if (same.some((other) => other === undefined)) return [];
    return [joined([sentence, ...same.map((other) => other!)], rule)];
  });
}

function listed(sentences: readonly string[]): Map<string, string[]> {
  const byWords = new Map<string, string[]>();
  for (const each of sentences) byWords.set(wordsOf(each), [...(byWords.get(wordsOf(each)) ?? []), each]);
  return byWords;
}

/** A number that stands by itself, with the signs around it; parts of a code are none. */
const FIGURE = /^([^\p{L}\d]*?)([+\-−]?\d[\d,]*(?:\.\d+)?)([^\p{L}\d]*)$/u;

/** A sentence without its numbers. */
const wordsOf = (sentence: string): string =>
  sentence
    .split(' ')
    .map((word) => word.replace(FIGURE, '$1#$3'))
    .join(' ');

/** Sentences of the same words as one. */
function joined(sentences: readonly string[], rule: Disclosure): string {
  const split = sentences.map((sentence) => sentence.split(' '));
  return split[0]!
    .map((word, at) => {
      const words = split.map((each) => each[at]!);
      return words.every((other) => other === word) ? word : between(words, at === 0, rule);
    })
    .join(' ');
}

function between(words: readonly string[], isFirst: boolean, { under }: Disclosure): string {
  const figures = words.map((word) => FIGURE.exec(word)!).sort((p, q) => numberOf(p[2]!) - numberOf(q[2]!));
  const [least, most] = [figures[0]!, figures.at(-1)!];
  const [, before, , after] = least as unknown as [string, string, string, string];
  const isSmall = numberOf(least[2]!) === 0 && numberOf(most[2]!) === under - 1 && !most[2]!.includes('.');
  return isSmall
    ? `${before}${isFirst ? 'Fewer' : 'fewer'} than ${under}${after}`
    : `${before}${least[2]!} to ${most[2]!}${after}`;
}

const numberOf = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));
