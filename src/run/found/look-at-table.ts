/**
 * What a table can be used for, by its headings and what its columns hold.
 *
 *     operation, pieces, from, to         a scenario
 *     practices, small areas, counts      patients, which only the command line asks about
 *     old_code, new_code                  changes of codes
 *     coordinates and postcodes alone     postcodes, as the ONS and Ordnance Survey list them
 *     one column of codes, one of people  people, with coordinates too where a heading says people outright
 *     coordinates and small-area codes    small areas as points; without such codes services at points
 *     several columns of codes            a lookup, unless a heading says people outright
 *     small areas and words that repeat   a lookup of what has no codes
 */
import { readFieldName } from '../../layer/field-name.js';
import { weightColumns } from '../../layer/weight-columns.js';
import { columnWithKey, type Table } from '../../layer/table.js';
import type { Measure } from '../../layer/people.js';
import { listsOperations } from '../../measures/scenario/read-scenario-table.js';
import { codeRank, isCodeHeading } from '../../read/table/code-headings.js';
import { recognisePoints } from '../../read/table/points.js';
import { listsPostcodes, postcodeColumn } from '../../read/table/postcode-directory.js';
import { readPeople } from '../../read/table/read-people.js';
import { InputError, type InputTrouble } from '../../trouble/input-error.js';
import type { Inputs } from '../inputs.js';
import { peopleAtPoints } from '../people-at-points.js';
import { isWorkbook, readTable } from '../read-table.js';
import type { FileChange, FileRole, FoundFile, FoundLayer, FoundPeople } from './found-file.js';
import { kindOfHeading } from './kind-of-heading.js';
import { groupColumns, lookupFound } from './lookup-found.js';
import { nothing } from './nothing-found.js';

/** Said of what `derive` reads. */
const PATIENTS =
  'patients by practice and small area, which are asked about by coterminous derive, with its options --patients and --practices';

/** Said of a table that is none of these. */
const NEITHER = 'neither boundaries, nor people by small area, nor a lookup';

/** Throws InputError where the table cannot be read, or cannot be what a person says it is. */
export async function lookAtTable(
  inputs: Inputs,
  path: string,
  file: string,
  change: FileChange,
): Promise<FoundFile> {
  const source = { path, ...(change.inner === undefined ? {} : { inner: change.inner }) };
  const { table, features } = await readTable(inputs, source, 'people');
  const codes = table.headings.filter(isCodeHeading);
  const arePoints = (features !== null && features.points.length > 0) || hasPoints(table);
  const counted = await peopleOf(() => readPeople(table, { column: change.column ?? null }));
  const told = roleOf(table, codes, arePoints, counted);
  const role = change.role ?? (told === 'other' && change.column !== undefined ? 'people' : told);
  const people =
    role === 'people' && arePoints
      ? await peopleOf(async () => (await peopleAtPoints(table, 'people', change.column ?? null)).measure)
      : counted;
  if (role === 'people' && people instanceof InputError) throw people;
  const base = {
    ...nothing(path, file, '', null),
    ...(change.inner === undefined ? {} : { inner: change.inner }),
    role,
    settings: [
      { setting: 'role' as const, now: role, values: rolesOf(table, codes, arePoints) },
      ...(await sheetSetting(inputs, path, table)),
      ...(role === 'people' ? [columnSetting(table, people)] : []),
    ],
  };
  if (role === 'people' && !(people instanceof InputError))
    return { ...base, people: foundPeople(file, people, arePoints) };
  if (role === 'blocks') return { ...base, layers: [{ ...pointsFound(table, codes), file, source }] };
  if (role === 'lookup' && codes.length > 0) {
    const { lookup, layers, settings } = lookupFound(table, codes, source, file, change);
    return { ...base, lookup, layers, settings: [...base.settings, ...settings] };
  }
  if (role !== 'other') return base;
  if (arePatients(table, codes)) return { ...base, why: PATIENTS };
  const trouble = codes.length > 0 && people instanceof InputError ? people.trouble : neither(file, table);
  return { ...base, why: NEITHER, trouble };
}

function roleOf(
  table: Table,
  codes: readonly string[],
  arePoints: boolean,
  people: Measure | InputError,
): FileRole {
  const isPeople = !(people instanceof InputError);
  if (listsOperations(table)) return 'scenario';
  if (columnWithKey(table, ['old_code']) >= 0 && columnWithKey(table, ['new_code']) >= 0) return 'recode';
  const areSmall = kindOfHeading(codes[0] ?? '')?.sector === 'statistics';
  const arePostcodes = arePoints && listsPostcodes(table);
  if (arePatients(table, codes)) return 'other';
  if (isPeople && arePoints && (areSmall || arePostcodes) && saysPeople(people)) return 'people';
  if (arePostcodes) return 'blocks';
  if (codes.length === 1 && isPeople && !arePoints) return 'people';
  if (arePoints) return areSmall ? 'blocks' : 'services';
  if (codes.length > 1) return isPeople && saysPeople(people) ? 'people' : 'lookup';
  return areSmall && groupColumns(table, codes, codes[0]!).length > 0 ? 'lookup' : 'other';
}

/** Whether each row counts the patients of a practice in a small area. */
const arePatients = (table: Table, codes: readonly string[]): boolean =>
  codes.some((heading) => codeRank(heading) === PRACTICE_RANK) &&
  codes.some((heading) => kindOfHeading(heading)?.sector === 'statistics') &&
  weightColumns(table).length > 0;

/** Points of small areas, or of postcodes. */
function pointsFound(table: Table, codes: readonly string[]): Omit<FoundLayer, 'file' | 'source'> {
  const none = { units: null, nameField: null, system: null, names: [] };
  if (listsPostcodes(table)) {
    const codeField = table.headings[postcodeColumn(table)]!;
    return { ...none, ...POSTCODES, vintage: null, codeField };
  }
  const kind = kindOfHeading(codes[0] ?? '');
  return {
    ...none,
    id: kind?.id ?? 'points',
    kind: kind?.id ?? null,
    vintage: readFieldName(codes[0] ?? '')?.vintage ?? null,
    title: kind === null ? 'points' : `points of ${kind.many}`,
    codeField: codes[0] ?? null,
  };
}

const [POSTCODE_RANK, PRACTICE_RANK] = [codeRank('postcode'), codeRank('practice_code')];
const POSTCODES = { id: 'postcode', kind: 'postcode', title: 'postcodes' };

/** Whether a heading says outright what is counted, so that further columns of codes are but company. */
const saysPeople = ({ reading }: Measure): boolean =>
  reading?.fields.some(({ use, why }) => use === 'people' && why === 'heading') === true;

async function peopleOf(read: () => Measure | Promise<Measure>): Promise<Measure | InputError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function hasPoints(table: Table): boolean {
  try {
    return recognisePoints(table) !== null;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The sheet of a workbook of several. */
async function sheetSetting(inputs: Inputs, path: string, table: Table): Promise<FoundFile['settings']> {
  if (table.sheet === null || !isWorkbook(path)) return [];
  const { sheetNames } = await import('../../read/table/workbook.js');
  const values = sheetNames((await inputs.open(path, 'people').bytes()).bytes, path);
  return values.length < 2 ? [] : [{ setting: 'inner', now: table.sheet, values }];
}

/** Roles that a table could have. */
const rolesOf = (table: Table, codes: readonly string[], arePoints: boolean): FileRole[] => [
  'people',
  ...(arePoints ? (['blocks', 'services'] as const) : []),
  ...(codes.length > 0 && groupColumns(table, codes, codes[0]!).length > 0 ? (['lookup'] as const) : []),
  'scenario',
  'recode',
  'other',
];

const fieldOf = (people: Measure | InputError, use: 'people' | 'code'): string | null =>
  people instanceof InputError
    ? null
    : (people.reading?.fields.find((taken) => taken.use === use)?.field ?? null);

function columnSetting(table: Table, people: Measure | InputError): FoundFile['settings'][number] {
  const now = fieldOf(people, 'people');
  const taken = people instanceof InputError ? [] : (people.reading?.fields ?? []);
  const others = taken.find(({ use }) => use === 'people')?.candidates ?? [];
  const values = table.headings.filter((heading) => heading === now || others.includes(heading));
  return { setting: 'column', now, values };
}

function foundPeople(file: string, people: Measure, atPoints: boolean): FoundPeople {
  const codes = fieldOf(people, 'code') ?? '';
  return {
    file,
    atPoints,
    total: people.total,
    basis: people.basis,
    column: fieldOf(people, 'people') ?? '',
    counted: people.reading?.total?.many ?? 'people',
    codes,
    kind: kindOfHeading(codes)?.id ?? (codeRank(codes) === POSTCODE_RANK ? POSTCODES.kind : null),
    vintage: readFieldName(codes)?.vintage ?? null,
  };
}

const neither = (file: string, table: Table): InputTrouble => ({
  id: 'table-of-nothing-known',
  file,
  message: `it is ${NEITHER}; its columns are ${table.headings.slice(0, 30).join(', ')}`,
  hint: 'Give its column of codes a heading such as LSOA21CD, lsoa_code or postcode',
});
