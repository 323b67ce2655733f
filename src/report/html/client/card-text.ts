/**
 * What a card says of a unit, as sentences to be quoted and as a table to be pasted.
 */
import { percentFigure } from '../../../result/percent-text.js';
import { formatNumber } from '../../../result/format-number.js';
import { listText, wholeText, spaced } from '../../../trouble/count-text.js';
import type { PartnerGroup } from './find-partners.js';
import type { LayerData } from './page-data.js';
import type { UnitView } from './targets.js';

/** Partners that are named in a sentence. */
const MOST_NAMED = 5;

/**
 * `East Suffolk lies in 2 ICBs: of its 246,037 residents 129,670 are in Suffolk and North East Essex and 116,367
 * (47.3 %) in Norfolk and Waveney.` Shares are left out where the partners may overlap or a figure is withheld.
 */
export function partnerSentence(
  { areParts, measures, partners }: PartnerGroup,
  unit: UnitView,
  layer: LayerData,
): string {
  const [main] = partners;
  if (partners.length === 1) {
    const same = main!.relation === 'coterminous';
    return `${unit.short} ${same ? 'is the same area as one' : 'lies in one'} ${layer.one}: ${main!.unit.short}.`;
  }
  const where = `${unit.short} lies in ${wholeText(partners.length)} ${layer.many}`;
  const [measure] = measures;
  const people = partners.map((partner) => partner.people[0] ?? null);
  const total = people.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  if (measure === undefined || !areParts || people.includes(null) || total === 0) {
    const names = partners.slice(0, MOST_NAMED).map((partner) => partner.unit.short);
    const more = partners.length - names.length;
    return `${where}: ${listText(more > 0 ? [...names, `${wholeText(more)} more`] : names)}.`;
  }
  const parts = partners.slice(0, MOST_NAMED).map((partner, i) => {
    const share = i === 0 ? '' : ` (${shareText(people[i]!, total)})`;
    return `${wholeText(people[i]!)}${share} ${i === 0 ? 'are ' : ''}in ${partner.unit.short}`;
  });
  const more = partners.length - parts.length;
  const rest = more > 0 ? [`the others in ${wholeText(more)} more`] : [];
  return `${where}: of its ${wholeText(total)} ${spaced(measure)} ${listText([...parts, ...rest])}.`;
}

/** The partners as lines with tabs, headings first. */
export function partnerLines(
  groups: readonly PartnerGroup[],
  unit: UnitView,
  layers: readonly LayerData[],
): string {
  const lines = groups.flatMap(({ layer, measures, partners }) => [
    [
      'unit',
      'code',
      `${layers[layer]!.one}`,
      `${layers[layer]!.one} code`,
      ...measures.map((name) => spaced(name)),
      'hectares',
    ],
    ...partners.map((partner) => [
      unit.name,
      unit.code,
      partner.unit.name,
      partner.unit.code,
      ...partner.people.map((value) => (value === null ? '' : formatNumber(value, 0))),
      partner.hectares === null ? '' : formatNumber(partner.hectares, 0),
    ]),
  ]);
  return lines.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
}

/** A part of a whole in per cent; a little is never written as none. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0) return '';
  return percentFigure((100 * part) / whole);
}
