/**
 * How wide a false overlap may be: the tolerance between two layers.
 */
import type { Layer } from '../../layer/layer.js';
import type { ToleranceRecord } from '../../result/result.js';

/** The tolerance given, or the sum of the nominal accuracies of both layers. */
export function toleranceBetween(a: Layer, b: Layer, given: number | 'auto'): ToleranceRecord {
  const layers = [a.id, b.id] as const;
  if (given !== 'auto') return { layers, metres: given, from: 'given with --tolerance' };
  if (a.land === null || b.land === null) return { layers, metres: 0, from: 'no shapes on one side' };
  const [first, second] = [a.land.accuracy, b.land.accuracy];
  return {
    layers,
    metres: Math.round((first.metres + second.metres) * 100) / 100,
    from: `${a.id} ${first.metres} m (${first.from}) plus ${b.id} ${second.metres} m (${second.from})`,
  };
}
