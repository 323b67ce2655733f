/**
 * Refuses a table that holds NHS numbers.
 *
 * An NHS number has ten digits; the last is a check digit (weights 10 to 2, sum modulo 11, 11 written as 0 and 10
 * never given out: NHS Data Dictionary, "NHS NUMBER"). Of ten-digit numbers made without it one in eleven passes by
 * chance, so a column is refused when nearly all its cells pass.
 */
import { InputError } from '../../trouble/input-error.js';
import type { Table } from '../../layer/table.js';

const SAMPLE = 200;

/** Throws InputError where a column holds valid NHS numbers; no number is shown in the message. */
export function refuseNhsNumbers(table: Table): void {
  const step = Math.max(1, Math.floor(table.rowCount / SAMPLE));
  table.headings.forEach((heading, column) => {
    let filled = 0;
    let valid = 0;
    for (let row = 0; row < table.rowCount; row += step) {
      const cell = table.text(column, row);
      if (cell === '') continue;
      filled++;
      if (isNhsNumber(cell)) valid++;
    }
    if (valid < 2 || valid < 0.8 * filled) return;
    throw new InputError({
      id: 'nhs-numbers',
      file: table.fileName,
      message: `column '${heading}' holds NHS numbers`,
      hint: 'Remove the column: nothing here needs to know who the patients are, only how many.',
    });
  });
}

/** True for ten digits, with or without spaces or hyphens, whose check digit is right. */
export function isNhsNumber(text: string): boolean {
  if (!/^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) && !/^(\d)\1*$/.test(digits);
}
