/** Positions that cannot be degrees among others that can. */
import { describe, expect, it } from 'vitest';
import { areDegrees, strayFromDegrees } from '../../src/read/stray-positions.js';

/** Features of one polygon of one ring each; positions as `x,y`. */
function stray(...features: readonly string[]) {
  const rings = features.map((text) => text.split(' ').map((place) => place.split(',').map(Number)));
  const upTo = (counts: readonly number[]): Uint32Array =>
    Uint32Array.from([0, ...counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, n) => sum + n, 0))]);
  const one = upTo(rings.map(() => 1));
  return strayFromDegrees({
    coordinates: Float64Array.from(rings.flat(2)),
    ringStart: upTo(rings.map((ring) => ring.length)),
    polygonStart: one,
    featureStart: one,
  });
}

const FAR = '-1,952';

describe('a position beyond the range of degrees', () => {
  it('strays where at least half of the positions lie within it', () => {
    expect(stray(`0,50 ${FAR}`)).toMatchObject({ count: 1 });
    expect(stray(`0,50 1,50 ${FAR} ${FAR}`)).toMatchObject({ count: 2 });
    expect(stray(`0,50 ${FAR} ${FAR}`)).toBeNull();
  });

  it('is told by the first of its kind, in the feature it belongs to', () => {
    const found = stray('0,50 1,50 1,51', '2,951 2,50 952,50', '0,50 1,50 1,51');
    expect(found).toEqual({ feature: 1, x: 2, y: 951, count: 2 });
  });

  it('is none a hair beyond the antimeridian or the pole, where some files draw them', () => {
    expect(stray('180.0001,50 -180.0001,50 0,90.0001 0,-90.0001')).toBeNull();
    expect(stray('180.0002,50 1,50')).toMatchObject({ x: 180.0002 });
    expect(stray('1,50 1,90.0002')).toMatchObject({ y: 90.0002 });
    expect(areDegrees({ minX: -180.0001, maxX: 180.0001, minY: -90.0001, maxY: 90.0001 })).toBe(true);
    expect(areDegrees({ minX: 0, maxX: 1, minY: 0, maxY: 90.0002 })).toBe(false);
  });

  it('is none where longitudes from 0 to 360 meet at Greenwich', () => {
    expect(stray('0,52 1,52 1,53 0.5,53 359.5,52')).toBeNull();
    expect(stray('0,52 90,52 1,53 0.5,53 270,52')).toBeNull();
    expect(stray('0,52 1,52 1,53 0.5,53 269,52')).toMatchObject({ x: 269 });
    expect(stray('0,52 91,52 1,53 0.5,53 359.5,52')).toMatchObject({ x: 359.5 });
    expect(stray('-0.1,52 1,52 1,53 0.5,53 359.5,52')).toMatchObject({ x: 359.5 });
    expect(stray('0,52 1,52 1,53 0.5,93 359.5,52')).toMatchObject({ x: 0.5 });
  });
});
