/**
 * A table of people as a measure: columns recognised or named, then read.
 */
import { type Measure, readMeasure } from '../../layer/people.js';
import type { Table } from '../../layer/table.js';
import type { KnownCodes } from './code-column.js';
import { countedAs, recognisePeople } from './recognise-columns.js';

/** What the user said about a people file. */
export interface PeopleWish {
  /** Name of the measure, by default `people`. */
  readonly name?: string;
  /** The column named after the file, with that of the codes before a colon or without; null to have them recognised. */
  readonly column?: string | null;
  /** Codes that the blocks are known to have. */
  readonly known?: KnownCodes;
  readonly isPublic?: boolean;
}

/** People by block; throws InputError as `recognisePeople` and `readMeasure` do. */
export function readPeople(table: Table, wish: PeopleWish = {}): Measure {
  const name = wish.name ?? 'people';
  const columns = recognisePeople(table, name, wish.column ?? null, wish.known);
  return readMeasure(table, columns, {
    name,
    isPublic: wish.isPublic ?? countedAs(table.headings[columns.value]!) === 'residents',
  });
}
