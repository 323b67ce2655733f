/**
 * With whom a unit shares its land and people, layer by layer, from the pairs that the page carries.
 */
import { mostFirst } from '../../../result/main-partner.js';
import { decodePairs, type PairRow } from '../pair-text.js';
import type { PairsData } from './page-data.js';
import type { UnitView } from './targets.js';

/** A unit of another layer, and what both share: hectares, people by measure; null where it is not known. */
export interface Partner {
  readonly unit: UnitView;
  readonly relation: string;
  readonly hectares: number | null;
  readonly people: readonly (number | null)[];
}

/** The partners in one layer, most people first, then most land, then by code. */
export interface PartnerGroup {
  readonly layer: number;
  /** False where the partners may overlap: they are not parts of the unit that add up to it. */
  readonly areParts: boolean;
  readonly measures: readonly string[];
  readonly partners: readonly Partner[];
}

/** Pairs of units of two layers, as they are read from the page's data. */
export interface PairList extends Omit<PairsData, 'rows'> {
  readonly rows: readonly PairRow[];
}

/** Makes what reads the pairs of a page when they are first asked for. */
export function pairsOf(data: readonly PairsData[]): () => readonly PairList[] {
  let lists: PairList[] | undefined;
  return () => (lists ??= data.map((list) => ({ ...list, rows: decodePairs(list.rows) })));
}

/** The groups of a unit; layers in which it has no partner are left out. */
export function findPartners(
  unit: UnitView,
  pairs: readonly PairList[],
  units: readonly UnitView[],
): PartnerGroup[] {
  return pairs.flatMap(({ a, b, overlapping, measures, rows }) => {
    if (unit.layer !== a && unit.layer !== b) return [];
    const isFirst = unit.layer === a;
    const layer = isFirst ? b : a;
    const others = units.filter((other) => other.layer === layer);
    const partners = rows.flatMap(([first, second, relation, hectares, people]): Partner[] =>
      (isFirst ? first : second) === unit.number
        ? [{ unit: others[isFirst ? second : first]!, relation, hectares, people }]
        : [],
    );
    const ordered = mostFirst(partners, (partner) => ({
      people: partner.people[0] ?? 0,
      land: partner.hectares ?? 0,
      code: partner.unit.code,
    }));
    return ordered.length === 0
      ? []
      : [{ layer, areParts: layer !== overlapping, measures, partners: ordered }];
  });
}
