/**
 * A table of people as a measure: columns recognised or named, then read.
 */
import { type Measure, readMeasure } from '../../layer/people.js';
import type { Table } from '../../layer/table.js';
import { countedAs, recognisePeople } from './recognise-columns.js';

/** What the user said about a people file. */
export interface PeopleWish {
  /** Name of the measure, by default `people`. */
  readonly name?: string;
  /** The column named after the file, or null to have it recognised. */
  readonly column?: string | null;
  readonly isPublic?: boolean;
}

/** People by block; throws InputError as `recognisePeople` and `readMeasure` do. */
export function readPeople(table: Table, wish: PeopleWish = {}): Measure {
  const name = wish.name ?? 'people';
  const columns = recognisePeople(table, name, wish.column ?? null);
  return readMeasure(table, columns, {
    name,
    isPublic: wish.isPublic ?? countedAs(table.headings[columns.value]!) === 'residents',
  });
}
