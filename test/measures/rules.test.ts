import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import type { Cell, Table } from '../../src/result/table.js';
import { compareWithBaseline } from '../../src/rules/baseline.js';
import { issuesOf } from '../../src/rules/issues.js';
import { judgeRules } from '../../src/rules/judge-rules.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { quantitiesOf } from '../../src/rules/quantities.js';
import {
  amountColumn,
  column,
  overlapTable,
  sampleResult,
  sharedTable,
  unitColumns,
} from '../report/sample-result.js';
import { troubleOf } from '../trouble-of.js';

const withTables = (...tables: Table[]): Result => ({ ...sampleResult, tables, rules: [], findings: [] });
const overlap = withTables(overlapTable);
const align = withTables(sharedTable);
const value = (result: Result, name: string): number | undefined =>
  quantitiesOf(result, [name]).get(name)?.value;
const judge = (result: Result, texts: readonly string[], baseline: Result | null = null) =>
  judgeRules(result, { rules: texts.map(parseRule), baseline }).rules;
const without = (table: Table, code: string): Table => ({
  ...table,
  rows: table.rows.filter((row) => !row.includes(code)),
});

describe('the quantities of a result', () => {
  test('an overlap table tells the shared units and who lives outside the main one', () => {
    expect(value(overlap, 'shared_units')).toBe(5);
    // East Suffolk 116,361, Hart 24,880, Guildford 20,458, Vale of White Horse 6,331, Cumberland 8,517
    expect(value(overlap, 'people_outside_main')).toBe(116_361 + 24_880 + 20_458 + 6_331 + 8_517);
    expect(value(overlap, 'ha_outside_main')).toBeCloseTo(
      37041.2449 + 11725.9 + 4811.03 + 5310.66 + 47123.3,
      6,
    );
  });

  test('the main partner has most people, even where another has more land', () => {
    const hart = overlapTable.rows.filter((row) => row[2] === 'E07000089');
    expect(value(withTables({ ...overlapTable, rows: hart }), 'people_outside_main')).toBe(24_880);
    expect(value(withTables({ ...overlapTable, rows: hart }), 'ha_outside_main')).toBe(11_725.9);
  });

  test('slivers and land outside are no parts', () => {
    const rows = overlapTable.rows.map((row) => row.map((cell, i) => (i === 4 ? 'sliver' : cell)));
    expect(value(withTables({ ...overlapTable, rows }), 'shared_units')).toBe(0);
  });

  test('an align report has them from its table of shared units', () => {
    expect(value(align, 'shared_units')).toBe(3);
    expect(value(align, 'ha_outside_main')).toBeCloseTo(37058.2352 + 11728.38 + 5342.7, 6);
  });

  test('metrics and policy tests go by their ids', () => {
    const metrics: Table = {
      name: 'metrics',
      caption: '',
      columns: ['metric', 'formula', 'basis', 'direction']
        .map((h) => column(h, 'text'))
        .concat(column('value', 'number')),
      rows: [
        ['share_outside_main', '', 'residents', 'B to A', 0.0068],
        ['share_outside_main', '', 'residents', 'A to B', 0.5],
        ['v_measure', '', 'residents', 'both', 0.793],
        ['v_measure', '', 'hectares', 'both', 0.8],
        ['purity', '', 'hectares', 'both', null],
      ],
    };
    const tests: Table = {
      name: 'tests',
      caption: '',
      columns: [
        column('test', 'text'),
        column('statement', 'text'),
        column('layer', 'text'),
        column('not_met', 'count'),
        column('share', 'share'),
      ],
      rows: [
        ['P1', 'Each council lies in one ICB', 'ltla', 12, 0.96],
        ['P3', 'Share of ICBs', 'icb', null, 0.02],
      ],
    };
    const result = withTables(metrics, tests);
    expect(value(result, 'share_outside_main')).toBe(0.0068);
    expect(value(result, 'share_outside_main_a_to_b')).toBe(0.5);
    expect(value(result, 'v_measure')).toBe(0.793);
    expect(value(result, 'v_measure_by_2')).toBe(0.8);
    expect(value(result, 'purity')).toBeUndefined();
    expect(value(result, 'p1_not_met')).toBe(12);
    expect(value(result, 'p3_not_met')).toBeUndefined();
    expect(value(result, 'p3_share')).toBe(0.02);
  });

  test('gaps, double cover and sizes of neighbourhoods come from a coverage report', () => {
    const piece = (name: string, rows: Cell[][]): Table => ({
      name,
      caption: '',
      columns: [
        ...unitColumns('icb', 'ICB', 'ICB24CD'),
        column('n_codes', 'text', { about: { layer: 'n', role: 'partners' } }),
        amountColumn('area_ha', 'hectares'),
        amountColumn('people', 'people'),
      ],
      rows,
    });
    const neighbourhoods: Table = {
      name: 'neighbourhoods',
      caption: '',
      columns: [
        ...unitColumns('n', 'neighbourhood', 'code').slice(0, 1),
        amountColumn('people', 'people'),
        column('contiguous', 'flag'),
      ],
      rows: [
        ['N1', 29_999, true],
        ['N2', 30_000, true],
        ['N3', 120_000, false],
      ],
    };
    const result = withTables(
      neighbourhoods,
      piece('gaps', [
        ['E1', 'One', '', 2.5, 10],
        ['E1', 'One', '', 1.5, 0],
      ]),
      piece('doubles', [['E1', 'One', 'N1;N2', 3, 40]]),
    );
    expect(
      ['gaps', 'gap_ha', 'gap_people', 'doubles', 'double_ha', 'double_people'].map((q) => value(result, q)),
    ).toEqual([2, 4, 10, 1, 3, 40]);
    expect(value(result, 'neighbourhoods_under_30000')).toBe(1);
    expect(value(result, 'neighbourhoods_over_100000')).toBe(1);
    expect(value(result, 'in_several_parts')).toBe(1);
    expect(issuesOf(result).map(({ id }) => id)).toEqual([
      'double-cover:icb:E1:N1;N2',
      'gap:icb:E1',
      'gap:icb:E1:2',
    ]);
  });

  test('a report on three layers has those of each two', () => {
    const twice = withTables(
      { ...sharedTable, name: 'shared_icb_ltla' },
      { ...sharedTable, name: 'shared_icb_utla', rows: [] },
    );
    expect(value(twice, 'shared_units_icb_ltla')).toBe(3);
    expect(value(twice, 'shared_units_icb_utla')).toBe(0);
    expect(issuesOf(twice)).toHaveLength(3);
    const besides = withTables(sharedTable, { ...sharedTable, name: 'shared_upper', rows: [] });
    expect(value(besides, 'shared_units')).toBe(3);
    expect(value(besides, 'shared_units_upper')).toBe(0);
  });
});

describe('a rule', () => {
  test.each([
    ['shared_units max 12', 'max', 12],
    ['Shared-Units  MAX 400,000', 'max', 400_000],
    ['share_outside_main max 1%', 'max', 0.01],
    ['v_measure min 0.75', 'min', 0.75],
  ])('%s is read', (text, form, limit) => expect(parseRule(text)).toMatchObject({ form, limit }));

  test.each([
    '',
    'shared_units',
    'shared_units max',
    'shared_units max twelve',
    'shared_units max 1,2',
    'max 12',
    'shared_units max 1 2',
    'a no-worse-than-baseline 3',
  ])("'%s' is refused with an example", (text) => {
    const trouble = troubleOf(() => parseRule(text));
    expect(trouble.id).toBe('rule-form');
    expect(trouble.hint).toContain('shared_units max 12');
  });

  test('is met up to its limit and broken beyond', () => {
    expect(
      judge(align, ['shared_units max 3', 'shared_units max 2', 'shared_units min 3', 'shared_units min 4']),
    ).toEqual([
      { rule: 'shared_units max 3', met: true, detail: '3' },
      { rule: 'shared_units max 2', met: false, detail: '3, more than 2' },
      { rule: 'shared_units min 3', met: true, detail: '3' },
      { rule: 'shared_units min 4', met: false, detail: '3, less than 4' },
    ]);
  });

  test('about something that the result does not have names what it has', () => {
    const trouble = troubleOf(() => judge(align, ['gap_ha max 1']));
    expect(trouble.id).toBe('rule-quantity-unknown');
    expect(trouble.hint).toContain('shared_units');
  });

  test('that needs a baseline says so where there is none', () => {
    expect(troubleOf(() => judge(align, ['shared_units no-worse-than-baseline'])).id).toBe(
      'rule-needs-baseline',
    );
    expect(troubleOf(() => judge(align, ['new_findings max 0'])).id).toBe('rule-needs-baseline');
  });

  test('no-worse-than-baseline knows which way is worse', () => {
    const fewer = withTables(without(sharedTable, 'E07000089'));
    expect(judge(fewer, ['shared_units no-worse-than-baseline'], align)[0]!.met).toBe(true);
    expect(judge(align, ['shared_units no-worse-than-baseline'], fewer)[0]!.met).toBe(false);
    const share = (met: number): Result =>
      withTables(sharedTable, {
        name: 'tests',
        caption: '',
        columns: [column('test', 'text'), column('share', 'share')],
        rows: [['P1', met]],
      });
    expect(judge(share(0.9), ['p1_share no-worse-than-baseline'], share(0.8))[0]!.met).toBe(true);
    expect(judge(share(0.7), ['p1_share no-worse-than-baseline'], share(0.8))[0]!.met).toBe(false);
  });
});

describe('a baseline', () => {
  const fewer = withTables(without(sharedTable, 'E07000089'));

  test('tells what is new, what was fixed and what is still there', () => {
    const { fresh, fixed, standing } = compareWithBaseline(align, fewer);
    expect(fresh.map(({ id }) => id)).toEqual(['shared:ltla:E07000089']);
    expect(fixed).toEqual([]);
    expect(standing.map(({ name }) => name)).toEqual(['Vale of White Horse', 'East Suffolk']);
    expect(compareWithBaseline(fewer, align).fixed.map(({ name }) => name)).toEqual(['Hart']);
  });

  test('brings the rule that nothing is new, unless a rule speaks of that', () => {
    expect(judge(align, [], fewer)).toEqual([
      {
        rule: 'new_findings max 0',
        met: false,
        detail: '1, more than 0: Hart (E07000089, shared unit); 0 fixed, 2 still there',
      },
    ]);
    expect(judge(align, ['new_findings max 1'], fewer).map(({ met }) => met)).toEqual([true]);
  });

  test('becomes a table of the result', () => {
    const { table } = judgeRules(align, { rules: [], baseline: fewer });
    expect(table!.rows.map((row) => [row[0], row[4]])).toEqual([
      ['new', 'Hart'],
      ['still there', 'Vale of White Horse'],
      ['still there', 'East Suffolk'],
    ]);
  });

  test('is at peace with itself, whatever the order of rows', () => {
    const patches: Table = {
      name: 'patches',
      caption: '',
      columns: [
        column('patch', 'count'),
        ...unitColumns('ltla', 'council', 'LAD25CD'),
        ...unitColumns('icb', 'ICB', 'ICB24CD'),
      ],
      rows: ['A', 'B', 'B', 'A', 'A', 'C'].map((code, i) => [
        i + 1,
        code,
        `unit ${code}`,
        `X${i}`,
        `ICB ${i}`,
      ]),
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...patches.rows], { minLength: 6, maxLength: 6 }), (rows) => {
        const shuffled = withTables(patchesFirst(rows), overlapTable);
        expect(issuesOf(shuffled)).toEqual(issuesOf(withTables(patchesFirst(patches.rows), overlapTable)));
      }),
    );
    function patchesFirst(rows: readonly (readonly Cell[])[]): Table {
      return { ...patches, rows };
    }
  });

  test('does not mind a new code of the unit on the other side', () => {
    const renamed = {
      ...sharedTable,
      rows: sharedTable.rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('E54', 'E55') : cell)),
      ),
    };
    expect(compareWithBaseline(withTables(renamed), align).fresh).toEqual([]);
  });
});
