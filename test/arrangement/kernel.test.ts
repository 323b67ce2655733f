/** The kernel's memory: what is too much is said, what is crowded stays small. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { makeKernel, viewInts, writePairs } from '../../src/arrangement/kernel.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { InputError } from '../../src/trouble/input-error.js';
import { makeLayer, type Ring } from './make-layer.js';

describe('the memory of the kernel', () => {
  it('is zero where it is taken', () => {
    const kernel = makeKernel();
    const address = kernel.take(4000);
    expect(viewInts(kernel, address, 1000).every((entry) => entry === 0)).toBe(true);
  });

  it('says so when a map has too many positions for it', () => {
    expect(() => makeKernel().startRings(100_000_000)).toThrow(InputError);
    expect(() => makeKernel().startRings(100_000_000)).toThrow(/too many positions/);
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
    const { edges, halves, faces } = buildArrangement(layers, geographicLattice);
    for (let h = 0; h < 2 * edges.from.length; h++) {
      expect(faces.ofHalfEdge[halves.next[h]!]).toBe(faces.ofHalfEdge[h]);
    }
    expect(halves.outStart[edges.nodeX.length]).toBe(2 * edges.from.length);
  });

  it('come out alike however the kernel is handed its pairs', () => {
    const kernel = makeKernel();
    const address = writePairs(kernel, Int32Array.of(1, 2, 3), Int32Array.of(-1, -2, -3));
    expect([...viewInts(kernel, address, 6)]).toEqual([1, -1, 2, -2, 3, -3]);
  });
});
