/**
 * Patients by practice and area of residence, and with a practice map the same by network or ICB.
 *
 *     practice  LSOA   patients        practice → network           LSOA   network  patients
 *     A81001    E0101  120             A81001  → U1                 E0101  U1       150
 *     A81002    E0101   30             A81002  → U1                 W0107  U1         4
 *     A81001    W0107    4
 *
 * Registered patients are not residents: they follow the practice, across borders of councils, ICBs and countries.
 * Every patient of the file is in the result: those who live outside England under their own area codes, those of
 * practices that the map lacks in a unit of their own.
 */
import { InputError } from '../../trouble/input-error.js';
import { tidyColumn } from '../../layer/tidy-codes.js';
import { respelledNote } from '../../layer/match-blocks.js';
import { goOn, perCent, USUAL_UNMATCHED } from '../../layer/partners-of-people.js';
import { respellings } from '../../layer/spelling.js';
import { counted, firstThree } from '../../trouble/count-text.js';
import { countOnce } from '../../layer/count-once.js';
import { isOutsideEngland } from '../../layer/code-kind.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { recordReading, type FieldReason, type ReadingRecord } from '../../trouble/reading-record.js';
import { blocksCounted, columnTaken, rowsRead } from '../../layer/columns-taken.js';
import { type Lookup, buildMembership, weightOfBlocks } from '../../layer/membership.js';
import { type Measure, makeMeasure, sourceName } from '../../layer/people.js';
import { type Table, columnWithKey, headingKey, headingList } from '../../layer/table.js';
import { columnsThatMatch, type KnownCodes } from './code-column.js';
import type { PracticeMap, PracticePlace } from './practice-map.js';

/** Rows of practice, area and patients; arrays of equal length. */
export interface Registrations {
  readonly practiceCodes: readonly string[];
  readonly blockCodes: readonly string[];
  /** Index into `practiceCodes`. */
  readonly practice: Int32Array;
  /** Index into `blockCodes`. */
  readonly block: Int32Array;
  readonly patients: Float64Array;
  readonly total: number;
  readonly blockKind: string;
  readonly source: string;
  readonly notes: readonly Note[];
  readonly reading: ReadingRecord;
}

/** Registered patients by area and unit, with what is out of the ordinary counted. */
export interface RegisteredLookup extends Lookup {
  /** All patients of the file. */
  readonly patients: number;
  /** Patients whose area is not in England, or not known. */
  readonly patientsOutsideEngland: number;
  /** Patients of practices that the map lacks; they are in the unit `unmapped`. */
  readonly patientsUnmapped: number;
  readonly reading: ReadingRecord;
}

/** Code of the unit of practices that the map lacks. */
export const UNMAPPED = 'unmapped';

const PATIENTS = ['number_of_patients', 'all_patients', 'total_patients', 'patients', 'no_of_patients'];

/** True where a table has practices, areas and patients. */
export function holdsRegistrations(table: Table): boolean {
  const { practice, blocks, patients } = registrationColumns(table);
  return practice >= 0 && blocks.length > 0 && patients >= 0;
}

/**
 * Reads the rows; where rows are by sex only those for all are taken, or men and women added up. Throws InputError
 * for another layout, for patients that are negative or no number, and for a practice and area given twice.
 */
export function readRegistrations(table: Table, known: KnownCodes = new Set()): Registrations {
  const { practice, blocks: areas, patients, sex } = registrationColumns(table);
  const { block, why, notes: areaNotes } = chooseAreas(table, areas, known);
  if (practice < 0 || block < 0 || patients < 0) {
    throw new InputError({
      id: 'registration-columns',
      file: table.fileName,
      message: 'no columns of practice, area and patients',
      hint: `Expected PRACTICE_CODE, LSOA_CODE and NUMBER_OF_PATIENTS; the columns are ${headingList(table)}.`,
    });
  }
  const once = countOnce(table, {
    keys: [block, practice],
    value: patients,
    thing: 'patients',
    breakdowns: sex < 0 ? [] : [sex],
  });
  const { rows } = once;
  const practices = tidyColumn(table, practice);
  const blocks = tidyColumn(table, block);
  refuseTwice(table, rows, practices.index, blocks);
  const values = once.values.map((value) => (Number.isNaN(value) ? 0 : value));
  const total = values.reduce((sum, value) => sum + value, 0);
  const rowsWith = (isKnown: boolean): number =>
    once.values.reduce((sum, value, at) => sum + (Number.isNaN(value) === isKnown ? 0 : once.stands[at]!), 0);
  const without = rowsWith(false);
  const notes = [
    ...table.notes,
    ...areaNotes,
    ...once.notes.filter(({ id }) => id.startsWith('breakdown')),
    makeNote('registrations-counted', table.fileName, {
      counts: { rows: rows.length },
      people: { total },
      words: { column: table.headings[patients]! },
    }),
  ];
  if (without > 0) notes.push(makeNote('registrations-blank', table.fileName, { counts: { rows: without } }));
  return {
    practiceCodes: practices.values,
    blockCodes: blocks.values,
    practice: Int32Array.from(rows, (row) => practices.index[row]!),
    block: Int32Array.from(rows, (row) => blocks.index[row]!),
    patients: values,
    total,
    blockKind: table.headings[block]!,
    source: sourceName(table),
    notes,
    reading: recordReading({
      fields: [
        ...columnTaken(table, 'patients', patients, 'heading'),
        ...columnTaken(table, 'practice', practice, 'heading'),
        ...columnTaken(table, 'area', block, why, areas),
      ],
      read: rowsRead(table),
      counted: rowsWith(true),
      notes,
      makes: blocksCounted(blocks.values),
      total: { count: total, one: 'patient', many: 'patients' },
    }),
  };
}

/**
 * Patients by area and network (`pcn`) or ICB (`icb`) of registration. Throws InputError where the map has no ICBs, and
 * where it lacks the practices of more than `allowUnmatched` per cent of patients.
 */
export function registeredLookup(
  from: Registrations,
  map: PracticeMap,
  unit: 'pcn' | 'icb',
  allowUnmatched = USUAL_UNMATCHED,
): RegisteredLookup {
  if (unit === 'icb' && !map.hasIcb) {
    throw new InputError({
      id: 'map-without-icb',
      file: map.source,
      message: 'the practice map has no ICBs',
      hint: 'Give gp-reg-pat-prac-map.csv, which has them.',
    });
  }
  const spelled = respellings(from.practiceCodes, new Set(map.practices.keys()));
  const places = from.practiceCodes.map((code) => map.practices.get(spelled.get(code) ?? code));
  if (places.every((place) => place === undefined)) throw nothingMapped(from, map);
  const unitOfPractice = places.map((place) => place?.[unit] || UNMAPPED);
  const units = [...new Set(unitOfPractice)].sort();
  const unitIndex = new Map(units.map((code, at) => [code, at]));
  const unitAt = Int32Array.from(unitOfPractice, (code) => unitIndex.get(code)!);
  const sums = new Map<number, number>();
  const outside = from.blockCodes.map(isOutsideEngland);
  const unmapped = unitIndex.get(UNMAPPED) ?? -1;
  let patientsOutsideEngland = 0;
  let patientsUnmapped = 0;
  for (let row = 0; row < from.practice.length; row++) {
    const at = unitAt[from.practice[row]!]!;
    const key = from.block[row]! * units.length + at;
    const patients = from.patients[row]!;
    sums.set(key, (sums.get(key) ?? 0) + patients);
    if (outside[from.block[row]!]!) patientsOutsideEngland += patients;
    if (at === unmapped) patientsUnmapped += patients;
  }
  const entries = [...sums].map(([key, weight]) => ({
    block: from.blockCodes[Math.floor(key / units.length)]! || 'unknown',
    unit: units[key % units.length]!,
    weight,
  }));
  const { codes, membership } = buildMembership(entries, {
    blockKind: from.blockKind,
    weighted: true,
    bestFit: null,
  });
  refuseUnmapped(from, map, places, allowUnmatched);
  const names = unit === 'pcn' ? map.pcnNames : map.icbNames;
  const lost = from.practiceCodes.filter((_, practice) => unitAt[practice] === unmapped).sort();
  return {
    codes,
    names: codes.map((code) => (code === UNMAPPED ? 'Practices not in the map' : (names.get(code) ?? code))),
    ods: unit === 'icb' && map.icbOds.size > 0 ? codes.map((code) => map.icbOds.get(code) ?? '') : null,
    membership,
    source: `${unit} of registration by '${from.blockKind}' in ${from.source}, ${map.source}`,
    notes: [
      ...from.notes,
      ...map.notes,
      ...(spelled.size === 0 ? [] : [respelledNote(spelled, from.source, map.source)]),
      ...countNotes(from, lost, outside, patientsOutsideEngland, patientsUnmapped),
    ],
    reading: {
      ...from.reading,
      matched: {
        with: map.source,
        codes: { part: from.practiceCodes.length - lost.length, whole: from.practiceCodes.length },
        others: {
          part: places.filter((place) => place !== undefined).length,
          whole: map.practices.size,
        },
        people: { part: from.total - patientsUnmapped, whole: from.total },
      },
    },
    patients: from.total,
    patientsOutsideEngland,
    patientsUnmapped,
  };
}

/** Registered patients by area, as a measure: the weights of a lookup added up. */
export function registeredMeasure(lookup: Lookup, name = 'registered', isPublic = false): Measure {
  return makeMeasure({
    name,
    basis: `registered patients, ${lookup.source}`,
    blocks: lookup.membership.blocks,
    values: weightOfBlocks(lookup.membership),
    blocksWithoutNumber: [],
    isPublic,
    notes: [makeNote('registered-not-residents', null, { words: { measure: name } })],
  });
}

function registrationColumns(table: Table): {
  practice: number;
  blocks: number[];
  patients: number;
  sex: number;
} {
  return {
    practice: columnWithKey(table, ['practice_code', 'gp_practice_code', 'org_code']),
    blocks: table.headings.flatMap((heading, at) =>
      /^(lsoa|oa)(_?(20)?\d\d)?_?(code|cd)?$/.test(headingKey(heading)) ? [at] : [],
    ),
    patients: columnWithKey(table, PATIENTS),
    sex: columnWithKey(table, ['sex', 'gender']),
  };
}

function refuseTwice(
  table: Table,
  rows: Int32Array,
  practice: Int32Array,
  blocks: { readonly values: readonly string[]; readonly index: Int32Array },
): void {
  const seen = new Set<number>();
  for (const row of rows) {
    const key = practice[row]! * blocks.values.length + blocks.index[row]!;
    if (seen.size === seen.add(key).size) {
      throw new InputError({
        id: 'registration-twice',
        file: table.fileName,
        place: table.place(row),
        message: 'a practice and area stand in two rows',
        hint: 'Keep one extract date and one row for each practice and area.',
      });
    }
  }
}

/** The column of areas: the one whose codes are known, or that of the latest year. */
function chooseAreas(
  table: Table,
  columns: readonly number[],
  known: KnownCodes,
): { block: number; why: FieldReason; notes: Note[] } {
  if (columns.length < 2) return { block: columns[0] ?? -1, why: 'heading', notes: [] };
  const matching = columnsThatMatch(table, known, columns);
  const year = (column: number): number => Number(/\d\d(?!.*\d)/.exec(table.headings[column]!)?.[0] ?? 0);
  const apt = matching.length > 0 ? matching : columns;
  const block = [...apt].sort((a, b) => year(b) - year(a) || a - b)[0]!;
  const fits = matching.length === 1;
  const why = fits ? 'whose codes the layers have' : 'the latest';
  const others = columns.filter((column) => column !== block).map((c) => `'${table.headings[c]!}'`);
  const words = { column: table.headings[block]!, why, others };
  return {
    block,
    why: fits ? 'matching' : 'latest',
    notes: [makeNote('areas-chosen', table.fileName, { words })],
  };
}

/** More patients of practices that the map does not have at all than may be; a practice in no network is no fault. */
function refuseUnmapped(
  from: Registrations,
  map: PracticeMap,
  places: readonly (PracticePlace | undefined)[],
  allowed: number,
): void {
  const lost = from.patients.reduce(
    (sum, patients, row) => sum + (places[from.practice[row]!] === undefined ? patients : 0),
    0,
  );
  const share = from.total > 0 ? (100 * lost) / from.total : 0;
  if (share <= allowed) return;
  const missing = from.practiceCodes.filter((_, practice) => places[practice] === undefined).sort();
  throw new InputError({
    id: 'practices-unmatched',
    file: map.source,
    message: `${counted(missing.length, 'practice')} of ${from.source}, with ${perCent(share)} % of its patients, ${missing.length === 1 ? 'is' : 'are'} not in the practice map: ${firstThree(missing)}`,
    hint: `The map may be of another date, or of a smaller area. Give the map of the same date, or ${goOn(share)} with these patients as unmapped`,
  });
}

const nothingMapped = (from: Registrations, map: PracticeMap): InputError =>
  new InputError({
    id: 'map-matches-nothing',
    file: map.source,
    message: `none of the ${counted(from.practiceCodes.length, 'practice')} of ${from.source} is in the practice map`,
    hint: `The registrations have ${firstThree(from.practiceCodes)}, the map ${firstThree([...map.practices.keys()])}; give the map of the same date.`,
  });

function countNotes(
  from: Registrations,
  lost: readonly string[],
  outside: readonly boolean[],
  patientsOutside: number,
  patientsUnmapped: number,
): Note[] {
  const notes: Note[] = [];
  if (lost.length > 0) {
    notes.push(
      makeNote('practices-unmapped', null, {
        counts: { practices: lost.length },
        people: { patients: patientsUnmapped },
        words: { codes: lost },
      }),
    );
  }
  const areas = outside.filter(Boolean).length;
  if (areas > 0) {
    notes.push(
      makeNote('patients-outside-england', null, {
        counts: { areas },
        people: { patients: patientsOutside, total: from.total },
      }),
    );
  }
  return notes;
}
