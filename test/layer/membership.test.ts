import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { lookupFit } from '../../src/layer/lookup-fit.js';
import { type Lookup, assertMembership, unitOfBlocks, weightOfBlocks } from '../../src/layer/membership.js';
import { readLookup } from '../../src/layer/read-lookup.js';
import { readRecodes } from '../../src/layer/recode.js';
import { regroup } from '../../src/layer/regroup.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { haveRealData } from '../real-data.js';
import { realTable, tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const byBlock = (lookup: Lookup): (string | null)[] =>
  [...unitOfBlocks(lookup.membership)].map((unit) => (unit < 0 ? null : lookup.codes[unit]!));

describe('a layer given by lookup', () => {
  it.each([
    ['icb24_code,icb24_name,icb24_code_nhs', 'icb24_code'],
    ['ICB24CD,ICB24NM,ICB24CDH', 'ICB24CD'],
    ['ONS_ICB_CODE,ICB_NAME,ICB_CODE', 'ONS_ICB_CODE'],
    ['ICB 2024 Code,ICB 2024 Name,ICB 2024 ODS code', 'ICB 2024 Code'],
    ['icb22_code,icb22_name,icb22_code_h', 'icb22_code'],
  ])('takes names and ODS codes from the columns beside its codes: %s', (headings, group) => {
    const table = tableOf(
      `lsoa,${headings}\nE01000002,E54000008,NHS Mersey,QYG\nE01000001,E54000008,NHS Mersey,QYG`,
    );
    const lookup = readLookup(table, { member: 'lsoa', group });
    expect([lookup.codes, lookup.names, lookup.ods]).toEqual([['E54000008'], ['NHS Mersey'], ['QYG']]);
  });

  it('finds the names of a group given by its ODS code', () => {
    const table = tableOf('lsoa,ICB23CD,ICB23CDH,ICB23NM\nE01000001,E54000008,QYG,NHS Mersey');
    expect(readLookup(table, { member: 'lsoa', group: 'ICB23CDH' }).names).toEqual(['NHS Mersey']);
  });

  it('keeps members without a group, in no unit', () => {
    const lookup = readLookup(tableOf('lsoa,ca\nE3,C1\nE1,\nE2,C1'), { member: 'lsoa', group: 'ca' });
    expect(lookup.membership.blocks).toEqual(['E1', 'E2', 'E3']);
    expect(byBlock(lookup)).toEqual([null, 'C1', 'C1']);
    expect(sayNotes(lookup.notes)).toContain('table.csv: 1 member in no group: E1');
  });

  it('drops rows that repeat a member with its group, and says so', () => {
    const lookup = readLookup(tableOf('ward,lad\nW1,L1\nW1,L1\nW2,L1'), { member: 'ward', group: 'lad' });
    expect(lookup.membership.unit.length).toBe(2);
    expect(sayNotes(lookup.notes)).toContain('table.csv: 1 row repeating a member with its group dropped');
  });

  it('refuses members of two groups without weights and names three', () => {
    const text = [1, 2, 3, 4].flatMap((n) => [`E${n},C1`, `E${n},C2`]).join('\n');
    const trouble = troubleOf(() =>
      readLookup(tableOf(`lsoa,pcn\n${text}`), { member: 'lsoa', group: 'pcn' }),
    );
    expect(trouble.message).toBe("4 members in more than one group of 'pcn': E1, E2, E3 and 1 more");
    expect(trouble.hint).toContain('FILE:MEMBER:GROUP:WEIGHT');
  });

  describe('whose units may overlap', () => {
    const read = (text: string, weight: string | null = null): Lookup =>
      readLookup(tableOf(text), { member: 'lsoa', group: 'n', weight, overlapping: true });

    it('has a member of two groups wholly in each, and says so', () => {
      const lookup = read('lsoa,n\nE2,N2\nE1,N1\nE2,N1\nE2,N2');
      assertMembership(lookup.membership, 2);
      expect([...lookup.membership.start]).toEqual([0, 1, 3]);
      expect([...lookup.membership.weight]).toEqual([1, 1, 1]);
      expect(lookup.membership.weighted).toBe(false);
      expect(sayNotes(lookup.notes)).toContain(
        "table.csv: 1 member in more than one group of 'n', wholly in each: E2",
      );
    });

    it('takes weights that are 1 throughout for none, and any other for shares', () => {
      const ones = read('lsoa,n,w\nE1,N1,1\nE2,N1,1.0\nE2,N2,1', 'w');
      expect([ones.membership.weighted, ...ones.membership.weight]).toEqual([false, 1, 1, 1]);
      expect(sayNotes(ones.notes)).toContain(
        "table.csv: the weights in 'w' are all one, so a member is wholly in each of its groups",
      );
      for (const other of ['2', '0.5', '']) {
        const some = read(`lsoa,n,w\nE1,N1,1\nE2,N1,${other}\nE2,N2,1`, 'w');
        expect(some.membership.weighted).toBe(true);
      }
    });

    it('is refused elsewhere, with a word on where it is not', () => {
      const trouble = troubleOf(() =>
        readLookup(tableOf('lsoa,n\nE1,N1\nE1,N2'), { member: 'lsoa', group: 'n' }),
      );
      expect(trouble.id).toBe('member-in-two-groups');
      expect(trouble.hint).toContain('coverage');
    });
  });

  it('divides members between groups by weights', () => {
    const lookup = readLookup(tableOf('lsoa,pcn,patients\nE2,U2,70\nE1,U1,1\nE2,U1,30\nE3,U1,0'), {
      member: 'lsoa',
      group: 'pcn',
      weight: 'patients',
    });
    assertMembership(lookup.membership, 2);
    expect([...lookup.membership.start]).toEqual([0, 1, 3, 3]);
    expect([...lookup.membership.weight]).toEqual([1, 30, 70]);
    expect([...weightOfBlocks(lookup.membership)]).toEqual([1, 100, 0]);
  });

  it('refuses weights that are negative or no number, and pairs given twice with rows that differ', () => {
    const read = (text: string) => () =>
      readLookup(tableOf(text), { member: 'lsoa', group: 'pcn', weight: 'n' });
    expect(troubleOf(read('lsoa,pcn,n\nE1,U1,1\nE1,U2,-1'))).toMatchObject({
      id: 'negative-number',
      place: 'line 3',
    });
    expect(troubleOf(read('lsoa,pcn,n\nE1,U1,some')).id).toBe('not-a-number');
    expect(troubleOf(read('lsoa,pcn,n\nE1,U1,1\nE1,U1,2')).id).toBe('weight-given-twice');
    expect(read('lsoa,pcn,n\nE1,U1,1\nE1,U1,1')().membership.weight).toEqual(Float64Array.of(1));
  });

  it('takes the commonest of several names and says so', () => {
    const table = tableOf('lsoa,pcn_code,pcn_name\nE1,U1,New\nE2,U1,Old\nE3,U1,New');
    const lookup = readLookup(table, { member: 'lsoa', group: 'pcn_code' });
    expect(lookup.names).toEqual(['New']);
    expect(sayNotes(lookup.notes)[0]).toContain('more than one name');
  });

  it.each([
    ['lsoa21_code', 'icb24_code', 'a.csv', false],
    ['LSOA21CD', 'WD24CD', 'a.csv', true],
    ['LSOA21CD', 'LAD24CD', 'a.csv', true],
    ['LSOA21CD', 'LAD22CD', 'a.csv', false],
    ['LSOA 2021 Code', 'LAD 2024 Code', 'a.csv', true],
    ['OA21CD', 'WD22CD', 'OA21_WD22_best_fit_lookup.csv', true],
    ['OA21CD', 'X', 'OA_to_X_(exact_fit).csv', false],
    ['LAD25CD', 'CAUTH25CD', 'a.csv', null],
  ])('from %s to %s in %s is best fit: %s', (member, group, file, fit) => {
    expect(lookupFit(member, group, file)).toBe(fit);
  });

  it('is the same for any order of rows', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(6)), {
      selector: ([block]) => block,
      minLength: 1,
    });
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const read = (list: readonly (readonly [number, number])[]): Lookup =>
      readLookup(tableOf(`lsoa,pcn\n${list.map(([b, u]) => `E${b},U${u}`).join('\n')}`), {
        member: 'lsoa',
        group: 'pcn',
      });
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const lookup = read(list);
        assertMembership(lookup.membership, lookup.codes.length);
        expect(read(other)).toEqual(lookup);
      }),
    );
  });
});

describe('regrouping', () => {
  const wards = readLookup(tableOf('lsoa,lad\nE1,L1\nE2,L2\nE3,L3\nE4,'), { member: 'lsoa', group: 'lad' });

  it('maps blocks through units to groups; units without a group leave theirs in none', () => {
    const groups = readLookup(tableOf('lad,ca_code,ca_name\nL1,C1,One\nL2,C1,One'), {
      member: 'lad',
      group: 'ca_code',
    });
    const regrouped = regroup(wards, groups);
    expect([regrouped.codes, regrouped.names]).toEqual([['C1'], ['One']]);
    expect(byBlock(regrouped)).toEqual(['C1', 'C1', null, null]);
    expect(sayNotes(regrouped.notes).at(-1)).toBe(
      '1 unit of lad by lsoa in table.csv in no group of ca_code by lad in table.csv: L3',
    );
  });

  it('brings codes together by recoding and says so', () => {
    const groups = readLookup(tableOf('lad,ca\nL1,C1\nN2,C2\nL3,C2'), { member: 'lad', group: 'ca' });
    const { recodes } = readRecodes(tableOf('old_code,new_code,name\nL2,N2,Barnsley'));
    const regrouped = regroup(wards, groups, recodes);
    expect(byBlock(regrouped)).toEqual(['C1', 'C2', 'C2', null]);
    expect(sayNotes(regrouped.notes)).toContain('1 code recoded: L2 → N2 Barnsley');
  });

  it('adds weights where two units of a block come into one group', () => {
    const table = tableOf('lsoa,pcn,n\nE1,U1,3\nE1,U2,4\nE1,U3,5');
    const networks = readLookup(table, { member: 'lsoa', group: 'pcn', weight: 'n' });
    const places = readLookup(tableOf('pcn,place\nU1,P1\nU2,P1\nU3,P2'), { member: 'pcn', group: 'place' });
    expect([...regroup(networks, places).membership.weight]).toEqual([7, 5]);
  });
});

describe.skipIf(!haveRealData)('the lookups of England', () => {
  const icb = () =>
    readLookup(realTable('lookups/lookup_lsoa21_icb24.csv.gz'), {
      member: 'lsoa21_code',
      group: 'icb24_code',
    });
  const lad = () =>
    readLookup(realTable('lookups/lookup_lsoa21_ward24_ltla24.csv.gz'), {
      member: 'lsoa21_code',
      group: 'ltla24_code',
    });

  /** LSOAs and residents of every pair of units, written `a b lsoas residents`, sorted. */
  function pairs(a: Lookup, b: Lookup): string[] {
    const people = readPeople(realTable('people/census21_residents_lsoa21.csv'));
    const residents = new Map(people.blocks.map((code, at) => [code, people.values[at]!]));
    const partners = byBlock(b);
    const other = new Map(b.membership.blocks.map((code, at) => [code, partners[at]!]));
    const sums = new Map<string, [number, number]>();
    byBlock(a).forEach((unit, at) => {
      const code = a.membership.blocks[at]!;
      const partner = other.get(code) ?? null;
      if (unit === null || partner === null) return;
      const [count, sum] = sums.get(`${unit} ${partner}`) ?? [0, 0];
      sums.set(`${unit} ${partner}`, [count + 1, sum + residents.get(code)!]);
    });
    return [...sums].map(([pair, [count, sum]]) => `${pair} ${count} ${sum}`).sort();
  }

  function expected(path: string): string[] {
    const table = realTable(path);
    return Array.from({ length: table.rowCount }, (_, row) =>
      [0, 1, 2, 3].map((c) => table.text(c, row)).join(' '),
    ).sort();
  }

  it('have 42 ICBs of 33,755 LSOAs, exactly, with ODS codes', () => {
    const lookup = icb();
    expect([lookup.codes.length, lookup.membership.blocks.length, lookup.membership.bestFit]).toEqual([
      42,
      33755,
      false,
    ]);
    expect([lookup.ods![0], lookup.names[0]]).toEqual([
      'QYG',
      'NHS Cheshire and Merseyside Integrated Care Board',
    ]);
  });

  it('give the 310 pairs of ICB and council to the person', () => {
    const councils = lad();
    expect([councils.codes.length, councils.membership.bestFit]).toEqual([318, true]);
    expect(pairs(icb(), councils)).toEqual(expected('expected/oracle_icb24_lad24.csv'));
  });

  it('give the 22 pairs of ICB and combined authority, once Barnsley and Sheffield are recoded', () => {
    const authorities = readLookup(realTable('lookups/lookup_lad25_cauth25_derived.csv'), {
      member: 'LAD25CD',
      group: 'CAUTH25CD',
    });
    const { recodes } = readRecodes(
      tableOf(
        'kind,old_code,new_code,name\nltla,E08000016,E08000038,Barnsley\nltla,E08000019,E08000039,Sheffield',
      ),
    );
    const regrouped = regroup(lad(), authorities, recodes);
    expect(sayNotes(regrouped.notes)).toContain(
      '2 codes recoded: E08000016 → E08000038 Barnsley, E08000019 → E08000039 Sheffield',
    );
    expect(pairs(icb(), regrouped)).toEqual(expected('expected/oracle_icb24_cauth25.csv'));
  });

  it('of networks by patients hold 1,745,606 patients in 35 units', () => {
    const table = realTable('pcn/pcn26_ssot_stw_patients_by_lsoa21.csv');
    const lookup = readLookup(table, { member: 'lsoa21cd', group: 'pcn_code', weight: 'patients' });
    const total = lookup.membership.weight.reduce((a, b) => a + b);
    expect([lookup.codes.length, lookup.membership.blocks.length, total]).toEqual([35, 4411, 1745606]);
    expect(troubleOf(() => readLookup(table, { member: 'lsoa21cd', group: 'pcn_code' })).id).toBe(
      'member-in-two-groups',
    );
  });
});
