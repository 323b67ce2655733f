/**
 * People as dots: as many as there are people for, each inside the block that it stands for people of.
 */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import type { MapWishes } from '../../src/measures/map/map-wishes.js';
import { peopleOfDot } from '../../src/measures/map/place-dots.js';
import type { MapDots } from '../../src/result/map-record.js';
import { drawLayer } from '../arrangement/lattice-map.js';
import { alignDrawn, drawnLayer, drawnPeople } from './align-lattice.js';

/** The drawing stands on squares of 1,000 m; a hundredth of a degree each. */
const SQUARE = 0.01;
const toDegrees: MapWishes['toLongitudeLatitude'] = (positions) => positions.map((metres) => metres / 1e5);

const AREAS = `
  a a a a b b b b .
  a a a a b b b b .
  a a a a b b b b .
  a a a a b b b b .`;
const COUNCILS = `
  p p p p p p q q .
  p p p p p p q q .
  p p p p q q q q .
  p p p p q q q q .`;
/** A ring about another, bent blocks, one across a border, one outside both layers. */
const BLOCKS = `
  v v v w w w z z x
  v u v w z z z y x
  v v v w w z y y x
  t t t t t t y y x`;
const PEOPLE: Readonly<Record<string, number>> = { t: 1234, u: 77, v: 905, w: 0, x: 5000, y: 3, z: 2001 };

function dotsOf(
  layers: readonly Layer[] = [drawnLayer('area', AREAS), drawnLayer('council', COUNCILS)],
  byPeople = true,
): MapDots | undefined {
  const [{ measure }] = [drawnPeople('1')];
  const layer = drawnLayer('block', BLOCKS);
  const values = Float64Array.from(layer.codes, (code) => PEOPLE[code]!);
  const report = alignDrawn(layers, [
    {
      measure: { ...measure, blocks: layer.codes, values, total: values.reduce((sum, n) => sum + n, 0) },
      blocks: { form: 'polygons', layer },
    },
  ]);
  return report.drawMap!({ toLongitudeLatitude: toDegrees, pairs: false, byPeople })!.dots;
}

/** Letter of the square that each dot lies in. */
function squaresOf({ step, west, south, steps }: MapDots, text: string): string[] {
  const { squares } = drawLayer(text);
  let [x, y] = [0, 0];
  return Array.from({ length: steps.length / 2 }, (_, i) => {
    x += steps[2 * i]!;
    y += steps[2 * i + 1]!;
    const [column, row] = [(west + x * step) / SQUARE, squares.length - (south + y * step) / SQUARE];
    return squares[Math.floor(row)]?.[Math.floor(column)] ?? '';
  });
}

const IN_LAYERS = ['t', 'u', 'v', 'w', 'y', 'z'];
const people = IN_LAYERS.reduce((sum, code) => sum + PEOPLE[code]!, 0);

describe('dots of people', () => {
  it('stand for all people of the layers to within half a dot, and for those of a block to within one', () => {
    const dots = dotsOf()!;
    expect(dots.each).toBe(10);
    expect(dots.measure).toBe('people');
    const squares = squaresOf(dots, BLOCKS);
    expect(Math.abs(squares.length * dots.each - people)).toBeLessThanOrEqual(dots.each / 2);
    for (const [code, amount] of Object.entries(PEOPLE)) {
      const drawn = squares.filter((each) => each === code).length * dots.each;
      expect(Math.abs(drawn - (code === 'x' ? 0 : amount)), code).toBeLessThan(dots.each);
    }
  });

  it('lie inside their blocks, which follow one another by code', () => {
    const dots = dotsOf()!;
    const squares = squaresOf(dots, BLOCKS);
    let sum = 0;
    const ends = IN_LAYERS.map((code) => (sum += PEOPLE[code]!));
    squares.forEach((square, i) => {
      const at = (i + 0.5) * dots.each;
      expect(square, `dot ${i}`).toBe(IN_LAYERS[ends.findIndex((end) => at <= end)]);
    });
  });

  it('are people of the units that their block is shared between, as the figures are', () => {
    const squares = squaresOf(dotsOf()!, AREAS.replaceAll('.', 'x'));
    const inA = squares.filter((each) => each === 'a').length * 10;
    const blocks = drawLayer(BLOCKS).squares;
    const areas = drawLayer(AREAS).squares;
    let expected = 0;
    blocks.forEach((row, r) =>
      row.forEach((code, c) => {
        const all = blocks.flat().filter((each) => each === code).length;
        if (areas[r]![c] === 'a') expected += PEOPLE[code]! / all;
      }),
    );
    // Each block begins and ends within a dot, and each of its faces.
    expect(Math.abs(inA - expected)).toBeLessThan(10 * IN_LAYERS.length);
  });

  it('are taken every k-th for k times as many people', () => {
    const dots = dotsOf()!;
    const squares = squaresOf(dots, BLOCKS);
    for (const every of [2, 5, 10]) {
      const some = squares.filter((_, i) => i % every === every >> 1);
      const stood = some.length * every * dots.each;
      expect(Math.abs(stood - people), String(every)).toBeLessThanOrEqual(every * dots.each);
      for (const code of IN_LAYERS) {
        const drawn = some.filter((each) => each === code).length * every * dots.each;
        expect(Math.abs(drawn - PEOPLE[code]!), `${code} ${every}`).toBeLessThanOrEqual(every * dots.each);
      }
    }
  });

  it('are the same for the same blocks, in whatever order layers are given', () => {
    expect(dotsOf()).toEqual(dotsOf());
    expect(dotsOf([drawnLayer('council', COUNCILS), drawnLayer('area', AREAS)])).toEqual(dotsOf());
  });

  it('are not there where people may not be shown, nor where they are counted at points', () => {
    expect(dotsOf(undefined, false)).toBeUndefined();
    const report = alignDrawn(
      [drawnLayer('area', AREAS), drawnLayer('council', COUNCILS)],
      [drawnPeople(AREAS.replace(/[ab]/g, '50').replaceAll('.', '0'))],
    );
    const map = report.drawMap!({ toLongitudeLatitude: toDegrees, pairs: false, byPeople: true })!;
    expect(map.dots).toBeUndefined();
  });

  it('stand for the least of 10, 20, 50, 100 … people that makes no more than so many', () => {
    expect(peopleOfDot(1000, 100)).toBe(10);
    expect(peopleOfDot(1004.9, 100)).toBe(10);
    expect(peopleOfDot(1005, 100)).toBe(20);
    expect(peopleOfDot(2009, 100)).toBe(20);
    expect(peopleOfDot(2010, 100)).toBe(50);
    expect(peopleOfDot(5025, 100)).toBe(100);
    expect(peopleOfDot(56_489_718, 120_000)).toBe(500);
  });
});
