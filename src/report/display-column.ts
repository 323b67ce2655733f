/**
 * The cells of a column as people read them, in a terminal or a page of text.
 *
 * Thousands have commas, percentages and shares one decimal, metres none unless some are small. Hectares have one decimal below ten
 * and none above, as in sentences. People are whole, as in headlines, lists and on maps, also where blocks were shared
 * out: CSV and JSON keep the decimals, in which parts add up.
 * Rounding must not turn a little into nothing or nearly all into all: 0.02 % reads `<0.1`, 99.98 % reads `>99.9`,
 * a third of a person reads `<1`.
 */
import { percentNumber, percentText } from '../result/percent-text.js';
import { wordOf } from '../result/column-words.js';
import type { Cell, Column, Table } from '../result/table.js';
import { formatCell, isFigure } from '../result/format-cell.js';
import { formatNumber, roundNumber, withCommas } from '../result/format-number.js';
import { WHOLE_HECTARES } from '../result/hectare-text.js';
import { shortenName } from '../result/shorten-name.js';

/** What decides how a column's figures look. */
type ColumnForm = Pick<Column, 'kind' | 'decimals'>;

/** One text per cell: figures rounded for reading, flags `yes` or `no`, names shortened, blank for null. */
export function displayColumn(cells: readonly Cell[], column: Column): string[] {
  const places = displayDecimals(cells, column);
  return cells.map((cell) => {
    if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
    if (typeof cell === 'number' && isFigure(column)) return displayFigure(cell, column, places);
    const text = wordOf(formatCell(cell, column), column);
    return column.kind === 'name' ? shortenName(text) : text;
  });
}

/** What stands in a column in every row of a table, as its first cell is read. */
export const sayCell = ({ columns, rows }: Table, i: number): string =>
  displayColumn([rows[0]![i] ?? null], columns[i]!)[0]!;

/** One figure of a result, rounded as its column is, with so many decimals at most. */
export function displayFigure(value: number, column: ColumnForm, most: number | null): string {
  if (column.kind === 'percent') return percentNumber(value);
  if (column.kind === 'share') return percentText(100 * value);
  if (column.decimals === null && isLarge(value)) return withCommas(formatNumber(roundNumber(value, 0), 0));
  const places = most !== null && isWhole(value, column) ? 0 : most;
  if (value > 0 && roundNumber(value, places) === 0)
    return `<${formatNumber(places === null ? 0 : 10 ** -places, places)}`;
  return withCommas(formatNumber(roundNumber(value, places), column.decimals === null ? null : places));
}

/** Metrics are shares or amounts: an amount of this size is read in wholes. */
export const isLarge = (value: number): boolean => Math.abs(value) >= 100;

/** Whether a figure has no decimals although others of its column have. */
export const isWhole = (value: number, { kind }: Pick<ColumnForm, 'kind'>): boolean =>
  (kind === 'hectares' && (value === 0 || Math.abs(value) >= WHOLE_HECTARES)) ||
  (kind === 'percent' && (value === 0 || value === 100));

/** Decimals that show a column's cells; null for as many as each has. */
export function displayDecimals(cells: readonly Cell[], column: ColumnForm): number | null {
  const most = (places: number): number => Math.min(places, column.decimals ?? places);
  switch (column.kind) {
    case 'percent':
    case 'kilometres':
      return most(1);
    case 'people':
    case 'count':
      return 0;
    case 'hectares':
    case 'metres':
      return most(
        cells.some((cell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) < 10) ? 1 : 0,
      );
    case 'degrees':
    case 'number':
      return most(4);
    default:
      return null;
  }
}
