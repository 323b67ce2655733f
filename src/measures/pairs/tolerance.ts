/**
 * How wide a false overlap may be: the tolerance between two layers.
 *
 *     given                  as given
 *     stated for both        the sum of both accuracies
 *     stated for one, none   measured between the two, at least the accuracy that is stated
 *
 * Two layers may run too far apart for that, where the units of one are smaller than the drawing of the other is
 * rough. Then what was measured between either of them and a further layer is taken. Layers that share their linework
 * have no noise: whatever is wider than positions can be told apart is real.
 */
import { unitWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { Noise } from './measure-noise.js';

/** Two layers that need a tolerance; `measure` is asked where it is not stated. */
export interface Unsettled {
  readonly a: Layer;
  readonly b: Layer;
  readonly measure: () => Noise;
}

/** No tolerance that is measured is less, in metres. */
const LEAST_ESTIMATE = 1;

/** A record for each two layers, in their order; `known` are records of the run that were settled before. */
export function settleTolerances(
  asked: readonly Unsettled[],
  given: number | 'auto',
  known: readonly ToleranceRecord[] = [],
): ToleranceRecord[] {
  const stated = asked.map(({ a, b }) => statedTolerance(a, b, given));
  const noise = asked.map(({ measure }, i) => (stated[i] === null ? measure() : null));
  const measured = asked.flatMap(({ a, b }, i) => {
    const metres = noise[i]?.metres ?? null;
    return metres === null ? [] : [{ layers: [a.id, b.id], metres }];
  });
  // An estimate of the least there is says that nothing was measured.
  const before = known.filter(({ estimated, metres }) => estimated && metres > LEAST_ESTIMATE);
  return asked.map(({ a, b }, i): ToleranceRecord => {
    const found = stated[i];
    if (found !== null && found !== undefined) return found;
    const { metres, sharesLinework } = noise[i]!;
    if (metres !== null)
      return estimate(a, b, metres, 'measured: where borders run together they are drawn so far apart');
    const borrowed = sharesLinework ? null : fromOtherPairs(a, b, [...measured, ...before]);
    if (borrowed !== null)
      return estimate(
        a,
        b,
        borrowed,
        'measured between other layers of the run: these run too far apart to tell',
      );
    return estimate(
      a,
      b,
      0,
      sharesLinework
        ? 'measured: the very same border is in both'
        : 'measured: borders run together nowhere, or with too few slivers to be noise of drawing',
    );
  });
}

/** Given, or stated for both; null where it has to be measured. */
export function statedTolerance(a: Layer, b: Layer, given: number | 'auto'): ToleranceRecord | null {
  const layers = [a.id, b.id] as const;
  if (given !== 'auto') return { layers, metres: given, from: 'given with --tolerance', estimated: false };
  if (a.land === null || b.land === null)
    return { layers, metres: 0, from: 'no shapes on one side', estimated: false };
  const [first, second] = [a.land.accuracy, b.land.accuracy];
  if (first.metres === null || second.metres === null) return null;
  return {
    layers,
    metres: Math.round((first.metres + second.metres) * 100) / 100,
    from: `${unitWord(a, 2)} ${first.metres} m (${first.from}) plus ${unitWord(b, 2)} ${second.metres} m (${second.from})`,
    estimated: false,
  };
}

/** The estimate in whole metres, at least what is stated of one layer and what positions can be told apart by. */
function estimate(a: Layer, b: Layer, metres: number, from: string): ToleranceRecord {
  const layers = [a.id, b.id] as const;
  const [first, second] = [a.land!.accuracy, b.land!.accuracy];
  const stated = Math.max(first.metres ?? 0, second.metres ?? 0);
  const least = Math.max(LEAST_ESTIMATE, stated, first.finest, second.finest);
  if (Math.round(metres) >= least) return { layers, metres: Math.round(metres), from, estimated: true };
  const why =
    stated === least
      ? `at least what is stated of ${unitWord(first.metres === stated ? a : b, 2)} (${(first.metres === stated ? first : second).from})`
      : `at least what positions of the files can be told apart by`;
  return {
    layers,
    metres: Math.round(least * 100) / 100,
    from: least === LEAST_ESTIMATE ? from : `${from}; ${why}`,
    estimated: true,
  };
}

/** What is known of either layer from other pairs: of each the least that was measured, of both the greater. */
function fromOtherPairs(
  a: Layer,
  b: Layer,
  measured: readonly { readonly layers: readonly string[]; readonly metres: number }[],
): number | null {
  const ofLayers = [a, b].flatMap(({ id, land }) => {
    const own = measured.filter(({ layers }) => layers.includes(id)).map(({ metres }) => metres);
    return land!.accuracy.metres !== null || own.length === 0 ? [] : [Math.min(...own)];
  });
  return ofLayers.length === 0 ? null : Math.max(...ofLayers);
}
