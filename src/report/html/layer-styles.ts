/**
 * How each layer of a map is drawn: 0 is the thickest line.
 *
 *     ═══ few large units       on top as a line, below as an area
 *     ─── many small units      the other way round, so that they can be chosen
 *
 * Of two moments of one map the earlier is 0, whatever their numbers.
 */
import type { Result } from '../../result/result.js';
import { neighbourhoodLayers } from '../../story/neighbourhood-layers.js';
import type { StoryMap } from '../../story/story.js';

/** True where the first two layers are two moments of one map. */
export const areMoments = ({ command, map }: Result): boolean =>
  (command === 'compare' || command === 'scenario') && (map?.layers.length ?? 0) > 1;

/**
 * The style of each layer of the map: of a place the layers that share it first, what was built before all else, neighbourhoods below those that they
 * should cover, layers of fewer drawn units first, else in their order.
 */
export function layerStyles(result: Result, told: StoryMap | null): number[] {
  const layers = result.map?.layers ?? [];
  const order = layers.map((_, l) => l);
  const drawn = layers.map(({ units }) => units.filter(({ polygons }) => polygons.length > 0).length);
  const size = layers.map(({ units }, l) => drawn[l] || units.length);
  const isTold = told !== null && (told.place !== null || result.command === 'suggest neighbourhoods');
  const first = isTold ? [told.borders, told.subject] : [];
  const rank = (l: number): number => {
    const place = first.indexOf(layers[l]!.id);
    return place < 0 ? first.length : place;
  };
  const neighbourhoods = neighbourhoodLayers(result);
  const isWithin = (l: number): number => (neighbourhoods.has(layers[l]!.id) ? 1 : 0);
  if (!areMoments(result))
    order.sort((p, q) => rank(p) - rank(q) || isWithin(p) - isWithin(q) || size[p]! - size[q]! || p - q);
  return layers.map((_, l) => order.indexOf(l));
}
