/**
 * A result of the units that a request asks for alone.
 */
import { pickUnits } from '../layer/pick-units.js';
import type { Report } from '../measures/report.js';
import { onlyUnits } from '../result/only-units.js';
import type { Result } from '../result/result.js';
import type { Ground } from './load-ground.js';
import type { CommonWishes } from './request.js';

/** The result. Throws InputError for a word that stands for no unit of the layers, or for several. */
export function ofOnlyUnits(
  whole: Result,
  words: readonly string[],
  { disclosure }: Pick<CommonWishes, 'disclosure'>,
  { layers }: Pick<Ground, 'layers'>,
  { reconcileUnits }: Pick<Report, 'reconcileUnits'>,
): Result {
  const picked = pickUnits(words, layers);
  const lines = reconcileUnits?.(picked) ?? [];
  return onlyUnits(whole, {
    codes: new Map(
      [...picked].map(([id, { layer, units }]) => [
        id,
        new Set([...units].map((unit) => layer.codes[unit]!)),
      ]),
    ),
    names: [
      ...new Set(
        [...picked.values()].flatMap(({ layer, units }) => [...units].map((unit) => layer.names[unit]!)),
      ),
    ],
    // Sums of some units would tell those that a rule suppresses.
    reconciliation:
      disclosure === undefined ? lines : lines.filter(({ quantity }) => quantity === 'hectares'),
  });
}
