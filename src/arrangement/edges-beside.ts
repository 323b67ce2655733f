/**
 * Edges beside faces that are marked. The kernel finds them (src/kernel/edges-beside.ts).
 */
import { faceKernel } from './face-kernel.js';
import type { Meetings } from './faces.js';
import { viewInts, writeBytes } from './kernel.js';

/** The edges that have a face with a mark other than 0 on either side, rising. */
export function edgesBeside(meetings: Meetings, marks: Uint8Array): number[] {
  const { kernel, overEdges, close } = faceKernel(meetings);
  const marked = writeBytes(kernel, marks);
  const found: number[] = [];
  overEdges((sides, _lengths, edges, first) => {
    const before = kernel.mark();
    const count = kernel.listBeside(marked, sides, edges);
    for (const edge of viewInts(kernel, kernel.beside.value, count)) found.push(first + edge);
    kernel.giveBack(before);
  });
  close();
  return found;
}
