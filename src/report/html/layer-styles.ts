/**
 * How each layer of a map is drawn: 0 is the thickest line.
 *
 *     ═══ few large units       on top as a line, below as an area
 *     ─── many small units      the other way round, so that they can be chosen
 *
 * Of two moments of one map the earlier is 0, whatever their numbers.
 */
import type { Result } from '../../result/result.js';

/** True where the first two layers are two moments of one map. */
export const areMoments = ({ command, map }: Result): boolean =>
  (command === 'compare' || command === 'scenario') && (map?.layers.length ?? 0) > 1;

/** The style of each layer of the map: layers of fewer units first, else in their order. */
export function layerStyles(result: Result): number[] {
  const layers = result.map?.layers ?? [];
  const order = layers.map((_, l) => l);
  if (!areMoments(result)) order.sort((p, q) => layers[p]!.units.length - layers[q]!.units.length || p - q);
  return layers.map((_, l) => order.indexOf(l));
}
