/**
 * With whom a unit shares its land and people, layer by layer, from the pairs that the page carries.
 */
import type { PageData } from './page-data.js';
import type { UnitView } from './targets.js';

/** A unit of another layer, and what both share: hectares, people by measure; null where it is not known. */
export interface Partner {
  readonly unit: UnitView;
  readonly relation: string;
  readonly hectares: number | null;
  readonly people: readonly (number | null)[];
}

/** The partners in one layer, most people first, then most land. */
export interface PartnerGroup {
  readonly layer: number;
  readonly measures: readonly string[];
  readonly partners: readonly Partner[];
}

/** The groups of a unit; layers in which it has no partner are left out. */
export function findPartners(
  unit: UnitView,
  pairs: PageData['pairs'],
  units: readonly UnitView[],
): PartnerGroup[] {
  return pairs.flatMap(({ a, b, measures, rows }) => {
    if (unit.layer !== a && unit.layer !== b) return [];
    const isFirst = unit.layer === a;
    const layer = isFirst ? b : a;
    const others = units.filter((other) => other.layer === layer);
    const partners = rows.flatMap(([first, second, relation, hectares, people]): Partner[] =>
      (isFirst ? first : second) === unit.number
        ? [{ unit: others[isFirst ? second : first]!, relation, hectares, people }]
        : [],
    );
    partners.sort((p, q) => (q.people[0] ?? 0) - (p.people[0] ?? 0) || (q.hectares ?? 0) - (p.hectares ?? 0));
    return partners.length === 0 ? [] : [{ layer, measures, partners }];
  });
}
