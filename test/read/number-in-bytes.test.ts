/** Numbers straight from their bytes are what JavaScript makes of the same text, or left to whoever reads text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberInBytes } from '../../src/read/table/number-in-bytes.js';

const read = (text: string): number => {
  const bytes = new TextEncoder().encode(`,${text},`);
  return numberInBytes(bytes, 1, bytes.length - 1);
};

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: least, maxLength: most }).map((each) => each.join(''));

it('whole and broken ones of up to 15 digits, with a sign and quotation marks', () => {
  fc.assert(
    fc.property(
      digits(0, 15),
      digits(0, 15),
      fc.constantFrom('', '-'),
      fc.boolean(),
      (a, b, sign, isBroken) => {
        const text = `${sign}${a}${isBroken ? `.${b}` : ''}`;
        const count = a.length + (isBroken ? b.length : 0);
        const wanted = count === 0 || count > 15 ? NaN : Number(text);
        expect(read(text)).toBe(wanted);
        expect(read(` "${text}"\r`)).toBe(wanted);
      },
    ),
    { numRuns: 2000 },
  );
});

it.each([
  '',
  '.',
  '-',
  '1.2.3',
  '123456789.1.2',
  '1,5',
  '1e5',
  '12a',
  '+5',
  '1 2',
  '[c]',
  '1234567890123456',
])('leaves %s to whoever reads text', (text) => expect(read(text)).toBeNaN());

it.each([
  ['123456789', 123456789],
  ['1234567890', 1234567890],
  ['999999999999999', 999999999999999],
  ['.5', 0.5],
  ['5.', 5],
  ['-0', -0],
  ['123456789.', 123456789],
  ['0.123456789012345', NaN],
  ['0.12345678901234', 0.12345678901234],
])('%s is %d', (text, wanted) => expect(read(text)).toBe(wanted));
