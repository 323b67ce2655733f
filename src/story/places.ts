/**
 * The story of several places, or of all units of a layer: how many of them deal with more than one of a kind.
 */
import { unitNouns } from '../result/layer-words.js';
import type { LayerRecord, Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { sumOrNull } from './cells.js';
import { caveats, countedText } from './counted-text.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { liveText, peopleText, peopleWords } from './people-text.js';
import { amountText } from './place-card.js';
import { layersOfNow, type PlaceFacts, type PlaceLayer } from './place-facts.js';
import { isInside, placeHeadline, placeWords } from './place-headline.js';
import { roundTotal } from './round-total.js';
import { shareOf, shareText } from './share-text.js';
import { WITHHELD } from './split-list.js';
import type { Answer, RankedRow, Story, StoryFigure } from './story.js';
import { nameList } from './unit-name.js';

type Places = readonly [PlaceFacts, ...PlaceFacts[]];

/** Places that are told one by one; of more those that are shared are ranked. */
const EACH = 12;

/** The story. */
export function tellPlaces(places: Places, result: Result): Story {
  const layer = layerOf(places);
  const { measure } = places[0];
  const { many } = wordsOf(places);
  const sharing = sharingIn(places, layer);
  return {
    title: capital(
      places.length > EACH
        ? `${many} and their partners`
        : `${nameList(places.slice(0, 4).map(({ place }) => place.name))}${places.length > 4 ? ' and others' : ''}: their partners`,
    ),
    headline: headlineOf(places, layer, sharing, result),
    subtitle: countedText(result, [], measure),
    figures: [
      sharingFigure(places, layer, sharing, result),
      outsideFigure(places, layer, sharing, result),
      thirdFigure(places, layer),
    ],
    bar: null,
    answer: places.length > EACH ? rankedOf(places, layer, sharing, result) : eachOf(places, result),
    map: null,
    footnotes: caveats(result, [places[0].placeLayer, layer], measure),
  };
}

/** What the places are called: by their layer where all are of one. */
function wordsOf(places: Places): { one: string; many: string } {
  const [{ placeLayer }] = places;
  return places.every((place) => place.placeLayer === placeLayer)
    ? unitNouns(placeLayer)
    : { one: 'place', many: 'places' };
}

interface Sharing {
  readonly facts: PlaceFacts;
  readonly of: PlaceLayer;
  /** People outside the main partner, else hectares; null where withheld or not known. */
  readonly outside: number | null;
}

/** The places that have several partners in a layer, not all of them whole inside, most outside the main one first. */
function sharingIn(places: readonly PlaceFacts[], layer: LayerRecord): Sharing[] {
  return places
    .flatMap((facts): Sharing[] => {
      const of = facts.layers.find((each) => each.layer === layer);
      if (of === undefined || of.partners.length < 2 || isInside(of)) return [];
      return [{ facts, of, outside: sumOrNull(of.partners.slice(1).map(({ amount }) => amount)) }];
    })
    .sort((p, q) => (q.outside ?? 0) - (p.outside ?? 0));
}

/** The layer that most places have several partners in; the first of those that speak of now where none has. */
function layerOf(places: Places): LayerRecord {
  const layers = [...new Set(places.flatMap((facts) => layersOfNow(facts).map(({ layer }) => layer)))];
  return layers.reduce(
    (most, layer) => (sharingIn(places, layer).length > sharingIn(places, most).length ? layer : most),
    layers[0]!,
  );
}

/** `12 of 296 councils deal with more than one ICB, with 386,898 people outside the main one`. */
function headlineOf(places: Places, layer: LayerRecord, sharing: readonly Sharing[], result: Result): string {
  const { many } = wordsOf(places);
  const { one } = placeWords(layer, result);
  const { measure } = places[0];
  if (sharing.length === 0)
    return capital(
      `${places.length > EACH ? `none of ${wholeText(places.length)} ${many} has` : `none of ${nameList(places.map(({ place }) => place.name))} has`} more than one of any partner`,
    );
  const outside = sumOrNull(sharing.map((each) => each.outside));
  const how =
    outside === null || measure === null
      ? ''
      : `: ${peopleText(outside, measure)} ${liveText(outside, measure)} outside the main one`;
  return capital(
    `${numberText(sharing.length)} of ${numberText(places.length)} ${many} ${sharing.length === 1 ? 'deals' : 'deal'} with more than one ${one}${how}`,
  );
}

function sharingFigure(
  places: Places,
  layer: LayerRecord,
  sharing: readonly Sharing[],
  result: Result,
): StoryFigure {
  const { many } = wordsOf(places);
  return {
    value: wholeText(sharing.length),
    beside: `of ${wholeText(places.length)}`,
    text: `${many} ${sharing.length === 1 ? 'deals' : 'deal'} with more than one ${placeWords(layer, result).one}${vintageText(layer)}`,
    tone: 'headline',
  };
}

const vintageText = ({ vintage }: LayerRecord): string => (vintage === null ? '' : ` of ${vintage}`);

function outsideFigure(
  places: Places,
  layer: LayerRecord,
  sharing: readonly Sharing[],
  result: Result,
): StoryFigure {
  const { measure } = places[0];
  const outside = sumOrNull(sharing.map((each) => each.outside));
  return {
    value:
      outside === null
        ? measure === null
          ? '–'
          : WITHHELD
        : measure === null
          ? amountText(outside, measure)
          : wholeText(outside),
    beside: '',
    text: `${measure === null ? 'of land' : peopleWords(measure).many} outside the main ${placeWords(layer, result).one}`,
    tone: 'plain',
  };
}

/** The same at another vintage, else how much the places hold. */
function thirdFigure(places: Places, layer: LayerRecord): StoryFigure {
  const other = places[0].layers
    .map((each) => each.layer)
    .find((each) => each !== layer && each.kind === layer.kind && each.kind !== null);
  if (other !== undefined) {
    const then = sharingIn(places, other);
    return {
      value: wholeText(then.length),
      beside: `of ${wholeText(places.length)}`,
      text: `with those${vintageText(other)}`,
      tone: 'plain',
    };
  }
  const { measure } = places[0];
  const whole = sumOrNull(places.map((facts) => facts.whole));
  return {
    value:
      whole === null
        ? wholeText(places.length)
        : measure === null
          ? amountText(whole, measure)
          : roundTotal(whole),
    beside: '',
    text:
      whole === null
        ? wordsOf(places).many
        : measure === null
          ? 'of land in all'
          : `${peopleWords(measure).many} in all of them`,
    tone: 'plain',
  };
}

function rankedOf(places: Places, layer: LayerRecord, sharing: readonly Sharing[], result: Result): Answer {
  const { measure } = places[0];
  const { one, many } = placeWords(layer, result);
  const what = measure === null ? 'land' : peopleWords(measure).many;
  return {
    kind: 'list',
    heading: capital(`${what} outside the main ${one}`),
    aside: `share of the ${wordsOf(places).one}’s ${what}`,
    groups: sharing.length === 0 ? [] : [{ heading: null, rows: sharing.map((each) => rowOf(each, many)) }],
    // The rows of the table are partners, not places.
    table: null,
    empty: sharing.length === 0 ? `No ${wordsOf(places).one} has more than one of any partner` : '',
  };
}

function rowOf({ facts, of, outside }: Sharing, many: string): RankedRow {
  const share = shareOf(outside, facts.whole);
  return {
    unit: facts.place,
    amount: outside,
    figure: amountText(outside, facts.measure),
    share,
    detail: `${share === null ? '' : `${shareText(share)} of it; `}${countedUnits(of.partners.length, { one: many, many })}: ${nameList(of.partners.map(({ unit }) => unit.name))}`,
    partners: of.partners.map(({ unit }) => unit),
  };
}

/** Each place in a sentence of its own. */
const eachOf = (places: Places, result: Result): Answer => ({
  kind: 'reports',
  heading: 'Each place',
  rows: places.map((facts) => ({
    title: facts.place.name,
    headline: placeHeadline(facts, result),
    detail: [
      capital(unitNouns(facts.placeLayer).one),
      ...(facts.whole === null || facts.measure === null ? [] : [peopleText(facts.whole, facts.measure)]),
    ].join(', '),
    table: 'partners',
  })),
});
