/** Names and numbers of areas in fields that only the words of their headings tell. */
import { describe, expect, it } from 'vitest';
import { chooseFields } from '../../src/read/choose-fields.js';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { makeTable } from './squares.js';

/** A layer of ten squares apart with such fields. */
const ten = (fields: Readonly<Record<string, (n: number) => string | number>>): FeatureTable =>
  makeTable(
    Array.from({ length: 10 }, (_, n) =>
      Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value(n)])),
    ),
    (i) => [2 * i, 0],
    [],
  );
const chosen = (fields: Readonly<Record<string, (n: number) => string | number>>): (string | null)[] => {
  const { code, name } = chooseFields(ten(fields), 'map.geojson', {});
  return [code, name];
};

const number = (n: number): number => n + 1;
const word = (n: number): string => `${'ABCDEFGHIJ'[n]!}shford Park`;

describe('names beside numbers', () => {
  it('are those of areas, cut off after ten letters or in other languages', () => {
    expect(chosen({ OBJECTID: number, Ward_No: number, Name_of_Wa: word })).toEqual([
      'Ward_No',
      'Name_of_Wa',
    ]);
    expect(chosen({ FID: number, ZONE_ID: (n) => `Z-${n}`, nom_zone: word })).toEqual([
      'ZONE_ID',
      'nom_zone',
    ]);
    expect(chosen({ fid: number, barrio: word })).toEqual(['fid', 'barrio']);
  });

  it('are not those of persons, of parents, of codes, nor long texts', () => {
    expect(chosen({ OBJECTID: number, Councillor_Name: word })).toEqual(['OBJECTID', null]);
    expect(chosen({ OBJECTID: number, zone_name: (n) => (n < 5 ? 'North' : 'South') })).toEqual([
      'OBJECTID',
      null,
    ]);
    expect(chosen({ OBJECTID: number, quarter: (n) => `W-0${n}` })).toEqual(['OBJECTID', null]);
    expect(chosen({ OBJECTID: number, quarter: (n) => `${word(n)} `.repeat(8) })).toEqual(['OBJECTID', null]);
  });

  it('have one for nine of ten units', () => {
    const but = (without: number) => (n: number) => (n < without ? '' : word(n));
    expect(chosen({ OBJECTID: number, quarter: but(1) })).toEqual(['OBJECTID', 'quarter']);
    expect(chosen({ OBJECTID: number, quarter: but(2) })).toEqual(['OBJECTID', null]);
  });
});

describe('numbers of areas', () => {
  it('go before counters, where each feature has one of its own', () => {
    expect(chosen({ fid: number, ward_no: (n) => (n === 9 ? 1 : n + 1), ward: word })).toEqual([
      'fid',
      'ward',
    ]);
    expect(chosen({ fid: number, mast_id: number, ward: word })).toEqual(['fid', 'ward']);
  });
});
