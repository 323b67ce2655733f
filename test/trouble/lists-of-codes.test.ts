/** Lists of codes in order: whatever the codes are, as sorting them by comparison gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfCodes, isAscending } from '../../src/trouble/lists-of-codes.js';

const byComparison = (codes: readonly string[]): string[] => [...codes].sort();
const all = (): boolean => true;

/** So many codes that they are sorted by their letters. */
const many = (code: (i: number) => string): string[] =>
  Array.from({ length: 2500 }, (_, i) => code((i * 1231) % 2500));

describe('codes in order', () => {
  it.each<[string, string[]]>([
    ['of one length', many((i) => `E${String(i).padStart(8, '0')}`)],
    ['of several lengths, one the beginning of another', many(String)],
    ['with a blank among them', [...many((i) => `A${i}`), '']],
    ['with letters of several bytes', [...many((i) => `A${i}`), 'Ŵ1', 'É2', 'Z']],
    ['with the least letter there is', [...many((i) => `A${i}`), 'A1\u0000', 'A1\u0001']],
    ['that are long', many((i) => `a code of many letters, number ${i}`)],
    [
      'that are long, most letters alike',
      many((i) => `a code of many letters, number ${String(i).padStart(12, '0')}`),
    ],
    ['few of them', ['b', 'a', 'c']],
    ['none', []],
  ])('%s', (_, codes) => {
    const { order, sorted } = inOrderOfCodes(codes, all);
    expect(sorted).toEqual(byComparison(codes));
    expect(Array.from(order, (place) => codes[place])).toEqual(sorted);
    const some = inOrderOfCodes(codes, (place) => place % 3 === 1);
    expect(some.sorted).toEqual(byComparison(codes.filter((__, place) => place % 3 === 1)));
    expect(Array.from(some.order, (place) => codes[place])).toEqual(some.sorted);
  });

  it('whatever they are', () => {
    const list = fc.uniqueArray(fc.string({ maxLength: 6, unit: 'binary' }), { maxLength: 30 });
    fc.assert(
      fc.property(list, fc.nat(), (few, first) => {
        const codes = [...few, ...many((i) => `${few[0] ?? 'E'}${i + first}`)].filter(
          (code, i, whole) => whole.indexOf(code) === i,
        );
        expect(inOrderOfCodes(codes, all).sorted).toEqual(byComparison(codes));
      }),
      { numRuns: 10 },
    );
  });

  it('are the list itself where it is sorted, and the same list whenever they are asked for', () => {
    const sorted = ['a', 'b', 'c'];
    expect(isAscending(sorted)).toBe(true);
    expect(inOrderOfCodes(sorted, all).sorted).toBe(sorted);
    const mixed = ['b', 'a', 'c'];
    expect(isAscending(mixed)).toBe(false);
    expect(isAscending(['a', 'a'])).toBe(false);
    expect(inOrderOfCodes(mixed, all)).toBe(inOrderOfCodes(mixed, all));
  });
});
