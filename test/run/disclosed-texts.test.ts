/**
 * Disclosure control in everything a run prints: sentences, JSON, CSV, Markdown and the page.
 *
 * For each way of counting people (numbers by block, a row a person, registrations) a small count is changed among 1
 * to 7 in one cell, and nothing that is printed may change with it or tell a number below 8.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDisclosure } from '../../src/layer/disclosure.js';
import { reconciliationText } from '../../src/report/reconciliation-text.js';
import { write } from '../../src/report/write.js';
import type { Result } from '../../src/result/result.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import type { LayerSource, OverlapRequest } from '../../src/run/request.js';
import { run } from '../../src/run/run.js';
import { collection, feature, square } from '../cli/small-files.js';

const small = fc.integer({ min: 1, max: 7 });

/** The result of an overlap of files under the rule of the NHS, but for the seals of its inputs. */
async function resultOf(
  files: Readonly<Record<string, string>>,
  request: Omit<OverlapRequest, 'command'>,
): Promise<Result> {
  const wishes = { tolerance: 0, sensitivity: true, includeSlivers: true, includeOutside: true, map: true };
  const inputs = new Inputs(memoryFiles(files));
  const result = await run(
    { command: 'overlap', ...wishes, disclosure: parseDisclosure('nhs'), allowUnmatched: 100, ...request },
    inputs,
  );
  return { ...result, inputs: result.inputs.map((input) => ({ ...input, bytes: 0, sha256: '' })) };
}

const lookup = (id: string): LayerSource => ({ id, path: `${id}.csv`, member: 'lsoa', group: id });
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** All sentences of a result. */
const sentencesOf = (result: Result): string[] => [
  ...result.inputs.map(({ reading }) => reading!.line),
  ...result.notes,
  ...result.findings.map(({ detail }) => detail),
  ...result.summary,
  ...reconciliationText(result),
];

/** Everything that is printed of a result. */
async function textsOf(result: Result): Promise<string[]> {
  const files = ['csv', 'json', 'md', 'html'].map(async (format) => String(await write(result, format)));
  return [...sentencesOf(result), ...(await Promise.all(files))];
}

const TOLD =
  /(?<![\d,.-])[1-7] (people|patients?|registered|rows?|blocks?|codes?|areas?|members?|practices?|cells?)\b/;

/** No sentence tells a count of 1 to 7, and no cell of people or blocks holds one. */
function tellsNoSmallCount(result: Result): void {
  for (const sentence of sentencesOf(result)) expect(sentence).not.toMatch(TOLD);
  for (const { columns, rows } of result.tables) {
    columns.forEach(({ heading, kind }, at) => {
      if (kind !== 'people' && !heading.endsWith('_blocks')) return;
      for (const row of rows) expect(row[at] === null || Number(row[at]) % 5 === 0, heading).toBe(true);
    });
  }
  expect(JSON.stringify(result)).not.toContain('fewer than five blocks');
}

async function tellNothingOfWhatDiffers(one: Result, other: Result): Promise<void> {
  tellsNoSmallCount(one);
  expect(await textsOf(other)).toEqual(await textsOf(one));
}

/** Counts with one changed, and nobody beside it in its cell. */
const alone = (
  counts: readonly number[],
  cells: readonly string[],
  changed: number,
  count: number,
): number[] => counts.map((n, i) => (i === changed ? count : cells[i] === cells[changed] ? 0 : n));

describe('people by block, under a rule', () => {
  /** A table of people whose blocks lie in units of two lookups. */
  const overlapOf = (units: readonly (readonly [string, string])[], people: string): Promise<Result> => {
    const rows = (side: 0 | 1): string[] => units.map((each, i) => `E0100000${i},${each[side]}`);
    return resultOf(
      { 'a.csv': lines('lsoa,a', ...rows(0)), 'b.csv': lines('lsoa,b', ...rows(1)), 'people.csv': people },
      { layers: [lookup('a'), lookup('b')], people: [{ path: 'people.csv' }] },
    );
  };

  test('nothing printed tells what a suppressed count was', async () => {
    const unit = fc.constantFrom('p', 'q', 'r', '');
    const blocks = fc.array(fc.tuple(unit, unit, fc.nat(30)), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        blocks,
        fc.nat(12),
        fc.nat(12),
        fc.nat(9),
        small,
        small,
        async (drawn, unknown, codeless, at, one, other) => {
          fc.pre([0, 1].every((side) => drawn.some((block) => block[side] !== '')));
          const cells = [...drawn.map(([a, b]) => `${a} ${b}`), 'unknown', 'codeless'];
          const codes = [...drawn.map((_, i) => `E0100000${i}`), 'E01999999', ''];
          const counts = [...drawn.map(([, , people]) => people), unknown, codeless];
          const result = (count: number): Promise<Result> => {
            const people = alone(counts, cells, at % cells.length, count);
            const rows = codes.map((code, i) => `${code},${people[i]!}`);
            return overlapOf(
              drawn.map(([a, b]) => [a, b]),
              lines('lsoa_code,patients', ...rows),
            );
          };
          await tellNothingOfWhatDiffers(await result(one), await result(other));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a row without a code is not counted out in the record of the file', async () => {
    const { inputs } = await overlapOf(
      [
        ['p', 'x'],
        ['p', 'y'],
      ],
      lines('lsoa_code,patients', 'E01000000,50', 'E01000001,4', ',5'),
    );
    const reading = inputs.find(({ file }) => file === 'people.csv')!.reading!;
    expect(reading.line).toBe(
      "people.csv: counted from 'patients', codes in 'lsoa_code'; fewer than 8 rows without a code (fewer than 8 people) left out",
    );
    expect(reading).toMatchObject({
      read: null,
      counted: null,
      makes: { count: null },
      total: { count: null },
    });
    expect(reading).toMatchObject({ left: [{ count: null, people: null, codes: [] }], matched: null });
  });
});

describe('a row a person, under a rule', () => {
  const [WIDTH, SIDE] = [4, 0.1];
  const west = (place: number): number => (place % WIDTH) * SIDE - 1;
  const south = (place: number): number => 52 - Math.floor(place / WIDTH) * SIDE;

  /** A layer drawn as letters, a tenth of a degree each; a dot is nothing. */
  const drawn = (id: string, letters: string): string =>
    collection(
      [...new Set(letters.replaceAll('.', ''))].map((code) => {
        const coordinates = [...letters].flatMap((letter, i) =>
          letter === code ? [[square(west(i), south(i), SIDE)]] : [],
        );
        return feature({ [`${id}_code`]: code, [`${id}_name`]: code }, { type: 'MultiPolygon', coordinates });
      }),
    );

  const [ICB, COUNCILS] = ['ppq.pqqq', 'xyy.xxyy'];
  const cells = [...ICB].map((letter, i) => letter + COUNCILS[i]!);

  /** So many rows in each square, in the order of squares. */
  const overlapOf = (counts: readonly number[]): Promise<Result> => {
    const rows = counts.flatMap((count, i) =>
      Array.from({ length: count }, () => `${west(i) + SIDE / 2},${south(i) + SIDE / 2}`),
    );
    return resultOf(
      {
        'icb.geojson': drawn('icb', ICB),
        'ltla.geojson': drawn('ltla', COUNCILS),
        'rows.csv': lines('pid,longitude,latitude', ...rows.map((row, i) => `P${i},${row}`)),
      },
      { layers: [{ path: 'icb.geojson' }, { path: 'ltla.geojson' }], people: [{ path: 'rows.csv' }] },
    );
  };

  test('nothing printed tells how many rows a suppressed cell had', async () => {
    const counts = fc.array(fc.nat(20), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(counts, fc.nat(7), small, small, async (each, at, one, other) => {
        const result = (count: number): Promise<Result> => overlapOf(alone(each, cells, at, count));
        await tellNothingOfWhatDiffers(await result(one), await result(other));
      }),
      { numRuns: 40 },
    );
  });

  test('of a unit with suppressed cells shares are blank, and its total where nobody is published', async () => {
    const { tables, summary } = await overlapOf([3, 12, 9, 2, 0, 4, 0, 0]);
    const { columns, rows } = tables[0]!;
    const column = (heading: string): unknown[] =>
      rows.map((row) => row[columns.findIndex((each) => each.heading === heading)]);
    expect(column('icb_code').map((code, i) => `${String(code)}${String(column('ltla_code')[i])}`)).toEqual([
      'px',
      'py',
      'qx',
      'qy',
    ]);
    expect(column('people')).toEqual([null, 10, null, 10]);
    expect(column('people_blocks')).toEqual([null, null, null, null]);
    expect(column('icb_people')).toEqual([10, 10, 10, 10]);
    expect(column('ltla_people')).toEqual([null, 20, null, 20]);
    expect(column('pct_of_icb_people')).toEqual([null, null, null, null]);
    expect(column('pct_of_ltla_people')).toEqual([null, 50, null, 50]);
    expect(summary).toContain('Fewer than 8 people are outside both layers.');
  });
});

describe('registrations, under a rule', () => {
  const PRACTICES = ['A1', 'A2', 'A3', 'Z9'];
  const ICBS = ['1', '2', '2', 'unmapped'];
  const AREAS = ['E01000001', 'E01000002', 'E01000003', 'W01000001', 'W01000002', ''];
  const HOMES = ['x', 'x', 'y', 'Wales', 'Wales', 'Wales'];
  const MAP = lines(
    'PRACTICE_CODE,PCN_CODE,ONS_ICB_CODE',
    'A1,U1,E54000001',
    'A2,U2,E54000002',
    'A3,U3,E54000002',
  );
  const COUNCILS = lines('lsoa,ltla', 'E01000001,x', 'E01000002,x', 'E01000003,y');
  const places = AREAS.flatMap((_, area) => PRACTICES.map((_, practice) => ({ area, practice })));
  const cells = places.map(({ area, practice }) => `${ICBS[practice]!} ${HOMES[area]!}`);

  /** Patients of each area and practice. */
  const overlapOf = (patients: readonly number[]): Promise<Result> => {
    const rows = places.flatMap(({ area, practice }, i) =>
      patients[i] === 0 ? [] : [`${PRACTICES[practice]!},${AREAS[area]!},${patients[i]!}`],
    );
    return resultOf(
      {
        'patients.csv': lines('PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS', ...rows),
        'map.csv': MAP,
        'ltla.csv': COUNCILS,
      },
      {
        layers: [lookup('ltla')],
        registrations: { patients: { path: 'patients.csv' }, practices: { path: 'map.csv' } },
      },
    );
  };

  test('nothing printed tells how many patients a suppressed cell had', async () => {
    // Most of the blocks must be known, or the files do not fit together.
    const known = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 12, maxLength: 12 });
    const others = fc.array(fc.nat(30), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(known, others, fc.nat(23), small, small, async (inside, rest, at, one, other) => {
        const result = (count: number): Promise<Result> =>
          overlapOf(alone([...inside, ...rest], cells, at, count));
        await tellNothingOfWhatDiffers(await result(one), await result(other));
      }),
      { numRuns: 40 },
    );
  });

  test('those of unmapped practices and outside England are not counted out, and no note is said twice', async () => {
    const patients = places.map(() => 0);
    [patients[0], patients[3], patients[12], patients[9]] = [1300, 2, 3, 1200];
    const { notes, inputs } = await overlapOf(patients);
    expect(notes).toContain('fewer than 8 practices not in the map, their patients counted as unmapped');
    expect(notes).toContain('some patients live outside England, in fewer than 8 areas');
    expect(inputs.map(({ reading }) => reading!.line)).toContain(
      "patients.csv: counted from 'NUMBER_OF_PATIENTS', practices in 'PRACTICE_CODE', areas in 'LSOA_CODE'",
    );
    expect(new Set(notes).size).toBe(notes.length);
  });
});
