/** NHS numbers are refused wherever they stand; the numbers here are made up and pass the check digit. */
import { describe, expect, test } from 'vitest';
import { isNhsNumber } from '../../src/read/table/refuse-nhs-numbers.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { readFeatures } from '../../src/run/read-features.js';
import { collection, feature, polygon, square } from '../cli/small-files.js';

const VALID = ['9434765919', '9434765870', '9434765838', '9434765846', '9434765854'];

describe('an NHS number is known', () => {
  test.each([
    ['bare', '9434765919'],
    ['in groups', '943 476 5919'],
    ['with hyphens', '943-476-5919'],
    ['with dots', '943.476.5919'],
    ['behind a prefix', 'NHS: 943 476 5919'],
    ['behind letters', 'NHS9434765919'],
    ['behind an apostrophe', "'9434765919"],
    ['before a remark', '9434765919 (old)'],
    ['as a spreadsheet writes figures', '9434765919.0'],
  ])('%s', (_, text) => expect(isNhsNumber(text)).toBe(true));

  test.each([
    ['a wrong check digit', '9434765918'],
    ['eleven digits', '94347659190'],
    ['nine digits', '943476591'],
    ['one digit over and over', '1111111111'],
    ['an easting with decimals', '943476.5919'],
    ['a second number', '9434765919 1'],
  ])('and not %s', (_, text) => expect(isNhsNumber(text)).toBe(false));
});

/** A boundary file whose features carry these values in a field, or as their ids. */
const features = (values: readonly unknown[], as: 'field' | 'id' = 'field'): string =>
  collection(
    values.map((value, i) => ({
      ...feature(
        { code: `U${i}`, ...(as === 'field' ? { ref: value } : {}) },
        polygon(square(-1 + i / 10, 52, 0.1)),
      ),
      ...(as === 'id' ? { id: value } : {}),
    })),
  );

const read = (text: string): Promise<unknown> =>
  readFeatures(new Inputs(memoryFiles({ 'a.geojson': text })), { path: 'a.geojson' }, 'layer');

describe('a boundary file', () => {
  test.each<[string, string]>([
    ['as text', features(VALID)],
    ['as numbers', features(VALID.map(Number))],
    ['behind a prefix', features(VALID.map((number) => `NHS${number}`))],
    ['as ids of features', features(VALID, 'id')],
    ['in four rows of five', features([...VALID.slice(0, 4), 'none'])],
  ])('with NHS numbers %s is refused, and none is shown', async (_, text) => {
    await expect(read(text)).rejects.toThrow(/holds NHS numbers/);
    await expect(read(text)).rejects.not.toThrow(/\d{4}/);
  });

  test('in which few pass by chance is read', async () => {
    await expect(read(features([...VALID.slice(0, 3), '9434765918', 'none']))).resolves.toBeDefined();
  });
});
