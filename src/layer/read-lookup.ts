/**
 * Reads a lookup: a table with a column of members (blocks, or units of a finer layer) and a column of groups.
 */
import { namesInCapitals, titleCased } from './title-case.js';
import { InputError } from '../trouble/input-error.js';
import { counted, firstThree, wholeText } from '../trouble/count-text.js';
import { makeNote, type Note } from '../trouble/note.js';
import { recordReading, type FieldReason } from '../trouble/reading-record.js';
import { columnTaken, rowsRead, unitsCounted } from './columns-taken.js';
import { lookupFit } from './lookup-fit.js';
import { codeSiblings, textBeside } from './lookup-names.js';
import { type Lookup, type MembershipColumns, blocksInSeveral, membershipOf } from './membership.js';
import { sourceName } from './people.js';
import { readCounts } from './read-counts.js';
import { type Table, columnNamed } from './table.js';
import { namesInCells, tidyColumn } from './tidy-codes.js';
import { unknownWeights } from './unknown-weights.js';
import { weightColumns } from './weight-columns.js';

/** Columns of a lookup, as the user names them. */
export interface LookupColumns {
  readonly member: string;
  readonly group: string;
  /** Weights for members of several groups, e.g. patients; null for none. */
  readonly weight?: string | null;
  /** Names of the groups; by default the column beside the group. */
  readonly name?: string | null;
  /** Why these columns; where nothing is said the user named them. */
  readonly why?: FieldReason;
  /** True where units may overlap: a member of several groups is then wholly in each, unless weights share it out. */
  readonly overlapping?: boolean;
}

/**
 * The layer a lookup describes. Rows that repeat a member with the same group are dropped and said, members with a
 * blank group are kept in no unit. Throws InputError for a member of two groups without weights (where units may not
 * overlap), for a member and group given twice with weights, and for weights that are negative or no number.
 */
export function readLookup(table: Table, columns: LookupColumns): Lookup {
  const { overlapping = false } = columns;
  const member = columnNamed(table, columns.member);
  const group = columnNamed(table, columns.group);
  const named =
    columns.weight === undefined || columns.weight === null ? -1 : columnNamed(table, columns.weight);
  const notes = [...table.notes];
  const sameThroughout = overlapping && named >= 0 && isOneThroughout(table, named);
  if (sameThroughout)
    notes.push(makeNote('weights-all-one', table.fileName, { words: { weights: table.headings[named]! } }));
  const weight = sameThroughout ? -1 : named;
  const read = readEntries(table, { member, group, weight, overlapping });
  const { entries, repeated, withoutGroup, withoutMember, rowsWithoutGroup, unknown } = read;
  if (repeated > 0)
    notes.push(makeNote('member-rows-repeated', table.fileName, { counts: { rows: repeated } }));
  if (withoutMember > 0)
    notes.push(makeNote('rows-without-member', table.fileName, { counts: { rows: withoutMember } }));
  if (rowsWithoutGroup > 0)
    notes.push(makeNote('rows-without-group', table.fileName, { counts: { rows: rowsWithoutGroup } }));
  if (withoutGroup.length > 0) {
    notes.push(
      makeNote('members-without-group', table.fileName, {
        counts: { members: withoutGroup.length },
        words: { codes: withoutGroup },
      }),
    );
  }
  if (weight >= 0) notes.push(...unknownWeights(table, weight, unknown));
  if (unknown.length > 0) {
    const words = { column: table.headings[weight]! };
    notes.push(makeNote('rows-without-number', table.fileName, { counts: { rows: unknown.length }, words }));
  }
  const [memberHeading, groupHeading] = [table.headings[member]!, table.headings[group]!];
  const bestFit = weight >= 0 ? null : lookupFit(memberHeading, groupHeading, table.fileName);
  const { codes, membership } = membershipOf(entries, {
    blockKind: memberHeading,
    weighted: weight >= 0,
    bestFit,
  });
  const several = weight >= 0 ? [] : blocksInSeveral(membership);
  if (several.length > 0) {
    notes.push(
      makeNote('members-in-several-groups', table.fileName, {
        counts: { members: several.length },
        words: { groups: groupHeading, codes: several.map((block) => membership.blocks[block]!) },
      }),
    );
  }
  if (codes.length === 0) {
    throw new InputError({
      id: 'lookup-empty',
      file: table.fileName,
      message: `no member of '${memberHeading}' has a group in '${groupHeading}'`,
      hint: 'Name the columns as FILE:MEMBER:GROUP.',
    });
  }
  const siblings = codeSiblings(table, group);
  const nameColumn =
    columns.name === undefined || columns.name === null ? siblings.name : columnNamed(table, columns.name);
  const { names, ods } = describeGroups(table, group, codes, nameColumn, siblings.ods, notes);
  notes.push(
    makeNote('lookup-columns', table.fileName, {
      counts: { units: codes.length, members: membership.blocks.length },
      words: {
        groups: groupHeading,
        members: memberHeading,
        ...(nameColumn < 0 ? {} : { names: table.headings[nameColumn]! }),
        ...(weight < 0 ? {} : { weights: table.headings[weight]! }),
      },
    }),
  );
  if (bestFit === true) notes.push(makeNote('lookup-best-fit', table.fileName));
  const why = columns.why ?? 'named';
  const left = repeated + withoutMember + rowsWithoutGroup + unknown.length;
  return {
    codes,
    names,
    ods,
    membership,
    source: `${groupHeading} by ${memberHeading} in ${sourceName(table)}`,
    notes,
    reading: recordReading({
      fields: [
        ...columnTaken(table, 'group', group, why),
        ...columnTaken(
          table,
          'name',
          nameColumn,
          columns.name === undefined || columns.name === null ? 'beside' : 'named',
        ),
        ...columnTaken(table, 'ods', siblings.ods === group ? -1 : siblings.ods, 'beside'),
        ...columnTaken(table, 'member', member, why),
        ...columnTaken(table, 'weight', weight, why),
      ],
      read: rowsRead(table),
      counted: table.rowCount - left,
      notes,
      makes: unitsCounted(codes.length),
    }),
  };
}

/** Names and ODS codes of groups from beside their codes, in columns or cells; a group with two names is noted. */
export function describeGroups(
  table: Table,
  group: number,
  codes: readonly string[],
  nameColumn: number,
  odsColumn: number,
  notes: Note[],
): { names: string[]; ods: string[] | null } {
  const named = nameColumn < 0 ? null : textBeside(table, group, nameColumn);
  const coded = odsColumn < 0 || odsColumn === group ? null : textBeside(table, group, odsColumn);
  if (named !== null && named.several.length > 0) {
    notes.push(
      makeNote('units-with-several-names', table.fileName, {
        counts: { units: named.several.length },
        words: { codes: named.several },
      }),
    );
  }
  const texts = named?.texts ?? namesInCells(table, group);
  const known = codes.filter((code) => texts.has(code));
  const written = titleCased(known.map((code) => texts.get(code)!));
  if (written.changed)
    notes.push(
      namesInCapitals(table.fileName, table.headings[nameColumn < 0 ? group : nameColumn]!, written.names),
    );
  const nameOf = new Map(known.map((code, i) => [code, written.names[i]!]));
  return {
    names: codes.map((code) => nameOf.get(code) ?? code),
    ods: coded === null ? null : codes.map((code) => coded.texts.get(code) ?? ''),
  };
}

interface Entries {
  readonly entries: MembershipColumns;
  readonly repeated: number;
  readonly withoutGroup: readonly string[];
  readonly withoutMember: number;
  readonly rowsWithoutGroup: number;
  /** The member of each weight that is not known. */
  readonly unknown: readonly string[];
}

/** Whether a column of weights says nothing: every row has 1, so that a member of two groups is wholly in both. */
function isOneThroughout(table: Table, column: number): boolean {
  return table.distinct(column).values.every((text) => Number(text) === 1 && text !== '');
}

interface EntryColumns {
  readonly member: number;
  readonly group: number;
  readonly weight: number;
  readonly overlapping: boolean;
}

function readEntries(table: Table, { member, group, weight, overlapping }: EntryColumns): Entries {
  const members = tidyColumn(table, member);
  const groups = tidyColumn(table, group);
  const weights = weight < 0 ? null : readCounts(table, weight, 'weights', member);
  // Most members have one row: the others' further rows stand by member and group in a map.
  const firstRow = new Int32Array(members.values.length).fill(-1);
  const further = new Map<number, number>();
  const isInGroup = new Uint8Array(members.values.length);
  const torn = new Set<number>();
  const twice = new Set<number>();
  const rows = new Int32Array(table.rowCount);
  const unknown: string[] = [];
  const count = { entries: 0, repeated: 0, withoutMember: 0, rowsWithoutGroup: 0 };
  const [nobody, nowhere] = [members.values.indexOf(''), groups.values.indexOf('')];
  for (let row = 0; row < table.rowCount; row++) {
    const m = members.index[row]!;
    const g = groups.index[row]!;
    if (m === nobody) {
      count.withoutMember++;
      continue;
    }
    const first = firstRow[m]!;
    const key = m * groups.values.length + g;
    const before = first >= 0 && groups.index[first] !== g ? further.get(key) : first;
    if (before !== undefined && before >= 0) {
      if (weights !== null && !sameRow(table, before, row)) twice.add(m);
      count.repeated++;
      continue;
    }
    if (first < 0) firstRow[m] = row;
    else further.set(key, row);
    if (g !== nowhere) {
      if (weights === null && !overlapping && isInGroup[m] === 1) torn.add(m);
      isInGroup[m] = 1;
    }
    if (g === nowhere) count.rowsWithoutGroup++;
    else if (weights !== null && Number.isNaN(weights.values[row]!)) unknown.push(members.values[m]!);
    rows[count.entries++] = row;
  }
  const named = (set: ReadonlySet<number>): string[] => [...set].map((m) => members.values[m]!).sort();
  if (torn.size > 0) throw tornMembers(table, named(torn), table.headings[group]!);
  if (twice.size > 0) throw weightedTwice(table, named(twice), table.headings[group]!);
  const withoutGroup: string[] = [];
  for (let m = isInGroup.indexOf(0); m >= 0; m = isInGroup.indexOf(0, m + 1))
    if (m !== nobody) withoutGroup.push(members.values[m]!);
  withoutGroup.sort();
  const used = rows.subarray(0, count.entries);
  const entries = {
    members: members.values,
    groups: groups.values,
    member: used.map((row) => members.index[row]!),
    group: used.map((row) => groups.index[row]!),
    weight:
      weights === null
        ? new Float64Array(used.length).fill(1)
        : Float64Array.from(used, (row) => weights.values[row]! || 0),
  };
  return { ...count, entries, withoutGroup, unknown };
}

function sameRow(table: Table, a: number, b: number): boolean {
  return table.headings.every((_, column) => table.text(column, a) === table.text(column, b));
}

function tornMembers(table: Table, members: readonly string[], group: string): InputError {
  const weights = weightColumns(table);
  return new InputError({
    id: 'member-in-two-groups',
    file: table.fileName,
    message: `${counted(members.length, 'member')} in more than one group of '${group}': ${firstThree(members)}`,
    hint: `Name a column of weights as FILE:MEMBER:GROUP:WEIGHT, or keep one group for ${members.length === 1 ? 'it' : 'each'}. Only the neighbourhoods of coverage may overlap without weights.`,
    ...(weights.length === 0 ? {} : { offers: [{ setting: 'weight', values: weights }] }),
  });
}

function weightedTwice(table: Table, members: readonly string[], group: string): InputError {
  return new InputError({
    id: 'weight-given-twice',
    file: table.fileName,
    message: `${wholeText(members.length)} members stand with the same '${group}' in rows that differ: ${firstThree(members)}`,
    hint: 'Keep one row for each member and group, for example one date and both sexes added up.',
  });
}
