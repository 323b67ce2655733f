/**
 * The fault of several columns that would do for one purpose.
 */
import type { Table } from '../../layer/table.js';
import { InputError, type Offer } from '../../trouble/input-error.js';

/** `what` may stand in any of the columns; the hint says how to name one, `offers` what can be named. */
export function ambiguous(
  table: Table,
  what: string,
  columns: readonly number[],
  hint: string,
  offers: readonly Offer[] = [],
): InputError {
  const headings = columns.map((column) => `'${table.headings[column]}'`);
  return new InputError({
    id: 'column-ambiguous',
    file: table.fileName,
    message: `${what} may stand in ${headings.slice(0, -1).join(', ')} or ${headings[headings.length - 1]!}`,
    hint,
    ...(offers.length === 0 ? {} : { offers }),
  });
}
