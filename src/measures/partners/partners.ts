/**
 * One place, every layer: who shares its land and people, both ways.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Place } from '../../layer/units-called.js';
import { publishedPeople, publishedPercent, publishedTotal } from '../people/disclose-pairs.js';
import type { OverlapPair, PairsOfLayers } from '../pairs/pairs-of-layers.js';
import { percent } from '../../result/units-of-measure.js';
import { doubtsOf, type Doubt } from '../pairs/doubts.js';
import { isWhole, standings, type Standings } from '../pairs/relations.js';
import { partnersOfUnit } from '../pairs/main-pairs.js';
import type { Crossing } from '../crossing/crossing.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';

/** One partner of the place in one layer; people of the first measure, or land where nobody is counted. */
export interface Partner {
  readonly layer: Layer;
  readonly unit: number;
  /** In both, in the place, in the partner: people of the first measure, else square metres, null without land. */
  readonly shared: number | null;
  /** True where disclosure control took the count away. */
  readonly suppressed: boolean;
  /** Null where disclosure control took it away. */
  readonly ofPlace: number | null;
  readonly ofPartner: number | null;
  /** Percentages of the place and of the partner that they share; null where a cell of either is suppressed. */
  readonly pctOfPlace: number | null;
  readonly pctOfPartner: number | null;
  readonly role: PartnerRole;
  /** Whether one of the two lies wholly in the other. */
  readonly whole: 'whole' | 'shared';
  /** How it hangs on an estimated tolerance, if it does. */
  readonly doubt: Doubt | undefined;
}

export type PartnerRole = 'same area' | 'contains the place' | 'inside the place' | 'overlaps';

/** The partners of a place in one other layer, most shared first. */
export interface LayerPartners {
  readonly layer: Layer;
  readonly partners: readonly Partner[];
  /** Part of the place that no unit of the layer covers. */
  readonly uncovered: number;
}

/** A place with its partners. */
export interface PlacePartners {
  readonly place: Place<Layer>;
  readonly found: readonly LayerPartners[];
}

/** The partners of a place in every other layer of a crossing. */
export function partnersOf(crossing: Pick<Crossing, 'pairs'>, place: Place<Layer>): LayerPartners[] {
  return crossing.pairs.flatMap((pair) => {
    if (pair.a === place.layer) return [partnersInLayer(pair, place, 'a', 'b')];
    if (pair.b === place.layer) return [partnersInLayer(pair, place, 'b', 'a')];
    return [];
  });
}

function partnersInLayer(
  pair: CrossedPair,
  place: Place<Layer>,
  mine: 'a' | 'b',
  other: 'a' | 'b',
): LayerPartners {
  const layer = pair[other];
  const { standing, ofPair, ...byUnit } = groundOf(pair);
  const isWholePlace = isWhole(standing[mine], place.unit);
  const amount = amountIn(pair.land);
  const rows = byUnit[mine][place.unit]!;
  const partners = partnersOfUnit(rows, mine, place.unit).map((candidate): Partner => {
    const unit = candidate[other];
    const role = roleOf(isWholePlace, isWhole(standing[other], unit));
    return {
      layer,
      unit,
      shared: amount(candidate),
      suppressed: candidate.amounts[0]?.suppressed === true,
      ofPlace: totalOf(pair.land, mine, place.unit),
      ofPartner: totalOf(pair.land, other, unit),
      pctOfPlace: percentOf(pair.land, candidate, mine, place.unit),
      pctOfPartner: percentOf(pair.land, candidate, other, unit),
      role,
      whole: role === 'overlaps' ? 'shared' : 'whole',
      doubt: ofPair.get(candidate),
    };
  });
  const uncovered = rows
    .filter((rest) => rest.material && rest[other] === NO_UNIT)
    .reduce((sum, rest) => sum + (amount(rest) ?? 0), 0);
  return { layer, partners, uncovered };
}

interface PairGround {
  readonly standing: Standings;
  readonly ofPair: ReturnType<typeof doubtsOf>['ofPair'];
  /** Pairs by unit of either layer. */
  readonly a: readonly (readonly OverlapPair[])[];
  readonly b: readonly (readonly OverlapPair[])[];
}

/** What is the same for all places, by pair of layers. */
const grounds = new WeakMap<CrossedPair, PairGround>();

function groundOf(pair: CrossedPair): PairGround {
  const known = grounds.get(pair);
  if (known !== undefined) return known;
  const { a, b, land } = pair;
  const byUnit = (side: 'a' | 'b', units: number): OverlapPair[][] => {
    const lists = Array.from({ length: units }, (): OverlapPair[] => []);
    for (const each of land.pairs) if (each[side] !== NO_UNIT) lists[each[side]]!.push(each);
    return lists;
  };
  const made: PairGround = {
    standing: standings(land, a.codes.length, b.codes.length),
    ofPair: doubtsOf(land, a.codes.length, b.codes.length).ofPair,
    a: byUnit('a', a.codes.length),
    b: byUnit('b', b.codes.length),
  };
  grounds.set(pair, made);
  return made;
}

function roleOf(isWholePlace: boolean, isWholePartner: boolean): PartnerRole {
  if (isWholePlace) return isWholePartner ? 'same area' : 'contains the place';
  return isWholePartner ? 'inside the place' : 'overlaps';
}

/** How much a pair holds: people of the first measure, else square metres; null where lookups alone say that it is. */
function amountIn(land: PairsOfLayers): (pair: OverlapPair) => number | null {
  const [measure] = land.measures;
  return measure === undefined ? (pair) => pair.area : (pair) => publishedPeople(pair.amounts[0]!, measure);
}

function totalOf(land: PairsOfLayers, side: 'a' | 'b', unit: number): number | null {
  const [measure] = land.measures;
  if (measure !== undefined) return publishedTotal(measure, side, unit);
  return (side === 'a' ? land.areasA : land.areasB)?.[unit] ?? null;
}

function percentOf(land: PairsOfLayers, pair: OverlapPair, side: 'a' | 'b', unit: number): number | null {
  const [measure] = land.measures;
  if (measure !== undefined) return publishedPercent(pair.amounts[0]!, measure, side, unit);
  return percent(pair.area, totalOf(land, side, unit));
}

/** Number of units of `inner` that lie wholly in the place and in two or more units of `outer`. */
export function sharedInside(crossing: Crossing, inside: readonly Partner[], outer: Layer): number {
  const units = inside.filter((partner) => partner.role === 'inside the place');
  const pair = crossing.pairs.find(
    ({ a, b }) => (a === units[0]?.layer && b === outer) || (b === units[0]?.layer && a === outer),
  );
  if (pair === undefined) return 0;
  const { standing } = groundOf(pair);
  const side = pair.a === outer ? standing.b : standing.a;
  return units.filter(({ unit }) => side.partners[unit]! > 1).length;
}
