/**
 * The story of an alignment: who lives outside the main partner of a split unit, and which partner they look to.
 *
 * Of two layers the one with more units is split between the other. Of three and more the pair with most people outside
 * opens; the others stand in the list and at the foot.
 */
import type { Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import { caveats, countedText } from './counted-text.js';
import { capital, numberText } from './number-text.js';
import { factsOfAlignment, outsideOf, type PairFacts } from './pair-facts.js';
import { plainStory } from './plain-story.js';
import { alignHeadline, pairWords, toldPeople } from './split-headline.js';
import { outsideFigure, sharingFigure, splitFigure } from './split-figures.js';
import { splitList } from './split-list.js';
import { partsText, splitMap } from './split-map.js';
import { isTurned } from './splits.js';
import type { Story } from './story.js';
import { unitWords } from '../result/layer-words.js';

/** The story of an `align` result; the plain one where its tables are not there. */
export function tellAlign(result: Result): Story {
  const known = factsOfAlignment(result);
  const pairs = worstFirst(known.filter((facts) => !known.some((other) => isTurned(facts, other))));
  const [worst, ...others] = pairs;
  if (worst === undefined) return plainStory(result);
  const headline = alignHeadline(worst, result);
  return {
    title: titleOf(result, pairs),
    headline,
    subtitle: [subjectText(worst, result), countedText(result, [worst.a, worst.b], worst.measure)]
      .filter((sentence) => sentence !== '')
      .join(' '),
    figures: [outsideFigure(worst, result), splitFigure(worst, result), sharingFigure(worst, result)],
    bar: null,
    answer: splitList(pairs, result),
    map: splitMap(worst, result, headline),
    footnotes: [
      ...[...others, ...otherWay(known, pairs)].map((facts) => `${alignHeadline(facts, result)}.`),
      ...pairs.flatMap((facts) => leftOutText(facts, result)),
      ...caveats(result, result.layers, worst.measure),
    ],
    concerned: toldPeople(worst),
  };
}

/** A layer has many more units than another from so many times as many on: then it is plain which of them should nest. */
const MANY_MORE = 3;

/** Units of the layer with fewer, where it has not many fewer and some of them are split as well. */
const otherWay = (known: readonly PairFacts[], told: readonly PairFacts[]): PairFacts[] =>
  known.filter(
    (facts) => !told.includes(facts) && facts.units.length > 0 && facts.a.units < MANY_MORE * facts.b.units,
  );

/** Most people outside first, then most land, then most units; of equals in the order of the tables. */
export function worstFirst(pairs: readonly PairFacts[]): PairFacts[] {
  const amount = (facts: PairFacts): number => (facts.overlapping ? 0 : (outsideOf(facts) ?? 0));
  return [...pairs].sort((p, q) => amount(q) - amount(p) || q.units.length - p.units.length);
}

/** `ICBs and councils`: partners first where there are two, else as the layers stand. */
export function titleOf(result: Result, pairs: readonly PairFacts[]): string {
  const [only] = pairs;
  const layers = pairs.length === 1 ? [only!.a, only!.b] : result.layers;
  return capital(listText(layers.map((layer) => unitWords(layer, result).many)));
}

/** What is counted, one sentence. */
export function subjectText(facts: PairFacts, result: Result): string {
  const { unit, partner } = pairWords(facts, result);
  if (facts.units.length > 0 && (facts.measure === null || !facts.overlapping))
    return `${capital(partsText(facts, result))}.`;
  return `${capital(unit.many)} by the ${partner.many} that they lie in.`;
}

/** Units of the file that no partner reaches, and units that overlap one another. */
export function leftOutText(facts: PairFacts, result: Result): string[] {
  const { unit, partner } = pairWords(facts, result);
  const left = facts.b.units - facts.asked;
  return [
    ...(left > 0 && facts.asked > 0
      ? [
          `${capital(numberText(left))} further ${left === 1 ? `${unit.one} lies` : `${unit.many} lie`} outside all ${partner.many}.`,
        ]
      : []),
    ...(facts.overlapping
      ? [`${capital(unit.many)} overlap one another, so their people are not added up.`]
      : []),
  ];
}
