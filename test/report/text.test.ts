import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnKind, Table } from '../../src/result/table.js';
import { displayColumn } from '../../src/report/display-column.js';
import { plain, writeMarkdown } from '../../src/report/markdown.js';
import { plainPaint, type Paint } from '../../src/report/paint.js';
import { reconciliationText, sensitivityText } from '../../src/report/reconciliation-text.js';
import { terminalReport } from '../../src/report/terminal-summary.js';
import { terminalTable } from '../../src/report/terminal-table.js';
import { cutText, foldText, padText, textWidth, wrapText } from '../../src/report/text-width.js';
import { WRITERS, writerFor } from '../../src/report/writers.js';
import { sampleWithMap } from './sample-map.js';
import { column, overlapTable, sampleResult, sharedTable, unitColumns } from './sample-result.js';

const paint = plainPaint;

describe('how wide a text is', () => {
  test('accents take one column, combining marks none, Chinese signs two', () => {
    expect(textWidth('Ynys Môn')).toBe(8);
    expect(textWidth('Ynys Mo\u0302n')).toBe(8);
    expect(textWidth('北京')).toBe(4);
  });

  test('pictures take two, however many signs they are made of; marks beside their letter take one', () => {
    expect(['🏥', '🇬🇧', '👩🏽', '☎️', 'é', 'ㅎ한'].map(textWidth)).toEqual([2, 2, 2, 2, 1, 4]);
    expect(textWidth('दिल्ली')).toBe(5);
    expect(padText('北京', 6)).toBe('北京  ');
  });

  test('a cut text fits', () => {
    expect(cutText("King's Lynn and West Norfolk", 12)).toBe("King's Lynn…");
    expect(cutText('Hart', 4)).toBe('Hart');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        expect(textWidth(cutText(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('folding parts words longer than the line at their own joints, and no others', () => {
    expect(foldText('in Some_long_file_name.geojson there', 14, '  ')).toEqual([
      'in Some_long_',
      '  file_name.',
      '  geojson',
      '  there',
    ]);
    expect(foldText('abcdefgh ij', 8)).toEqual(['abcdefgh', 'ij']);
    expect(foldText('abcdefghi ij', 8)).toEqual(['abcdefgh', 'i ij']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 30 }), (text, width) => {
        for (const line of foldText(text, width, '  ')) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('wrapping loses no word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        const lines = wrapText(words.join(' '), 14, '  ');
        expect(lines.map((line) => line.trim()).join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(14);
      }),
    );
  });
});

describe('a table in a terminal', () => {
  test('of 80 columns shows who, what, land, people and share', () => {
    expect(terminalTable(overlapTable, { width: 80, paint, rows: 3 })).toBe(
      [
        '                                                                            % of',
        '                                                       overlap           council',
        'ICB                     council              relation     (ha)   people   people',
        '──────────────────────  ───────────────────  ────────  ───────  ───────  ───────',
        "Norfolk and Waveney     King's Lynn and      contains  143,877  154,325      100",
        '  ICB                     West Norfolk',
        'Norfolk and Waveney     East Suffolk         partial    37,041  116,361     47.3',
        '  ICB',
        'Suffolk and North East  East Suffolk         partial    89,132  129,683     52.7',
        '  Essex ICB',
        '… and 13 more rows of 16',
        'Left out here, all in the CSV: ICB code, council code, cardinality, ICB (ha),',
        '  council (ha), % of ICB area, % of council area, sliver (ha), patches, max',
        '  width (m), ICB people, council people, % of ICB people, people blocks, people',
        '  basis, people method.',
        '',
      ].join('\n'),
    );
  });

  test.each([40, 80, 120])('of %i columns cuts no cell and breaks no word', (width) => {
    const text = terminalTable(overlapTable, { width, paint }).split('Left out here')[0]!;
    expect(text.replace(/^….*$/gm, '')).not.toContain('…');
    const known = new Set(
      [
        ...overlapTable.columns.map(({ title }) => title),
        ...overlapTable.columns.flatMap((one, i) =>
          displayColumn(
            overlapTable.rows.map((row) => row[i] ?? null),
            one,
          ),
        ),
      ].flatMap((cell) => cell.split(' ')),
    );
    const words = text.replace(/^(…|In every row).*$/gm, '').match(/[^\s─]+/g)!;
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  test('has a figure beside the name even where it is narrow', () => {
    expect(terminalTable(sharedTable, { width: 40, paint })).toMatch(/^East Suffolk .*116,361$/m);
  });

  test('lines up names of any script', () => {
    const table: Table = {
      name: 't',
      caption: '',
      columns: [column('name', 'name'), column('people', 'people')],
      rows: [
        ['北京市朝阳区', 1],
        ['Ynys Mo\u0302n', 22],
        ['🏥 Hospital 🇬🇧', 333],
      ],
    };
    const lines = terminalTable(table, { width: 80, paint }).trimEnd().split('\n');
    expect(new Set(lines.map(textWidth)).size).toBe(1);
  });

  test('that is wide enough has names in full and every column', () => {
    const text = terminalTable(sharedTable, { width: 250, paint });
    expect(text).toContain('Buckinghamshire, Oxfordshire and Berkshire West ICB');
    expect(text).not.toContain('Left out');
  });

  test('shows people outside the main partner before anything else but names', () => {
    expect(terminalTable(sharedTable, { width: 50, paint })).toMatch(
      /East Suffolk .*Suffolk and.* 116,361\n/,
    );
  });

  test('has two long names in full, on several lines', () => {
    const table: Table = {
      name: 't',
      caption: '',
      columns: [column('name', 'name'), column('people', 'people')],
      rows: [
        ['Bournemouth, Christchurch and Poole North', 1],
        ['Bournemouth, Christchurch and Poole South', 2],
      ],
    };
    expect(terminalTable(table, { width: 30, paint }).split('\n').slice(2)).toEqual([
      'Bournemouth,                 1',
      '  Christchurch and',
      '  Poole North',
      'Bournemouth,                 2',
      '  Christchurch and',
      '  Poole South',
      '',
    ]);
  });

  test('says once what is the same in every row', () => {
    const table = { ...overlapTable, rows: overlapTable.rows.slice(0, 5) };
    expect(terminalTable(table, { width: 80, paint })).toContain(
      'In every row: people basis Census 2021 usual residents',
    );
  });

  test('of findings gives the sentence the room it needs', () => {
    const table: Table = {
      name: 'check',
      caption: '',
      columns: [
        column('layer', 'text'),
        column('finding', 'text'),
        column('severity', 'text'),
        column('code', 'code'),
        column('name', 'name'),
        column('area_ha', 'hectares'),
        column('width_m', 'metres'),
        column('detail', 'text'),
      ],
      rows: [
        [
          'pcn',
          'gap',
          'warning',
          'U1',
          'Bath Central PCN',
          12.3,
          40.2,
          '12.3 ha of the reference lie in no network at all',
        ],
        [
          'pcn',
          'repeated-polygon',
          'error',
          'U2',
          'Chew Valley PCN',
          1200.3,
          null,
          'One polygon stands there twice',
        ],
      ],
    };
    const text = terminalTable(table, { width: 80, paint });
    expect(text).toContain('12.3 ha of the reference');
    expect(text).toContain('repeated-polygon  error');
    expect(text).toContain('In every row: layer pcn.');
  });

  test('of suggested moves shows where from and where to', () => {
    const table: Table = {
      name: 'suggest',
      caption: '',
      columns: [
        ...unitColumns('ltla', 'council', 'LAD25CD'),
        column('from_icb_code', 'code', { about: { layer: 'icb', role: 'from' } }),
        column('to_icb_code', 'code', { about: { layer: 'icb', role: 'to' } }),
        column('people_moved', 'people'),
        column('area_ha', 'hectares'),
      ],
      rows: [['E07000089', 'Hart', 'E54000034', 'E54000042', 24880, 11000.2]],
    };
    expect(terminalTable(table, { width: 41, paint })).toMatch(/Hart +E54000034 +E54000042 +24,880\n/);
  });

  test('shows the code of a layer without names', () => {
    const rows = overlapTable.rows.map((row) => row.map((cell, i) => (i === 3 ? null : cell)));
    expect(terminalTable({ ...overlapTable, rows }, { width: 80, paint })).toContain('E07000146');
  });

  test('dims rows set aside and repeated names, without a blank beside them', () => {
    const marked: Paint = { ...plainPaint, dim: (text) => `<${text}>` };
    const lines = terminalTable(overlapTable, { width: 80, paint: marked }).split('\n');
    expect(lines.find((line) => line.includes('Ynys Môn'))).toMatch(/^<.*>$/);
    expect(lines[6]).toMatch(/^<Norfolk and Waveney> +East Suffolk/);
    expect(lines[7]).toBe('<  ICB>');
  });

  test('without rows says so', () => {
    expect(terminalTable({ ...overlapTable, rows: [] }, { width: 80, paint })).toBe('No rows.\n');
  });

  test('never runs over the width, whatever it holds', () => {
    const kinds: ColumnKind[] = ['code', 'name', 'text', 'hectares', 'percent', 'people', 'flag'];
    const tables = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 9 }).chain((columnKinds) =>
      fc
        .array(
          fc.tuple(
            ...columnKinds.map((kind) =>
              ['code', 'name', 'text'].includes(kind)
                ? fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }))
                : kind === 'flag'
                  ? fc.boolean()
                  : fc.option(fc.double({ noNaN: true, min: 0, max: 1e8 })),
            ),
          ),
          { minLength: 1, maxLength: 6 },
        )
        .map((rows): Table => ({
          name: 'any',
          caption: '',
          columns: columnKinds.map((kind, i) => column(`${kind}_of_${i}`, kind)),
          rows,
        })),
    );
    fc.assert(
      fc.property(tables, fc.integer({ min: 30, max: 140 }), (table, width) => {
        for (const line of terminalTable(table, { width, paint }).split('\n').slice(0, -1)) {
          if (line.startsWith('In every row: ')) break;
          expect(textWidth(line), line).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

describe('the report in a terminal', () => {
  const report = terminalReport(sampleResult, { width: 80, paint, rows: 5 });

  test('begins with the headline and the figures, wrapped', () => {
    expect(report.split('\n').slice(0, 2).join(' ')).toBe(
      'Five of 10 councils lie in more than one ICB: 176,547 people are outside the main one.',
    );
    expect(report).toContain('\n  5 of 10   councils are split between ICBs; four lie whole in one;');
    for (const line of report.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });

  test('shows pairs that lie partly in one another before whole ones, the worst unit first', () => {
    const rows = report.split('\n').filter((line) => /(partial|contains|within) /.test(line));
    expect(rows[0]).toMatch(/Suffolk and North +East Suffolk +partial .* 52\.7$/);
    expect(rows[1]).toMatch(/Norfolk and Waveney +East Suffolk +partial .* 47\.3$/);
    expect(rows[2]).toMatch(/Frimley ICB +Hart +partial/);
    expect(rows).toHaveLength(5);
  });

  test('folds what was set aside and whether it adds up into one paragraph at the end', () => {
    const last = report.trimEnd().split('\n\n').at(-1)!.replace(/\n +/g, ' ');
    expect(last).toMatch(/^Method: /);
    expect(last).toContain(
      'Set aside as slivers thinner than 40 m (sum of the nominal accuracies, 20 m and 20 m): 1,023.9 ha.',
    );
    expect(last).toContain(
      'It adds up, nothing is dropped: ICBs 13,051,812 ha and 56,490,108 people; councils',
    );
  });

  test('says which rule was broken and what was found, a line for each kind', () => {
    expect(report).toContain('BROKEN: people-outside-main max 400,000 (453,918)\n');
    const [warning] = sampleResult.findings.filter(({ severity }) => severity === 'warning');
    const many = {
      ...sampleResult,
      findings: [warning!, { ...warning!, code: 'E1' }, { ...warning!, code: 'E2' }],
    };
    const told = terminalReport(many, { width: 200, paint }).match(/^warning: .*$/gm)!;
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/; and 2 more like it$/);
  });

  test('says a line that does not add up whole', () => {
    const [line] = sampleResult.reconciliation;
    const off = (difference: number): string =>
      terminalReport({ ...sampleResult, reconciliation: [{ ...line!, difference }] }, { width: 500, paint });
    expect(off(0.0049)).toContain('It adds up, nothing is dropped: ICBs 13,051,812 ha.');
    expect(off(0.005)).toContain('It does not add up: ICBs: 13,051,812 ha = ');
  });

  test('prints another table where asked', () => {
    const other = terminalReport(sampleResult, { width: 80, paint, table: 'shared' });
    expect(other).toMatch(/Vale of White Horse .*Buckinghamshire,/);
  });
});

describe('the reconciliation', () => {
  test('is one line a layer and quantity', () => {
    expect(reconciliationText(sampleResult)).toEqual([
      'ICBs: 13,051,812 ha = 13,050,526 in rows + 1,024 in slivers + 262 outside (difference 0.00)',
      'councils (lower tier or unitary): 24,493,028 ha = 13,050,526 in rows + 1,024 in slivers + 1,911 outside + 11,439,567 left out (difference 0.00)',
      'ICBs: 56,490,108 people = 56,490,108 in rows (difference 0)',
    ]);
  });

  test('prints as many places as it takes to add up and to hide nothing', () => {
    const line = { layer: 'pcn', quantity: 'hectares', outside: 0, left_out: 0, difference: 0 };
    const of = (more: {
      total: number;
      in_rows: number;
      in_slivers: number;
      multiply_covered: number;
    }): string => reconciliationText({ ...sampleResult, reconciliation: [{ ...line, ...more }] })[0]!;
    expect(of({ total: 10, in_rows: 9.8, in_slivers: 0.2, multiply_covered: 0 })).toBe(
      'pcn: 10.0 ha = 9.8 in rows + 0.2 in slivers (difference 0.00)',
    );
    expect(of({ total: 100, in_rows: 130, in_slivers: 0, multiply_covered: 30 })).toBe(
      'pcn: 100 ha = 130 in rows − 30 counted more than once (difference 0.00)',
    );
  });

  test('the sensitivity marks the tolerance in use', () => {
    expect(sensitivityText(sampleResult)).toEqual([
      'Pairs of ICBs and councils (lower tier or unitary) by tolerance:',
      '     10 m  412 material  281 slivers    412.3 ha in slivers',
      '     40 m  309 material  384 slivers  1,023.9 ha in slivers  ← used',
      '  1,000 m  309 material  384 slivers  1,023.9 ha in slivers',
    ]);
  });
});

describe('the result as Markdown', () => {
  const markdown = writeMarkdown(sampleResult, { rows: 3 });

  test('has headline, table, sums, findings and inputs with their hashes', () => {
    expect(markdown).toMatch(/^# ICBs and councils.*\n\n.*\n\n\*\*Five of 10 councils lie/);
    expect(markdown).toContain('| Norfolk and Waveney ICB | East Suffolk | partial | 37,041 |');
    expect(markdown).toContain('… and 13 more rows in the CSV.');
    expect(markdown).toContain('- ICBs: 13,051,812 ha = ');
    expect(markdown).toContain(
      '- warning: councils (lower tier or unitary): Isles of Scilly has one polygon twice',
    );
    for (const { sha256 } of sampleResult.inputs) expect(markdown).toContain(`\`${sha256}\``);
  });

  test('every line of a table has the same number of cells, whatever the names', () => {
    const table = {
      ...sharedTable,
      rows: [['E1', 'a|b\n<img src=x> \\| `x`', ...sharedTable.rows[0]!.slice(2)]],
    };
    const text = writerFor('md').write({ ...sampleResult, tables: [table] }, table) as string;
    const lines = text.split('\n').filter((line) => line.startsWith('| '));
    const cells = lines.slice(0, 3).map((line) => line.replace(/\\./g, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
    expect(lines.join()).not.toContain('<img');
  });

  test('text from files is plain text', () => {
    expect(plain('<b>*x*</b> [a](b) _y_ icb_code & | #1')).toBe(
      '&lt;b&gt;\\*x\\*&lt;/b&gt; \\[a\\](b) \\_y\\_ icb_code &amp; \\| \\#1',
    );
  });
});

describe('the table of writers', () => {
  test('finds a format by its name or a file ending in any case', () => {
    expect(writerFor('out/Overlap.CSV').id).toBe('csv');
    expect(writerFor('json').id).toBe('json');
    expect(writerFor('x.markdown').id).toBe('md');
  });

  test('an unknown ending lists the formats', () => {
    expect(() => writerFor('overlap.pdf')).toThrow('.csv, .json, .md');
  });

  test('every writer gives the same bytes twice', async () => {
    for (const writer of WRITERS) {
      const first = await writer.write(sampleWithMap, overlapTable);
      expect(await writer.write(sampleWithMap, overlapTable), writer.id).toEqual(first);
    }
  });

  test('a CSV has its metadata beside it', () => {
    const writer = writerFor('csv');
    expect(writer.sidecarName!('tables/overlap.csv')).toBe('tables/overlap.csv-metadata.json');
    expect(JSON.parse(writer.sidecar!(sampleResult, overlapTable, 'overlap.csv')).url).toBe('overlap.csv');
  });
});
