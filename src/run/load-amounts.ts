/**
 * Sums by unit that are to be shared out.
 */
import { readCounts } from '../layer/read-counts.js';
import { columnNamed, type Table } from '../layer/table.js';
import type { Amounts } from '../measures/suggest/amounts.js';
import { refuseRates } from '../measures/suggest/apportion.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote } from '../trouble/note.js';
import { recordReading, type ReadingRecord } from '../trouble/reading-record.js';
import { columnTaken, rowsRead, unitsCounted } from '../layer/columns-taken.js';
import type { Inputs } from './inputs.js';
import { takeTable } from './read-table.js';
import type { SuggestRequest } from './request.js';

type AmountsSource = NonNullable<SuggestRequest['apportion']>[number];

/** Reads a table of sums. Throws InputError for one that is no number or below nought, for a unit given twice and for rates. */
export async function loadAmounts(inputs: Inputs, source: AmountsSource): Promise<Amounts> {
  const { table, line } = await takeTable(inputs, source, 'amounts', source.name);
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
  line.reading = readingOf(table, code, column, amounts);
  return amounts;
}

/** How the table was read; sums are not people, so they are not added up here. */
function readingOf(table: Table, code: number, column: number, { rows }: Amounts): ReadingRecord {
  let withoutCode = 0;
  for (let row = 0; row < table.rowCount; row++) if (table.text(code, row) === '') withoutCode++;
  const unknown = table.rowCount - withoutCode - rows.length;
  const words = { column: table.headings[column]! };
  return recordReading({
    fields: [...columnTaken(table, 'amount', column, 'named'), ...columnTaken(table, 'code', code, 'named')],
    read: rowsRead(table),
    counted: rows.length,
    notes: [
      ...table.notes,
      makeNote('rows-without-code', table.fileName, { counts: { rows: withoutCode } }),
      makeNote('rows-without-number', table.fileName, { counts: { rows: unknown }, words }),
    ],
    makes: unitsCounted(rows.length),
  });
}
