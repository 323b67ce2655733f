/**
 * Which row of a sheet holds the headings.
 *
 *     Table 1: Mid-2024 population estimates
 *     This worksheet contains one table.
 *
 *     LAD 2023 Code | LSOA 2021 Code | Total | F0 | F1      <- this one
 *     E06000001     | E01011949      | 1,876 |  9 |  7
 *
 * Titles stand above it in few cells. The heading row is the first that names a code column; failing that, the one above
 * the first row that holds a code; failing that, the first row of words that is about as full as most rows are.
 */
import { parseNumber } from '../../layer/parse-number.js';
import { codeWithName } from '../../layer/code-with-name.js';
import { isCodeHeading } from './code-headings.js';

/** Rows looked at before giving up. */
export const HEADING_SEARCH = 30;

const CODE_VALUE = /^([EWSNKJ]\d{8}|U\d{5}|[A-Z]\d{5}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/;

/**
 * True where a cell holds a code of an area, a network, a practice or a postcode, not a heading. A postcode needs its
 * space: without it the heading OA21CD would be one.
 */
export function isCodeValue(text: string): boolean {
  return CODE_VALUE.test(text) || codeWithName(text) !== null;
}

/** The heading of a cell: white space, line breaks and a byte-order mark made single spaces. */
export function cleanHeading(text: string): string {
  return text.replace(/[\s\uFEFF]+/g, ' ').trim();
}

/**
 * Index of the heading row among the first rows of a sheet, or -1 where the first full row already holds data
 * (codes instead of headings).
 */
export function findHeadingRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((row) => row.filter((cell) => cell !== '').length);
  const named = rows.findIndex((row, r) => {
    if (row.some(isCodeValue) || row.some((cell) => cell.length > 120)) return false;
    return (
      filled[r]! >= Math.min(2, Math.max(...filled)) && row.some((cell) => isCodeHeading(cleanHeading(cell)))
    );
  });
  if (named >= 0) return named;
  const firstData = rows.findIndex((row) => row.some(isCodeValue));
  const above = rows.findLastIndex((_, r) => r < firstData && filled[r]! > 0);
  if (above >= 0 && filled[above]! >= Math.max(2, 0.8 * filled[firstData]!)) return above;
  const usual = [...filled].sort((a, b) => a - b)[filled.length >> 1] ?? 0;
  const first = filled.findIndex((count) => count > 0 && count >= 0.8 * usual);
  if (first < 0) return 0;
  const cells = rows[first]!.filter((cell) => cell !== '');
  const isData = cells.some(isCodeValue) || cells.every((cell) => Number.isFinite(parseNumber(cell)));
  return isData ? -1 : first;
}
