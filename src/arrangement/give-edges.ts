/**
 * Hands nodes and the edges between them to a kernel, instead of rings, to be linked, listed or located among.
 */
import { makeKernel, writePairs, type Kernel } from './kernel.js';

/** A fresh kernel that has been given nodes, at x and y in lattice steps, and the edges between them. */
export function giveEdges(x: Int32Array, y: Int32Array, from: Int32Array, to: Int32Array): Kernel {
  const kernel = makeKernel();
  const positions = writePairs(kernel, x, y);
  kernel.give(positions, x.length, writePairs(kernel, from, to), from.length);
  return kernel;
}
