/**
 * The three figures under a headline on two layers.
 */
import { hectareFigure } from '../result/hectare-text.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { numberText } from './number-text.js';
import { outsideOf, type PairFacts } from './pair-facts.js';
import { liveText, peopleWords } from './people-text.js';
import { shareOf, shareText } from './share-text.js';
import { pairWords, toldPeople } from './split-headline.js';
import type { StoryFigure } from './story.js';
import { unitName } from './unit-name.js';
import { withArticle } from '../trouble/count-text.js';

/** What is outside the main partner, as a share of all where all are known. */
export function outsideFigure(facts: PairFacts, result: Result): StoryFigure {
  const { unit, partner } = pairWords(facts, result);
  const { measure, everyone, units, overlapping } = facts;
  const where = `outside their ${unit.one}’s main ${partner.one}`;
  const figure = (value: string, beside: string, text: string): StoryFigure => ({
    value,
    beside,
    text,
    tone: 'headline',
  });
  if (measure !== null && !overlapping) {
    const { many } = peopleWords(measure);
    const people = toldPeople(facts);
    const text = `${liveText(2, measure)} ${where}`;
    if (people === null) return figure('withheld', '', `how many ${many} ${text}, because small counts are`);
    const share = shareOf(people, everyone);
    return share === null
      ? figure(wholeText(people), '', `${many} ${text}`)
      : figure(shareText(share), '', `of ${wholeText(everyone!)} ${many} ${text}`);
  }
  const land = overlapping || units.length === 0 ? null : outsideOf(facts);
  if (land !== null)
    return figure(hectareFigure(land), '', `lie outside the main ${partner.one} of their ${unit.one}`);
  const most = [...units].sort((p, q) => q.partners.length - p.partners.length)[0];
  return most === undefined
    ? figure('0', ofText(facts.asked), `${unit.many} lie in more than one ${partner.one}`)
    : figure(
        wholeText(most.partners.length),
        partner.many,
        `share ${unitName(most.name)}, the most of any ${unit.one}`,
      );
}

/** `12 of 296 councils are split between ICBs; 284 lie whole in one`. */
export function splitFigure(facts: PairFacts, result: Result): StoryFigure {
  const { unit, partner } = pairWords(facts, result);
  const { units, asked, whole } = facts;
  const partly = whole === null ? 0 : asked - units.length - whole;
  const rest = [
    ...(whole === null || whole === 0
      ? []
      : [`${numberText(whole)} ${whole === 1 ? 'lies' : 'lie'} whole in one`]),
    ...(partly <= 0 ? [] : [`${numberText(partly)} ${partly === 1 ? 'lies' : 'lie'} partly in none`]),
  ];
  const verb = units.length === 1 ? 'is' : 'are';
  return {
    value: wholeText(units.length),
    beside: ofText(asked),
    text: [`${unit.many} ${verb} split between ${partner.many}`, ...rest].join('; '),
    tone: 'plain',
  };
}

/** `14 of 42 ICBs share a council; 28 share none`. */
export function sharingFigure(facts: PairFacts, result: Result): StoryFigure {
  const { unit, partner } = pairWords(facts, result);
  const { partners, sharing } = facts;
  const none = partners - sharing;
  const rest = none <= 0 ? '' : `; ${numberText(none)} ${none === 1 ? 'shares' : 'share'} none`;
  return {
    value: wholeText(sharing),
    beside: ofText(partners),
    text: `${partner.many} ${sharing === 1 ? 'shares' : 'share'} ${withArticle(unit.one)}${rest}`,
    tone: 'plain',
  };
}

const ofText = (whole: number): string => `of ${wholeText(whole)}`;
