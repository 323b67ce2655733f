/**
 * What the columns of a document are about that was saved before columns said so, and what they are called. This is the
 * only place that reads headings, so that old baselines go on working.
 *
 * Nothing is taken apart: all headings that there could be for the layers of the document and the measures of the table
 * are put together, and each column's is looked up among them.
 */
import { shortWords } from '../layer/unit-words.js';
import type { LayerRecord } from './result.js';
import type { Role } from './role.js';
import type { About, Column } from './table.js';

/** A column of such a document. */
export type OldColumn = Omit<Column, 'title' | 'about'>;

/** The columns of a table with title and what they are about; `layers` are those of the document. */
export function withAbout(columns: readonly OldColumn[], layers: readonly LayerRecord[]): Column[] {
  const word = shortWords(layers);
  const headings = columns.map(({ heading }) => heading);
  const known = knownHeadings(
    headings,
    layers.map(({ id }) => id),
  );
  return columns.map(({ heading, kind, decimals, description }) => {
    const about = known.get(heading) ?? {};
    return { heading, title: titleOf(heading, about, word), kind, decimals, description, about };
  });
}

/** Every heading there could be in a table with these ones, with what it says; the first of equals stands. */
function knownHeadings(headings: readonly string[], layers: readonly string[]): Map<string, About> {
  const measures = headings.flatMap((heading) =>
    heading.endsWith('_basis') ? [heading.slice(0, -'_basis'.length)] : [],
  );
  const own = layers.find((layer) => headings[0] === `${layer}_code`);
  const all: (readonly [string, About])[] = [
    ...(['code', 'name'] as const).map(
      (end) =>
        [`neighbour_${end}`, { role: 'neighbour', ...(own === undefined ? {} : { layer: own }) }] as const,
    ),
    ...layers.slice(0, 2).flatMap((layer, i) => ofMoment(i === 0 ? 'before' : 'after', layer, measures)),
    ...measures.flatMap(ofMeasure),
    ...layers.flatMap((layer) => [
      ...ofLayer(layer),
      ...measures.flatMap((measure): (readonly [string, About])[] => [
        [`${layer}_${measure}`, { layer, measure, role: 'whole' }],
        [`pct_of_${layer}_${measure}`, { layer, measure, role: 'share' }],
      ]),
    ]),
    ...Object.entries(FIXED).map(([heading, role]) => [heading, { role }] as const),
  ];
  return new Map(all.reverse());
}

/** Headings without layer or measure, and what they are to their row. */
const FIXED: Readonly<Record<string, Role>> = {
  metric: 'id',
  layer: 'id',
  code: 'unit',
  name: 'unit',
  other_code: 'other',
  lookup_code: 'other',
  runner_up_code: 'other',
  best_code: 'main',
  winner_code: 'main',
  match_code: 'match',
  block_code: 'block',
  partner_codes: 'partners',
  codes_before: 'partners',
  codes_after: 'partners',
  codes_not_met: 'partners',
  people: 'amount',
  people_moved: 'amount',
  overlap_ha: 'amount',
  area_ha: 'amount',
  pct_area_in_main: 'in_main',
  ha_outside_main: 'outside_main',
  outside_main_before: 'outside_main',
  outside_main_after: 'outside_main',
  uncovered_ha: 'uncovered',
  double_ha: 'double',
  pct_of_place: 'share',
  pct_of_partner: 'share',
  blocks: 'blocks',
  basis: 'basis',
};

const ofLayer = (layer: string): (readonly [string, About])[] => [
  ...(['code', 'name'] as const).flatMap((end): (readonly [string, About])[] => [
    [`${layer}_${end}`, { layer, role: 'unit' }],
    [`main_${layer}_${end}`, { layer, role: 'main' }],
  ]),
  [`from_${layer}_code`, { layer, role: 'from' }],
  [`to_${layer}_code`, { layer, role: 'to' }],
  [`${layer}_left_code`, { layer, role: 'left' }],
  [`${layer}_right_code`, { layer, role: 'right' }],
  [`${layer}_codes`, { layer, role: 'partners' }],
  [`${layer}_ha`, { layer, role: 'whole' }],
  [`pct_of_${layer}_area`, { layer, role: 'share' }],
  [`pct_inside_${layer}`, { layer, role: 'inside' }],
];

const ofMeasure = (measure: string): (readonly [string, About])[] => [
  [measure, { measure, role: 'amount' }],
  [`pct_${measure}_in_main`, { measure, role: 'in_main' }],
  [`${measure}_outside_main`, { measure, role: 'outside_main' }],
  [`uncovered_${measure}`, { measure, role: 'uncovered' }],
  [`double_${measure}`, { measure, role: 'double' }],
  [`${measure}_blocks`, { measure, role: 'blocks' }],
  [`${measure}_basis`, { measure, role: 'basis' }],
  [`${measure}_method`, { measure, role: 'method' }],
];

const ofMoment = (
  moment: string,
  layer: string,
  measures: readonly string[],
): (readonly [string, About])[] => [
  [`${moment}_code`, { layer, role: 'unit' }],
  [`${moment}_name`, { layer, role: 'unit' }],
  [`pct_of_${moment}_area`, { layer, role: 'share' }],
  ...measures.map((measure) => [`pct_of_${moment}_${measure}`, { layer, measure, role: 'share' }] as const),
];

const UNITS = /_(ha|km|m)$/;

/** The heading in words: `pct_of_icb_area` is `% of ICB area`. */
function titleOf(heading: string, { layer }: About, word: (id: string) => string): string {
  const words = heading
    .replace(layer ?? '\u0000', '\u0000')
    .replace(/_name$/, '')
    .replace(/^pct_/, '%_')
    .replace(UNITS, '_($1)')
    .replaceAll('_', ' ');
  return layer === undefined ? words : words.replace('\u0000', word(layer));
}

/** A table of such a document, whose columns lack what later ones say. */
export const isOld = (columns: readonly object[]): boolean =>
  columns.length > 0 && columns.every((column) => !('title' in column) && !('about' in column));
