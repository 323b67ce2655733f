/** What codes, headings and vintages say of themselves, where one more or one later says otherwise. */
import { describe, expect, it } from 'vitest';
import { lsoaYear } from '../../src/layer/code-kind.js';
import type { Layer } from '../../src/layer/layer.js';
import { lookupFit } from '../../src/layer/lookup-fit.js';
import { matchBlocks } from '../../src/layer/match-blocks.js';
import { mixedLayerNotes } from '../../src/layer/mixed-layers.js';

describe('codes of LSOAs', () => {
  const many = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => `E01${String(i).padStart(6, '0')}`);

  it('are of 2021 where one is later than the last of 2011', () => {
    expect(lsoaYear(['E01000001', 'E01033768'])).toBeNull();
    expect(lsoaYear(['E01000001', 'E01033769'])).toBe(2021);
  });

  it('are of 2011 where more than 20,000 are there and none is later', () => {
    expect([lsoaYear(many(20_000)), lsoaYear(many(20_001))]).toEqual([null, 2011]);
  });
});

describe('a lookup from LSOAs of 2021', () => {
  it('nests exactly in councils of 2022, and is best fit for later ones', () => {
    const fits = ['LAD21CD', 'LAD22CD', 'LAD23CD'].map((group) => lookupFit('LSOA21CD', group, 'lookup.csv'));
    expect(fits).toEqual([false, false, true]);
  });
});

describe('codes of two files', () => {
  const match = (a: string, b: string): number =>
    matchBlocks(
      { codes: a === '' ? [] : a.split(' '), what: 'people' },
      { codes: b === '' ? [] : b.split(' '), what: 'blocks' },
    ).matched;

  it('belong together where half of the smaller match', () => {
    expect(match('a b', 'a c d')).toBe(1);
    expect(() => match('a b c', 'a d e')).toThrow(/only 1 block/);
    expect(() => match('', '')).toThrow(/none/);
  });
});

describe('two layers', () => {
  const layer = (suffix: string, vintage: string, kind: string | null): Layer =>
    ({ id: kind ?? 'x', kind, vintage, land: { accuracy: { suffix } } }) as unknown as Layer;
  const notes = (a: Layer, b: Layer): string[] =>
    mixedLayerNotes([a, b]).map(({ id }) => id.replace('different-', ''));

  it('of one resolution, extent and year need no note', () => {
    expect(notes(layer('BSC', '2024', 'icb'), layer('BSC', '2024', 'ltla'))).toEqual([]);
    expect(notes(layer('BFC', '2024', 'icb'), layer('BFC', '2024', 'ltla'))).toEqual([]);
  });

  it('that differ have a note for each way in which they do', () => {
    expect(notes(layer('BSC', '2024', 'icb'), layer('BUC', '2024', 'ltla'))).toEqual(['resolution']);
    expect(notes(layer('BFE', '2024', 'icb'), layer('BFC', '2024', 'ltla'))).toEqual(['extent']);
    expect(notes(layer('BSC', '2023', 'icb'), layer('BSC', '2024', 'ltla'))).toEqual(['vintage']);
  });

  it('of one kind and two years are meant to be compared', () => {
    expect(notes(layer('BSC', '2023', 'icb'), layer('BSC', '2024', 'icb'))).toEqual([]);
    expect(notes(layer('BSC', '2023', null), layer('BSC', '2024', null))).toEqual(['vintage']);
  });
});
