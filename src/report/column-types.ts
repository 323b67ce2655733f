/**
 * What the cells of a column are, for formats that want one type for all: the kind of the column says it, unless a cell
 * is of another type than that, and then they are text.
 */
import type { Cell, Column, Table } from '../result/table.js';

export type CellType = 'text' | 'whole' | 'number' | 'flag';

/** The type of each column. */
export const cellTypes = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): CellType[] =>
  columns.map((column, at) => {
    const type = typeOfKind(column);
    return rows.every((row) => isOf(row[at]!, type)) ? type : 'text';
  });

/** A cell of a column of text. */
export const cellAsText = (cell: Cell): string | null => (cell === null ? null : String(cell));

/** Names that differ also where small and capital letters are one, from one another and from those that are taken. */
export function distinctNames(names: readonly string[], taken: readonly string[]): string[] {
  const seen = new Set(taken.map((name) => name.toLowerCase()));
  return names.map((name) => {
    let own = name;
    for (let n = 2; seen.has(own.toLowerCase()); n++) own = `${name}_${n}`;
    seen.add(own.toLowerCase());
    return own;
  });
}

function typeOfKind({ kind, decimals }: Column): CellType {
  if (kind === 'code' || kind === 'name' || kind === 'text') return 'text';
  if (kind === 'flag') return 'flag';
  return decimals === 0 ? 'whole' : 'number';
}

function isOf(cell: Cell, type: CellType): boolean {
  if (cell === null) return true;
  switch (type) {
    case 'text':
      return typeof cell === 'string';
    case 'flag':
      return typeof cell === 'boolean';
    case 'whole':
      return Number.isSafeInteger(cell);
    case 'number':
      return typeof cell === 'number';
  }
}
