/** The figures under the coverage report: circles, planes, bands, nearest points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderEdge, edgeLength } from '../../src/arrangement/ellipsoid.js';
import { enclosingCircle } from '../../src/measures/coverage/enclosing-circle.js';
import { localPlane } from '../../src/measures/coverage/local-plane.js';
import { nearestOf } from '../../src/measures/coverage/nearest.js';
import { quantile } from '../../src/measures/coverage/services.js';
import { bandNames, DEFAULT_BANDS, sizeBand } from '../../src/measures/coverage/size-bands.js';

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 });

describe('the smallest circle around points', () => {
  it('holds all of them, and no smaller circle through two or three of them does', () => {
    fc.assert(
      fc.property(points, (list) => {
        const { x, y, radius } = enclosingCircle(Float64Array.from(list.flat()));
        const reach = Math.max(...list.map(([px, py]) => Math.hypot(px - x, py - y)));
        expect(reach).toBeLessThanOrEqual(radius * (1 + 1e-9) + 1e-9);
        // Half the greatest distance is a lower bound, and by Jung's theorem the circle is at most 2/√3 of it.
        const half = Math.max(
          0,
          ...list.flatMap(([px, py]) => list.map(([qx, qy]) => Math.hypot(px - qx, py - qy) / 2)),
        );
        expect(radius).toBeGreaterThanOrEqual(half - 1e-9);
        expect(radius).toBeLessThanOrEqual((2 / Math.sqrt(3)) * half + 1e-6);
      }),
    );
  });

  it('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(points, (list) => {
        const there = enclosingCircle(Float64Array.from(list.flat()));
        const back = enclosingCircle(Float64Array.from([...list].reverse().flat()));
        expect(back.radius).toBeCloseTo(there.radius, 6);
      }),
    );
  });

  it('goes through the corners of a right-angled triangle’s long side', () => {
    expect(enclosingCircle(Float64Array.of(0, 0, 6, 0, 0, 8))).toEqual({ x: 3, y: 4, radius: 5 });
  });
});

describe('the plane at a place', () => {
  it('keeps areas of the ellipsoid', () => {
    const corners = [
      [-1.2, 52.1],
      [-0.9, 52.1],
      [-0.9, 52.3],
      [-1.2, 52.3],
    ] as const;
    const project = localPlane(-1.0, 52.2);
    const fine = corners.flatMap(([lon, lat], i) => {
      const [nextLon, nextLat] = corners[(i + 1) % 4]!;
      return Array.from(
        { length: 200 },
        (_, k) => [lon + ((nextLon - lon) * k) / 200, lat + ((nextLat - lat) * k) / 200] as const,
      );
    });
    const ellipsoid = fine.reduce((sum, [lon, lat], i) => {
      const [nextLon, nextLat] = fine[(i + 1) % fine.length]!;
      return sum + areaUnderEdge(lon, lat, nextLon, nextLat);
    }, 0);
    const plane = fine.reduce((sum, [lon, lat], i) => {
      const [ax, ay] = project(lon, lat);
      const [bx, by] = project(...fine[(i + 1) % fine.length]!);
      return sum + (ax * by - bx * ay) / 2;
    }, 0);
    expect(plane / ellipsoid).toBeCloseTo(1, 7);
  });

  it('keeps lengths near its middle', () => {
    const project = localPlane(-1.0, 52.2);
    for (const [lon, lat] of [
      [-0.9, 52.2],
      [-1.0, 52.3],
      [-0.95, 52.15],
    ] as const) {
      const [x, y] = project(lon, lat);
      expect(Math.hypot(x, y) / edgeLength(-1.0, 52.2, lon, lat)).toBeCloseTo(1, 4);
    }
  });
});

describe('size bands', () => {
  it('hold their upper ends, the first what is under its end', () => {
    const bands = [29_999, 30_000, 50_000, 50_001, 100_000, 100_001].map((people) =>
      sizeBand(people, DEFAULT_BANDS),
    );
    expect(bands).toEqual([
      'under 30,000',
      '30,000 to 50,000',
      '30,000 to 50,000',
      '50,001 to 100,000',
      '50,001 to 100,000',
      'over 100,000',
    ]);
  });

  it('round people shared by area to a whole first', () => {
    expect(sizeBand(29_999.6, DEFAULT_BANDS)).toBe('30,000 to 50,000');
    expect(sizeBand(50_000.4, DEFAULT_BANDS)).toBe('30,000 to 50,000');
  });

  it('are all named, and every number is in one of them', () => {
    fc.assert(
      fc.property(fc.nat(300_000), (people) => {
        expect(bandNames(DEFAULT_BANDS)).toContain(sizeBand(people, DEFAULT_BANDS));
      }),
    );
    expect(bandNames([40_000])).toEqual(['under 40,000', '40,000 and over']);
  });
});

describe('the nearest service', () => {
  it('is the one that measuring all of them finds, on the ellipsoid and on the plane', () => {
    const place = fc.tuple(
      fc.double({ min: -2, max: 1, noNaN: true }),
      fc.double({ min: 50, max: 55, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 30 }),
        fc.array(place, { maxLength: 10 }),
        fc.boolean(),
        (services, places, planar) => {
          const positions = Float64Array.from(services.flat());
          const all = services.map((_, i) => i);
          const found = nearestOf(positions, all, Float64Array.from(places.flat()), planar);
          places.forEach(([x, y], p) => {
            const lengths = services.map(([sx, sy]) =>
              planar ? Math.hypot(x - sx, y - sy) : edgeLength(x, y, sx, sy),
            );
            expect(found[p]!.metres).toBe(Math.min(...lengths));
            expect(found[p]!.service).toBe(lengths.indexOf(Math.min(...lengths)));
          });
        },
      ),
    );
  });

  it('is none where there are none, and where a block has no place', () => {
    expect(nearestOf(new Float64Array(0), [], Float64Array.of(0, 0), true)[0]!.service).toBe(-1);
    expect(nearestOf(Float64Array.of(1, 1), [0], Float64Array.of(NaN, NaN), true)[0]!.service).toBe(-1);
  });

  it('counts people, not blocks, for the median', () => {
    const far = [
      { value: 1, people: 10 },
      { value: 2, people: 1 },
      { value: 3, people: 100 },
    ];
    expect(quantile(far, 0.5)).toBe(3);
    expect(quantile(far, 0.05)).toBe(1);
    expect(quantile([], 0.5)).toBeNull();
  });
});
