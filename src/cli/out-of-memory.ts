/**
 * Memory that the system does not give, told as what the user can mend.
 *
 *     ulimit -v, a small container      no place for a kernel: addresses are wanted, far more than is ever used
 *     a map too large                   no place for an array
 */
import { InputError } from '../trouble/input-error.js';

const MEBIBYTE = 2 ** 20;

/** Addresses that V8 sets aside for each memory of WebAssembly, whatever is used of it, in GiB. */
const FOR_A_KERNEL = 10;

const NO_KERNEL = /WebAssembly\.(Instance|Memory)\(\)|Wasm memory/i;
const NO_ARRAY = /Array buffer allocation failed|allocation failed|out of memory|Invalid string length/i;

/** The error for the user where an error says that there is no memory, else null. */
export function outOfMemory(error: unknown): InputError | null {
  if (!(error instanceof RangeError) && (error as { code?: unknown } | null)?.code !== 'ERR_STRING_TOO_LONG')
    return null;
  const { message } = error as Error;
  if (NO_KERNEL.test(message)) {
    return new InputError({
      id: 'no-address-space',
      message: `this process may have too little address space: laying layers on one sheet takes some ${FOR_A_KERNEL} GiB of it, little of which is used`,
      hint: 'Lift the limit (ulimit -v unlimited), or run with NODE_OPTIONS=--disable-wasm-trap-handler, which is slower and takes what it uses',
    });
  }
  if (!NO_ARRAY.test(message) && !(error as { code?: unknown }).code) return null;
  const { rss } = process.memoryUsage();
  const held = Math.ceil(rss / MEBIBYTE).toLocaleString('en-GB');
  return new InputError({
    id: 'out-of-memory',
    message: `there is not enough memory: the run holds ${held} MiB and wants more, perhaps twice as much`,
    hint: 'Use a machine with more memory, layers of a coarser resolution, or clip them with --clip',
  });
}
