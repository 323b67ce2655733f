/**
 * The layers that a question is most likely about, of those at hand, in the order that it wants.
 *
 *     councils, health boards of 2022 and 2024, regions      health boards of 2024, councils
 *     the same, what changed                                 health boards of 2022, of 2024
 *     neighbourhoods, councils, health boards                neighbourhoods, councils, also health boards
 */
import { sectorOf, tierOf, type Sector } from '../../layer/kinds.js';
import { kindToday } from '../../layer/years-on-board.js';
import type { Question } from './asking.js';
import { hasOwnPeople, inOrder, isDrawn, type AtHand, type LayerAtHand } from './at-hand.js';

/** Most layers whose units a place is looked up in. */
const PARTNERS = 4;

/** A layer with so many times the units of another is made of parts of it. */
const FINER = 1.5;

/** Whose areas neighbourhoods lie in; a layer of no known kind may be of these. */
const FRAMES: readonly (Sector | null)[] = [
  'council',
  'health',
  'strategic',
  'government',
  'safety',
  'care',
  null,
];

/** The layers; fewer than two where there are not more. */
export function layersFor(question: Question, hand: AtHand): LayerAtHand[] {
  if (question === 'check') return inOrder(hand.layers);
  const together = inOrder(measuredTogether(hand));
  const latest = latestOfEach(together);
  switch (question) {
    case 'compare':
      return versionsAmong(together) ?? together.slice(0, 2);
    case 'coverage': {
      const inner = latest.find(isNeighbourhood) ?? finest(together);
      const frames = framesOf(inner, latest);
      const within = frames[0] ?? together.find((each) => each !== inner)!;
      return [inner, within, ...(isNeighbourhood(inner) ? frames.slice(1, 2) : [])];
    }
    case 'partners':
      return (latest.length > 1 ? latest : together).slice(0, PARTNERS);
    default:
      return pairOf(latest.length > 1 ? latest : together);
  }
}

/** Layers that one run can measure: shapes with shapes, figures with figures; shapes with lookups where small areas join them. */
export function measuredTogether({ layers, people, blocks }: AtHand): readonly LayerAtHand[] {
  const figures = layers.filter(hasOwnPeople);
  const drawn = layers.filter(isDrawn);
  const lookups = layers.filter((each) => !isDrawn(each) && !hasOwnPeople(each));
  const joined = people.length > 0 && blocks.length > 0 ? [[...drawn, ...lookups]] : [];
  return [...joined, drawn, lookups, figures].find(({ length }) => length > 1) ?? layers;
}

/** Versions of one layer, the earliest first; null where no two are. */
export function versionsAmong(layers: readonly LayerAtHand[]): LayerAtHand[] | null {
  for (const each of layers) {
    const versions = layers.filter((other) => other === each || areVersions(each, other));
    if (versions.length > 1) return versions.sort((p, q) => (yearOf(p) < yearOf(q) ? -1 : 1));
  }
  return null;
}

/** Neighbourhoods, of any kind. */
export const isNeighbourhood = ({ layer }: LayerAtHand): boolean => sectorOf(layer) === 'neighbourhood';

/** What neighbourhoods may be meant to cover, the likeliest first: networks a health board, others a council. */
export function framesOf(inner: LayerAtHand, layers: readonly LayerAtHand[]): LayerAtHand[] {
  const order = inner.layer.kind === 'pcn' ? ['health' as const, ...FRAMES] : FRAMES;
  return layers
    .filter((each) => each !== inner && order.includes(sectorOf(each.layer)))
    .sort((p, q) => order.indexOf(sectorOf(p.layer)) - order.indexOf(sectorOf(q.layer)));
}

/** One of each kind, the latest; figures for England stand with today's first. */
function latestOfEach(layers: readonly LayerAtHand[]): LayerAtHand[] {
  return layers.filter((each, at) => {
    const { kind } = each.layer;
    if (kind === null) return true;
    const same = layers.filter((other) => familyOf(other) === familyOf(each));
    const [first, ...others] = same;
    const latest = hasOwnPeople(first!)
      ? first!
      : others.reduce((best, other) => (yearOf(other) > yearOf(best) ? other : best), first!);
    return layers.indexOf(latest) === at;
  });
}

/** Two layers, of two sectors where there are such; in the order by which the units of the second are told split. */
function pairOf(layers: readonly LayerAtHand[]): LayerAtHand[] {
  const [first, ...others] = layers;
  if (first === undefined || others.length === 0) return [...layers];
  const second = others.find(({ layer }) => sectorOf(layer) !== sectorOf(first.layer)) ?? others[0]!;
  return standsFirst(second, first) ? [second, first] : [first, second];
}

/** Whether a layer stands before one that came before it: health before councils, whatever neighbourhoods lie in before these, else the coarser. */
function standsFirst(later: LayerAtHand, earlier: LayerAtHand): boolean {
  if (isNeighbourhood(earlier)) return framesOf(earlier, [later]).length > 0 || isFiner(earlier, later);
  for (const [one, other] of [
    [later, earlier],
    [earlier, later],
  ] as const)
    if (commissions(one) && ['council', 'strategic'].includes(sectorOf(other.layer)!)) return one === later;
  return isFiner(earlier, later);
}

const commissions = ({ layer }: LayerAtHand): boolean =>
  sectorOf(layer) === 'health' && tierOf(layer) !== 'region';

const isFiner = (one: LayerAtHand, other: LayerAtHand): boolean => unitsOf(one) > FINER * unitsOf(other);

/** Whether two layers are one at two times: of one kind, or of none with mostly the same units. */
function areVersions(one: LayerAtHand, other: LayerAtHand): boolean {
  if (one === other || familyOf(one) !== familyOf(other)) return false;
  if (one.layer.kind !== null && !isNeighbourhood(one)) return true;
  // Neighbourhoods of two places are of one kind.
  const names = new Set(one.layer.names);
  const shared = other.layer.names.filter((name) => names.has(name)).length;
  return shared > 0 && 2 * shared >= Math.min(names.size, other.layer.names.length);
}

/** The kind, or the one that took its place. */
const familyOf = ({ layer }: LayerAtHand): string | null =>
  layer.kind === null ? null : kindToday(layer.kind);

const yearOf = ({ layer }: LayerAtHand): string => layer.vintage ?? '';
const unitsOf = ({ layer }: LayerAtHand): number => layer.units ?? Infinity;

const finest = (layers: readonly LayerAtHand[]): LayerAtHand =>
  layers.reduce((most, each) => ((each.layer.units ?? 0) > (most.layer.units ?? 0) ? each : most));
