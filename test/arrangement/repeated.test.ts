/** Rings and polygons drawn twice: in one polygon, in one feature, in two features of a unit, in two units. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { planarLattice } from '../../src/arrangement/lattice.js';
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

const answer = (features: readonly PlainFeature[], metres = 0): { land: number[]; repeated: number[] } => {
  const layer = makeLayer(features, 'parity', undefined, metres);
  const arrangement = buildArrangement([layer], planarLattice(0, 0, 10, 10));
  return {
    land: [...landOfUnits(arrangement, 0, layer.unitCount)].map((area) => Math.round(area * 1e4) / 1e4),
    repeated: [...arrangement.repeats[0]!.ofPolygon],
  };
};

describe('a polygon drawn twice', () => {
  it('in one feature counts once, whatever its start and direction', () => {
    expect(answer([{ unit: 0, polygons: [ward, turned(ward), ward] }])).toEqual({
      land: [15],
      repeated: [0, 0, 0],
    });
  });

  it('in two features of a unit counts once', () => {
    const features = [ward, turned(ward)].map((polygon) => ({ unit: 0, polygons: [polygon] }));
    expect(answer(features)).toEqual({ land: [15], repeated: [0, 0] });
  });

  it('in two units counts for each', () => {
    const features = [ward, turned(ward)].map((polygon, unit) => ({ unit, polygons: [polygon] }));
    expect(answer(features)).toEqual({ land: [15, 15], repeated: [0, 1] });
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

/** The land of one polygon, in square metres. */
const landOf = (...rings: Ring[]): number => answer([{ unit: 0, polygons: [rings] }]).land[0]!;
const lap = square(0, 0, 4);
const middles = (ring: Ring): Ring =>
  ring.flatMap(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return [[x, y] as const, [(x + u) / 2, (y + v) / 2] as const];
  });

describe('a ring drawn twice counts once', () => {
  const hole = square(1, 1, 1);
  it.each<[string, number, Ring[]]>([
    ['a hole given twice', 15, [lap, hole, hole]],
    ['a hole given three times', 15, [lap, hole, hole, hole]],
    ['the other way, from another corner', 15, [lap, hole, turned([hole])[0]!]],
    ['with further positions on it', 15, [lap, hole, middles(hole)]],
    ['a shell given again as a hole', 16, [lap, lap]],
    ['a shell given again as a hole, with a hole', 15, [lap, turned([lap])[0]!, hole]],
    ['a ring walked twice', 16, [[...lap, ...lap]]],
    ['a ring walked three times', 16, [[...lap, ...lap, ...lap]]],
    ['a ring walked twice, once with further positions', 16, [[...lap, lap[0]!, ...middles(lap)]]],
    [
      'a ring walked on into its second round',
      8,
      [
        [
          [0, 0],
          [4, 0],
          [0, 4],
          [0, 0],
          [4, 0],
          [0, 4],
        ],
      ],
    ],
    ['a hole walked twice', 15, [lap, [...hole, ...hole]]],
    [
      'a hole walked twice that shares a side with its shell',
      15,
      [lap, [...square(0, 1, 1), ...square(0, 1, 1)]],
    ],
  ])('%s', (_, land, rings) => {
    expect(landOf(...rings)).toBe(land);
  });

  it.each<[string, number, Ring[]]>([
    ['out and back around', 0, [[...lap, lap[0]!, ...[...lap].reverse()]]],
    [
      'a figure of eight through one place',
      8,
      [
        [
          [0, 0],
          [2, 2],
          [4, 0],
          [4, 4],
          [2, 2],
          [0, 4],
        ],
      ],
    ],
    [
      'a figure of eight that crosses itself',
      8,
      [
        [
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 4],
        ],
      ],
    ],
    [
      'a spike',
      16,
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [8, 8],
          [4, 4],
          [0, 4],
        ],
      ],
    ],
    ['a hole that shares a side with its shell', 15, [lap, square(0, 1, 1)]],
    ['a hole within a hole', 13, [lap, square(0.5, 0.5, 2), hole]],
    ['two holes that overlap', 12, [lap, square(0.5, 1, 2), square(1.5, 1, 2)]],
    ['a hole outside its shell', 17, [lap, square(6, 0, 1)]],
  ])('%s stays what parity makes of it', (_, land, rings) => {
    expect(landOf(...rings)).toBe(land);
  });

  it('an island in a hole stays, as a part of its own', () => {
    const polygons = [[lap, square(1, 1, 2)], [square(1.5, 1.5, 1)]];
    expect(answer([{ unit: 0, polygons }])).toEqual({ land: [13], repeated: [0, 1] });
  });
});

describe('a part that repeats another of its unit within the accuracy of the file', () => {
  const part = square(0, 0, 4);
  // A copy wider by a strip of 0.1 m: the strip is 2 · 0.4 / 8.2 = 0.0976 m wide on average.
  const copy: Ring = [
    [0, 0],
    [4.1, 0],
    [4.1, 4],
    [0, 4],
  ];
  const parts = (metres: number): unknown => answer([{ unit: 0, polygons: [[part], [copy]] }], metres);
  const width = (2 * 0.4) / 8.2;

  it('counts once, and covers what either covers', () => {
    expect(parts(width + 1e-6)).toEqual({ land: [16.4], repeated: [0, 0] });
  });

  it.each([width, width - 1e-6])('but not where it differs by as much: %d m', (metres) => {
    const { land, repeated } = parts(metres) as { land: number[]; repeated: number[] };
    expect(land[0]).toBeCloseTo(0.4, 4);
    expect(repeated).toEqual([0, 1]);
  });

  it('and not where it covers less than three quarters of it', () => {
    const inside = (x: number): unknown =>
      answer(
        [
          {
            unit: 0,
            polygons: [
              [part],
              [
                [
                  [0, 0],
                  [x, 0],
                  [x, 4],
                  [0, 4],
                ],
              ],
            ],
          },
        ],
        10,
      );
    expect(inside(3)).toEqual({ land: [16], repeated: [0, 0] });
    expect(inside(2.999)).toEqual({ land: [4.004], repeated: [0, 1] });
  });

  it('a hole as close to its shell is a hole', () => {
    expect(answer([{ unit: 0, polygons: [[copy, part]] }], 10).land[0]).toBeCloseTo(0.4, 4);
  });
});
