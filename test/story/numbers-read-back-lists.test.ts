/**
 * Figures and list rows of a story worked out again from the tables of its result, by headings of the contract and plain
 * sums, without the code of `src/story`: overlap, coverage, partners, differencing, check, derive, suggest, and several
 * reports in one.
 */
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { collection, feature, polygon, square, type Position } from '../cli/small-files.js';
import { parseResult } from '../../src/result/parse-result.js';
import type { Result } from '../../src/result/result.js';
import type { Answer, FindingList, MoveList, PlaceCard, ReportList, Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const region = resolve('data/region');
const [ICB, LTLA, NEIGHBOURHOODS] = ['icb', 'ltla', 'neighbourhoods'].map(
  (name) => `${region}/${name}.geojson`,
);
const PEOPLE = ['--people', `residents=${region}/residents.csv`, '--blocks', `${region}/blocks.geojson`];

const { path: folder, remove } = makeFolder();
afterAll(remove);

async function told(...words: readonly string[]): Promise<{ result: Result; story: Story }> {
  const { stdout, stderr } = await runCommand([...words, '--json'], { cwd: folder });
  expect(stdout, stderr).not.toBe('');
  const result = parseResult(stdout);
  return { result, story: tellStory(result) };
}

const rowsOf = ({ tables }: Pick<Result, 'tables'>, name: string): Row[] => {
  const { columns, rows } = tables.find((table) => table.name === name)!;
  return rows.map((row) => Object.fromEntries(columns.map(({ heading }, i) => [heading, row[i]!])));
};

const commas = (value: number): string => {
  const digits = String(Math.round(value));
  return digits.length < 4 ? digits : `${commas(Math.floor(Math.round(value) / 1000))},${digits.slice(-3)}`;
};
const sum = (rows: readonly Row[], heading: string): number =>
  rows.reduce((total, row) => total + Number(row[heading] ?? 0), 0);

/** A share in per cent as every face has it: one decimal, none where it is nothing or all. */
function share(percent: number): string {
  if (percent === 0 || percent === 100) return String(percent);
  if (percent < 0.05) return '0.1';
  if (percent >= 99.95) return '99.9';
  return percent.toFixed(1);
}
const oneDecimal = (percent: number): string => percent.toFixed(1);

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const word = (count: number): string => WORDS[count] ?? commas(count);

/** Numbers of a text as they are printed, and those in words. */
const numbersOf = (text: string): string[] =>
  text.match(/\d[\d,]*(?:\.\d+)?|\b(?:no|one|two|three|four|five|six|seven|eight|nine)\b/gi) ?? [];
const figure = ({ figures }: Story, i: number): string[] => {
  const { value, beside, text } = figures[i]!;
  return numbersOf(`${value} ${beside} ${text}`).map((each) => each.toLowerCase());
};
const groupsOf = (answer: Answer | null) => (answer?.kind === 'list' ? answer.groups : []);

test('overlap: pairs in part first, each with its people and both shares', async () => {
  const { result, story } = await told('overlap', ICB!, LTLA!, ...PEOPLE);
  const rows = rowsOf(result, 'overlap');
  const inPart = rows.filter(({ relation }) => relation === 'partial');
  const partnersOf = (heading: string): number[] => [
    ...rows
      .reduce(
        (found, row) => found.set(row[heading], (found.get(row[heading]) ?? 0) + 1),
        new Map<unknown, number>(),
      )
      .values(),
  ];
  const [ofCouncils, ofIcbs] = [partnersOf('ltla_code'), partnersOf('icb_code')];
  const several = (counts: readonly number[]): number => counts.filter((count) => count > 1).length;
  const whole = ofCouncils.length - several(ofCouncils);
  expect(figure(story, 0)).toEqual([String(rows.length), word(inPart.length)]);
  expect(figure(story, 1)).toEqual([several(ofCouncils), ofCouncils.length, word(whole), 'one'].map(String));
  expect(figure(story, 2)).toEqual([several(ofIcbs), ofIcbs.length, 'one'].map(String));
  const printed = groupsOf(story.answer).map((group) =>
    group.rows.map(({ unit, partners, figure: people, detail }) => [
      unit.code,
      partners[0]!.code,
      people,
      ...(detail.split(': ')[1] ?? '').match(/\d[\d,]*(?:\.\d+)?/g)!,
    ]),
  );
  const expected = [inPart, rows.filter(({ relation }) => relation !== 'partial')].map((group) =>
    [...group]
      .sort((p, q) => Number(q['residents']) - Number(p['residents']))
      .map((row) => [
        row['ltla_code'],
        row['icb_code'],
        commas(Number(row['residents'])),
        share((100 * Number(row['residents'])) / Number(row['ltla_residents'])),
        share((100 * Number(row['residents'])) / Number(row['icb_residents'])),
      ]),
  );
  expect(printed).toEqual(expected);
});

test('coverage: the three parts, gaps and doubles, what there is to settle, councils with a fault', async () => {
  const { result, story } = await told('coverage', NEIGHBOURHOODS!, '--within', LTLA!, ...PEOPLE);
  const [parents, units] = [rowsOf(result, 'parents'), rowsOf(result, 'neighbourhoods')];
  const all = sum(parents, 'residents');
  const [none, several] = [sum(parents, 'uncovered_residents'), sum(parents, 'double_residents')];
  const one = all - none - several;
  expect(figure(story, 0)).toEqual([commas(one), 'one', share((100 * one) / all)]);
  expect(figure(story, 1)).toEqual([commas(several), 'two', share((100 * several) / all)]);
  expect(figure(story, 2).filter((each) => each !== 'no')).toEqual([commas(none), share((100 * none) / all)]);
  const [pieces, settle, faults] = groupsOf(story.answer);
  const wholeOf = (code: unknown): number =>
    Number(parents.find((parent) => parent['ltla_code'] === code)!['residents']);
  expect(
    pieces!.rows.map(({ unit, figure: people, detail }) => [
      unit.code,
      people,
      ...detail.match(/\d[\d,]*(?:\.\d+)?/g)!,
    ]),
  ).toEqual(
    [...rowsOf(result, 'gaps'), ...rowsOf(result, 'doubles')]
      .sort((p, q) => Number(q['residents']) - Number(p['residents']))
      .map((row) => [
        row['ltla_code'],
        commas(Number(row['residents'])),
        commas(Number(row['area_ha'])),
        share((100 * Number(row['residents'])) / wholeOf(row['ltla_code'])),
      ]),
  );
  const across = units.filter(
    (row) => String(row['ltla_codes']).includes(';') && Number(row['pct_inside_ltla']) < 99.95,
  );
  const apart = units.filter((row) => Number(row['parts']) > 1);
  expect(across).toHaveLength(1);
  expect(apart).toHaveLength(1);
  expect(settle!.rows.map(({ unit, figure: said }) => [unit.code, numbersOf(said)[0]])).toEqual([
    ...across.map((row) => [row['neighbourhood_code'], share(100 - Number(row['pct_inside_ltla']))]),
    ...apart.map((row) => [row['neighbourhood_code'], String(row['parts'])]),
  ]);
  const clean = parents.filter((row) => row['uncovered_residents'] === 0 && row['double_residents'] === 0);
  expect(numbersOf(faults!.heading!)).toEqual([clean.length, parents.length].map(String));
  expect(faults!.rows.map(({ unit, figure: said }) => [unit.code, said.match(/[\d,]+/g)])).toEqual(
    parents
      .filter((row) => !clean.includes(row))
      .map((row) => {
        const amounts = [row['uncovered_residents'], row['double_residents']].map(Number);
        return { code: row['ltla_code'], amounts };
      })
      .sort((p, q) => q.amounts[0]! + q.amounts[1]! - p.amounts[0]! - p.amounts[1]!)
      .map(({ code, amounts }) => [code, amounts.filter((amount) => amount > 0).map(commas)]),
  );
});

test('partners: those in part with their people, those in whole with the part that the place is of them', async () => {
  const { result, story } = await told('partners', 'North Yorkshire');
  const rows = rowsOf(result, 'partners');
  const now = rows.filter(({ vintage, layer }) => vintage !== '2026' || !String(layer).startsWith('icb'));
  const [inPart, inWhole] = ['shared', 'whole'].map((extent) =>
    now.filter((row) => row['whole_or_shared'] === extent),
  );
  const main = Number(inPart![0]!['people']);
  const place = Number(inPart![0]!['place_people']);
  expect(figure(story, 0)).toEqual([String(inPart!.length), share(Number(inPart![0]!['pct_of_place']))]);
  expect(figure(story, 1)).toEqual([commas(place - main), share((100 * (place - main)) / place)]);
  expect(figure(story, 2)).toEqual([inWhole!.length, inWhole!.length].map(String));
  expect(numbersOf(story.subtitle)[0]).toBe(commas(place));
  const [parts, wholes] = (story.answer as PlaceCard).groups;
  expect(
    parts!.rows.map(({ unit, figure: people, detail }) => [unit.code, people, ...detail.match(/[\d.]+/g)!]),
  ).toEqual(
    inPart!.map((row) => [
      row['code'],
      commas(Number(row['people'])),
      share(Number(row['pct_of_place'])),
      share(Number(row['pct_of_partner'])),
    ]),
  );
  expect(
    wholes!.rows.map(({ unit, figure: percent }) => [unit.layer, unit.code, numbersOf(percent)[0]]),
  ).toEqual(inWhole!.map((row) => [row['layer'], row['code'], share(Number(row['pct_of_partner']))]));
});

test.each([
  ['England', ['england:icb@2024', 'england:ltla', '--under', '600000'], 600_000],
  ['the region', [ICB!, LTLA!, ...PEOPLE, '--under', '200000'], 200_000],
] as const)('differencing: %s', async (_, words, under) => {
  const { result, story } = await told('differencing', ...words);
  const rows = rowsOf(result, 'differencing');
  const people = rows.map((row) => Number(row['people'] ?? row['residents']));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row['fewer_than'] === under)).toBe(true);
  expect(numbersOf(story.headline).map((each) => each.toLowerCase())).toEqual([
    word(rows.length),
    commas(under),
  ]);
  expect(figure(story, 0)).toEqual([String(rows.length), commas(under)]);
  expect(figure(story, 1)).toEqual([commas(Math.min(...people))]);
  expect(figure(story, 2)[0]).toBe(String(Math.min(...rows.map((row) => Number(row['units'])))));
  const listed = groupsOf(story.answer).flatMap((group) => group.rows);
  expect(listed.map(({ unit, figure: said }) => [unit.name, said])).toEqual(
    rows.map((row, i) => [row['in_words'], commas(people[i]!)]),
  );
  for (const [i, { detail }] of listed.entries()) {
    const land = rows[i]!['area_ha'];
    expect(detail.match(/[\d,]+/g) ?? []).toEqual(land === null ? [] : [commas(Number(land))]);
    expect(detail.includes('no smaller group')).toBe(rows[i]!['smallest']);
  }
});

const box = (west: number, south: number, east: number, north: number): object =>
  polygon([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] satisfies Position[]);
const unit = (code: string, geometry: object): object => feature({ code, name: `Unit ${code}` }, geometry);
/** Four units around a hole. */
const around = [
  unit('A', box(0, 50, 3, 51)),
  unit('B', box(0, 51, 1, 52)),
  unit('C', box(2, 51, 3, 52)),
  unit('D', box(0, 52, 3, 53)),
];

test('check: findings of a kind together, with their land', async () => {
  const { path, remove: takeAway } = makeFolder({
    'faulty.geojson': collection([
      ...around,
      unit('E', box(2.5, 50.5, 3.5, 51.5)),
      unit('F', polygon(square(4, 50, 1))),
      unit('F', polygon(square(4, 50, 1))),
    ]),
    'gappy.geojson': collection(around),
  });
  try {
    const { result, story } = await told('check', `${path}/faulty.geojson`, `${path}/gappy.geojson`);
    const rows = rowsOf(result, 'check');
    const severe = (severity: string): Row[] => rows.filter((row) => row['severity'] === severity);
    const bad = new Set(severe('error').map((row) => row['layer'])).size;
    expect(numbersOf(story.headline).map((each) => each.toLowerCase())).toEqual([word(bad), word(2)]);
    expect(figure(story, 0)).toEqual([String(severe('error').length), word(bad), word(2)]);
    // Gaps; a code and a polygon that stand twice are one kind.
    expect(figure(story, 1)).toEqual([String(severe('warning').length), word(2)]);
    expect(figure(story, 2).slice(0, 1)).toEqual([String(severe('info').length)]);
    const list = story.answer as FindingList;
    for (const kind of ['overlap', 'gap'])
      for (const layer of ['faulty', 'gappy']) {
        const own = rows.filter((row) => row['finding'] === kind && row['layer'] === layer);
        const said = list.rows.find((row) => row.layer === layer && row.found.includes(kind));
        if (own.length === 0) expect(said).toBeUndefined();
        else expect(numbersOf(said!.found)).toEqual([String(own.length), commas(sum(own, 'area_ha'))]);
        if (own.length === 0) continue;
        const largest = [...own].sort((p, q) => Number(q['area_ha']) - Number(p['area_ha']))[0]!;
        // The same cell in one sentence and in the next: rounded once.
        expect(said!.detail).toContain(`${commas(Number(largest['area_ha']))} ha`);
        expect(said!.detail).toContain(`${commas(Number(largest['width_m']))} m wide`);
      }
    expect(list.files.map(({ layer, text }) => [layer, ...numbersOf(text).slice(0, 2)])).toEqual(
      result.layers.map(({ id, units, areaHectares }) => [id, String(units), commas(areaHectares!)]),
    );
  } finally {
    takeAway();
  }
});

test('derive: patients in their own area, margins, ties, and each network', async () => {
  const { result, story } = await told(
    'derive',
    'pcn',
    '--patients',
    `${region}/gp-reg-pat-prac-lsoa-all.csv`,
    '--practices',
    `${region}/gp-reg-pat-prac-map.csv`,
    '--blocks',
    `${region}/blocks.geojson`,
  );
  const [units, blocks] = [rowsOf(result, 'units'), rowsOf(result, 'blocks')];
  const winners = units.filter((row) => Number(row['blocks']) > 0);
  const [registered, inside] = [sum(winners, 'registered'), sum(winners, 'registered_inside')];
  const shares = blocks
    .flatMap((row) => (row['winner_pct'] === null ? [] : [Number(row['winner_pct'])]))
    .sort((p, q) => p - q);
  const middle =
    (shares[Math.floor((shares.length - 1) / 2)]! + shares[Math.ceil((shares.length - 1) / 2)]!) / 2;
  const ties = blocks.filter(({ tie }) => tie === true).length;
  const losers = units.filter((row) => row['blocks'] === 0);
  expect(numbersOf(story.headline)).toEqual([commas(inside), commas(registered)]);
  expect(figure(story, 0)).toEqual([oneDecimal((100 * inside) / registered), String(winners.length)]);
  expect(figure(story, 1)).toEqual([
    oneDecimal(middle),
    String(shares.filter((each) => each < 50).length),
    String(blocks.length),
  ]);
  expect(figure(story, 2)).toEqual([String(ties), word(losers.length)]);
  const elsewhere = (row: Row): number => Number(row['registered']) - Number(row['registered_inside']);
  const [nothing, won] = groupsOf(story.answer);
  expect(nothing!.rows.map((row) => [row.unit.code, row.figure])).toEqual(
    losers.map((row) => [row['code'], commas(elsewhere(row))]),
  );
  expect(
    won!.rows.map((row) => [row.unit.code, row.figure, ...row.detail.match(/\d[\d,]*(?:\.\d+)?/g)!]),
  ).toEqual(
    [...winners]
      .sort((p, q) => elsewhere(q) - elsewhere(p))
      .map((row) => [
        row['code'],
        commas(elsewhere(row)),
        oneDecimal((100 * elsewhere(row)) / Number(row['registered'])),
        commas(Number(row['registered'])),
        ...(Number(row['blocks']) < 10 ? [] : [commas(Number(row['blocks']))]),
      ]),
  );
});

test('suggest: the moves with their people and land', async () => {
  const { result, story } = await told('suggest', ICB!, LTLA!, ...PEOPLE);
  const [fix, choices] = [rowsOf(result, 'fix'), rowsOf(result, 'choices')];
  const moved = sum(fix, 'people_moved');
  const { total } = result.reconciliation.find(
    ({ layer, quantity }) => layer === 'icb' && quantity === 'residents',
  )!;
  const touched = new Set(fix.flatMap((row) => [row['from_icb_code'], row['to_icb_code']])).size;
  const icbs = result.layers.find(({ id }) => id === 'icb')!.units;
  expect(numbersOf(story.headline)).toEqual([commas(moved), 'no']);
  expect(figure(story, 0)).toEqual([oneDecimal((100 * moved) / total), commas(total)]);
  expect(figure(story, 1)).toEqual([
    String(choices.filter(({ settled }) => settled === true).length),
    String(choices.length),
    word(fix.length),
  ]);
  expect(figure(story, 2)).toEqual([touched, icbs].map(String));
  const { moves, unchanged } = story.answer as MoveList;
  expect(
    moves.map(({ number, from, to, figure: people, detail }) => [
      number,
      from!.code,
      to!.code,
      people,
      detail.match(/[\d,.]+(?= ha)/)![0],
    ]),
  ).toEqual(
    fix.map((row) => [
      row['rank'],
      row['from_icb_code'],
      row['to_icb_code'],
      commas(Number(row['people_moved'])),
      commas(Number(row['area_ha'])),
    ]),
  );
  expect(numbersOf(unchanged)[0]!.toLowerCase()).toBe(word(icbs - touched));
});

test('several reports: each says what it says by itself, and the worst opens', async () => {
  const { path, remove: takeAway } = makeFolder({
    'reports.yaml': `layers: {icb: ${ICB}, ltla: ${LTLA}, neighbourhood: ${NEIGHBOURHOODS}}
people: {residents: ${region}/residents.csv}
blocks: ${region}/blocks.geojson
reports:
  cover: {command: coverage, neighbourhoods: neighbourhood, within: ltla}
  councils: {command: align, layers: [icb, ltla]}
  pairs: {command: overlap, layers: [icb, ltla]}
`,
  });
  try {
    const { result, story } = await told('report', `${path}/reports.yaml`);
    const own = (report: number, name: string): Row[] =>
      rowsOf(result, result.reports![report]!.tables[name]!);
    const [parents, shared, pairs] = [own(0, 'parents'), own(1, 'shared'), own(2, 'overlap')];
    const [none, several, all] = ['uncovered_residents', 'double_residents', 'residents'].map((each) =>
      sum(parents, each),
    );
    const outside = sum(shared, 'residents_outside_main');
    const concerned = shared.filter((row) => Number(row['residents_outside_main']) >= 0.5).length;
    const council = new Map<unknown, number>();
    for (const row of pairs) council.set(row['ltla_code'], (council.get(row['ltla_code']) ?? 0) + 1);
    const split = [...council.values()].filter((count) => count > 1).length;
    expect(outside).toBeGreaterThan(none! + several!);
    expect(numbersOf(story.headline).slice(0, 2)).toEqual([commas(outside), word(concerned)]);
    const lines = (story.answer as ReportList).rows;
    expect(lines.map(({ headline }) => headline)).toEqual(result.reports!.map(({ headline }) => headline));
    const said = lines.map(({ headline, detail }) => [numbersOf(headline), numbersOf(detail)]);
    expect(said).toEqual([
      [
        [commas(none!), 'no', commas(several!), 'two'],
        [commas(all! - none! - several!), 'one', share((100 * (all! - none! - several!)) / all!)],
      ],
      [
        [commas(outside), word(concerned)],
        [share((100 * outside) / all!), commas(all!)],
      ],
      [
        ['Three', String(council.size), 'one', commas(outside), 'one'],
        [String(pairs.length), word(pairs.filter(({ relation }) => relation === 'partial').length)],
      ],
    ]);
    expect(split).toBe(3);
  } finally {
    takeAway();
  }
});
