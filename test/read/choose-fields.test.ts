/** Which fields hold codes and names where several could. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/trouble/input-error.js';
import type { FeatureTable, Properties } from '../../src/layer/feature-table.js';
import { chooseFields, recogniseCodeField, type ChosenFields } from '../../src/read/choose-fields.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { makeTable, type DrawnIds } from './squares.js';

/**
 * Features with the values of each field written one after another; `-` for none. They stand on squares from west to
 * east, each touching the next, or apart.
 */
function tableOf(fields: Readonly<Record<string, string>>, apart = false, ids: DrawnIds = []): FeatureTable {
  const columns = Object.entries(fields).map(([field, text]) => [field, text.split(' ')] as const);
  const properties = columns[0]![1].map((_, row): Properties =>
    Object.fromEntries(columns.map(([field, values]) => [field, values[row] === '-' ? null : values[row]!])),
  );
  return makeTable(properties, (i) => [i * (apart ? 2 : 1), 0], ids);
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

const chosen = (fields: Readonly<Record<string, string>>, apart = true, ids: DrawnIds = []): ChosenFields =>
  chooseFields(tableOf(fields, apart, ids), 'units.geojson', {});
const troubleOf = (...of: Parameters<typeof chosen>): InputError['trouble'] => {
  try {
    chosen(...of);
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
  }
  throw new Error('the file was not refused');
};
const unitsOf = (fields: Readonly<Record<string, string>>, apart = true, ids: DrawnIds = []): number =>
  makeLayer(tableOf(fields, apart, ids), 'units.geojson').codes.length;

describe('codes on several features', () => {
  const parent = { ICB24CD: 'E54000001 E54000001 E54000002', ICB24NM: 'One One Two' };

  it('are of one unit where nothing but numbers and measures tells its parts apart', () => {
    expect(unitsOf({ ...parent, FID: '1 2 3', Shape__Area: '1.5 2.5 3.5' })).toBe(2);
    expect(
      unitsOf({
        ...parent,
        GlobalID: '5f0d7a4e-11aa-41d0-8a3b b51c90de-22bb-4c07-9d11 7e3fa001-33cc-4f02-a1e0',
      }),
    ).toBe(2);
    expect(
      unitsOf({ ...parent, path: 'way/7 way/9 way/4', changed: '2024-01-02 2024-01-03 2024-01-04' }),
    ).toBe(2);
    expect(unitsOf({ ...parent, ICB24NMW: 'Un - Dau', part: 'x.1 x.2 x.3' })).toBe(2);
  });

  it('are those of a parent where the features have names of their own, on one land or apart', () => {
    for (const apart of [true, false]) {
      expect(unitsOf({ INT_Name: 'North South West', ...parent }, apart)).toBe(3);
      expect(unitsOf({ ...parent, locality: 'North South West' }, apart)).toBe(3);
    }
    const { code, name, note } = chosen({ ...parent, 'Team Name': 'North South West' });
    expect([code, name, note?.id]).toEqual(['Team Name', 'Team Name', 'parent-passed-over']);
  });

  it('are refused where a field of another name, the ids or other codes tell the features apart', () => {
    const trouble = troubleOf({ ...parent, Team: 'North South West' });
    expect(trouble.message).toMatch(/^'ICB24CD' and 'Team' could both be the codes/);
    expect(trouble.hint).toBe('Choose with --code units=ICB24CD or --code units=Team');
    expect(troubleOf(parent, true, ['A7', 'B9', 'C4']).hint).toMatch(/--code units=id$/);
    expect(troubleOf({ ...parent, INT_No: '4 7 9' }).hint).toMatch(/--code units=INT_No$/);
    expect(troubleOf({ LAD24CD: 'E07000001 E07000001 E07000002', code: 'a b b' }).hint).toMatch(/=code$/);
  });

  it('are numbered features where they are counters: refused apart, unless all of it has one text', () => {
    expect(troubleOf({ id: '7 7 8' }).message).toMatch(/^'id' is '7' on several pieces of land/);
    expect(unitsOf({ id: '7 7 8' }, false)).toBe(2);
    expect(unitsOf({ id: '7 7 8', Area: 'Oak Oak Elm' })).toBe(2);
  });
});

describe('names without codes', () => {
  it('are the finest there are, and one unit where their land hangs together', () => {
    expect(chosen({ LAD24NM: 'A A B', WD24NM: 'x y z' }).code).toBe('WD24NM');
    expect(unitsOf({ name: 'Lincoln Lincoln Wayne' }, false)).toBe(2);
  });

  it('that repeat on land apart give way to ids, then to another field without repeats, else are refused', () => {
    const names = { name: 'Lincoln Lincoln Wayne' };
    expect(unitsOf(names, true, [17, 4, 9])).toBe(3);
    expect(chosen({ ...names, fips: '01001 02001 03001' })).toMatchObject({ code: 'fips', name: 'name' });
    expect(troubleOf(names)).toMatchObject({
      id: 'codes-repeat-apart',
      message: expect.stringMatching(/'name' is 'Lincoln' on several.*its fields are: 'name'$/) as string,
    });
    expect(makeLayer(tableOf(names, true), 'u.json', () => ({ code: 'name' })).codes).toHaveLength(2);
  });
});

describe('fields of several joins and years', () => {
  it('are known with what the join put behind them, names of the same side', () => {
    const fields = { LAD24CD_x: 'E07000001 E07000002', LAD24NM_y: 'P P', LAD24NM_x: 'A B', LAD24CD_y: 'E07000001 E07000001' }; // prettier-ignore
    expect(chosen(fields)).toMatchObject({ code: 'LAD24CD_x', name: 'LAD24NM_x' });
    expect(
      ['WD24CD.y', 'WD24CD_1', 'WD24CD_left'].map((field) => chosen({ [field]: 'a b' }).says?.stem),
    ).toEqual(['wd', 'wd', 'wd']);
  });

  it('are refused where both sides have a code for each feature but not the same', () => {
    const trouble = troubleOf({ LAD24CD_x: 'E07000001 E07000002', LAD24CD_y: 'E07000002 E07000001' });
    expect(trouble.message).toMatch(/different codes for the same land/);
    expect(chosen({ LAD24CD: 'E07000001 E07000002', LAD24CD_1: 'E07000001 E07000002' }).note).toBeNull();
    for (const code of ['LAD24CD_le', 'LAD24CD_rig', 'properties.LAD24CD', 'attributes_LAD24CD'])
      expect(chosen({ [code]: 'E07000001 E07000002' }).code).toBe(code);
  });

  it('give the later year, and both are said', () => {
    const { code, note } = chosen({ LAD23CD: 'E07000001 E07000002', LAD24CD: 'E07000003 E07000004' });
    expect([code, note]).toMatchObject([
      'LAD24CD',
      { id: 'several-vintages', words: { others: ['LAD23CD'] } },
    ]);
  });

  it('go by official codes, then the name of the file, then names beside them', () => {
    const of = (fields: Readonly<Record<string, string>>, file: string): string =>
      chooseFields(tableOf(fields), file, {}).code;
    const two = { LAD24CD: 'E07000001 E07000002', WD24CD: 'E05000001 E05000002' };
    expect(of(two, 'x.geojson')).toBe('LAD24CD');
    expect(of({ ...two, WD24NM: 'a b' }, 'x.geojson')).toBe('WD24CD');
    expect(of({ ...two, LAD24NM: 'a b' }, 'Wards_2024.geojson')).toBe('WD24CD');
    expect(of({ AREA_CODE: 'DIS UTA', CODE: 'E07000001 E06000002' }, 'x.shp')).toBe('CODE');
    expect(chosen(two).note).toMatchObject({ id: 'codes-chosen', words: { others: ['WD24CD'] } });
  });
});

describe('official codes', () => {
  it('give the kind whatever the field is called', () => {
    const kindOf = (codes: string): string | null => makeLayer(tableOf({ place_ref: codes }), 'u.json').kind;
    expect(['E05000001 E05000002', 'E47000001 E47000002', 'E06000001 W06000002', 'E10000001 E10000002', 'E54000001 E05000002'].map(kindOf)).toEqual(['ward', 'cauth', 'ltla', 'cty', null]); // prettier-ignore
  });
});
