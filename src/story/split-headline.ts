/**
 * The finding on two layers whose units should nest, in one sentence.
 */
import type { Result } from '../result/result.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { concernedOf, outsideOf, type PairFacts } from './pair-facts.js';
import { liveText, peopleFirst, peopleText, peopleWords } from './people-text.js';
import { unitName } from './unit-name.js';
import { unitWords, type UnitWords } from '../result/layer-words.js';

/** What units of two layers are called. */
export interface PairWords {
  readonly unit: UnitWords;
  readonly partner: UnitWords;
}

/** The words for the layer that is told of, and for its partners. */
export const pairWords = ({ a, b }: PairFacts, result: Result): PairWords => ({
  unit: unitWords(b, result),
  partner: unitWords(a, result),
});

/** People outside the main partner of split units; null where they may not be added up or are not known. */
export const toldPeople = (facts: PairFacts): number | null =>
  facts.measure === null || facts.overlapping ? null : outsideOf(facts);

/** `387,102 people in 12 councils live outside their council’s main ICB`. */
export function alignHeadline(facts: PairFacts, result: Result): string {
  const { unit, partner } = pairWords(facts, result);
  const { units, measure } = facts;
  if (units.length === 0) return noneSplit(facts, result);
  const people = toldPeople(facts);
  if (people === null || measure === null) return splitCount(facts, result);
  const concerned = concernedOf(facts);
  const [first] = concerned;
  if (first === undefined || Math.round(people) === 0) {
    const who = units.length === 1 ? unitName(units[0]!.name) : countedUnits(units.length, unit);
    const parts =
      units.every(({ partners }) => partners.length === 2) && units.length === 1 ? 'part' : 'parts';
    const verb = peopleWords(measure).live ? 'nobody lives' : `no ${peopleWords(measure).many} are`;
    return `${capital(who)} ${units.length === 1 ? 'is' : 'are'} split between ${partner.many}, but ${verb} in the smaller ${parts}`;
  }
  const who = `${peopleFirst(people, measure)} in ${concerned.length === 1 ? unitName(first.name) : countedUnits(concerned.length, unit)}`;
  const whose = concerned.length === 1 ? 'the' : 'their';
  return `${who} ${liveText(people, measure)} outside ${whose} ${unit.one}’s main ${partner.one}`;
}

/** `12 of 296 councils lie in more than one ICB: 387,102 people are outside the main one`. */
export function overlapHeadline(facts: PairFacts, result: Result): string {
  const { units, measure } = facts;
  if (units.length === 0) return noneSplit(facts, result);
  const people = toldPeople(facts);
  const count = splitCount(facts, result);
  if (people === null || measure === null) return count;
  if (Math.round(people) === 0) return `${count}, but nobody is outside the main one`;
  return `${count}: ${peopleText(people, measure)} ${Math.round(people) === 1 ? 'is' : 'are'} outside the main one`;
}

/** `12 of 296 councils lie in more than one ICB`. */
function splitCount(facts: PairFacts, result: Result): string {
  const { unit, partner } = pairWords(facts, result);
  const { units, asked } = facts;
  if (units.length === 1) return `${unitName(units[0]!.name)} lies in more than one ${partner.one}`;
  if (units.length === asked)
    return `${asked === 2 ? 'Both' : `All ${numberText(asked)}`} ${unit.many} lie in more than one ${partner.one}`;
  return `${capital(numberText(units.length))} of ${numberText(asked)} ${unit.many} lie in more than one ${partner.one}`;
}

/** Nothing is split: all whole in one, or the same areas, or partly in none, or apart altogether. */
function noneSplit(facts: PairFacts, result: Result): string {
  const { unit, partner } = pairWords(facts, result);
  const { asked, whole } = facts;
  if (asked === 0) return `No ${unit.one} lies in any ${partner.one}`;
  if (whole === null) return `No ${unit.one} lies in more than one ${partner.one}`;
  const partly = asked - whole;
  if (partly > 0)
    return `No ${unit.one} is split between ${partner.many}, but ${numberText(partly)} of ${numberText(asked)} ${partly === 1 ? 'lies' : 'lie'} partly in none`;
  if (asked === 1) return `The one ${unit.one} lies whole in one ${partner.one}`;
  const all = asked === 2 ? `Both ${unit.many}` : `All ${numberText(asked)} ${unit.many}`;
  return `${all} lie whole in one ${partner.one}`;
}
