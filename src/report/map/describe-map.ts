/**
 * What a map shows, in words, for those who do not see it.
 */
import { unitWords } from '../../result/layer-words.js';
import type { Result } from '../../result/result.js';
import { counted } from '../../trouble/count-text.js';
import { drawnShapes } from '../drawn-shapes.js';
import { sharedUnits } from './shared-units.js';

/** One or two sentences without figures that the headline does not have. */
export function describeMap(result: Result): string {
  const layers = result.layers.map((layer) => {
    const { many } = unitWords(layer, result);
    return layer.vintage === null || many.includes(layer.vintage) ? many : `${many} of ${layer.vintage}`;
  });
  const shared = sharedUnits(result).size;
  const patches = drawnShapes(result).filter(({ table }) => /^patches/.test(table)).length;
  const marked = [
    ...(shared > 0 ? [`${counted(shared, 'shared unit')} tinted and named`] : []),
    ...(patches > 0 ? [`${counted(patches, 'misaligned patch')} hatched`.replace('patchs', 'patches')] : []),
  ];
  return `Map of ${layers.join(' and ')}${marked.length > 0 ? `, with ${marked.join(' and ')}` : ''}. ${result.summary[0] ?? ''}`;
}
