/**
 * The parts of the page's script that work on the map plane.
 */
import { projectionAbout } from '../../src/report/map/projection.js';
import { describe, expect, it } from 'vitest';
import { decodeMap } from '../../src/report/html/client/decode-map.js';
import { labelPoint, nameLines, roundLength } from '../../src/report/html/client/labels.js';
import { arcNumber, joinArcs, pathOf, thinLine } from '../../src/report/html/client/outlines.js';
import type { LayerData, PageData } from '../../src/report/html/client/page-data.js';
import { boxesMeet, boxOf, joinBoxes, type Box } from '../../src/report/html/client/plane.js';
import { fitBox, leastScale, zoomAbout } from '../../src/report/html/client/view.js';
import { decodeLines, encodeLines } from '../../src/report/html/line-text.js';
import { encodeArcs, encodePolygons, encodeTexts } from '../../src/report/html/short-text.js';

describe('lines as text', () => {
  it('come back as they were: none, noughts, both signs, one letter and many', () => {
    const steps = [0, 1, -1, 15, -16, 16, -17, 1023, -1024, 123_456_789, -123_456_789];
    for (const lines of [[], [[0, 0]], [steps], [[5], [-5, 7, 0, 0]]]) {
      expect(decodeLines(encodeLines(lines))).toEqual(lines);
    }
  });
});

describe('the projection', () => {
  const RADIUS = 6371.009;
  /** Great circle in kilometres (haversine). */
  const apart = (x1: number, y1: number, x2: number, y2: number): number => {
    const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2;
    const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
    return 2 * RADIUS * Math.asin(Math.sqrt(half(y2 - y1) + cos(y1) * cos(y2) * half(x2 - x1)));
  };

  it('has its middle at nought and keeps lengths along the middle meridian', () => {
    const project = projectionAbout(-1.5, 53, 8);
    expect(project(-1.5, 53)[0]).toBeCloseTo(0, 9);
    expect(project(-1.5, 53)[1]).toBeCloseTo(0, 9);
    expect(project(-1.5, 55)[1]).toBeCloseTo(apart(-1.5, 53, -1.5, 55), 6);
  });

  it.each([
    [0.5, 52.4],
    [-3.1, 54.2],
    [-1.4, 50.7],
  ])('keeps the distance from its middle to %f, %f within a tenth of a per cent', (x, y) => {
    const [east, north] = projectionAbout(-1.5, 53, 8)(x, y);
    const distance = apart(-1.5, 53, x, y);
    expect(Math.abs(Math.hypot(east, north) / distance - 1)).toBeLessThan(0.001);
    expect(Math.sign(east)).toBe(Math.sign(x + 1.5));
    expect(Math.sign(north)).toBe(Math.sign(y - 53));
  });

  it('bends parallels up to 60 degrees of width and has them straight beyond', () => {
    const north = (wide: number): number => projectionAbout(0, 50, wide)(20, 50)[1];
    expect(north(60)).toBeGreaterThan(100);
    expect(north(60.01)).toBeCloseTo(0, 9);
    expect(projectionAbout(0, 60, 61)(1, 60)[0]).toBeCloseTo(apart(0, 60, 1, 60), 2);
  });
});

describe('boxes', () => {
  const box: Box = [0, 0, 2, 1];

  it('hold all positions of all lines, and all of several boxes', () => {
    expect(
      boxOf([
        [1, 5, -2, 3],
        [0, 9],
      ]),
    ).toEqual([-2, 3, 1, 9]);
    expect(joinBoxes([box, [-1, 0.5, 1, 7]])).toEqual([-1, 0, 2, 7]);
  });

  it('of nothing join any other without changing it', () => {
    expect(joinBoxes([boxOf([]), box, [1, 0.5, 1, 0.5]])).toEqual(box);
    expect(joinBoxes([])).toEqual(boxOf([]));
  });

  it('meet where they share more than an edge or a corner', () => {
    expect(boxesMeet(box, [1.99, 0, 3, 1])).toBe(true);
    expect(boxesMeet(box, [2, 0, 3, 1])).toBe(false);
    expect(boxesMeet(box, [2, 1, 3, 2])).toBe(false);
    expect(boxesMeet(box, [0.5, 0.5, 0.6, 0.6])).toBe(true);
    expect(boxesMeet(box, boxOf([]))).toBe(false);
  });
});

/**
 * Two squares side by side, with the edge between them stored once:
 *
 *     ┌─────┬─────┐        arc 0 the edge, upwards
 *     │  A  0  B  │        arc 1 around A, from its top to its foot
 *     └──1──┴──2──┘        arc 2 around B, from its foot to its top
 */
const layer = (id: string, code: string, name: string, rings: number[][]): Omit<LayerData, 'style'> => ({
  id,
  many: 'units',
  one: 'unit',
  codes: encodeTexts([code]),
  names: encodeTexts([name]),
  polygons: encodePolygons([[rings]]),
});

const data: PageData = {
  step: 0.01,
  west: -2,
  south: 52,
  arcs: encodeArcs([
    [100, 0, 0, 100],
    [100, 100, -100, 0, 0, -100, 100, 0],
    [100, 0, 100, 0, 0, 100, -100, 0],
  ]),
  layers: [
    { ...layer('x', 'A', 'Ash', [[0, 1]]), style: 0 },
    { ...layer('y', 'B', 'NHS Birch Integrated Care Board', [[2, ~0]]), style: 1 },
  ],
  shapes: [{ table: 't', row: 3, form: 'line', title: 'Border', lines: encodeLines([[100, 0, 0, 100]]) }],
  tables: [],
  pairs: [],
  shared: [],
  place: null,
  changing: null,
  people: null,
  dots: null,
  told: -1,
};

describe('the sheet of a page', () => {
  const sheet = decodeMap(data);
  const [ash, birch] = sheet.units;

  it('holds units with their names, short where there is a short one', () => {
    expect(sheet.units.map(({ layer, number, code, short }) => [layer, number, code, short])).toEqual([
      [0, 0, 'A', 'Ash'],
      [1, 0, 'B', 'Birch ICB'],
    ]);
  });

  it('runs east to the right and north upwards, as far as the ground does', () => {
    expect(ash!.box[2]).toBeCloseTo(0, 6);
    expect(birch!.box[0]).toBeCloseTo(0, 6);
    expect(ash!.box[3] - ash!.box[1]).toBeGreaterThan(111);
    expect(ash!.box[3] - ash!.box[1]).toBeLessThan(112);
    const [, foot, , top] = sheet.arcs[0]!;
    expect(top).toBeLessThan(foot!);
  });

  it('lays shapes on the same plane as arcs', () => {
    expect([...sheet.shapes[0]!.lines[0]!]).toEqual([...sheet.arcs[0]!]);
    expect(sheet.shapes[0]!.number).toBe(0);
  });

  it('has rings that close, whichever way they walk an arc', () => {
    for (const unit of sheet.units) {
      const ring = joinArcs(unit.outer, (arc) => sheet.arcs[arc]!);
      expect(ring.slice(0, 2)).toEqual(ring.slice(-2));
      expect(ring).toHaveLength(12);
    }
  });

  it('is empty where there is nothing to draw', () => {
    const empty = decodeMap({ ...data, arcs: '', layers: [], shapes: [] });
    expect(empty).toMatchObject({ arcs: [], boxes: [], units: [], shapes: [] });
  });
});

describe('outlines', () => {
  it('walk an arc backwards where its number is turned', () => {
    expect([0, 7, ~0, ~7].map(arcNumber)).toEqual([0, 7, 0, 7]);
    const arcs = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ];
    expect(joinArcs([0, ~1], (arc) => arcs[arc]!)).toEqual([1, 2, 3, 4, 7, 8, 5, 6]);
  });

  it('lose positions nearer than the least to the one kept before, never their ends', () => {
    const line = [0, 0, 1, 0, 2, 0, 2, 1.9, 2, 2, 2.1, 2];
    expect(thinLine(line, 2)).toEqual([0, 0, 2, 0, 2, 2, 2.1, 2]);
    expect(thinLine(line, 2.01)).toEqual([0, 0, 2, 1.9, 2.1, 2]);
    expect(thinLine([0, 0, 0.1, 0], 5)).toEqual([0, 0, 0.1, 0]);
  });

  it('are written with so many decimals', () => {
    expect(pathOf([0, 1, 2.25, -3], 1)).toBe('M0.0 1.0L2.3 -3.0');
    expect(pathOf([], 1)).toBe('');
  });
});

describe('names on the map', () => {
  it('stand in the middle of a square', () => {
    expect(labelPoint([0, 0, 8, 0, 8, 8, 0, 8])).toEqual([4, 4, 8]);
  });

  it('stand where a unit is widest, if that is much wider than its middle', () => {
    // An L: 2 wide above, 10 wide below its sixth eighth.
    const [x, y, width] = labelPoint([0, 0, 2, 0, 2, 5.5, 10, 5.5, 10, 8, 0, 8]);
    expect([x, y, width]).toEqual([5, 6, 10]);
  });

  it('stay in the middle for less than three tenths more room', () => {
    expect(labelPoint([0, 0, 2, 0, 2, 5.5, 2.6, 5.5, 2.6, 8, 0, 8])).toEqual([1, 4, 2]);
    expect(labelPoint([0, 0, 2, 0, 2, 5.5, 2.61, 5.5, 2.61, 8, 0, 8])[1]).toBe(6);
  });

  it('are broken into lines of at most 15 signs, between words', () => {
    expect(nameLines('Ash')).toEqual(['Ash']);
    expect(nameLines('Seven and eight')).toEqual(['Seven and eight']);
    expect(nameLines('Seven and eighty')).toEqual(['Seven and', 'eighty']);
    expect(nameLines('Bournemouthandpoole Town')).toEqual(['Bournemouthandpoole', 'Town']);
  });

  it('have a scale bar of 1, 2 or 5 times a power of ten', () => {
    expect([1, 1.99, 2, 4.99, 5, 9.99, 10, 1234, 220].map(roundLength)).toEqual([
      1, 1, 2, 2, 5, 5, 10, 1000, 200,
    ]);
  });
});

describe('views', () => {
  const size = { width: 800, height: 400 };

  it('show a box about their middle, by the tighter side', () => {
    expect(fitBox([0, 0, 10, 10], size, 0.5)).toEqual({ x: 5, y: 5, scale: 20 });
    expect(fitBox([0, 0, 40, 10], size, 1)).toEqual({ x: 20, y: 5, scale: 20 });
  });

  it('show a kilometre at least', () => {
    expect(fitBox([3, 3, 3, 3], size, 1).scale).toBe(400);
  });

  it('get no smaller than three tenths of the view', () => {
    expect(leastScale([0, 0, 10, 60], size)).toBe(2);
  });

  it('keep what lies under the pointer there', () => {
    const view = { x: 3, y: 4, scale: 2, ...size };
    const under = ({ x, y, scale }: { x: number; y: number; scale: number }): number[] => [
      x + (700 - 400) / scale,
      y + (50 - 200) / scale,
    ];
    expect(under(zoomAbout(view, 5, 700, 50))).toEqual(under(view));
    expect(zoomAbout(view, 5, 400, 200)).toEqual({ x: 3, y: 4, scale: 5 });
  });
});
