/**
 * The partners of a place in sentences.
 */
import { hectareText } from '../../result/hectare-text.js';
import { percentText } from '../../result/percent-text.js';
import { bareWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import type { Crossing } from '../crossing/crossing.js';
import { capital, countedPeople, wholeText } from '../../trouble/count-text.js';
import { describePlace } from '../../layer/unit-trouble.js';
import { sharedInside, type LayerPartners, type Partner, type PlacePartners } from './partners.js';

/** Partners named in a sentence; more are counted. */
const NAMED = 6;

/** Where neither land nor people were read. */
const NO_AMOUNTS =
  'From lookups only: no land and no people were read, so there are neither hectares nor shares; give --people FILE.';

/** Headline first: the place and its people, then one sentence a layer. */
export function partnersSummary(
  crossing: Crossing | null,
  { place, found }: PlacePartners,
  measure: { name: string; basis: string } | null,
): string[] {
  const total = found[0]?.partners[0]?.ofPlace ?? null;
  const size =
    total === null
      ? ''
      : measure === null
        ? `: ${hectareText(total / 1e4)}`
        : `: ${wholeText(total)} people (${measure.basis})`;
  return [
    `${describePlace(place)}${size}.`,
    ...found.map((each) => capital(layerSentence(crossing, each, found, measure !== null))),
    ...(measure === null &&
    crossing !== null &&
    found.some(({ partners }) => partners.some(({ shared }) => shared === null))
      ? [NO_AMOUNTS]
      : []),
    ...(measure !== null && (place.layer.kind === 'icb' || found.some(({ layer }) => layer.kind === 'icb'))
      ? ['People are residents of the area, not the patients the ICB pays for.']
      : []),
  ];
}

function layerSentence(
  crossing: Crossing | null,
  { layer, partners, uncovered }: LayerPartners,
  all: readonly LayerPartners[],
  people: boolean,
): string {
  const when = layer.vintage === null ? '' : `${layer.vintage}: `;
  if (partners.length === 0) return `${when}no ${bareWord(layer, 1)}.`;
  const inside = partners.filter((partner) => partner.role === 'inside the place');
  const rest =
    uncovered >= 0.5 && people ? `; ${countedPeople(uncovered, 'people')} in no ${bareWord(layer, 1)}` : '';
  if (partners.length === 1) {
    const [only] = partners as [Partner];
    return `${when}${bareWord(layer, 1)}: ${layer.names[only.unit]!} (${soleWords(only)})${rest}.`;
  }
  if (inside.length === partners.length && inside.length > NAMED) {
    return `${when}${wholeText(inside.length)} ${bareWord(layer, 2)}, all of them inside it${sharedWords(crossing, inside, all)}${rest}.`;
  }
  const named = partners.slice(0, NAMED).map((partner) => partWords(layer, partner, people));
  const more = partners.length > NAMED ? ` and ${wholeText(partners.length - NAMED)} more` : '';
  return `${when}${wholeText(partners.length)} ${bareWord(layer, 2)}: ${named.join(', ')}${more}${rest}.`;
}

function soleWords(partner: Partner): string {
  if (partner.role === 'same area') return 'the same area';
  if (partner.role === 'contains the place')
    return `the place is ${share(partner.pctOfPartner, partner.ofPartner) ?? 'a part'} of it`;
  return `${share(partner.pctOfPlace, partner.ofPlace) ?? 'a part'} of the place`;
}

function partWords(layer: Layer, partner: Partner, people: boolean): string {
  const name = layer.names[partner.unit]!;
  if (partner.suppressed) return `${name} (withheld)`;
  if (partner.shared === null) return name;
  const amount = people ? wholeText(partner.shared) : hectareText(partner.shared / 1e4);
  const part = share(partner.pctOfPlace, partner.ofPlace);
  return `${name} ${amount}${part === null ? '' : ` (${part})`}`;
}

/** Whether areas inside the place are themselves shared between ICBs. */
function sharedWords(
  crossing: Crossing | null,
  inside: readonly Partner[],
  all: readonly LayerPartners[],
): string {
  const boards = all.filter(({ layer }) => layer.kind === 'icb');
  if (crossing === null || boards.length === 0 || inside[0]!.layer.kind === 'icb') return '';
  return `, ${boards
    .map(({ layer }) => {
      const shared = sharedInside(crossing, inside, layer);
      return `${shared === 0 ? 'none' : wholeText(shared)} shared between ICBs${layer.vintage === null ? '' : ` in ${layer.vintage}`}`;
    })
    .join(', ')}`;
}

/** A share in words; null where it is withheld. */
function share(percent: number | null, whole: number | null): string | null {
  if (percent !== null) return percentText(percent);
  return whole === 0 ? '0 %' : null;
}
