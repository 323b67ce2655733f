/**
 * The partners of a unit in one layer: a sentence and a table.
 */
import { formatNumber, withCommas } from '../../../result/format-number.js';
import { wholeText } from '../../../trouble/count-text.js';
import type { Partner, PartnerGroup } from './find-partners.js';
import { make } from './make-element.js';
import type { LayerData } from './page-data.js';
import type { UnitView } from './targets.js';

/** Sentence and table; `lead` makes a name that leads to its unit. */
export function partnerTable(
  { areParts, measures, partners }: PartnerGroup,
  unit: UnitView,
  layer: LayerData,
  lead: (unit: UnitView) => HTMLElement,
): Node[] {
  // Shares are of a whole that the partners make up and that is known.
  const people = measures.map((_, m) => sum(partners.map((partner) => partner.people[m])));
  const land = sum(partners.map(({ hectares }) => hectares));
  const hasLand = partners.some(({ hectares }) => hectares !== null);
  const noWhole = !areParts || partners.some((partner) => partner.people.includes(null));
  // As many decimals as the tables have, so that partners add up to the unit.
  const places = measures.map((_, m) =>
    partners.some(({ people: own }) => !Number.isInteger(own[m] ?? 0)) ? 1 : 0,
  );
  const heading = (text: string): HTMLElement => make('th', { scope: 'col', class: 'figure' }, text);
  const headings = [
    make('th', { scope: 'col' }, layer.one),
    ...measures.map((name) => heading(name.replaceAll('_', ' '))),
    ...(hasLand ? [heading('hectares')] : []),
  ];
  const rows = partners.map((partner) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, lead(partner.unit)),
      ...partner.people.map((value, m) => amount(value, noWhole ? null : people[m]!, places[m]!)),
      ...(hasLand ? [amount(partner.hectares, areParts ? land : null, 0)] : []),
    ),
  );
  const table = make(
    'table',
    {},
    make('caption', {}, `What ${unit.short} shares with ${layer.many}`),
    make('thead', {}, make('tr', {}, ...headings)),
    make('tbody', {}, ...rows),
  );
  const label = `Partners of ${unit.short}`;
  return [
    make('p', {}, sentence(partners, layer, noWhole ? undefined : measures[0], people[0] ?? 0)),
    make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, table),
  ];
}

/** In how many partners the unit is, and how many people are outside the largest part where a measure is named. */
function sentence(
  partners: readonly Partner[],
  layer: LayerData,
  measure: string | undefined,
  people: number,
): string {
  const [main] = partners;
  if (partners.length === 1) {
    const same = main!.relation === 'coterminous';
    return `${same ? 'The same area as one' : 'In one'} ${layer.one}: ${main!.unit.name}.`;
  }
  const where = `In ${partners.length} ${layer.many}.`;
  if (measure === undefined) return where;
  const outside = people - (main!.people[0] ?? 0);
  return `${where} ${wholeText(outside)} of its ${wholeText(people)} ${measure.replaceAll('_', ' ')} (${share(outside, people)}) are outside the largest part, ${main!.unit.short}.`;
}

/** A figure and, under it, its share of a whole that is known; blank where the figure is not known. */
function amount(value: number | null, whole: number | null, places: number): HTMLElement {
  if (value === null) return make('td');
  const part = make('span', { class: 'share' }, whole === null ? '' : share(value, whole));
  return make('td', { class: 'figure' }, withCommas(formatNumber(value, places)), make('br'), part);
}

const sum = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((s, v) => s + (v ?? 0), 0);

const share = (part: number, whole: number): string =>
  whole > 0 ? `${withCommas(formatNumber((100 * part) / whole, 1))} %` : '';
