import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberTexts } from '../../src/read/number-texts.js';

/** The same by a Map. */
function byMap(texts: readonly string[]) {
  const numbers = new Map<string, number>();
  const index = texts.map((text) => {
    if (text === '') return -1;
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text)!;
  });
  const filled = texts.filter((text) => text !== '').length;
  return { distinct: [...numbers.keys()], index: Int32Array.from(index), filled };
}

it('texts are numbered as they come, blanks not at all', () => {
  expect(numberTexts([])).toEqual({ distinct: [], index: new Int32Array(), filled: 0 });
  expect(numberTexts(['b', '', 'a', 'a', '', 'b'])).toEqual(byMap(['b', '', 'a', 'a', '', 'b']));
  const few = fc.constantFrom('', 'E06000001', 'E06000002', 'Môn', 'AaAa', 'BBBB', 'AaBB', 'BBAa');
  const text = fc.oneof(few, fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
      expect(numberTexts(texts)).toEqual(byMap(texts));
    }),
  );
});

it('codes of one hash, and as many as there are small areas', () => {
  // With 31 for a base Aa is BB: texts of ten such pairs are alike to the hash.
  const alike = Array.from({ length: 1024 }, (_, i) =>
    Array.from({ length: 10 }, (_, bit) => ((i >> bit) & 1 ? 'Aa' : 'BB')).join(''),
  );
  expect(numberTexts([...alike, ...alike])).toEqual(byMap([...alike, ...alike]));
  const codes = Array.from({ length: 40_000 }, (_, i) => `E${String((i * 7919) % 20_011).padStart(8, '0')}`);
  expect(numberTexts(codes)).toEqual(byMap(codes));
});
