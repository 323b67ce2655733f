/**
 * What units of a layer are called where there is no other to tell them from: `ICB`, whichever year.
 */
import { layerWords } from '../result/layer-words.js';
import type { LayerRecord } from '../result/result.js';
import { unitWords, type UnitWords } from './unit-words.js';

/** The bare words of a layer, as if it stood alone. */
export const unitNouns = (layer: LayerRecord): UnitWords => {
  const alone = { layers: [layer] };
  const { one, many } = unitWords(layer, alone);
  return layer.kind === null ? { one: layerWords(layer, alone).short, many: 'units' } : { one, many };
};
