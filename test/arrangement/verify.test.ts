/**
 * The laws that `--verify` looks at hold on maps by chance, and each is found broken where it is broken.
 */
import { describe, expect, it } from 'vitest';
import { buildArrangement, type Arrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice, planarLattice } from '../../src/arrangement/lattice.js';
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { checkClosed } from '../../src/arrangement/verify/closed-outlines.js';
import { LargestDeviation } from '../../src/arrangement/verify/deviation.js';
import { areaBelow } from '../../src/arrangement/verify/edge-area.js';
import { checkFaceAreas } from '../../src/arrangement/verify/face-areas.js';
import { checkLabels } from '../../src/arrangement/verify/labels-of-points.js';
import { checkRingAreas } from '../../src/arrangement/verify/ring-areas.js';
import { makeLayer } from './make-layer.js';
import { areaByQuadrature } from './quadrature.js';

const plane = planarLattice(0, 0, 10_000, 10_000);

/** Squares of a kilometre side by side, drawn with an offset. */
const squares = (offset: number, scale = 1): LandLayer =>
  makeLayer(
    [0, 1, 2, 3].map((unit) => {
      const [x, y] = [offset + 1000 * (unit % 2), offset + 1000 * Math.floor(unit / 2)];
      const ring = [
        [x, y],
        [x + 1000, y],
        [x + 1000, y + 1000],
        [x, y + 1000],
      ].map(([u, v]) => [u! * scale, v! * scale] as const);
      return { unit, polygons: [[ring]] };
    }),
  );

const lands = [squares(0), squares(333)];
const sound = buildArrangement(lands, plane);

describe('laws hold', () => {
  it('on the plane', () => {
    expect(checkClosed(sound.edges)).toEqual({ compared: 2 * sound.edges.sideOutline.length, open: 0 });
    const faces = checkFaceAreas(sound);
    expect(faces.compared).toBe(sound.faces.count - 1);
    expect(faces.largest).toBeLessThanOrEqual(faces.allowed);
    lands.forEach((land, l) => {
      const units = checkRingAreas(sound, land, l);
      expect(units.compared).toBe(4);
      expect(units.largest).toBeLessThanOrEqual(units.allowed);
    });
    const points = checkLabels(sound, lands);
    expect(points.wrong).toBe(0);
    expect(points.compared).toBeGreaterThan(5900);
  });

  it('on the ellipsoid', () => {
    const degrees = [squares(0, 1e-4), squares(333, 1e-4)];
    const arrangement = buildArrangement(degrees, geographicLattice);
    const faces = checkFaceAreas(arrangement);
    expect(faces.largest).toBeLessThanOrEqual(faces.allowed);
    degrees.forEach((land, l) => {
      const units = checkRingAreas(arrangement, land, l);
      expect(units.largest).toBeLessThanOrEqual(units.allowed);
    });
    expect(checkLabels(arrangement, degrees).wrong).toBe(0);
  });

  it('and the formula they use is that of the element of area', () => {
    for (const [x1, y1, x2, y2] of [
      [-1.5, 52, -1.4, 52.3],
      [0, 50, 3, 61],
      [10, -20, 2, 35],
    ] as const) {
      const expected = areaByQuadrature(x1, y1, x2, y2, 64);
      expect(Math.abs(areaBelow('ellipsoid', x1, y1, x2, y2) / expected - 1)).toBeLessThan(1e-12);
    }
  });
});

describe('a broken law is found', () => {
  const broken = (change: Partial<Arrangement>): Arrangement => ({ ...sound, ...change });

  it('a face with another area', () => {
    const area = Float64Array.from(sound.area);
    area[1]! += 0.01;
    const { largest, allowed, where } = checkFaceAreas(broken({ area }));
    expect(where).toBe(1);
    expect(largest).toBeGreaterThan(allowed);
    // And units are as large as their faces say.
    area[1]! += 100;
    const units = [0, 1].map((l) => checkRingAreas(broken({ area }), lands[l]!, l));
    expect(units.some((unit) => unit.largest > unit.allowed)).toBe(true);
  });

  it('an outline that is open', () => {
    const { edges } = sound;
    const sideStart = Uint32Array.from(edges.sideStart, (start, e) => (e === 0 ? start : start - 1));
    expect(checkClosed({ ...edges, sideStart, sideOutline: edges.sideOutline.slice(1) }).open).toBe(2);
  });

  it('a face with the label of another unit', () => {
    const labels = sound.labels.map((label, l) => {
      const ofFace = Int32Array.from(label.ofFace);
      const largest = [...sound.area.keys()].sort((p, q) => sound.area[q]! - sound.area[p]!)[0]!;
      if (l === 0) ofFace[largest] = (ofFace[largest]! + 1) % 4;
      return { ...label, ofFace };
    });
    expect(checkLabels(broken({ labels }), lands).wrong).toBeGreaterThan(100);
  });

  it('a unit whose rings are another’s', () => {
    const units = checkRingAreas(sound, squares(0, 1.01), 0);
    expect(units.largest).toBeGreaterThan(units.allowed);
  });
});

it('what cannot be told from rings alone is not compared', () => {
  const bow = makeLayer([
    {
      unit: 0,
      polygons: [
        [
          [
            [0, 0],
            [100, 100],
            [100, 0],
            [0, 100],
          ],
        ],
      ],
    },
    {
      unit: 1,
      polygons: [
        [
          [
            [500, 0],
            [600, 0],
            [600, 100],
          ],
        ],
      ],
    },
    {
      unit: 1,
      polygons: [
        [
          [
            [700, 0],
            [800, 0],
            [800, 100],
          ],
        ],
      ],
    },
    {
      unit: 2,
      polygons: [
        [
          [
            [900, 0],
            [950, 0],
            [950, 100],
          ],
        ],
      ],
    },
  ]);
  const arrangement = buildArrangement([bow], plane);
  expect(checkRingAreas(arrangement, bow, 0).compared).toBe(1);
  expect(checkLabels(arrangement, [bow]).wrong).toBe(0);
});

it('the largest deviation is the one that leaves least of what is allowed', () => {
  const found = new LargestDeviation();
  expect(found.get()).toEqual({ compared: 0, largest: 0, allowed: 0, where: -1 });
  found.add(7, 5, 100);
  found.add(8, -2, 10);
  found.add(9, 3, 20);
  expect(found.get()).toEqual({ compared: 3, largest: 2, allowed: 10, where: 8 });
});
