/**
 * The map of two layers: circles of those who are outside the main partner of their unit.
 */
import type { Result } from '../result/result.js';
import { capital, numberText } from './number-text.js';
import type { PairFacts } from './pair-facts.js';
import { peopleText, peopleWords } from './people-text.js';
import { pairWords, toldPeople } from './split-headline.js';
import { outsideWords, splitCircles } from './split-list.js';
import type { StoryMap } from './story.js';

/** The map; `headline` is its title where there is no sum to state. */
export function splitMap(facts: PairFacts, result: Result, headline: string): StoryMap {
  const { partner } = pairWords(facts, result);
  const people = toldPeople(facts);
  const { measure } = facts;
  return {
    title:
      people === null || measure === null || Math.round(people) === 0
        ? headline
        : `${capital(peopleText(people, measure))} outside the main ${partner.one}`,
    subtitle: `Circles: ${partsText(facts, result)}`,
    borders: facts.a.id,
    subject: facts.b.id,
    place: null,
    circles: splitCircles(facts),
    counts: capital(outsideWords(facts, result)),
  };
}

/** `residents of the parts of 12 split councils that lie in another ICB than most of the council’s residents`. */
export function partsText(facts: PairFacts, result: Result): string {
  const { unit, partner } = pairWords(facts, result);
  const { measure, units } = facts;
  const what = measure === null ? 'land' : peopleWords(measure).many;
  const split =
    units.length === 1 ? `the one split ${unit.one}` : `${numberText(units.length)} split ${unit.many}`;
  return `${what} of the parts of ${split} that ${measure === null ? 'lies' : 'lie'} in another ${partner.one} than most of the ${unit.one}’s ${what}`;
}
