/**
 * `--apportion NAME=FILE:code:amount`: sums by unit.
 */
import { columnNamed } from '../layer/table.js';
import type { InputRecord } from '../result/result.js';
import type { Amounts } from '../measures/suggest/apportion.js';
import { refuseRates } from '../measures/suggest/apportion.js';
import { InputError } from '../trouble/input-error.js';
import { parseLayerArgument } from './layer-argument.js';
import { exists, fileSource } from '../cli/read-source.js';
import { readTable } from './read-table.js';

/** Reads all sums that are to be shared out. */
export async function loadAmounts(
  given: readonly string[],
): Promise<{ amounts: Amounts; input: InputRecord }[]> {
  const loaded = [];
  for (const argument of given) loaded.push(await loadOne(argument));
  return loaded;
}

async function loadOne(given: string): Promise<{ amounts: Amounts; input: InputRecord }> {
  const argument = parseLayerArgument(given, exists);
  if (argument.form !== 'lookup' || argument.id === null || argument.weight !== null) {
    throw new InputError({
      id: 'apportion-unclear',
      file: given,
      message: 'it does not name a file and two columns',
      hint: 'Give --apportion NAME=FILE.csv:code:amount, for example budget=budgets.csv:council_code:pounds',
    });
  }
  const source = fileSource(argument.path);
  const { table, format, seal } = await readTable(source, null);
  const code = columnNamed(table, argument.member);
  const column = columnNamed(table, argument.group);
  const { values, wrong, firstWrong } = table.numbers(column);
  if (wrong > 0) {
    throw new InputError({
      id: 'not-a-number',
      file: argument.path,
      place: table.place(firstWrong),
      message: `'${table.text(column, firstWrong).slice(0, 20)}' in '${table.headings[column]}' is not a number`,
      hint: 'Amounts are numbers or blank',
    });
  }
  const rows = Array.from(values, (amount, row) => ({ code: table.text(code, row), amount })).filter(
    (row) => row.code !== '' && !Number.isNaN(row.amount),
  );
  const twice = rows.find((row, i) => rows.findIndex((other) => other.code === row.code) !== i);
  if (twice !== undefined) {
    throw new InputError({
      id: 'amount-twice',
      file: argument.path,
      unit: twice.code,
      message: 'it has two amounts',
      hint: 'Keep one row for each unit',
    });
  }
  const amounts: Amounts = {
    name: argument.id,
    file: argument.path,
    codeHeading: table.headings[code]!,
    amountHeading: table.headings[column]!,
    rows,
  };
  refuseRates(amounts);
  return { amounts, input: { id: argument.id, role: 'amounts', file: source.shortName, format, ...seal } };
}
