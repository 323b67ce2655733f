/**
 * Sums by unit that are to be shared out.
 */
import { readCounts } from '../layer/read-counts.js';
import { columnNamed } from '../layer/table.js';
import type { Amounts } from '../measures/suggest/amounts.js';
import { refuseRates } from '../measures/suggest/apportion.js';
import { InputError } from '../trouble/input-error.js';
import type { Inputs } from './inputs.js';
import { takeTable } from './read-table.js';
import type { SuggestRequest } from './request.js';

type AmountsSource = NonNullable<SuggestRequest['apportion']>[number];

/** Reads a table of sums. Throws InputError for one that is no number or below nought, for a unit given twice and for rates. */
export async function loadAmounts(inputs: Inputs, source: AmountsSource): Promise<Amounts> {
  const { table } = await takeTable(inputs, source, 'amounts', source.name);
  const code = columnNamed(table, source.code);
  const column = columnNamed(table, source.amount);
  const { values } = readCounts(table, column, 'amounts', code);
  const rows = Array.from(values, (amount, row) => ({ code: table.text(code, row), amount })).filter(
    (row) => row.code !== '' && !Number.isNaN(row.amount),
  );
  const twice = rows.find((row, i) => rows.findIndex((other) => other.code === row.code) !== i);
  if (twice !== undefined) {
    throw new InputError({
      id: 'amount-twice',
      file: source.path,
      unit: twice.code,
      message: 'it has two amounts',
      hint: 'Keep one row for each unit',
    });
  }
  const amounts: Amounts = {
    name: source.name,
    file: source.path,
    codeHeading: table.headings[code]!,
    amountHeading: table.headings[column]!,
    rows,
  };
  refuseRates(amounts);
  return amounts;
}
