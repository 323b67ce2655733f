/** Faults of a layer that stand just on the measure from which they are told, or told otherwise. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { clipLayers } from '../../src/measures/land/clip-layers.js';
import { box, check, drawLayer, kindOf, polygon, polygons, told, type Ring } from './check-drawn.js';
import { draw } from '../overlap/drawn-layers.js';

/** A metre in the kilometres of the drawings. */
const METRE = 0.001;

const accurateTo = (layer: Layer, metres: number): Layer => ({
  ...layer,
  land: { ...layer.land!, accuracy: { metres, from: 'said', finest: 0 } },
});

describe('a gap', () => {
  /** A square of 1 km without a hole of 1 m by so many metres. */
  const holed = (metres: number): Layer =>
    drawLayer([{ code: 'a', geometry: polygon(box(0, 0), box(0.5, 0.5, METRE, metres * METRE)) }]);

  it('of a square metre or more is told, one of less is rounding', () => {
    expect(kindOf(check([holed(1)]), 'gap').length).toBe(1);
    expect(kindOf(check([holed(0.99)]), 'gap').length).toBe(0);
    expect(kindOf(check([holed(0.99)]), 'rounding-gap').length).toBe(1);
  });

  it('is allowed where more than half of it is known, not with half', () => {
    const around = drawLayer([{ code: 'a', geometry: polygon(box(0, 0, 10), box(4, 4, 2)) }]);
    const known = (width: number): string[] =>
      told(
        check([around], {
          allowedGaps: drawLayer([{ code: 'k', geometry: polygon(box(4, 4, width, 2)) }]),
        }),
      );
    expect(known(1)).toEqual(['gap a']);
    expect(known(1.001)).toEqual(['allowed-gap a']);
  });

  it('is named after its neighbours, the one with most of its border first, of equals the lower code', () => {
    const ring = (first: string, second: string): string[] =>
      told(
        check([
          drawLayer([
            { code: first, geometry: polygon([[0, 0], [3, 0], [3, 1], [1, 1], [1, 2], [0, 2], [0, 0]]) }, // prettier-ignore
            { code: second, geometry: polygon([[3, 1], [3, 3], [0, 3], [0, 2], [2, 2], [2, 1], [3, 1]]) }, // prettier-ignore
          ]),
        ]),
      );
    expect(ring('a', 'b')).toEqual(['gap a b']);
    expect(ring('b', 'a')).toEqual(['gap a b']);
  });
});

describe('an overlap', () => {
  /** Two squares of 10 km, the second so many kilometres further east. */
  const apart = (kilometres: number): Layer =>
    drawLayer([
      { code: 'a', geometry: polygon(box(0, 0, 10)) },
      { code: 'b', geometry: polygon(box(kilometres, 0, 10)) },
    ]);

  it('is an error where it is as wide as the layer is accurate, a warning where it is thinner', () => {
    // A strip of 1 km by 10 km: 2 · 10 / 22 km wide on average.
    const width = (2 * 10e6) / 22_000;
    const severity = (metres: number): string =>
      kindOf(check([accurateTo(apart(9), metres)]), 'overlap')[0]!.severity;
    expect([width - 0.01, width, width + 0.01].map(severity)).toEqual(['error', 'error', 'warning']);
  });

  it('of more than 98 % of both is the same land', () => {
    expect(told(check([apart(0.19)]))).toContain('same-land a b');
    expect(told(check([apart(0.2)]))).toEqual(['overlap a b']);
  });

  it('of more than 98 % of one is a unit within another', () => {
    const beside = (east: number): string[] =>
      told(
        check([
          drawLayer([
            { code: 'a', geometry: polygon(box(0, 0, 10)) },
            { code: 'b', geometry: polygon(box(10 - 1 + east, 0)) },
          ]),
        ]),
      );
    expect(beside(0.019)).toEqual(['unit-within-unit a b']);
    expect(beside(0.05)).toEqual(['overlap a b']);
  });

  const twice = (metres: number, accuracy: number): number => {
    const layer = drawLayer([
      {
        code: 'a',
        geometry: polygons([box(0, 0)], [box(1 - METRE, 1 - metres * METRE)]),
      },
    ]);
    const land = { ...layer.land!, accuracy: { metres: accuracy, from: 'made up', finest: 0.001 } };
    return kindOf(check([{ ...layer, land }]), 'parity-and-union-differ').length;
  };

  it('of polygons of one unit is told from a square metre on', () => {
    expect([0.99, 1, 1.01].map((metres) => twice(metres, 0.1))).toEqual([0, 1, 1]);
  });

  it('of polygons of one unit is told where it is as wide as the layer is accurate', () => {
    // Four metres by one: twice four over a perimeter of ten.
    expect([0.81, 0.8, 0.79].map((accuracy) => twice(4, accuracy))).toEqual([0, 1, 1]);
  });
});

describe('a clip', () => {
  /** Hundredths of unit a that lie within: a row of a hundred squares, so many of which are clipped to. */
  const kept = (within: number): readonly string[] => {
    const row = (letter: string, from: number, to: number): string =>
      Array.from({ length: 102 }, (_, i) => (i >= from && i < to ? letter : '.')).join(' ');
    const layer = draw('a', row('a', 0, 100));
    return clipLayers([layer], draw('clip', row('c', 100 - within, 102)), true).layers[0]!.codes;
  };

  it('leaves out a unit with a hundredth of its land within, and keeps one with two', () => {
    expect([0, 1, 2].map(kept)).toEqual([[], [], ['a']]);
  });
});

it('of two thousand parts that come to one place is told without comparing every touch with every other', () => {
  const parts = Array.from({ length: 2000 }, (_, i): Ring[] => {
    const at = (turn: number): [number, number] => [
      30 * Math.cos((turn * Math.PI) / 2000),
      30 * Math.sin((turn * Math.PI) / 2000),
    ];
    return [[[0, 0], at(2 * i), at(2 * i + 1), [0, 0]]];
  });
  const start = performance.now();
  const report = check([drawLayer([{ code: 'a', geometry: polygons(...parts) }])]);
  expect(kindOf(report, 'rings-cross')).toEqual([]);
  expect(performance.now() - start).toBeLessThan(15_000);
});
