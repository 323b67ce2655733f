/**
 * Which unit of another layer each neighbourhood is most like.
 *
 *     coterminous  each is the other           composed   exactly several whole units
 *     near         nearly the same unit        nested     inside one unit
 *     shared       none of these               uncovered  in no unit
 *
 * How like two units are is the Jaccard index: what both have over what either has, in people where they are given,
 * otherwise in land (Jaccard 1901). A neighbourhood that is coterminous with, near to or composed of networks
 * "matches PCN"; of administrative areas, "matches administrative boundary"; the rest are a "mixture" (the classes
 * of HSJ's survey of ICBs, 2025).
 */
import { kindOfId } from '../../layer/kinds.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { mainOf } from '../../result/main-partner.js';
import { shareOfPair } from '../pairs/main-pairs.js';
import type { OverlapPair } from '../pairs/pairs-of-layers.js';
import { relationOf, standings } from '../pairs/relations.js';

export type MatchClass = 'coterminous' | 'near' | 'composed' | 'nested' | 'shared' | 'uncovered';

/** One neighbourhood against one layer. */
export interface Match {
  readonly unit: number;
  readonly pair: CrossedPair;
  readonly match: MatchClass;
  /** The most alike unit, or -1. */
  readonly best: number;
  /** What both have over what either has, 0 to 1; null where there is no unit. */
  readonly jaccard: number | null;
}

/** Matches of every unit of the first layer of the pairs, unit by unit. */
export function findMatches(pairs: readonly CrossedPair[], near: number): Match[] {
  const byPair = pairs.map((pair) => matchesOf(pair, near));
  return pairs[0]!.a.codes.flatMap((_, unit) => byPair.map((matches) => matches[unit]!));
}

function matchesOf(pair: CrossedPair, near: number): Match[] {
  const { a, b, land } = pair;
  const standing = standings(land, a.codes.length, b.codes.length);
  const ofUnit = a.codes.map((): OverlapPair[] => []);
  for (const found of land.pairs) {
    if (found.a >= 0 && found.b >= 0 && found.material) ofUnit[found.a]!.push(found);
  }
  return ofUnit.map((partners, unit): Match => {
    const alike = partners.map((partner) => ({ partner, jaccard: jaccardOf(pair, partner) }));
    const most = mainOf(alike, ({ partner, jaccard }) => ({
      ...shareOfPair(partner, 'b'),
      people: jaccard,
    }));
    if (most === null) return { unit, pair, match: 'uncovered', best: -1, jaccard: null };
    const {
      jaccard,
      partner: { b: best },
    } = most;
    const relations = partners.map((partner) => relationOf(partner, standing));
    const whole = standing.a.sticksOut[unit] === 0;
    const match: MatchClass = relations.includes('coterminous')
      ? 'coterminous'
      : jaccard >= near
        ? 'near'
        : whole && relations.every((relation) => relation === 'contains')
          ? 'composed'
          : relations.length === 1 && relations[0] === 'within'
            ? 'nested'
            : 'shared';
    return { unit, pair, match, best, jaccard };
  });
}

function jaccardOf({ land }: CrossedPair, { a, b, area, amounts }: OverlapPair): number {
  const [first] = land.measures;
  const ofPeople = first === undefined ? 0 : first.unitsA[a]! + first.unitsB[b]! - amounts[0]!.people;
  if (ofPeople > 0) return amounts[0]!.people / ofPeople;
  return area === null ? 0 : area / (land.areasA![a]! + land.areasB![b]! - area);
}

/** What the column `follows` says. */
export const FOLLOWS =
  'Whether units match PCNs, administrative boundaries or both (coterminous, near, or composed of whole ones), or are a mixture';

const ALIKE: readonly MatchClass[] = ['coterminous', 'near', 'composed'];

/** `matches PCN`, `matches administrative boundary`, `matches both` or `mixture`, for some units together. */
export function followsOf(matches: readonly Match[], units: readonly number[]): string {
  const wanted = new Set(units);
  const alike = { pcn: new Set<number>(), administrative: new Set<number>() };
  for (const { unit, pair, match } of matches) {
    if (!wanted.has(unit) || !ALIKE.includes(match)) continue;
    const kind = pair.b.kind === null ? null : kindOfId(pair.b.kind);
    if (kind?.id === 'pcn') alike.pcn.add(unit);
    else if (kind !== null && kind !== undefined && !kind.overlaps) alike.administrative.add(unit);
  }
  const [pcn, administrative] = [alike.pcn.size === wanted.size, alike.administrative.size === wanted.size];
  if (pcn && administrative) return 'matches both';
  if (pcn) return 'matches PCN';
  return administrative ? 'matches administrative boundary' : 'mixture';
}
