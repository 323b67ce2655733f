/** How accurate a layer is said to be by its file's name, and how fine its coordinates are. */
import { describe, expect, it } from 'vitest';
import { accuracyOf, metresOfSuffix } from '../../src/layer/accuracy.js';
import type { CoordinateSystem } from '../../src/layer/coordinate-system.js';
import type { Shapes } from '../../src/layer/shapes.js';

const planar = { kind: 'planar' } as CoordinateSystem;

describe('where no name says it, the accuracy', () => {
  const of = (...coordinates: number[]) =>
    accuracyOf(
      'areas.geojson',
      { coordinates: Float64Array.from(coordinates), ringStart: Uint32Array.of(0) } as Shapes,
      planar,
    );

  it('is not guessed, however far apart vertices stand', () => {
    expect(of(0, 0, 9000, 0, 9000, 9000)).toMatchObject({ metres: null, from: 'not stated' });
  });

  it('is no finer than the last decimal of the coordinates', () => {
    expect(of(1, 2, 300, 400).finest).toBe(1);
    expect(of(1, 2, 300, 400.5).finest).toBe(0.1);
    expect(of(1, 2.125, 300, 400).finest).toBe(0.001);
    expect(of(1 / 3, 2, 300, 400).finest).toBe(0);
  });

  it('counts decimals of degrees in metres', () => {
    const shapes = { coordinates: Float64Array.of(-1.5, 52.1234), ringStart: Uint32Array.of(0) } as Shapes;
    const degrees = { kind: 'geographic' } as CoordinateSystem;
    expect(accuracyOf('areas.geojson', shapes, degrees).finest).toBeCloseTo(11.132, 6);
  });

  it('takes degrees of three decimals and fewer for a sketch that is meant as it stands', () => {
    const degrees = { kind: 'geographic' } as CoordinateSystem;
    const finest = [52, 52.1, 52.12, 52.123].map((latitude) => {
      const shapes = { coordinates: Float64Array.of(-1.5, latitude), ringStart: Uint32Array.of(0) } as Shapes;
      return accuracyOf('areas.geojson', shapes, degrees).finest;
    });
    expect(finest).toEqual([0, 0, 0, 0]);
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
