/** Polygons drawn twice: in one feature, in two features of a unit, in two units. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { planarLattice } from '../../src/arrangement/lattice.js';
import { DRAWN_AGAIN, LEFT_OUT } from '../../src/arrangement/repeated-polygons.js';
import { landOfUnits } from './figures.js';
import { makeLayer, type PlainFeature, type Polygon, type Ring } from './make-layer.js';

const square = (x: number, y: number, width: number): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + width],
  [x, y + width],
];
const turned = (polygon: Polygon): Polygon =>
  polygon.map((ring) => [...ring.slice(2), ...ring.slice(0, 2)].reverse());

const ward: Polygon = [square(0, 0, 4), square(1, 1, 1)];
const beside: Polygon = [square(2, 2, 4)];

const answer = (features: readonly PlainFeature[]): { land: number[]; repeated: number[] } => {
  const layer = makeLayer(features);
  const arrangement = buildArrangement([layer], planarLattice(0, 0, 10, 10));
  return {
    land: [...landOfUnits(arrangement, 0, layer.unitCount)],
    repeated: [...arrangement.edges.repeated],
  };
};

describe('a polygon drawn twice', () => {
  it('in one feature counts once, whatever its start and direction', () => {
    expect(answer([{ unit: 0, polygons: [ward, turned(ward), ward] }])).toEqual({
      land: [15],
      repeated: [0, LEFT_OUT, LEFT_OUT],
    });
  });

  it('in two features of a unit counts once', () => {
    const features = [ward, turned(ward)].map((polygon) => ({ unit: 0, polygons: [polygon] }));
    expect(answer(features)).toEqual({ land: [15], repeated: [0, DRAWN_AGAIN] });
  });

  it('in two units counts for each', () => {
    const features = [ward, turned(ward)].map((polygon, unit) => ({ unit, polygons: [polygon] }));
    expect(answer(features)).toEqual({ land: [15, 15], repeated: [0, 0] });
  });

  it('beside another of its feature: the order of the two features does not matter', () => {
    const features: PlainFeature[] = [
      { unit: 0, polygons: [ward, beside] },
      { unit: 0, polygons: [ward] },
    ];
    // Even-odd leaves 4 m² out of the first feature; the second covers them.
    expect(answer(features).land).toEqual([27]);
    expect(answer([...features].reverse()).land).toEqual([27]);
  });
});
