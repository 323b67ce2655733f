/** Who wins a block, and what the tables of patients must say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMembership } from '../../src/layer/membership.js';
import { derive } from '../../src/measures/derive/derive.js';
import type { DeriveWishes } from '../../src/measures/derive/derive-wishes.js';
import { readWeighted } from '../../src/measures/derive/weighted-lookup.js';
import { contestOf } from '../../src/measures/derive/winners.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const request = (text: string, more: Partial<DeriveWishes> = {}): DeriveWishes => ({
  lookup: readWeighted(tableOf(text, 'patients.csv'), null),
  id: 'pcn',
  noun: 'network',
  blocks: null,
  within: null,
  only: null,
  planar: false,
  measures: [],
  homes: new Map(),
  unallocated: new Set(['U']),
  unallocatedMayWin: true,
  includeOutside: false,
  allowUnmatched: 1,
  toDegrees: (positions) => positions,
  ...more,
});

const rows = (text: string, name: string, more: Partial<DeriveWishes> = {}): unknown[][] =>
  derive(request(text, more))
    .tables.find((table) => table.name === name)!
    .rows.map((row) => [...row]);

const PATIENTS = `lsoa21cd,pcn_code,pcn_name,patients
  E01000001,U00001,ASH,900
  E01000001,U00002,BEECH,300
  E01000001,U00003,CEDAR,40
  E01000002,U00002,BEECH,500
  E01000002,U00001,ASH,500
  E01000003,U,Unallocated,60
  E01000003,U00002,BEECH,40
  W01000009,U00001,ASH,70`;

describe('the contest in a block', () => {
  it('goes to the network with most patients; shares are of all patients of the block', () => {
    expect(rows(PATIENTS, 'blocks')[0]).toEqual([
      'E01000001',
      'U00001',
      (100 * 900) / 1240,
      'U00002',
      (100 * 300) / 1240,
      2,
      1240,
      false,
    ]);
  });

  it('goes to the lower code in a tie, which is a finding', () => {
    expect(rows(PATIENTS, 'blocks')[1]).toEqual(['E01000002', 'U00001', 50, 'U00002', 50, 2, 1000, true]);
    const ties = derive(request(PATIENTS)).findings.filter(({ finding }) => finding === 'tie');
    expect(ties).toMatchObject([{ code: 'E01000002', otherCode: 'U00002' }]);
  });

  it('may go to patients in no network, and with only networks standing to the next', () => {
    expect(rows(PATIENTS, 'blocks')[2]!.slice(0, 2)).toEqual(['E01000003', 'U']);
    expect(rows(PATIENTS, 'blocks', { unallocatedMayWin: false })[2]!.slice(0, 3)).toEqual([
      'E01000003',
      'U00002',
      40,
    ]);
  });

  it('leaves a block outside England out and counts its patients', () => {
    const found = derive(request(PATIENTS));
    expect(found.tables[1]!.rows.map(([code]) => code)).not.toContain('W01000009');
    expect(found.reconciliation).toMatchObject([{ total: 2410, in_rows: 2340, outside: 70, difference: 0 }]);
    expect(rows(PATIENTS, 'blocks', { includeOutside: true })).toHaveLength(4);
  });

  it('is won by a network with as many patients as any other, whatever the order of rows', () => {
    const amounts = fc.array(
      fc.record({ block: fc.nat(3), unit: fc.nat(4), weight: fc.integer({ min: 1, max: 6 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const distinct = [...new Map(list.map((entry) => [`${entry.block} ${entry.unit}`, entry])).values()];
        const entries = distinct.map(({ block, unit, weight }) => ({
          block: `b${block}`,
          unit: `u${unit}`,
          weight,
        }));
        const { codes, membership } = buildMembership(entries, {
          blockKind: 'b',
          weighted: true,
          bestFit: null,
        });
        membership.blocks.forEach((code, block) => {
          const here = entries.filter((entry) => entry.block === code);
          const most = Math.max(...here.map(({ weight }) => weight));
          const winners = here
            .filter(({ weight }) => weight === most)
            .map(({ unit }) => unit)
            .sort();
          const { winner, tie } = contestOf(membership, block);
          expect(codes[winner]).toBe(winners[0]);
          expect(tie).toBe(winners.length > 1);
        });
      }),
    );
  });
});

describe('the units', () => {
  it('have concordance: their patients in blocks they won, over all their patients', () => {
    expect(rows(PATIENTS, 'units').map((row) => row.slice(0, 7))).toEqual([
      ['U', 'Unallocated', 1, 100, 60, 60, 100],
      ['U00001', 'ASH', 2, 2240, 1470, 1400, (100 * 1400) / 1470],
      ['U00002', 'BEECH', 0, 0, 840, 0, 0],
      ['U00003', 'CEDAR', 0, 0, 40, 0, 0],
    ]);
  });

  it('that won nothing are findings', () => {
    const nothing = derive(request(PATIENTS)).findings.filter(({ finding }) => finding === 'wins-nothing');
    expect(nothing.map(({ code }) => code)).toEqual(['U00002', 'U00003']);
  });
});

describe('tables of patients', () => {
  it('count rows for everybody once where men and women have rows too', () => {
    const lookup = readWeighted(
      tableOf(`lsoa,pcn_code,sex,patients
        E01,U1,ALL,10
        E01,U1,MALE,4
        E01,U1,FEMALE,6`),
      null,
    );
    expect([...lookup.membership.weight]).toEqual([10]);
    expect(sayNotes(lookup.notes).join(' ')).toContain('2 rows left out');
  });

  it('add men and women where there are no rows for everybody', () => {
    const lookup = readWeighted(
      tableOf(`lsoa,pcn_code,sex,patients
        E01,U1,MALE,4
        E01,U1,FEMALE,6`),
      null,
    );
    expect([...lookup.membership.weight]).toEqual([10]);
  });

  it('of any footprint name their columns', () => {
    const table = tableOf(`area,trust,admissions
      E01,R1,3
      E01,R2,4`);
    expect(troubleOf(() => readWeighted(table, null)).id).toBe('weight-columns');
    const lookup = readWeighted(table, { member: 'area', group: 'trust', weight: 'admissions' });
    expect(lookup.codes).toEqual(['R1', 'R2']);
  });

  it('are refused with a block and network in two rows', () => {
    const twice = tableOf(`lsoa,pcn_code,patients
      E01,U1,4
      E01,U1,6`);
    expect(troubleOf(() => readWeighted(twice, null))).toMatchObject({
      id: 'weight-twice',
      unit: 'E01',
      place: 'line 3',
    });
  });

  it.each([
    ['-4', 'negative-number'],
    ['many', 'not-a-number'],
  ])('are refused with %s patients', (amount, id) => {
    const wrong = tableOf(`lsoa,pcn_code,patients
      E01,U1,${amount}`);
    expect(troubleOf(() => readWeighted(wrong, null))).toMatchObject({ id, place: 'line 2' });
  });

  it('are refused where more than one block in a hundred has no patients, or they no block', () => {
    const codes = (from: number, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `E01${String(from + i).padStart(6, '0')}`);
    const of = (blocks: readonly string[], patients: readonly string[]) => () =>
      derive(
        request(`lsoa,pcn_code,patients\n${patients.map((code) => `${code},U1,10`).join('\n')}`, {
          blocks: { codes: blocks, land: null } as never,
        }),
      );
    expect(of(codes(1, 100), codes(1, 99))().tables).toHaveLength(2);
    expect(troubleOf(of(codes(1, 100), codes(1, 98)))).toMatchObject({ id: 'people-unmatched' });
    expect(of(codes(1, 99), codes(1, 100))().tables).toHaveLength(2);
    expect(troubleOf(of(codes(1, 98), codes(1, 100))).message).toContain('E01000099');
  });

  it('are refused where no block of theirs is among the blocks given', () => {
    const lookup = readWeighted(tableOf(PATIENTS), null);
    const elsewhere = { ...request(PATIENTS), lookup, blocks: { codes: ['E01999999'], land: null } as never };
    expect(troubleOf(() => derive(elsewhere)).id).toBe('blocks-do-not-match');
  });
});
