/** Real layers whose names say nothing of their accuracy: the overlaps are those that a stated tolerance finds. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { doubtsOfPairs } from '../../src/measures/crossing/doubts.js';
import { haveRealData } from '../real-data.js';
import { figuresOf, loadReal, type RealName } from './real-run.js';

const unstated = (layer: Layer): Layer => ({
  ...layer,
  land: { ...layer.land!, accuracy: { ...layer.land!.accuracy, metres: null, from: 'not stated' } },
});

describe.skipIf(!haveRealData)('without a word on how accurate they are,', () => {
  it.each<[RealName, RealName, number, number]>([
    ['icb24', 'lad25', 40, 16],
    ['icb23', 'lad24', 220, 11],
    ['icb23', 'lad24buc', 500, 35],
  ])(
    '%s and %s have a tolerance of %i m, 309 overlaps and %i in doubt',
    async (first, second, metres, inDoubt) => {
      const layers = (await loadReal([first, second])).map(unstated);
      const { pairs } = crossLayers({ layers, planar: false, measures: [], tolerance: 'auto' });
      const [crossed] = pairs;
      expect(crossed!.tolerance).toMatchObject({ metres, estimated: true });
      const real = [...figuresOf(crossed!).values()].filter(({ relation }) => relation !== 'sliver');
      expect(real).toHaveLength(309);
      expect(doubtsOfPairs(pairs).filter(({ what }) => what === 'overlap')).toHaveLength(inDoubt);
    },
  );
});
