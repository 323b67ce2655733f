/** Bytes as text in the page. */
import { expect, it } from 'vitest';
import { bytesOfText, textOfBytes } from '../../src/page/text-of-bytes.js';

it('gives every byte again, whatever their number', () => {
  for (let length = 0; length < 700; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7919 + length) % 256);
    expect([...bytesOfText(textOfBytes(bytes))]).toEqual([...bytes]);
  }
  for (const value of [0, 255]) {
    const bytes = new Uint8Array(9).fill(value);
    expect([...bytesOfText(textOfBytes(bytes))]).toEqual([...bytes]);
  }
});

it('has no sign that HTML takes for its own', () => {
  const every = Uint8Array.from({ length: 65536 }, (_, i) => (i * 2654435761) >>> 24);
  expect(textOfBytes(every)).toMatch(/^[(-;=-}]+$/);
});
