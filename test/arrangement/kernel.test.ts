/** The kernel's memory, measures and half-edges, on the kernel that checks itself. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { areaUnderEdge, edgeLength } from '../../src/arrangement/ellipsoid.js';
import { halfEdgesOf } from '../../src/arrangement/half-edges.js';
import {
  makeKernel,
  readInts,
  viewFloats,
  viewInts,
  writeBytes,
  writeInts,
  writePairs,
} from '../../src/arrangement/kernel.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { InputError } from '../../src/trouble/input-error.js';
import { makeLayer, type Ring } from './make-layer.js';

vi.mock('../../src/arrangement/kernel.js', async (original) =>
  (await import('./checked-kernel.js')).useCheckedKernel(await original()),
);

type Four = [number, number, number, number];

describe('the memory of the kernel', () => {
  it('is zero where it is taken', () => {
    const kernel = makeKernel();
    const address = kernel.take(4000);
    expect(viewInts(kernel, address, 1000).every((entry) => entry === 0)).toBe(true);
  });

  it('is read and written beyond two gigabytes', () => {
    const kernel = makeKernel();
    kernel.take(2 ** 31);
    const [ints, bytes] = [writeInts(kernel, Int32Array.of(7, -8)), writeBytes(kernel, Uint8Array.of(9, 10))];
    expect(ints).toBeLessThan(0);
    expect([...viewInts(kernel, ints, 2)]).toEqual([7, -8]);
    expect([...readInts(kernel, { value: ints }, 2)]).toEqual([7, -8]);
    expect(viewInts(kernel, bytes, 1)[0]).toBe(9 + 10 * 256);
    expect([...viewFloats(kernel, kernel.take(16), 2)]).toEqual([0, 0]);
  });

  it('says so when a map has too many positions for it', () => {
    expect(() => makeKernel().startRings(100_000_000, 1)).toThrow(InputError);
    expect(() => makeKernel().startRings(100_000_000, 1)).toThrow(/too many positions/);
  });
});

describe('the measures of the kernel', () => {
  it('of a whole map are those of its edges one at a time, short ones and long ones', () => {
    const place = fc.tuple(fc.integer({ min: -1700, max: 1700 }), fc.integer({ min: -800, max: 800 }));
    const corner = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }));
    const reach = fc.constantFrom(1e-7, 1e-8, 4e-6);
    fc.assert(
      fc.property(place, reach, fc.tuple(corner, corner, corner), ([x, y], step, corners) => {
        const ring = corners.map(([dx, dy]): [number, number] => [x / 10 + dx * step, y / 10 + dy * step]);
        const layer = makeLayer([{ unit: 0, polygons: [[ring]] }]);
        const { edges, area, length } = buildArrangement([layer], geographicLattice);
        if (area.length !== 2) return;
        const at = (v: number): [number, number] => [edges.nodeX[v]! / 1e7, edges.nodeY[v]! / 1e7];
        const ends = [...edges.from].map((u, e): Four => [...at(u), ...at(edges.to[e]!)]);
        ends.forEach((four, e) => expect(length[e]).toBeCloseTo(edgeLength(...four), 2));
        const nodes = [0, 1, 2].map(at);
        const around = nodes.map((from, i): Four => [...from, ...nodes[(i + 1) % 3]!]);
        const swept = around.map((four) => areaUnderEdge(...four));
        const whole = Math.abs(swept.reduce((sum, under) => sum + under, 0));
        // A degree up to 180 is known to 3e-14, which is 0.02 m² of all land up to the equator; steps are exact.
        const lost = 0.05 + 1e-12 * swept.reduce((sum, under) => sum + Math.abs(under), 0);
        expect(Math.abs(area[1]! - whole)).toBeLessThan(lost);
      }),
    );
  });
});

describe('half-edges asked for later', () => {
  it('are linked as the faces were found: each next one keeps its face on the left', () => {
    const square = (x: number, y: number, side: number): Ring => [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ];
    const layers = [
      makeLayer([
        { unit: 0, polygons: [[square(0, 0, 4)]] },
        { unit: 1, polygons: [[square(10, 0, 4), square(11, 1, 1)]] },
      ]),
      makeLayer([
        { unit: 0, polygons: [[square(2, 2, 4)]] },
        { unit: 1, polygons: [[square(11.25, 1.25, 0.5)]] },
      ]),
    ];
    const { edges, faces } = buildArrangement(layers, geographicLattice);
    const halves = halfEdgesOf(edges);
    for (let h = 0; h < 2 * edges.from.length; h++) {
      expect(faces.ofHalfEdge[halves.next[h]!]).toBe(faces.ofHalfEdge[h]);
    }
    expect(halves.outStart[edges.nodeX.length]).toBe(2 * edges.from.length);
  });

  it('are linked once for all arrangements of the same edges, and by nothing but the call', () => {
    const arrangement = buildArrangement(
      [
        makeLayer([
          {
            unit: 0,
            polygons: [
              [
                [
                  [0, 0],
                  [4, 0],
                  [4, 4],
                ],
              ],
            ],
          },
        ]),
      ],
      geographicLattice,
    );
    for (const { get } of Object.values(Object.getOwnPropertyDescriptors(arrangement)))
      expect(get).toBe(undefined);
    const copy = { ...arrangement, labels: [] };
    expect(halfEdgesOf(copy.edges)).toBe(halfEdgesOf(arrangement.edges));
    expect(halfEdgesOf({ ...arrangement.edges })).toEqual(halfEdgesOf(arrangement.edges));
  });

  it('come out alike however the kernel is handed its pairs', () => {
    const kernel = makeKernel();
    const address = writePairs(kernel, Int32Array.of(1, 2, 3), Int32Array.of(-1, -2, -3));
    expect([...viewInts(kernel, address, 6)]).toEqual([1, -1, 2, -2, 3, -3]);
  });
});
