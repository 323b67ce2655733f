/**
 * The cells of a column as people read them, in a terminal or a page of text.
 *
 * Thousands have commas, percentages one decimal, hectares and metres none unless some are small. People have none where
 * all of a column are whole; where blocks were shared out they have the decimals of the table, so that what adds up in
 * the table adds up as it is read.
 * Rounding must not turn a little into nothing or nearly all into all: 0.02 % reads `<0.1`, 99.98 % reads `>99.9`,
 * a third of a person among whole ones reads `0.3`.
 */
import type { Cell, Column } from '../result/table.js';
import { formatCell, isFigure } from '../result/format-cell.js';
import { formatNumber, roundNumber, withCommas } from '../result/format-number.js';
import { shortenName } from '../result/shorten-name.js';

/** What decides how a column's figures look. */
type ColumnForm = Pick<Column, 'kind' | 'decimals'>;

/** One text per cell: figures rounded for reading, flags `yes` or `no`, names shortened, blank for null. */
export function displayColumn(cells: readonly Cell[], column: Column): string[] {
  const places = displayDecimals(cells, column);
  return cells.map((cell) => {
    if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
    if (typeof cell === 'number' && isFigure(column)) return displayFigure(cell, column, places);
    const text = formatCell(cell, column);
    return column.kind === 'name' ? shortenName(text) : text;
  });
}

/** One figure of a result, rounded as its column is, with so many decimals. */
export function displayFigure(value: number, column: ColumnForm, places: number | null): string {
  const unit = places === null ? 0 : 10 ** -places;
  if (value > 0 && roundNumber(value, places) === 0) return `<${formatNumber(unit, places)}`;
  if (column.kind === 'percent' && value < 100 && roundNumber(value, places) === 100) {
    return `>${formatNumber(100 - unit, places)}`;
  }
  return withCommas(formatNumber(roundNumber(value, places), column.decimals === null ? null : places));
}

/** Decimals that show a column's cells; null for as many as each has. */
export function displayDecimals(cells: readonly Cell[], column: ColumnForm): number | null {
  const most = (places: number): number => Math.min(places, column.decimals ?? places);
  switch (column.kind) {
    case 'percent':
    case 'kilometres':
      return most(1);
    case 'people':
      return cells.some((cell) => typeof cell === 'number' && !Number.isInteger(cell)) ? most(1) : 0;
    case 'count':
      return 0;
    case 'hectares':
    case 'metres':
      return most(
        cells.some((cell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) < 10) ? 1 : 0,
      );
    case 'share':
      return most(3);
    case 'degrees':
    case 'number':
      return most(4);
    default:
      return null;
  }
}
