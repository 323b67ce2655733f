/**
 * The story of an overlap: how many units lie in more than one of the other layer, on both sides, and which pairs
 * share only a part.
 */
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { subjectText, leftOutText, titleOf, worstFirst } from './align.js';
import { pairsOfCombinations } from './combinations.js';
import { caveats, countedText } from './counted-text.js';
import { numberText } from './number-text.js';
import { overlapList } from './overlap-list.js';
import { factsOfPairs, type PairFacts } from './pair-facts.js';
import { plainStory } from './plain-story.js';
import { outsideFigure, splitFigure } from './split-figures.js';
import { overlapHeadline, pairWords, toldPeople } from './split-headline.js';
import { splitMap } from './split-map.js';
import { columnsOf, pairLists, type PairList } from './splits.js';
import type { Story, StoryFigure } from './story.js';
import { withArticle } from '../trouble/count-text.js';

/** The story of an `overlap` result; the plain one where its tables are not there. */
export function tellOverlap(result: Result): Story {
  const combined = result.tables.find((table) => table.name === 'overlap');
  const several = result.layers.length > 2 && combined !== undefined;
  const lists = several ? pairsOfCombinations(result, combined) : pairLists(result).slice(0, 1);
  const pairs = worstFirst(lists.map((list) => factsOfPairs(result, list)));
  const [worst, ...others] = pairs;
  if (worst === undefined) return plainStory(result);
  const list = lists.find(
    ({ a, b }) => [a.id, b.id].includes(worst.a.id) && [a.id, b.id].includes(worst.b.id),
  )!;
  const headline = sameAreas(worst, list, result) ?? overlapHeadline(worst, result);
  // A table alone opens with the headline: what the first screen says below it is made when it is asked for.
  const figures = once(() =>
    several
      ? [splitFigure(worst, result), otherSide(worst, list, result), outsideFigure(worst, result)]
      : [pairsFigure(worst, list, result), splitFigure(worst, result), otherSide(worst, list, result)],
  );
  const answer = once(() => overlapList(worst, list, result));
  const map = once(() => splitMap(worst, result, headline));
  return {
    title: titleOf(result, pairs),
    headline,
    subtitle: [subjectText(worst, result), countedText(result, [worst.a, worst.b], worst.measure)]
      .filter((sentence) => sentence !== '')
      .join(' '),
    get figures() {
      return figures();
    },
    bar: null,
    get answer() {
      return answer();
    },
    get map() {
      return map();
    },
    footnotes: [
      ...others.map((facts) => `${overlapHeadline(facts, result)}.`),
      ...pairs.flatMap((facts) => leftOutText(facts, result)),
      ...caveats(result, result.layers, worst.measure),
    ],
    concerned: toldPeople(worst),
  };
}

/** What `make` makes, made when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** Layers that draw the very same areas; null where they do not. */
function sameAreas(facts: PairFacts, list: PairList, result: Result): string | null {
  const { a, b } = list;
  const { relation } = columnsOf(list);
  const same = relation.every((each) => each === 'coterminous') ? relation.length : 0;
  if (same === 0 || facts.b.units !== same || facts.a.units !== same) return null;
  const { unit, partner } = pairWords(facts, result);
  const order = a.id === facts.a.id ? [partner, unit] : [unit, partner];
  if (same === 1) return `The ${order[0]!.one} and the ${order[1]!.one} are the same area`;
  return a.kind !== null && a.kind === b.kind
    ? `All ${wholeText(same)} areas are the same in both layers`
    : `Every ${order[0]!.one} is the same area as ${withArticle(order[1]!.one)}`;
}

/** `309 pairs of an ICB and a council overlap, 25 of them in part`. */
function pairsFigure(facts: PairFacts, { rows }: PairList, result: Result): StoryFigure {
  const { unit, partner } = pairWords(facts, result);
  const part = rows.filter(({ relation }) => relation === 'partial').length;
  return {
    value: wholeText(rows.length),
    beside: rows.length === 1 ? 'pair' : 'pairs',
    text: `of ${withArticle(unit.one)} and ${withArticle(partner.one)} ${rows.length === 1 ? 'overlaps' : 'overlap'}; ${part === 0 ? 'in each one lies whole in the other' : `in ${numberText(part)} neither lies whole in the other`}`,
    tone: 'plain',
  };
}

/** The same as of the split units, the other way round: `41 of 42 ICBs hold more than one council; 1 holds one`. */
function otherSide(facts: PairFacts, list: PairList, result: Result): StoryFigure {
  const { unit, partner } = pairWords(facts, result);
  const turned = facts.a.id === list.b.id;
  const counts = new Map<string, number>();
  for (const row of list.rows) {
    const code = turned ? row.b : row.a;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const several = [...counts.values()].filter((count) => count > 1).length;
  const rest = counts.size - several;
  return {
    value: wholeText(several),
    beside: `of ${wholeText(counts.size)}`,
    text: `${partner.many} overlap more than one ${unit.one}${rest === 0 ? '' : `; ${numberText(rest)} ${rest === 1 ? 'overlaps' : 'overlap'} only one`}`,
    tone: 'plain',
  };
}
