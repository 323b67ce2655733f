/**
 * The story of a place: who shares it, in part or whole.
 */
import { hectareFigure } from '../result/hectare-text.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { caveats, countedText } from './counted-text.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { amountText, isAsNow, placeCard } from './place-card.js';
import { layersOfNow, placeFacts, takesInAll, type PlaceFacts, type PlaceLayer } from './place-facts.js';
import { isInside, placeHeadline, placeWords, sharingLayers } from './place-headline.js';
import { liveText, peopleText, peopleWords } from './people-text.js';
import { placeVintages } from './place-vintages.js';
import { plainStory } from './plain-story.js';
import { tellPlaces } from './places.js';
import { shareOf, shareText } from './share-text.js';
import { WITHHELD } from './split-list.js';
import type { Story, StoryCircle, StoryFigure, StoryMap } from './story.js';

/** The story of a `partners` result; the plain one where it does not say which place it is of. */
export function tellPartners(result: Result): Story {
  const [facts, ...others] = placeFacts(result);
  if (facts === undefined) return plainStory(result);
  if (others.length > 0) return tellPlaces([facts, ...others], result);
  const { place, placeLayer, measure, whole } = facts;
  const headline = placeHeadline(facts, result);
  const size =
    whole === null
      ? ''
      : measure === null
        ? `${hectareFigure(whole)}. `
        : `${capital(peopleText(whole, measure))}. `;
  return {
    title: `${place.name} and its partners`,
    headline,
    subtitle:
      `${size}${capital(placeWords(placeLayer, result).one)}. ${countedText(result, [], measure)}`.trim(),
    figures: figuresOf(facts, result),
    bar: null,
    answer: placeCard(facts, result, placeVintages(facts, result)),
    map: placeMap(facts, headline, result),
    footnotes: [
      ...laterText(facts, result),
      ...caveats(result, [placeLayer, ...facts.layers.map(({ layer }) => layer)], measure),
    ],
  };
}

function figuresOf(facts: PlaceFacts, result: Result): StoryFigure[] {
  const [first] = sharingLayers(facts);
  const others = layersOfNow(facts)
    .filter((each) => each !== first && each.partners.length === 1)
    .flatMap(({ partners }) => partners);
  const whole = others.filter(takesInAll).length;
  const rest: StoryFigure = {
    value: wholeText(whole),
    beside: `of ${wholeText(others.length)}`,
    text: `${first === undefined ? '' : 'other '}${others.length === 1 ? 'partner takes' : 'partners take'} in the whole place`,
    tone: first === undefined ? 'headline' : 'plain',
  };
  if (first === undefined) return [rest, peopleFigure(facts), largestFigure(facts)];
  return [
    countFigure(first, facts, result),
    outsideFigure(first, facts, result),
    others.length === 0 ? largestFigure(facts) : rest,
  ];
}

/** `3 ICBs share the place; Humber and North Yorkshire has 91 %`. */
function countFigure(of: PlaceLayer, { place }: PlaceFacts, result: Result): StoryFigure {
  const { many } = placeWords(of.layer, result);
  const [main] = of.partners;
  const has = main!.ofPlace === null ? '' : `; ${main!.unit.name} has ${shareText(main!.ofPlace)}`;
  return {
    value: wholeText(of.partners.length),
    beside: many,
    text: isInside(of) ? `lie whole in ${place.name}` : `share the place${has}`,
    tone: 'headline',
  };
}

/** `56,924 people, 9.2 %, live outside the main ICB`. */
function outsideFigure(of: PlaceLayer, facts: PlaceFacts, result: Result): StoryFigure {
  if (isInside(of)) return peopleFigure(facts);
  const { one } = placeWords(of.layer, result);
  const { measure, whole } = facts;
  const main = of.partners[0]!.amount;
  const isWithheld = of.partners.some(({ amount }) => amount === null);
  const outside = whole === null || main === null || isWithheld ? null : Math.max(0, whole - main);
  const share = shareOf(outside, whole);
  const part = share === null ? '' : `, ${shareText(share)},`;
  if (measure === null)
    return {
      value:
        outside === null
          ? `${wholeText(of.partners.filter(({ role }) => role === 'inside the place').length)}`
          : hectareFigure(outside),
      beside: outside === null ? `of ${wholeText(of.partners.length)}` : '',
      text:
        outside === null
          ? 'of them lie whole in the place'
          : `of the place${part} ${part === '' ? '' : 'lie '}outside the main ${one}`,
      tone: 'plain',
    };
  return {
    value: outside === null ? WITHHELD : wholeText(outside),
    beside: '',
    text: `${peopleWords(measure).many}${part} ${liveText(outside ?? 2, measure)} outside the main ${one}`,
    tone: 'plain',
  };
}

function peopleFigure(facts: PlaceFacts): StoryFigure {
  const { whole, measure, place } = facts;
  return {
    value: amountText(whole, measure),
    beside: '',
    text:
      measure === null
        ? `of land in ${place.name}`
        : `${peopleWords(measure).many} ${liveText(2, measure)} in ${place.name}`,
    tone: 'plain',
  };
}

/** The partner of which the place is the largest part. */
function largestFigure({ layers, place, measure }: PlaceFacts): StoryFigure {
  const [largest] = layers
    .flatMap(({ partners }) => partners)
    .filter(({ role, ofPartner }) => role !== 'same area' && ofPartner !== null)
    .sort((p, q) => q.ofPartner! - p.ofPartner!);
  const same = layers.flatMap(({ partners }) => partners).filter(({ role }) => role === 'same area').length;
  if (largest === undefined)
    return {
      value: wholeText(same),
      beside: '',
      text: `${same === 1 ? 'partner has' : 'partners have'} the same area as ${place.name}`,
      tone: 'plain',
    };
  const what = measure === null ? 'land' : peopleWords(measure).many;
  return {
    value: shareText(largest.ofPartner!),
    beside: '',
    text: `of the ${what} of ${largest.unit.name} ${measure === null ? 'is' : 'are'} in ${place.name}, the largest part of any partner`,
    tone: 'plain',
  };
}

function placeMap(facts: PlaceFacts, headline: string, result: Result): StoryMap {
  const [first] = sharingLayers(facts);
  const what = facts.measure === null ? 'land' : peopleWords(facts.measure).many;
  const cut = first === undefined || isInside(first) ? null : first;
  const circles = (cut?.partners.slice(1) ?? []).flatMap(({ unit, amount }): StoryCircle[] =>
    amount !== null && amount < 0.5
      ? []
      : [
          {
            unit: facts.place,
            partner: unit,
            amount,
            figure: amountText(amount, facts.measure),
            number: null,
          },
        ],
  );
  return {
    title: headline,
    subtitle:
      cut === null
        ? `${facts.place.name} and its partners.`
        : `Circles: ${what} of ${facts.place.name} outside its main ${placeWords(cut.layer, result).one}.`,
    borders: (first ?? facts.layers[0])?.layer.id ?? null,
    subject: facts.placeLayer.id,
    place: facts.place,
    circles,
    counts: capital(cut === null ? what : `${what} outside the main ${placeWords(cut.layer, result).one}`),
  };
}

/** What another vintage of a kind says: `ICBs of 2026: the same three.` */
function laterText(facts: PlaceFacts, result: Result): string[] {
  const now = layersOfNow(facts);
  return facts.layers
    .filter((each) => !now.includes(each))
    .map((each) => {
      const { layer, partners } = each;
      const words = placeWords(layer, result);
      const when = layer.vintage === null ? '' : `, ${layer.vintage}`;
      const heading = capital(`${words.many}${when}`);
      if (partners.length === 0) return `${heading}: none.`;
      if (isAsNow(each, now))
        return `${heading}: ${partners.length === 1 ? 'the same one' : `the same ${numberText(partners.length)}`}, with the same ${facts.measure === null ? 'land' : peopleWords(facts.measure).many}.`;
      return `${heading}: ${countedUnits(partners.length, words)}, ${partners
        .map(({ unit }) => unit.name)
        .slice(0, 6)
        .join('; ')}.`;
    });
}
