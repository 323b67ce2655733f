/**
 * Refuses a table, or a boundary file, that holds NHS numbers.
 *
 * An NHS number has ten digits; the last is a check digit (weights 10 to 2, sum modulo 11, 11 written as 0 and 10
 * never given out: NHS Data Dictionary, "NHS NUMBER"). Of ten-digit numbers made without it one in eleven passes by
 * chance, so a column is refused when nearly all its cells pass.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import type { Table } from '../../layer/table.js';
import { InputError } from '../../trouble/input-error.js';

const SAMPLE = 200;

/** Throws InputError where a column holds valid NHS numbers; no number is shown in the message. */
export function refuseNhsNumbers(table: Table): void {
  refuseSampled(table, sampleNhsNumbers(table));
}

/** Cells of a column that were looked at: how many hold anything, and how many a valid NHS number. */
export interface NhsSample {
  readonly filled: number;
  readonly valid: number;
}

/** Looks at some cells of each column, those of a sample of other rows of the same table added. */
export function sampleNhsNumbers({ headings, rowCount, text }: Table, before: readonly NhsSample[] = []): NhsSample[] {
  return headings.map((_, column) => {
    const { filled, valid } = sampleColumn(rowCount, (row) => text(column, row));
    const { filled: more = 0, valid: among = 0 } = before[column] ?? {};
    return { filled: filled + more, valid: valid + among };
  });
}

/** Throws InputError where nearly all cells that were looked at in a column are NHS numbers. */
export function refuseSampled({ headings, fileName }: Pick<Table, 'headings' | 'fileName'>, samples: readonly NhsSample[]): void {
  headings.forEach((heading, column) => refuseColumn(samples[column]!, heading, fileName));
}

/** Throws InputError where a property of features holds valid NHS numbers, or their ids do. */
export function refuseNhsNumbersOf({ properties, ids }: FeatureTable, fileName: string): void {
  const sampled = properties.filter((_, row) => row % stepOf(properties.length) === 0);
  const fields = new Set(sampled.flatMap((record) => Object.keys(record)));
  for (const field of fields)
    refuseColumn(
      sampleColumn(properties.length, (row) => String(properties[row]![field] ?? '')),
      field,
      fileName,
    );
  refuseColumn(
    sampleColumn(ids.length, (row) => String(ids[row] ?? '')),
    'id',
    fileName,
  );
}

const stepOf = (rows: number): number => Math.max(1, Math.floor(rows / SAMPLE));

function sampleColumn(rows: number, text: (row: number) => string): NhsSample {
  let filled = 0;
  let valid = 0;
  for (let row = 0; row < rows; row += stepOf(rows)) {
    const cell = text(row);
    if (cell === '') continue;
    filled++;
    if (isNhsNumber(cell)) valid++;
  }
  return { filled, valid };
}

function refuseColumn({ filled, valid }: NhsSample, heading: string, fileName: string): void {
  if (valid < 2 || valid < 0.8 * filled) return;
  throw new InputError({
    id: 'nhs-numbers',
    file: fileName,
    message: `column '${heading}' holds NHS numbers`,
    hint: 'Remove the column: nothing here needs to know who the patients are, only how many.',
  });
}
/**
 * True for ten digits and no others, together or as 3, 3 and 4 with one sign between, whose check digit is right;
 * whatever letters and signs stand before and behind (`NHS: 943 476 5919`, `943.476.5919`, `9434765919.0`).
 */
export function isNhsNumber(text: string): boolean {
  if (!/^\D*\d{3}(\D?)\d{3}\1\d{4}(?:\.0+|\D*)$/.test(text)) return false;
  const digits = text.replace(/\.0+$/, '').replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) && !/^(\d)\1*$/.test(digits);
}
