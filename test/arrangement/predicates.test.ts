/** Predicates on the lattice against rational numbers in big integers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKernel } from '../../src/arrangement/kernel.js';

type Point = readonly [number, number];
type Four = [number, number, number, number, number, number, number, number];

const kernel = makeKernel();
const meetsPixel = (...xy: [number, number, number, number, number, number]): boolean =>
  kernel.meetsPixel(...xy) !== 0;
const crossProperly = (...xy: Four): boolean => kernel.crossProperly(...xy) !== 0;
const roundCrossing = (...xy: Four): [number, number] => {
  kernel.roundCrossing(...xy);
  return [kernel.roundedX.value, kernel.roundedY.value];
};

/** Differences below this multiply exactly in doubles; from it on the kernel asks its host. */
const EXACT_REACH = 2 ** 26;
const LARGEST = 2 ** 31 - 2;

/** Points of one case lie near, in reach of plain doubles, just around that bound, or anywhere. */
const points = (count: number): fc.Arbitrary<Point[]> =>
  fc.constantFrom(2, 5, 30, 2 ** 13, 2 ** 25, EXACT_REACH - 1, 2 ** 27, 1e9, LARGEST).chain((reach) => {
    const step = fc.integer({ min: -reach, max: reach });
    // Beside free steps, steps in the corners of the reach, where lines are nearly the same.
    const near = fc
      .tuple(fc.constantFrom(-1, 0, 1), fc.integer({ min: -2, max: 2 }))
      .map(([corner, off]) => Math.max(-LARGEST, Math.min(LARGEST, corner * reach + off)));
    const any = fc.oneof(step, near);
    return fc.array(fc.tuple(any, any), { minLength: count, maxLength: count });
  });

const cross = (a: Point, b: Point, c: Point): bigint =>
  BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0]);
const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

const crossExactly = (a: Point, b: Point, c: Point, d: Point): boolean =>
  sign(cross(a, b, c)) * sign(cross(a, b, d)) < 0 && sign(cross(c, d, a)) * sign(cross(c, d, b)) < 0;

/**
 * Whether the segment meets the half-open square around p: the part of it inside the closed square, by clipping with
 * fractions n / d, must hold a point that is neither on the right or upper side.
 */
function meetsExactly(a: Point, b: Point, p: Point): boolean {
  type Fraction = { n: bigint; d: bigint };
  const less = (s: Fraction, t: Fraction): boolean => s.n * t.d < t.n * s.d;
  let from: Fraction = { n: 0n, d: 1n };
  let to: Fraction = { n: 1n, d: 1n };
  const ends = [0, 1].map((k) => {
    const start = 2n * BigInt(a[k]! - p[k]!);
    return { start, run: 2n * BigInt(b[k]! - a[k]!) };
  });
  for (const { start, run } of ends) {
    // Twice the position, start + run·t, must lie from -1 to 1.
    if (run === 0n) {
      if (start < -1n || start >= 1n) return false;
      continue;
    }
    const at = (limit: bigint): Fraction =>
      run > 0n ? { n: limit - start, d: run } : { n: start - limit, d: -run };
    const [enter, leave] = run > 0n ? [at(-1n), at(1n)] : [at(1n), at(-1n)];
    if (less(from, enter)) from = enter;
    if (less(leave, to)) to = leave;
  }
  if (less(to, from)) return false;
  // A middle point of the clipped part is inside unless the whole part lies on an open side.
  const middle: Fraction = { n: from.n * to.d + to.n * from.d, d: 2n * from.d * to.d };
  return ends.every(({ start, run }) => {
    const twice = start * middle.d + run * middle.n;
    return twice >= -middle.d && twice < middle.d;
  });
}

/** Nearest lattice point of a fraction; a half goes up. */
function roundedUp(n: bigint, d: bigint): bigint {
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  const [a, b] = [2n * top + bottom, 2n * bottom];
  return (a - (((a % b) + b) % b)) / b;
}

function crossingExactly(a: Point, b: Point, c: Point, d: Point): [number, number] {
  const [rx, ry] = [BigInt(b[0] - a[0]), BigInt(b[1] - a[1])];
  const [sx, sy] = [BigInt(d[0] - c[0]), BigInt(d[1] - c[1])];
  const below = rx * sy - ry * sx;
  const above = BigInt(c[0] - a[0]) * sy - BigInt(c[1] - a[1]) * sx;
  return [
    Number(roundedUp(BigInt(a[0]) * below + above * rx, below)),
    Number(roundedUp(BigInt(a[1]) * below + above * ry, below)),
  ];
}

describe('side of a line', () => {
  const { side } = kernel;

  it('left is positive, near and far beyond the reach of plain doubles', () => {
    for (const reach of [1, 1000, EXACT_REACH - 1, EXACT_REACH, 2 ** 30, LARGEST]) {
      expect(Math.sign(side(-reach, 0, reach, 0, 0, 1))).toBe(1);
      expect(Math.sign(side(-reach, 0, reach, 0, 0, -1))).toBe(-1);
      expect(Math.abs(side(-reach, -reach, reach, reach, 0, 0))).toBe(0);
    }
  });

  it('has the sign of the exact cross product', () => {
    fc.assert(
      fc.property(points(3), ([a, b, c]) => {
        const given = Math.sign(side(a![0], a![1], b![0], b![1], c![0], c![1])) + 0;
        expect(given).toBe(sign(cross(a!, b!, c!)));
      }),
      { numRuns: 3000 },
    );
  });

  it('tells points one step from the longest lines', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 15 }),
        fc.integer({ min: 1, max: 2 ** 15 }),
        fc.integer({ min: -1, max: 1 }),
        (dx, dy, off) => {
          const a: Point = [-dx * 2 ** 15, -dy * 2 ** 15];
          const b: Point = [dx * 2 ** 15, dy * 2 ** 15];
          const c: Point = [dx * 7, dy * 7 + off];
          expect(Math.sign(side(...a, ...b, ...c)) + 0).toBe(off);
        },
      ),
    );
  });
});

describe('edge and pixel', () => {
  it('meet as the half-open square says', () => {
    fc.assert(
      fc.property(
        points(2),
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: -1, max: 1 }),
        ([a, b], share, offX, offY) => {
          const clamp = (value: number, p: number, q: number): number =>
            Math.min(Math.max(p, q), Math.max(Math.min(p, q), value));
          const p: Point = [
            clamp(Math.round(a![0] + (b![0] - a![0]) * share) + offX, a![0], b![0]),
            clamp(Math.round(a![1] + (b![1] - a![1]) * share) + offY, a![1], b![1]),
          ];
          if (a![0] === b![0] && a![1] === b![1]) return;
          expect(meetsPixel(...a!, ...b!, ...p)).toBe(meetsExactly(a!, b!, p));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('all edges of a small grid and all pixels in their boxes', () => {
    const around = Array.from({ length: 49 }, (_, i): Point => [(i % 7) - 3, Math.floor(i / 7) - 3]);
    for (const b of around) {
      if (b[0] === 0 && b[1] === 0) continue;
      for (const p of around) {
        if (p[0] * (p[0] - b[0]) > 0 || p[1] * (p[1] - b[1]) > 0) continue;
        expect([b, p, meetsPixel(0, 0, ...b, ...p)]).toEqual([b, p, meetsExactly([0, 0], b, p)]);
        expect([b, p, meetsPixel(...b, 0, 0, ...p)]).toEqual([b, p, meetsExactly([0, 0], b, p)]);
      }
    }
  });

  it('a corner counts for the one pixel whose lower left it is', () => {
    // From 0, 0 to 1, 1 the corner ½, ½ belongs to 1, 1; from 0, 1 to 1, 0 it belongs there too.
    expect(meetsPixel(0, 0, 1, 1, 1, 0)).toBe(false);
    expect(meetsPixel(0, 0, 1, 1, 0, 1)).toBe(false);
    expect(meetsPixel(0, 1, 1, 0, 1, 1)).toBe(true);
    expect(meetsPixel(0, 1, 1, 0, 0, 0)).toBe(false);
    const far = 2 ** 30;
    expect(meetsPixel(-far, far + 1, far + 1, -far, 1, 1)).toBe(true);
    expect(meetsPixel(-far, far + 1, far + 1, -far, 0, 0)).toBe(false);
  });
});

describe('crossings', () => {
  it('are proper exactly when each segment has the ends of the other on both sides', () => {
    fc.assert(
      fc.property(points(4), ([a, b, c, d]) => {
        expect(crossProperly(...a!, ...b!, ...c!, ...d!)).toBe(crossExactly(a!, b!, c!, d!));
      }),
      { numRuns: 3000 },
    );
  });

  it('round to the lattice point whose pixel holds them, whichever segment comes first', () => {
    fc.assert(
      fc.property(points(4), ([a, b, c, d]) => {
        if (!crossExactly(a!, b!, c!, d!)) return;
        const expected = crossingExactly(a!, b!, c!, d!);
        for (const [p, q, r, s] of [
          [a, b, c, d],
          [b, a, c, d],
          [c, d, a, b],
          [d, c, b, a],
        ] as const) {
          expect(roundCrossing(...p!, ...q!, ...r!, ...s!)).toEqual(expected.map((value) => value + 0));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('at just a half go up, left and right of the origin and far out', () => {
    for (const middle of [0, -7, 7, 2 ** 25, -(2 ** 25), 2 ** 30]) {
      for (const reach of [1, 3, 2 ** 20 + 1, 2 ** 28 + 1]) {
        const [low, high] = [middle - reach, middle + reach + 1];
        expect(roundCrossing(low, low, high, high, low, high, high, low)).toEqual([middle + 1, middle + 1]);
      }
    }
  });
});
