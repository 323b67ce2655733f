/**
 * Layers of an atom table: one row for each set of units, with the people in it.
 *
 *     icb_2024_code  ltla_code  lsoas  people
 *     E54000008      E06000006     80  128466
 *
 * Every layer of the table has the same blocks, the atoms, so that any two of them can be crossed. An atom is named
 * by its codes put together: that does not depend on the order of rows.
 */
import { InputError } from '../trouble/input-error.js';
import { counted, firstThree, spaced } from '../trouble/count-text.js';
import { makeNote } from '../trouble/note.js';
import { recordReading } from '../trouble/reading-record.js';
import { columnTaken, rowsRead } from './columns-taken.js';
import { codeSiblings } from './lookup-names.js';
import { type Lookup, buildMembership } from './membership.js';
import { type Measure, makeMeasure, peopleCounted, sourceName } from './people.js';
import { describeGroups } from './read-lookup.js';
import { readCounts } from './read-counts.js';
import { type NumberColumn, type Table, columnWithKey, headingKey } from './table.js';
import { compareCodes } from '../trouble/order.js';

/** One layer of an atom table, with the people of its atoms. */
export interface AtomLayer {
  readonly lookup: Lookup;
  /** People of the atoms; `blockCounts` holds the small areas of each where the table says how many. */
  readonly people: Measure;
}

const CODE = /_code$/;
const PEOPLE = ['people', 'residents', 'population', 'total_residents', 'total_population'];
const COUNTS = ['lsoas', 'blocks', 'oas', 'output_areas', 'lsoa_count', 'block_count'];

/** The stems of an atom table in column order: `icb_2024` where it has `icb_2024_code`. */
export function atomStems(table: Table): string[] {
  return table.headings.map(headingKey).flatMap((key) => (CODE.test(key) ? [key.replace(CODE, '')] : []));
}

/**
 * One layer of an atom table. Atoms with a blank code are in no unit. Throws InputError where there is no such stem,
 * no column of people, a number that is none, or two rows with the same codes.
 */
export function readAtoms(
  table: Table,
  stem: string,
  options: { readonly name?: string; readonly isPublic?: boolean } = {},
): AtomLayer {
  const code = columnWithKey(table, [`${headingKey(stem)}_code`]);
  const people = columnWithKey(table, PEOPLE);
  if (code < 0 || people < 0) {
    throw new InputError({
      id: 'atom-column-missing',
      file: table.fileName,
      message: code < 0 ? `there is no layer '${stem}'` : 'no column of people',
      hint: code < 0 ? `Its layers are ${atomStems(table).join(', ')}.` : 'Call it people.',
    });
  }
  const keys = atomKeys(table);
  const notes = [...table.notes];
  const entries = keys.map((block, row) => ({ block, unit: table.text(code, row), weight: 1 }));
  const { codes, membership } = buildMembership(entries, {
    blockKind: 'atom',
    weighted: false,
    bestFit: null,
  });
  const siblings = codeSiblings(table, code);
  const { names, ods } = describeGroups(table, code, codes, siblings.name, siblings.ods, notes);
  const measured = atomPeople(table, keys, people, options.name ?? 'people', options.isPublic ?? false);
  notes.push(
    makeNote('atom-columns', table.fileName, {
      counts: { units: codes.length, atoms: keys.length },
      people: { people: measured.total },
      words: { codes: table.headings[code]! },
    }),
  );
  const source = `${table.headings[code]} in ${sourceName(table)}`;
  const reading = recordReading({
    fields: [
      ...columnTaken(table, 'people', people, 'heading'),
      ...columnTaken(table, 'code', code, 'named'),
      ...columnTaken(table, 'name', siblings.name, 'beside'),
      ...columnTaken(table, 'ods', siblings.ods === code ? -1 : siblings.ods, 'beside'),
    ],
    read: rowsRead(table),
    counted: table.rowCount,
    notes,
    makes: { count: keys.length, one: 'atom', many: 'atoms' },
    total: peopleCounted(measured.total, 'people'),
  });
  return { lookup: { codes, names, ods, membership, source, notes, reading }, people: measured };
}

function atomKeys(table: Table): string[] {
  const columns = table.headings.flatMap((heading, at) => (CODE.test(headingKey(heading)) ? [at] : []));
  const keys = Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((column) => table.text(column, row) || '-').join('+'),
  );
  const distinct = new Set(keys);
  if (distinct.size < keys.length) {
    const seen = new Set<string>();
    const repeated = keys.filter((key) => seen.has(key) || !seen.add(key));
    throw new InputError({
      id: 'repeated-atoms',
      file: table.fileName,
      message: `${counted(repeated.length, 'row')} with the codes of another row: ${firstThree(repeated)}`,
      hint: 'An atom table has one row for each set of codes; add such rows up.',
    });
  }
  return keys;
}

function atomPeople(
  table: Table,
  keys: readonly string[],
  column: number,
  name: string,
  isPublic: boolean,
): Measure {
  const code = table.headings.findIndex((heading) => CODE.test(headingKey(heading)));
  const numbers = readCounts(table, column, 'people', code);
  const countColumn = columnWithKey(table, COUNTS);
  const counts = countColumn < 0 ? null : readCounts(table, countColumn, 'areas', code);
  refuseUnknown(table, column, numbers);
  if (counts !== null) refuseUnknown(table, countColumn, counts);
  const order = keys.map((_, row) => row).sort((a, b) => compareCodes(keys[a]!, keys[b]!));
  return makeMeasure({
    name,
    basis: `${spaced(table.headings[column]!)} in ${sourceName(table)}`,
    blocks: order.map((row) => keys[row]!),
    values: Float64Array.from(order, (row) => numbers.values[row]!),
    blockCounts: counts === null ? null : Float64Array.from(order, (row) => counts.values[row]!),
    blocksWithoutNumber: [],
    isPublic,
    notes: [],
  });
}

/** Atoms are made of all blocks, so that one whose people are not known would take them out of every sum. */
function refuseUnknown(table: Table, column: number, { values }: NumberColumn): void {
  const row = values.findIndex(Number.isNaN);
  if (row < 0) return;
  throw new InputError({
    id: 'not-a-number',
    file: table.fileName,
    place: table.place(row),
    message: `'${table.text(column, row).slice(0, 20)}' in '${table.headings[column]}' is not a number`,
    hint: 'Every row of an atom table needs a number that is not negative.',
  });
}
