/**
 * The titles that a request gives a result: its own, a line under it, and those of its tables.
 */
import type { Result } from '../result/result.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { CommonWishes } from './request.js';

type Titles = Pick<CommonWishes, 'title' | 'subtitle' | 'headings'>;

/** The result with its titles. Throws InputError for a heading of a table that it does not have. */
export function withTitles(result: Result, { title, subtitle, headings = {} }: Titles): Result {
  const names = result.tables.map(({ name }) => name);
  const unknown = Object.keys(headings).find((name) => !names.includes(name));
  if (unknown !== undefined) throw noSuchTable(unknown, names);
  return {
    ...result,
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    tables: result.tables.map((table) =>
      Object.hasOwn(headings, table.name) ? { ...table, title: headings[table.name]! } : table,
    ),
  };
}

function noSuchTable(unknown: string, names: readonly string[]): InputError {
  const guess = nearest(unknown, names);
  return new InputError({
    id: 'heading-of-no-table',
    message: `headings names a table '${unknown}', which the report does not have`,
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Its tables are ${names.join(', ')}`,
  });
}
