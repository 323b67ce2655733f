/**
 * The partners of a unit in one layer: a sentence and a table.
 */
import { formatNumber, withCommas } from '../../../result/format-number.js';
import { partnerSentence, shareText } from './card-text.js';
import type { PartnerGroup } from './find-partners.js';
import { make } from './make-element.js';
import type { LayerData } from './page-data.js';
import type { UnitView } from './targets.js';
import { spaced } from '../../../trouble/count-text.js';

/** Sentence and table; `lead` makes a name that leads to its unit. */
export function partnerTable(
  group: PartnerGroup,
  unit: UnitView,
  layer: LayerData,
  lead: (unit: UnitView) => HTMLElement,
): Node[] {
  const { areParts, measures, partners } = group;
  // Shares are of a whole that the partners make up and that is known.
  const people = measures.map((_, m) => sum(partners.map((partner) => partner.people[m])));
  const land = sum(partners.map(({ hectares }) => hectares));
  const hasLand = partners.some(({ hectares }) => hectares !== null);
  const noWhole = !areParts || partners.some((partner) => partner.people.includes(null));
  const heading = (text: string): HTMLElement => make('th', { scope: 'col', class: 'figure' }, text);
  const headings = [
    make('th', { scope: 'col' }, layer.one),
    ...measures.map((name) => heading(spaced(name))),
    ...(hasLand ? [heading('hectares')] : []),
  ];
  const rows = partners.map((partner) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, lead(partner.unit)),
      ...partner.people.map((value, m) => amount(value, noWhole ? null : people[m]!)),
      ...(hasLand ? [amount(partner.hectares, areParts ? land : null)] : []),
    ),
  );
  const table = make(
    'table',
    {},
    make('caption', { class: 'for-readers' }, `What ${unit.short} shares with ${layer.many}`),
    make('thead', {}, make('tr', {}, ...headings)),
    make('tbody', {}, ...rows),
  );
  const label = `${unit.short} and ${layer.many}`;
  return [
    make('p', {}, partnerSentence(group, unit, layer)),
    make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, table),
  ];
}

/** A figure and, under it, its share of a whole that is known; blank where the figure is not known. */
function amount(value: number | null, whole: number | null): HTMLElement {
  if (value === null) return make('td');
  const part = make('span', { class: 'share' }, whole === null ? '' : shareText(value, whole));
  return make('td', { class: 'figure' }, withCommas(formatNumber(value, 0)), make('br'), part);
}

const sum = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((s, v) => s + (v ?? 0), 0);
