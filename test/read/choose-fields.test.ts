/** Which fields hold codes and names where several could. */
import { describe, expect, it } from 'vitest';
import type { FeatureTable, Properties } from '../../src/layer/feature-table.js';
import { chooseFields, recogniseCodeField } from '../../src/read/choose-fields.js';

/** Features with the values of each field written one after another; `-` for none. */
function tableOf(fields: Readonly<Record<string, string>>): FeatureTable {
  const columns = Object.entries(fields).map(([field, text]) => [field, text.split(' ')] as const);
  const properties = columns[0]![1].map((_, row): Properties =>
    Object.fromEntries(columns.map(([field, values]) => [field, values[row] === '-' ? null : values[row]!])),
  );
  return { properties } as unknown as FeatureTable;
}

const codeOf = (fields: Readonly<Record<string, string>>): string | null =>
  recogniseCodeField(tableOf(fields));

describe('a field of codes named in the official way', () => {
  it('is the one with most distinct values', () => {
    expect(codeOf({ LAD24CD: 'E07000001 E07000001', WD24CD: 'E05000001 E05000002' })).toBe('WD24CD');
  });

  it('is the one of official codes where two have as many values, else the first', () => {
    expect(codeOf({ PCN24CD: 'U1 U2', WD24CD: 'E05000001 E05000002' })).toBe('WD24CD');
    expect(codeOf({ WD24CD: 'E05000001 E05000002', PCN24CD: 'U1 U2' })).toBe('WD24CD');
    expect(codeOf({ PCN24CD: 'U1 U2', SUB24CD: 'X1 X2' })).toBe('PCN24CD');
    expect(codeOf({ WD24CD: 'E05000001 E05000002', LAD24CD: 'E07000001 E07000002' })).toBe('WD24CD');
  });
});

describe('a plainly named field', () => {
  it('holds the codes where at least a third of the features have one of their own', () => {
    expect(codeOf({ code: 'a a a b b b' })).toBe('code');
    expect(codeOf({ code: 'a a a a b b b' })).toBeNull();
    expect(codeOf({ code: 'a b c d e f' })).toBe('code');
    expect(codeOf({ code: '- -' })).toBeNull();
  });

  it('of names serves as codes on the same condition', () => {
    const chosen = (names: string): string => chooseFields(tableOf({ WD24NM: names }), 'f', {}).code;
    expect(chosen('a a a b b b')).toBe('WD24NM');
    expect(() => chosen('a a a a b b b')).toThrow(/no field of codes/);
  });
});
