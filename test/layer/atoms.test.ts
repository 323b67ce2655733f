import { describe, expect, it } from 'vitest';
import { atomStems, readAtoms } from '../../src/layer/atoms.js';
import { unitOfBlocks } from '../../src/layer/membership.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const TEXT = `icb_2024_code,icb_2024_ods,icb_2024_name,ltla_code,ltla_name,cauth_code,cauth_name,lsoas,people
I2,QBB,Second,L1,Left,,,3,30
I1,QAA,First,L1,Left,C1,One,2,20
I1,QAA,First,L2,Right,C1,One,1,5`;

describe('an atom table', () => {
  const table = tableOf(TEXT, 'atoms.csv');

  it('names its layers by the stems of its code columns', () => {
    expect(atomStems(table)).toEqual(['icb_2024', 'ltla', 'cauth']);
  });

  it('gives every layer the same blocks, so that any two can be crossed', () => {
    const icb = readAtoms(table, 'icb_2024');
    const ltla = readAtoms(table, 'ltla');
    expect(ltla.lookup.membership.blocks).toEqual(icb.lookup.membership.blocks);
    expect([icb.lookup.codes, icb.lookup.names, icb.lookup.ods]).toEqual([
      ['I1', 'I2'],
      ['First', 'Second'],
      ['QAA', 'QBB'],
    ]);
    expect(icb.people.blocks).toEqual(['I1+L1+C1', 'I1+L2+C1', 'I2+L1+-']);
    expect([[...icb.people.values], [...icb.people.blockCounts!], icb.people.total]).toEqual([
      [20, 5, 30],
      [2, 1, 3],
      55,
    ]);
  });

  it('leaves atoms with a blank code in no unit', () => {
    expect([...unitOfBlocks(readAtoms(table, 'cauth').lookup.membership)]).toEqual([0, 0, -1]);
  });

  it('does not depend on the order of rows', () => {
    const [headings, ...rows] = TEXT.split('\n');
    const turned = tableOf([headings, ...rows.reverse()].join('\n'), 'atoms.csv');
    expect(readAtoms(turned, 'ltla')).toEqual(readAtoms(table, 'ltla'));
  });

  it('refuses an unknown layer, a row given twice and a number that is none', () => {
    expect(troubleOf(() => readAtoms(table, 'pcn')).hint).toBe('Its layers are icb_2024, ltla, cauth.');
    const twice = tableOf('a_code,b_code,people\nA,B,1\nA,B,2');
    expect(troubleOf(() => readAtoms(twice, 'a'))).toMatchObject({ id: 'repeated-atoms' });
    expect(troubleOf(() => readAtoms(tableOf('a_code,b_code,people\nA,B,x'), 'a'))).toMatchObject({
      place: 'line 2',
    });
  });
});
