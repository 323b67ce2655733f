/**
 * What the kernel asks of its host: exact answers about points far apart, and to say that memory is full.
 */
import { InputError } from '../trouble/input-error.js';
import { farCrossing, farMeetsPixel, farSide } from './far-predicates.js';
import type { KernelHost } from './kernel-interface.js';

let foundY = 0;

const FULL = 'too-many-positions';

/** Whether an error says that a kernel's memory is full. */
export const isMemoryFull = (error: unknown): boolean =>
  error instanceof InputError && error.trouble.id === FULL;

/** The functions lent to every kernel. */
export const host: KernelHost = {
  side: farSide,
  meetsPixel: (dx, dy, ex, ey) => Number(farMeetsPixel(dx, dy, ex, ey)),
  crossingX: (...fourPoints) => {
    const [x, y] = farCrossing(...fourPoints);
    foundY = y;
    return x;
  },
  crossingY: () => foundY,
  memoryFull: () => {
    throw new InputError({
      id: FULL,
      message: 'the layers have too many positions to be laid on one sheet (over some 100 million)',
      hint: 'Use layers of a coarser resolution, or clip them with --clip',
    });
  },
};
