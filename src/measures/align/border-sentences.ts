/**
 * What the border is, in sentences.
 */
import { percentText } from '../../result/percent-text.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import { unitWord } from '../../layer/unit-words.js';
import { kilometres } from '../../result/units-of-measure.js';
import { wholeText } from '../../trouble/count-text.js';
import type { Alignment } from '../alignment/alignment.js';
import type { BorderFacts } from './border-tables.js';
import { listed, NAMED } from './sentence-parts.js';

/** Sentences on the border between units and the outer edge; `neighbour` is the country next door. */
export function borderSentences(
  { a, b }: Alignment,
  { between, outer, national, stretches }: BorderFacts,
  neighbour: Layer | null,
): string[] {
  const km = (metres: number): string => wholeText(kilometres(metres));
  const sentences: string[] = [];
  if (between.total > 0) {
    const along = between.exact + between.within;
    const byUnit = new Map<number, number>();
    for (const { unitB, length } of stretches) byUnit.set(unitB, (byUnit.get(unitB) ?? 0) + length);
    const longest = [...byUnit]
      .filter(([unit]) => unit !== NO_UNIT)
      .sort(([u, p], [v, q]) => q - p || u - v)
      .slice(0, NAMED)
      .map(([unit, metres]) => `${b.names[unit]!} (${km(metres)})`);
    const exactly =
      between.within === 0
        ? ', all exactly'
        : between.exact === 0
          ? ''
          : `, ${percentText((100 * between.exact) / between.total)} exactly`;
    const nowhere = byUnit.get(NO_UNIT) ?? 0;
    const beyond = nowhere < 500 ? '' : `, ${km(nowhere)} of them outside all ${unitWord(b, 2)}`;
    sentences.push(
      `Border between ${unitWord(a, 2)}: ${km(between.total)} km, ${percentText((100 * along) / between.total)} along a border of ${unitWord(b, 2)}${exactly}; ${km(between.deviating)} km deviate${beyond}${longest.length > 0 ? `, most in ${listed(longest)}` : ''}.`,
    );
  }
  if (neighbour !== null && national !== null) {
    sentences.push(
      `Outer edge: ${km(outer.total)} km, ${km(national)} km of it the national border with ${neighbour.names.length === 1 ? neighbour.names[0]! : unitWord(neighbour, 2)}.`,
    );
  }
  return sentences;
}
