/**
 * Foreshore and estuaries: land of a layer drawn to low water that one drawn to high water does not have.
 */
import { hectareText } from '../../result/hectare-text.js';
import { unitWord } from '../../layer/unit-words.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Layer } from '../../layer/layer.js';
import { reachesLowWater } from '../../layer/mixed-layers.js';
import { columnsOfPairs } from '../pairs/pair-columns.js';
import type { PairsOfLayers } from '../pairs/pairs-of-layers.js';
import { isLeftOut, standings } from '../pairs/relations.js';
import { hectares } from '../../result/units-of-measure.js';

/** One sentence with the hectares where the two layers are known to differ in extent, else none. */
export function foreshoreSentences(a: Layer, b: Layer, found: PairsOfLayers): string[] {
  const [first, second] = [reachesLowWater(a), reachesLowWater(b)];
  if (first === null || second === null || first === second) return [];
  const standing = standings(found, a.codes.length, b.codes.length);
  const [wide, narrow, mine, other] = first ? ([a, b, 'a', 'b'] as const) : ([b, a, 'b', 'a'] as const);
  const outside = new ExactSums(1);
  const pairs = columnsOfPairs(found);
  for (let p = 0; p < pairs.a.length; p++) {
    if (pairs[other][p] === NO_UNIT && !isLeftOut(standing[mine], pairs[mine][p]!))
      outside.add(0, pairs.area[p]!);
  }
  return [
    `Foreshore and estuaries: ${hectareText(hectares(outside.values()[0]!))} of ${unitWord(wide, 2)}, drawn to low water (${wide.land!.accuracy.suffix!}), lie outside ${unitWord(narrow, 2)}, drawn to high water (${narrow.land!.accuracy.suffix!}).`,
  ];
}
