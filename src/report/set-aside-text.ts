/**
 * One sentence on what is too thin to count: slivers set aside, in hectares and people, and by which tolerance.
 */
import { countedPeople } from '../trouble/count-text.js';
import { layersNamed } from '../result/layer-words.js';
import type { Result } from '../result/result.js';
import { formatNumber, roundNumber, withCommas } from '../result/format-number.js';
import { unitWord } from './reconciliation-text.js';

/** `Set aside as slivers thinner than 40 m (…): 1,024 ha, 12 people`, or null where no tolerance was used. */
export function setAsideText(result: Result): string | null {
  if (result.tolerances.length === 0) return null;
  const amounts = new Map<string, number>();
  for (const entry of result.reconciliation) {
    const unit = unitWord(entry);
    // Both layers hold the same slivers; where one covers land twice its figure is larger.
    amounts.set(unit, Math.max(amounts.get(unit) ?? 0, entry.in_slivers));
  }
  const written = [...amounts]
    .filter(([, amount]) => roundNumber(amount, 1) !== 0)
    .map(([unit, amount]) =>
      unit === 'ha' ? `${withCommas(formatNumber(amount, 1))} ha` : countedPeople(amount, unit),
    );
  return `Set aside as slivers thinner than ${toleranceText(result)}: ${written.length > 0 ? written.join(', ') : 'nothing'}`;
}

/** `40 m (sum of …)`, and for several pairs of layers which pair each is for. */
export function toleranceText(result: Result): string {
  const several = result.tolerances.length > 1;
  return result.tolerances
    .map(({ layers, metres, from }) => {
      const length = `${withCommas(formatNumber(roundNumber(metres, 2), null))} m`;
      return several ? `${length} (${layersNamed(layers, result)}: ${from})` : `${length} (${from})`;
    })
    .join(', ');
}
