/**
 * Disclosure control in everything a run prints: sentences, JSON, CSV, Markdown and the page.
 *
 * For each way of counting people (numbers by block, a row a person, registrations) a small count is changed among 1
 * to 7 in one cell, and nothing that is printed may change with it or tell a number below 8.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDisclosure } from '../../src/layer/disclosure.js';
import type { Layer } from '../../src/layer/layer.js';
import type { Lookup } from '../../src/layer/membership.js';
import { withOutsideEngland } from '../../src/layer/outside-england.js';
import { makeMeasure } from '../../src/layer/people.js';
import { readLookup } from '../../src/layer/read-lookup.js';
import type { MeasureRequest } from '../../src/measures/crossing/measure-request.js';
import { overlap } from '../../src/measures/overlap/overlap.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { readPracticeMap } from '../../src/read/table/practice-map.js';
import {
  readRegistrations,
  registeredLookup,
  registeredMeasure,
} from '../../src/read/table/registrations.js';
import { reconciliationText } from '../../src/report/reconciliation-text.js';
import { writerFor } from '../../src/report/writers.js';
import { makeResult } from '../../src/result/make-result.js';
import type { Result } from '../../src/result/result.js';
import type { Note } from '../../src/trouble/note.js';
import { draw, SIDE } from '../overlap/drawn-layers.js';
import { tableOf } from '../table-of.js';

const NHS = parseDisclosure('nhs');
const small = fc.integer({ min: 1, max: 7 });

/** A layer of a lookup, called by the id. */
const layerOf = (id: string, { codes, names, ods, membership, notes }: Lookup): Layer => ({
  id,
  kind: null,
  vintage: null,
  codes,
  names,
  ods,
  kept: [],
  codeField: id,
  nameField: null,
  land: null,
  membership,
  findings: [],
  notes,
});

const byLookup = (id: string, rows: readonly string[]): Layer =>
  layerOf(id, readLookup(tableOf([`lsoa,${id}`, ...rows].join('\n')), { member: 'lsoa', group: id }));

/** The result of an overlap under the rule of the NHS. */
function resultOf(
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
  notes: readonly Note[],
): Result {
  const found = overlap({
    layers,
    planar: layers.every(({ land }) => land !== null),
    tolerance: 0,
    sensitivity: true,
    includeSlivers: true,
    includeOutside: true,
    measures,
    disclosure: NHS,
  });
  const from = { inputs: [], layers, areaModel: null, notes, disclosure: NHS };
  return makeResult('overlap', from, found);
}

/** All sentences of a result. */
const sentencesOf = (result: Result): string[] => [
  ...result.notes,
  ...result.findings.map(({ detail }) => detail),
  ...result.summary,
  ...reconciliationText(result),
];

/** Everything that is printed of a result. */
async function textsOf(result: Result): Promise<string[]> {
  const files = ['csv', 'json', 'md', 'html'].map(async (format) =>
    String(await writerFor(format).write(result, result.tables[0]!, { bom: false })),
  );
  return [...sentencesOf(result), ...(await Promise.all(files))];
}

const TOLD =
  /(?<![\d,.-])[1-7] (people|patients?|registered|rows?|blocks?|codes?|areas?|members?|practices?|cells?)\b/;

/** No sentence tells a count of 1 to 7, no cell of people or blocks holds one, and no share gives one away. */
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

describe('people by block, under a rule', () => {
  const unit = fc.constantFrom('p', 'q', 'r', '');
  /** Blocks with their units; people; one code that no lookup has; one row without a code. */
  const tables = fc.record({
    blocks: fc.array(fc.tuple(unit, unit, fc.nat(30)), { minLength: 2, maxLength: 8 }),
    unknown: fc.nat(12),
    codeless: fc.nat(12),
    at: fc.nat(9),
    one: small,
    other: small,
  });

  test('nothing printed tells what a suppressed count was', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ blocks, unknown, codeless, at, one, other }) => {
        const codes = blocks.map((_, i) => `E0100000${i}`);
        fc.pre([0, 1].every((side) => blocks.some((block) => block[side] !== '')));
        const layers = (['a', 'b'] as const).map((id, side) =>
          byLookup(
            id,
            blocks.map((block, i) => `${codes[i]!},${block[side]!}`),
          ),
        );
        const places = [...blocks.map(([a, b]) => `${a} ${b}`), 'unknown', 'codeless'];
        const place = places[at % places.length]!;
        const counts = [...blocks.map(([, , people]) => people), unknown, codeless];
        // The one whose count changes is a cell by itself: no other of its units holds anybody.
        const changed = places.lastIndexOf(place);
        const result = (count: number): Result => {
          const of = counts.map((people, i) => (i === changed ? count : places[i] === place ? 0 : people));
          const rows = [...codes, 'E01999999', ''].map((code, i) => `${code},${of[i]!}`);
          const measure = readPeople(tableOf(`lsoa_code,patients\n${rows.join('\n')}`));
          return resultOf(layers, [{ measure, blocks: null }], [...layers[0]!.notes, ...measure.notes]);
        };
        await tellNothingOfWhatDiffers(result(one), result(other));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a row a person, under a rule', () => {
  const layers = [draw('icb', 'p p q .\np q q q'), draw('ltla', 'x y y .\nx x y y')];
  const [WIDTH, HEIGHT] = [4, 2];

  /** One row for each person of each square. */
  function rowsOf(counts: readonly number[]): MeasureRequest {
    const squares = counts.flatMap((count, square) => Array<number>(count).fill(square));
    const codes = squares.map((_, row) => `row ${String(row).padStart(3, '0')}`);
    const positions = Float64Array.from(
      squares.flatMap((square) => [
        ((square % WIDTH) + 0.5) * SIDE,
        (HEIGHT - Math.floor(square / WIDTH) - 0.5) * SIDE,
      ]),
    );
    const measure = makeMeasure({
      name: 'people',
      basis: 'rows of patients.csv',
      blocks: codes,
      values: new Float64Array(codes.length).fill(1),
      blocksWithoutNumber: [],
      isPublic: false,
      notes: [],
    });
    return {
      measure,
      blocks: { form: 'points', codes, positions, method: 'point in area', source: 'rows of patients.csv' },
    };
  }

  test('nothing printed tells how many rows a suppressed cell had', async () => {
    const cells = [...'p x,p y,q y,. .,p x,q x,q y,q y'.split(',')];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        small,
        small,
        async (counts, at, one, other) => {
          const result = (count: number): Result =>
            resultOf(
              layers,
              [rowsOf(counts.map((n, i) => (i === at ? count : cells[i] === cells[at] ? 0 : n)))],
              [],
            );
          await tellNothingOfWhatDiffers(result(one), result(other));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of a unit with suppressed cells shares are blank, and its total where nobody is published', () => {
    const result = resultOf(layers, [rowsOf([3, 12, 9, 2, 0, 4, 0, 0])], []);
    const [table] = result.tables;
    const column = (heading: string): unknown[] =>
      table!.rows.map((row) => row[table!.columns.findIndex((each) => each.heading === heading)]);
    expect(column('icb_code').map((code, i) => `${String(code)} ${String(column('ltla_code')[i])}`)).toEqual([
      'p x',
      'p y',
      'q x',
      'q y',
    ]);
    expect(column('people')).toEqual([null, 10, null, 10]);
    expect(column('people_blocks')).toEqual([null, 10, null, 10]);
    expect(column('icb_people')).toEqual([10, 10, 10, 10]);
    expect(column('ltla_people')).toEqual([null, 20, null, 20]);
    expect(column('pct_of_icb_people')).toEqual([null, null, null, null]);
    expect(column('pct_of_ltla_people')).toEqual([null, 50, null, 50]);
    expect(result.summary).toContain('Fewer than 8 people are outside both layers.');
  });
});

describe('registrations, under a rule', () => {
  const map = readPracticeMap(
    tableOf('PRACTICE_CODE,PCN_CODE,ONS_ICB_CODE\nA1,U1,E54000001\nA2,U2,E54000002\nA3,U3,E54000002'),
  );
  const PRACTICES = ['A1', 'A2', 'A3', 'Z9'];
  const AREAS = ['E01000001', 'E01000002', 'E01000003', 'W01000001', 'W01000002', ''];
  const HOMES = ['E01000001,x', 'E01000002,x', 'E01000003,y'];
  const icbOf = (practice: number): string => ['1', '2', '2', 'unmapped'][practice]!;
  const homeOf = (area: number): string => ['x', 'x', 'y', 'Wales', 'Wales', 'Wales'][area]!;

  function resultOfPatients(patients: readonly number[]): Result {
    const rows = patients.flatMap((count, i) =>
      count === 0 ? [] : [`${PRACTICES[i % 4]!},${AREAS[Math.floor(i / 4)]!},${count}`],
    );
    const table = tableOf(`PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS\n${rows.join('\n')}`, 'patients.csv');
    const lookup = registeredLookup(readRegistrations(table), map, 'icb');
    const homes = readLookup(tableOf(`lsoa,ltla\n${HOMES.join('\n')}`), { member: 'lsoa', group: 'ltla' });
    const layers = [
      layerOf('registered_icb', lookup),
      layerOf('ltla', withOutsideEngland(homes, lookup.membership.blocks)),
    ];
    const measure = registeredMeasure(lookup);
    return resultOf(layers, [{ measure, blocks: null }], [...lookup.notes, ...measure.notes]);
  }

  test('nothing printed tells how many patients a suppressed cell had', async () => {
    const patients = fc.array(fc.nat(30), { minLength: 24, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(patients, fc.nat(23), small, small, async (drawn, at, one, other) => {
        const cell = (i: number): string => `${icbOf(i % 4)} ${homeOf(Math.floor(i / 4))}`;
        const result = (count: number): Result =>
          resultOfPatients(drawn.map((n, i) => (i === at ? count : cell(i) === cell(at) ? 0 : n)));
        await tellNothingOfWhatDiffers(result(one), result(other));
      }),
      { numRuns: 60 },
    );
  });

  test('those of unmapped practices and outside England are not counted in sentences', () => {
    const patients = Array<number>(24).fill(0);
    [patients[0], patients[3], patients[12], patients[9]] = [1300, 2, 3, 1200];
    const { notes } = resultOfPatients(patients);
    expect(notes).toContain('fewer than 8 practices not in the map, their patients counted as unmapped');
    expect(notes).toContain('some patients live outside England, in fewer than 8 areas');
    expect(notes).toContain("patients.csv: 'NUMBER_OF_PATIENTS' counted as registered patients");
  });
});
