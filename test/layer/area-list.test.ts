/** Units written as lists of areas: forms, levels, signs, and what is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAreaList, readAreaList } from '../../src/layer/area-list.js';
import { lookupOfList } from '../../src/layer/layer-of-list.js';
import type { Layer } from '../../src/layer/layer.js';
import { kindsCalled } from '../../src/layer/kinds-called.js';
import { assertMembership, type Lookup } from '../../src/layer/membership.js';
import { lookupLayer } from '../../src/run/load-lookup.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

/** Six LSOAs in three wards and two councils; E06 is a council of both tiers. */
const TABLE = tableOf(
  `LSOA21CD,WD24CD,WD24NM,LAD24CD,LAD24NM,CTYUA24CD,CTYUA24NM
E01990001,E05990001,Abbey,E06990001,Northam,E06990001,Northam
E01990002,E05990001,Abbey,E06990001,Northam,E06990001,Northam
E01990003,E05990002,Bank,E06990001,Northam,E06990001,Northam
E01990004,E05990003,Cross,E07990001,Southam,E10990001,Southshire
E01990005,E05990003,Cross,E07990001,Southam,E10990001,Southshire
E01990006,E05990003,Cross,E07990001,Southam,E10990001,Southshire`,
);
const layer = (group: string): Layer => lookupLayer(TABLE, { path: '', member: 'LSOA21CD', group }, false);
const ALL = ['WD24CD', 'LAD24CD', 'CTYUA24CD'].map(layer);

const read = (text: string, layers: readonly Layer[] = ALL, overlapping = true): Lookup =>
  lookupOfList(readAreaList(tableOf(text)), layers, overlapping);

/** The last digits of the blocks of each unit. */
function unitsOf({ codes, membership }: Lookup): Record<string, string> {
  assertMembership(membership, codes.length);
  const { blocks, start, unit } = membership;
  const list = codes.map((): string[] => []);
  blocks.forEach((block, b) => {
    for (let entry = start[b]!; entry < start[b + 1]!; entry++) list[unit[entry]!]!.push(block.slice(-1));
  });
  return Object.fromEntries(codes.map((code, u) => [code, list[u]!.join('')]));
}

describe('a list of areas', () => {
  it.each([
    ['neighbourhood,level,code'],
    ['Neighbourhood,Level,Code'],
    ['neighbourhood_code,neighbourhood_name,area type,GSS code'],
    ['Locality,code'],
    ['ICB,level,code,sign'],
    ['INT,geography,area code'],
  ])('is told by its headings: %s', (headings) => {
    expect(isAreaList(headings.split(','))).toBe(true);
  });

  it.each([
    ['LSOA21CD,neighbourhood_code,neighbourhood_name'],
    ['neighbourhood,code,wkt'],
    ['neighbourhood,code,longitude,latitude'],
    ['code,people'],
    ['level,code'],
  ])('is not: %s', (headings) => {
    expect(isAreaList(headings.split(','))).toBe(false);
  });

  it('is made of areas of any level, which may overlap', () => {
    const lookup = read(
      `neighbourhood,level,code
N1,ward,E05990001
N1,LSOA,E01990004
N2,council,E07990001
N2,lower layer super output area,E01990003`,
    );
    expect(unitsOf(lookup)).toEqual({ N1: '124', N2: '3456' });
    expect(lookup.membership).toMatchObject({ weighted: false, blockKind: 'LSOA21CD' });
  });

  it.each(['ward', 'Wards', 'WD', 'wd24cd', 'WD24CD', 'electoral ward', 'ward (2024)'])(
    'knows a level by any of its names: %s',
    (level) => {
      expect(unitsOf(read(`neighbourhood,level,code\nN1,${level},E05990001`))).toEqual({ N1: '12' });
    },
  );

  it.each(['council', 'Councils', 'LAD', 'local authority', 'district', 'lad24cd', 'ltla', 'unitary'])(
    'knows a council as %s',
    (level) => {
      expect(kindsCalled(level).map(({ id }) => id)).toContain('ltla');
      expect(unitsOf(read(`neighbourhood,level,code\nN1,${level},E06990001`))).toEqual({ N1: '123' });
    },
  );

  it('needs no level where the prefixes tell, and takes names, in any case', () => {
    const lookup = read(`neighbourhood,code
N1,E05990001
N1,e01990003
N2,E10990001`);
    expect(unitsOf(lookup)).toEqual({ N1: '123', N2: '456' });
    expect(unitsOf(read('neighbourhood,level,code\nN1,ward,abbey\nN1,,Southshire'))).toEqual({ N1: '12456' });
  });

  it('names its units where it has a column of names', () => {
    const lookup = read(`neighbourhood_code,neighbourhood_name,code
N2,,E05990003
N2,Southside,E05990002
N1,North,E05990001`);
    expect([lookup.codes, lookup.names]).toEqual([
      ['N1', 'N2'],
      ['North', 'Southside'],
    ]);
  });

  it.each([
    ['+', '-'],
    ['include', 'exclude'],
    ['', 'minus'],
    ['Including', '−'],
  ])('is a definition with plus and minus, whatever the order: %s and %s', (plus, minus) => {
    const rows = [`X,council,E06990001,${plus}`, `X,LSOA,E01990002,${minus}`, `X,LSOA,E01990006,${plus}`];
    for (const order of [rows, [...rows].reverse()]) {
      expect(unitsOf(read(`icb,level,code,sign\n${order.join('\n')}`))).toEqual({ X: '136' });
    }
  });

  it('of small areas alone needs no lookup', () => {
    const lookup = read('neighbourhood,code\nN1,E01990001\nN2,E01990002', []);
    expect(unitsOf(lookup)).toEqual({ N1: '1', N2: '2' });
    expect(lookup.membership.blockKind).toBe('lsoa_code');
  });

  it('is the lookup itself where it lists every small area of every unit', () => {
    const blocks = fc.array(fc.constantFrom('N1', 'N2', 'N3'), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(blocks, (units) => {
        const rows = units.map((unit, b) => `${unit},E0199000${b + 1}`);
        const expected = Object.fromEntries(
          [...new Set(units)]
            .sort()
            .map((unit) => [unit, units.flatMap((own, b) => (own === unit ? [b + 1] : [])).join('')]),
        );
        expect(unitsOf(read(`neighbourhood,code\n${rows.join('\n')}`))).toEqual(expected);
      }),
    );
  });
});

describe('a list is refused', () => {
  it.each([
    ['N1,ward,E05990009', 'list-area-unknown', 'line 2', 'Did you mean E05990001?'],
    ['N1,ward,Abbye', 'list-area-unknown', 'line 2', 'Did you mean Abbey (E05990001)?'],
    ['N1,MSOA,E02990001', 'list-level-without-lookup', 'line 2', 'table.csv:LSOA21CD:MSOACD'],
    ['N1,,E02990001', 'list-level-without-lookup', 'line 2', 'LSOAs to MSOAs'],
    ['N1,wrad,E05990001', 'list-level-unknown', 'line 2', "Did you mean 'ward'?"],
    ['N1,ward,', 'list-cell-empty', 'line 2', 'unit and an area'],
    [',ward,E05990001', 'list-cell-empty', 'line 2', 'unit and an area'],
  ])('%s: %s', (row, id, place, hint) => {
    const trouble = troubleOf(() => read(`neighbourhood,level,code\n${row}`));
    expect(trouble).toMatchObject({ id, place, file: 'table.csv' });
    expect(trouble.hint).toContain(hint);
  });

  const signed = (...rows: string[]) => troubleOf(() => read(`icb,level,code,sign\n${rows.join('\n')}`));

  it('where something is taken out that is not in, or not wholly in', () => {
    expect(signed('X,council,E06990001,+', 'X,LSOA,E01990005,-')).toMatchObject({
      id: 'list-minus-of-nothing',
      unit: 'X',
      place: 'line 3',
      message: 'E01990005 is taken out of it, which is not in it',
    });
    expect(signed('X,LSOA,E01990004,+', 'X,ward,E05990003,-').message).toBe(
      'E05990003 is taken out of it, of which only 1 of 3 small areas are in it',
    );
    // What another unit has does not count.
    expect(signed('Y,LSOA,E01990005,+', 'X,council,E06990001,+', 'X,LSOA,E01990005,-').unit).toBe('X');
  });

  it('where nothing of a unit is left, or a sign says nothing', () => {
    expect(signed('X,ward,E05990002,+', 'X,LSOA,E01990003,-').id).toBe('list-unit-empty');
    expect(signed('X,ward,E05990002,perhaps')).toMatchObject({ id: 'list-sign', place: 'line 2' });
  });

  it('where units overlap that may not', () => {
    const text = 'icb,code\nX,E05990001\nY,E01990001';
    expect(unitsOf(read(text))).toEqual({ X: '12', Y: '1' });
    expect(troubleOf(() => read(text, ALL, false)).id).toBe('member-in-two-groups');
  });

  it('where a name stands for different areas and no level is said', () => {
    const twin = { ...ALL[0]!, names: ['Northam', 'Bank', 'Cross'] };
    const trouble = troubleOf(() => read('neighbourhood,code\nN1,Northam', [twin, ...ALL.slice(1)]));
    expect(trouble).toMatchObject({ id: 'list-area-ambiguous', place: 'line 2' });
    expect(unitsOf(read('neighbourhood,level,code\nN1,ward,Northam', [twin, ...ALL.slice(1)]))).toEqual({
      N1: '12',
    });
  });
});
