/** Whose word counts for the tolerance between two layers, and what is taken where no one says. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { settleTolerances, type Unsettled } from '../../src/measures/pairs/tolerance.js';
import type { Noise } from '../../src/measures/pairs/measure-noise.js';
import { draw } from '../overlap/drawn-layers.js';

const layer = (id: string, metres: number | null, finest = 0): Layer => {
  const drawn = draw(id, 'a');
  return { ...drawn, land: { ...drawn.land!, accuracy: { metres, from: 'said', finest } } };
};

const asked = (a: Layer, b: Layer, metres: number | null = null, sharesLinework = false): Unsettled => ({
  a,
  b,
  measure: (): Noise => ({ metres, sharesLinework }),
});

const never = (a: Layer, b: Layer): Unsettled => ({
  a,
  b,
  measure: () => {
    throw new Error('not asked for');
  },
});

const settled = (...pairs: Unsettled[]): unknown[] =>
  settleTolerances(pairs, 'auto').map(({ metres, estimated }) => [metres, estimated]);

describe('stated, the tolerance', () => {
  it('is the sum of both accuracies unless one is given, and nothing is measured', () => {
    const [a, b] = [layer('a', 20), layer('b', 200)];
    expect(settled(never(a, b))).toEqual([[220, false]]);
    expect(settleTolerances([never(a, b)], 0)).toMatchObject([{ metres: 0, estimated: false }]);
    expect(settleTolerances([never(layer('a', null), b)], 7)).toMatchObject([
      { metres: 7, estimated: false },
    ]);
  });
});

describe('measured, the tolerance', () => {
  const [a, b, c] = [layer('a', null), layer('b', null), layer('c', null)];

  it('is in whole metres and 1 m at least', () => {
    expect(settled(asked(a, b, 41.4))).toEqual([[41, true]]);
    expect([0.2, 1.49, 1.5].map((metres) => settled(asked(a, b, metres))[0])).toEqual([
      [1, true],
      [1, true],
      [2, true],
    ]);
    expect(settled(asked(a, b))).toEqual([[1, true]]);
  });

  it('is no less than what one of the two states, nor than what their positions can be told apart by', () => {
    expect([19, 20, 21].map((metres) => settled(asked(layer('a', 20), b, metres))[0])).toEqual([
      [20, true],
      [20, true],
      [21, true],
    ]);
    expect(settled(asked(a, layer('b', null, 11.1)))).toEqual([[11.1, true]]);
    expect(settled(asked(a, layer('b', null, 11.1), 12))).toEqual([[12, true]]);
  });

  it('is taken from another pair of the layer where two run too far apart, not where they share their linework', () => {
    expect(settled(asked(a, b, 300), asked(a, c), asked(b, c))).toEqual([
      [300, true],
      [300, true],
      [300, true],
    ]);
    expect(settled(asked(a, b, 300), asked(a, c, null, true))).toEqual([
      [300, true],
      [1, true],
    ]);
    // Of one layer the least that was measured, of two the greater.
    const d = layer('d', null);
    expect(settled(asked(a, b, 300), asked(a, c, 100), asked(a, d)).at(-1)).toEqual([100, true]);
    expect(settled(asked(a, b, 300), asked(a, c, 100), asked(b, d, 250), asked(c, d)).at(-1)).toEqual([
      250,
      true,
    ]);
  });

  it('is not taken from a pair that has but the least there is', () => {
    const before = settleTolerances([asked(a, b)], 'auto');
    const [after] = settleTolerances([asked(a, c)], 'auto', before);
    expect(after).toEqual({ ...before[0]!, layers: ['a', 'c'] });
  });
});
