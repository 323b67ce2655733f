/**
 * Who shares a place: partners that have part of it first, those inside it next, then those that take in all of it.
 */
import { hectareFigure } from '../result/hectare-text.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { capital } from './number-text.js';
import { layerWords } from '../result/layer-words.js';
import type { PlaceFacts, PlaceLayer, PlacePartner } from './place-facts.js';
import { layersOfNow, takesInAll } from './place-facts.js';
import { shareText } from './share-text.js';
import { WITHHELD } from './split-list.js';
import type { PlaceCard } from './story.js';
import { placeWords } from './place-headline.js';

type Row = PlaceCard['groups'][number]['rows'][number];

/** The card. */
export function placeCard(facts: PlaceFacts, result: Result, vintages: PlaceCard['vintages']): PlaceCard {
  const now = layersOfNow(facts);
  const shown = facts.layers.filter((each) => now.includes(each) || !isAsNow(each, now));
  const parts = shown.filter(({ partners }) => partners.some((partner) => !takesInAll(partner)));
  const groups = [
    ...parts.map((each) => ({
      heading: headingOf(each, result),
      rows: each.partners.map((partner) => rowOf(partner, each, facts, result)),
    })),
    {
      heading: 'Partners for the whole place',
      rows: shown
        .filter((each) => !parts.includes(each))
        .flatMap((each) => each.partners.map((partner) => rowOf(partner, each, facts, result))),
    },
  ];
  return {
    kind: 'place',
    place: facts.place,
    groups: groups.filter(({ rows }) => rows.length > 0),
    vintages,
  };
}

/** Whether another vintage of a kind has the same partners with the same people as the one that speaks of now. */
export function isAsNow({ layer, partners }: PlaceLayer, now: readonly PlaceLayer[]): boolean {
  const before = now.find((each) => each.layer.kind === layer.kind)?.partners;
  return (
    before?.length === partners.length &&
    partners.every(
      ({ unit, amount }, i) => unit.name === before[i]!.unit.name && amount === before[i]!.amount,
    )
  );
}

/** `ICBs, 2024`, `Councils inside it`. */
function headingOf({ layer, partners }: PlaceLayer, result: Result): string {
  const { many } = placeWords(layer, result);
  const when = layer.vintage === null ? '' : `, ${layer.vintage}`;
  const inside = partners.every(({ role }) => role === 'inside the place') ? ' inside it' : '';
  return capital(`${many}${inside}${when}`);
}

function rowOf(partner: PlacePartner, { layer }: PlaceLayer, facts: PlaceFacts, result: Result): Row {
  const { place, measure } = facts;
  const { unit, role, ofPlace, ofPartner, amount } = partner;
  const isWhole = takesInAll(partner);
  const isOfNow = layersOfNow(facts).some((each) => each.layer === layer);
  const { one } = isOfNow ? placeWords(layer, result) : layerWords(layer, result);
  const part = ofPlace === null ? [] : [`${shareText(ofPlace)} of ${place.name}`];
  const ofThis = ofPartner === null ? [] : [`${shareText(ofPartner)} of this ${one}`];
  const detail =
    role === 'same area'
      ? [one, 'the same area']
      : isWhole
        ? [one, ...(ofPartner === null ? [] : [`${place.name} is ${shareText(ofPartner)} of it`])]
        : [...part, ...(role === 'inside the place' ? [`all of this ${one}`] : ofThis)];
  return {
    unit,
    extent: isWhole ? 'whole' : 'part',
    figure: !isWhole ? amountText(amount, measure) : ofPartner === null ? '' : shareText(ofPartner),
    detail: detail.join('; '),
    // What a figure is a share of is what its bar is a part of: people of the place, or the whole partner.
    share: isWhole ? ofPartner : ofPlace,
  };
}

/** An amount as it is printed; '' where neither people nor land were read. */
export function amountText(amount: number | null, measure: string | null): string {
  if (amount !== null) return measure === null ? hectareFigure(amount) : wholeText(amount);
  return measure === null ? '' : WITHHELD;
}
