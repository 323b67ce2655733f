/** How accurate a layer is said to be, by its file's name or by its edges. */
import { describe, expect, it } from 'vitest';
import { accuracyOf, metresOfSuffix } from '../../src/layer/accuracy.js';
import type { CoordinateSystem } from '../../src/layer/coordinate-system.js';
import type { Shapes } from '../../src/layer/shapes.js';

const planar = { kind: 'planar' } as CoordinateSystem;

/** Lines along the x axis, each with edges of the lengths given; a line starts 10 km from the end of the last. */
function accuracyWith(...lines: readonly (readonly number[])[]): number {
  let x = 0;
  const ringStart = [0];
  const coordinates: number[] = [];
  for (const edges of lines) {
    coordinates.push(x, 0);
    for (const edge of edges) coordinates.push((x += edge), 0);
    ringStart.push(coordinates.length / 2);
    x += 10_000;
  }
  const shapes = {
    coordinates: Float64Array.from(coordinates),
    ringStart: Uint32Array.from(ringStart),
  } as Shapes;
  return accuracyOf('areas.geojson', shapes, planar).metres;
}

describe('estimated from the edges, the accuracy', () => {
  it('is a fifth of the middle one, of two middle ones the longer', () => {
    expect(accuracyWith([100, 200, 300])).toBe(40);
    expect(accuracyWith([100, 200, 300, 400])).toBe(60);
  });

  it('is between 1 m and 500 m', () => {
    expect([2, 5, 8].map((edge) => accuracyWith([edge]))).toEqual([1, 1, 2]);
    expect([2495, 2500, 2505, 9000].map((edge) => accuracyWith([edge]))).toEqual([499, 500, 500, 500]);
  });

  it('takes no account of the way from one ring to the next, nor of places drawn twice', () => {
    expect(accuracyWith([], [100])).toBe(20);
    expect(accuracyWith([0, 0, 0, 100, 0])).toBe(20);
  });
});

describe('said by the name of a file, the accuracy', () => {
  const shapes = { coordinates: new Float64Array(0), ringStart: Uint32Array.of(0) } as Shapes;

  it.each([
    ['ICB_2024_EN_BFC.geojson', 1, 'BFC'],
    ['ICB_2024_EN_BFE.geojson', 1, 'BFE'],
    ['ICB_2024_EN_BGC_V2.geojson', 20, 'BGC'],
    ['bsc/ICB_2024_EN_BSC.geojson', 200, 'BSC'],
    ['ICB_2024_EN_BUC.geojson', 500, 'BUC'],
  ])('of %s is %i m', (name, metres, suffix) => {
    expect(accuracyOf(name, shapes, planar)).toMatchObject({ metres, suffix });
    expect(metresOfSuffix(suffix)).toBe(metres);
  });

  it('of a folder says nothing, nor do letters within a word', () => {
    expect(accuracyOf('bsc/areas.geojson', shapes, planar).suffix).toBeUndefined();
    expect(accuracyOf('absconded.geojson', shapes, planar).suffix).toBeUndefined();
  });
});
