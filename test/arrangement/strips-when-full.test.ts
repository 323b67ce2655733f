/** A map that one memory does not hold is worked in strips, whose memories hold it. */
import { expect, it, vi } from 'vitest';
import { kernelCode } from '../../src/arrangement/kernel-code.js';
import { instanceOf } from '../../src/arrangement/kernel-instance.js';
import { planarLattice } from '../../src/arrangement/lattice.js';
import { nodeLayers } from '../../src/arrangement/noding.js';
import * as strips from '../../src/arrangement/strips/lay-in-strips.js';
import { InputError } from '../../src/trouble/input-error.js';
import { chance } from './chance.js';
import { makeLayer, mapRings, type Position } from './make-layer.js';
import { mosaic } from './random-maps.js';

/** Most pages of 64 kB that the memory of a kernel has. */
const bound = vi.hoisted(() => ({ pages: 65_536 }));

vi.mock('../../src/arrangement/kernel.js', async (original) => ({
  ...(await original<object>()),
  makeKernel: () =>
    instanceOf(
      new WebAssembly.Module(Buffer.from(kernelCode, 'base64')),
      new WebAssembly.Memory({ initial: 1, maximum: bound.pages }),
    ),
}));

const roll = chance(3);
const layers = [0, 1].map(() =>
  makeLayer(mapRings(mosaic(roll, 4e5, 40, 0), (ring) => ring.map(([x, y]): Position => [x / 1e3, y / 1e3]))),
);
const metres = planarLattice(-400, -400, 400, 400);
const laid = vi.spyOn(strips, 'layInStrips');

it('comes out as it would with more memory', () => {
  const whole = nodeLayers(layers, metres);
  expect(laid).not.toHaveBeenCalled();
  const positions = whole.edges.counts.positions;
  // A map takes about a hundred bytes a position.
  bound.pages = Math.ceil((70 * positions) / 65_536);
  expect(nodeLayers(layers, metres)).toEqual(whole);
  expect(laid).toHaveBeenCalledWith(layers, metres, Math.ceil(positions / 8));
});

it('is refused where strips have not enough memory either', () => {
  bound.pages = 4;
  expect(() => nodeLayers(layers, metres)).toThrow(InputError);
  expect(() => nodeLayers(layers, metres)).toThrow(/too many positions to be laid on one sheet/);
});
