/**
 * Weighted membership as analysts keep it: a row for each block and unit with the patients (or other weight) of both.
 *
 *     lsoa21cd   pcn_code  pcn_name  patients         LSOA21CD  pcn_code  SEX   patients
 *     E01014360  U93998    ABC PCN   1513             E01…      U93998    ALL   1513
 *     E01014360  U12345    XYZ PCN     12             E01…      U93998    MALE   700   (not counted again)
 */
import { countOnce, isBreakdown } from '../../layer/count-once.js';
import { makeNote } from '../../trouble/note.js';
import { recordReading } from '../../trouble/reading-record.js';
import { blocksCounted, columnTaken, rowsRead } from '../../layer/columns-taken.js';
import { codeSiblings } from '../../layer/lookup-names.js';
import { buildMembership, type Lookup, type MembershipEntry } from '../../layer/membership.js';
import { sourceName } from '../../layer/people.js';
import { describeGroups } from '../../layer/read-lookup.js';
import { columnNamed, columnWithKey, headingKey, headingList, type Table } from '../../layer/table.js';
import { tidyColumn } from '../../layer/tidy-codes.js';
import { unknownWeights } from '../../layer/unknown-weights.js';
import { InputError } from '../../trouble/input-error.js';

/** Columns as the user names them. */
export interface WeightedColumns {
  readonly member: string;
  readonly group: string;
  readonly weight: string;
}

const BLOCK = /^(lsoa|oa|msoa|postcode|pcd|block)(_?(20)?\d\d)?_?(code|cd|s)?$/;
const GROUP = ['pcn_code', 'pcn', 'network_code', 'unit_code', 'practice_network_code'];
const WEIGHT = ['patients', 'number_of_patients', 'all_patients', 'registered_patients', 'weight'];

/** The columns that headings name by themselves, or null where one of the three is not there. */
export function recogniseWeighted(table: Table): WeightedColumns | null {
  const member = table.headings.findIndex((heading) => BLOCK.test(headingKey(heading)));
  const group = columnWithKey(table, GROUP);
  const weight = columnWithKey(table, WEIGHT);
  if (member < 0 || group < 0 || weight < 0) return null;
  return {
    member: table.headings[member]!,
    group: table.headings[group]!,
    weight: table.headings[weight]!,
  };
}

/**
 * Units with the weight of every block, each pair counted once where rows are by sex or age. Throws InputError for
 * columns that are not there, weights that are negative or no number, and a block and unit in two rows.
 */
export function readWeighted(table: Table, given: WeightedColumns | null): Lookup {
  const columns = given ?? recogniseWeighted(table);
  if (columns === null) throw noColumns(table);
  const [member, group, weight] = [
    columnNamed(table, columns.member),
    columnNamed(table, columns.group),
    columnNamed(table, columns.weight),
  ];
  const breakdowns = table.headings.flatMap((heading, at) =>
    ![member, group, weight].includes(at) && isBreakdown(headingKey(heading)) ? [at] : [],
  );
  const {
    rows,
    values,
    stands,
    notes: rowNotes,
  } = countOnce(table, {
    keys: [member, group],
    value: weight,
    thing: 'weights',
    breakdowns,
  });
  const members = tidyColumn(table, member);
  const groups = tidyColumn(table, group);
  const entries = new Map<number, MembershipEntry>();
  const withoutCode = { rows: 0, people: 0 };
  const withoutUnit = { rows: 0, people: 0, codes: new Set<string>() };
  const unknown = { rows: 0, blocks: [] as string[] };
  let taken = 0;
  let total = 0;
  rows.forEach((row, at) => {
    const block = members.values[members.index[row]!]!;
    const unit = groups.values[groups.index[row]!]!;
    const amount = Number.isNaN(values[at]!) ? 0 : values[at]!;
    const rowsOf = stands[at]!;
    if (block === '') {
      withoutCode.rows += rowsOf;
      withoutCode.people += amount;
      return;
    }
    if (unit === '') {
      withoutUnit.rows += rowsOf;
      withoutUnit.people += amount;
      withoutUnit.codes.add(block);
    } else if (Number.isNaN(values[at]!)) {
      unknown.rows += rowsOf;
      unknown.blocks.push(block);
    } else taken += rowsOf;
    const key = members.index[row]! * groups.values.length + groups.index[row]!;
    if (entries.has(key)) throw twice(table, row, block);
    total += amount;
    entries.set(key, { block, unit, weight: amount });
  });
  const { codes, membership } = buildMembership([...entries.values()], {
    blockKind: table.headings[member]!,
    weighted: true,
    bestFit: null,
  });
  if (codes.length === 0) throw noColumns(table);
  const notes = [
    ...table.notes,
    ...rowNotes.filter(({ id }) => id.startsWith('breakdown')),
    ...unknownWeights(table, weight, unknown.blocks),
    makeNote('weights-counted', table.fileName, {
      counts: { rows: rows.length },
      people: { total },
      words: {
        weights: table.headings[weight]!,
        members: table.headings[member]!,
        groups: table.headings[group]!,
      },
    }),
  ];
  if (withoutCode.rows > 0) {
    const { rows: without, people } = withoutCode;
    notes.push(
      makeNote('weights-without-code', table.fileName, { counts: { rows: without }, people: { people } }),
    );
  }
  if (withoutUnit.rows > 0) {
    notes.push(
      makeNote('weights-without-unit', table.fileName, {
        counts: { rows: withoutUnit.rows },
        people: { people: withoutUnit.people },
        words: { codes: [...withoutUnit.codes].sort() },
      }),
    );
  }
  if (unknown.rows > 0) {
    const words = { column: table.headings[weight]! };
    notes.push(makeNote('rows-without-number', table.fileName, { counts: { rows: unknown.rows }, words }));
  }
  const siblings = codeSiblings(table, group);
  const why = given === null ? 'heading' : 'named';
  const { names, ods } = describeGroups(table, group, codes, siblings.name, siblings.ods, notes);
  return {
    codes,
    names,
    ods,
    membership,
    source: `${table.headings[group]} by ${table.headings[member]} in ${sourceName(table)}`,
    notes,
    reading: recordReading({
      fields: [
        ...columnTaken(table, 'weight', weight, why),
        ...columnTaken(table, 'member', member, why),
        ...columnTaken(table, 'group', group, why),
        ...columnTaken(table, 'name', siblings.name, 'beside'),
      ],
      read: rowsRead(table),
      counted: taken,
      notes,
      makes: blocksCounted(membership.blocks),
      total: { count: total - withoutUnit.people, one: 'patient', many: 'patients' },
    }),
  };
}

const noColumns = (table: Table): InputError =>
  new InputError({
    id: 'weight-columns',
    file: table.fileName,
    message: 'no columns of blocks, units and patients were recognised',
    hint: `Name them as FILE:BLOCK:UNIT:PATIENTS; the columns are ${headingList(table)}`,
  });

const twice = (table: Table, row: number, block: string): InputError =>
  new InputError({
    id: 'weight-twice',
    file: table.fileName,
    unit: block,
    place: table.place(row),
    message: 'a block and unit stand in two rows',
    hint: 'Keep one date, and one row for each block and unit',
  });
