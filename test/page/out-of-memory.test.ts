/** What browsers say when memory has run out, and what is something else. */
import { expect, it } from 'vitest';
import { isOutOfMemory } from '../../src/page/out-of-memory.js';

it.each([
  'Array buffer allocation failed',
  'WebAssembly.Memory(): could not allocate memory',
  'WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance',
  'Uncaught RangeError: Invalid array length',
  'Invalid typed array length: 5000000000',
  'Invalid string length',
  'Map maximum size exceeded',
  'out of memory',
  'allocation size overflow',
])('%s', (message) => {
  expect(isOutOfMemory(new RangeError(message))).toBe(true);
  expect(isOutOfMemory(message)).toBe(true);
});

it.each([
  'Maximum call stack size exceeded',
  'x is not a function',
  'Offset is outside the bounds of the DataView',
])('not %s', (message) => {
  expect(isOutOfMemory(new RangeError(message))).toBe(false);
});
