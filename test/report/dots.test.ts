/**
 * Dots of people on a page: how many it carries, from which scale on they are drawn, and that none is lost on the way.
 */
import { describe, expect, it } from 'vitest';
import { dotWords } from '../../src/report/html/client/dot-key.js';
import { dotsIn, everyDot, isEvery, readDots, type DotSquares } from '../../src/report/html/client/dots.js';
import { dotData, thinDots } from '../../src/report/html/dot-data.js';
import { jsonBytes } from '../../src/report/html/escape.js';
import { writeHtml } from '../../src/report/html/page.js';
import type { Result } from '../../src/result/result.js';
import { sampleWithMap } from './sample-map.js';

/** So many dots along a diagonal, a step apart. */
const withDots = (count: number): Result => ({
  ...sampleWithMap,
  map: {
    ...sampleWithMap.map!,
    dots: {
      each: 50,
      measure: 'usual_residents',
      step: 1e-5,
      west: -1,
      south: 51,
      steps: Array.from({ length: 2 * count }, (_, i) => (i < 2 ? 0 : 1)),
    },
  },
});

function read(result: Result, every: number): DotSquares {
  const steps = readDots(dotData(result, every)!, (longitude, latitude) => [longitude + 1, latitude - 51]);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

function drawnIn(
  squares: DotSquares,
  box: readonly [number, number, number, number],
  every: number,
): number[] {
  const found: number[] = [];
  const steps = dotsIn(squares, box, every, (x) => found.push(Math.round(x * 1e5)));
  while (steps.next().done !== true);
  return found.sort((p, q) => p - q);
}

describe('dots on a page', () => {
  it('are not drawn below 2.5 times the scale of the whole map', () => {
    expect(everyDot(100, 2.49, 1)).toBe(0);
    expect(everyDot(100, 2.5, 1)).toBe(1);
    expect(everyDot(100, 25, 10)).toBe(1);
  });

  it('are the fewer of all the more of them there would be in a view', () => {
    expect(everyDot(3000 * 100, 10, 1)).toBe(1);
    expect(everyDot(3000 * 100 + 1, 10, 1)).toBe(2);
    expect(everyDot(3000 * 1000, 10, 1)).toBe(10);
    expect(everyDot(1e9, 10, 1)).toBe(100);
  });

  it('come out of the data as they went in, each in one square', () => {
    const squares = read(withDots(500), 1);
    const everywhere = [-1, -1, 1, 1] as const;
    expect(drawnIn(squares, everywhere, 1)).toEqual(Array.from({ length: 500 }, (_, i) => i));
    expect(drawnIn(squares, everywhere, 5)).toEqual(Array.from({ length: 100 }, (_, i) => 5 * i + 2));
    const near = drawnIn(squares, [0, 0, 1e-3, 1e-3], 1);
    for (let i = 0; i <= 100; i++) expect(near).toContain(i);
    expect(near.length).toBeLessThan(130);
    expect(drawnIn(squares, [5, 5, 6, 6], 1)).toEqual([]);
  });

  it('stand for k times as many people where the page carries every k-th', () => {
    const some = dotData(withDots(500), 10)!;
    expect(some).toMatchObject({ each: 500, count: 50, people: 'usual residents' });
    const first = drawnIn(read(withDots(500), 10), [-1, -1, 1, 1], 1);
    expect(first).toEqual(Array.from({ length: 50 }, (_, i) => 10 * i + 5));
    expect(first.every((dot) => isEvery(dot, 10))).toBe(true);
    expect(dotWords(some, 2)).toContain('One dot = 1,000 usual residents, placed at random within its block');
  });

  it('are thinned by no more than the page has to lose', () => {
    const result = withDots(1000);
    const saved = (every: number): number =>
      jsonBytes(dotData(result, 1)) - jsonBytes(dotData(result, every));
    expect(thinDots(result, 0)).toBe(1);
    expect(thinDots(result, 1)).toBe(2);
    expect(thinDots(result, saved(2))).toBe(2);
    expect(thinDots(result, saved(2) + 1)).toBe(5);
    expect(thinDots(result, 1e9)).toBe(10);
  });

  it('are neither carried nor spoken of under a disclosure rule', () => {
    const result = withDots(100);
    const rule = { rule: 'suppress', threshold: 10, rounding: 5 } as unknown as NonNullable<
      Result['disclosure']
    >;
    const open = writeHtml(result);
    const held = writeHtml({ ...result, disclosure: rule });
    expect(open).toContain('class="dot-key"');
    expect(open).toContain('data-switch="dots"');
    expect(held).not.toContain('class="dot-key"');
    expect(held).not.toContain('data-switch="dots"');
    expect(dotData({ ...result, disclosure: rule }, 1)).toBeNull();
  });
});
