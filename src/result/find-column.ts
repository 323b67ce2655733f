/**
 * Finding columns by what they are about. Headings that no layer or measure stands in (`relation`, `severity`) are
 * part of the contract and may be asked for by name.
 */
import type { Column, ColumnKind, Table } from './table.js';
import type { Role } from './role.js';

/** What a column must be; what is not said may be anything, `measure: null` wants one that counts no people. */
export interface Wanted {
  readonly kind?: ColumnKind;
  readonly role?: Role;
  readonly layer?: string;
  readonly measure?: string | null;
}

/** Whether a column is what is wanted. */
export const isAbout = ({ kind, about }: Column, wanted: Wanted): boolean =>
  (wanted.kind === undefined || wanted.kind === kind) &&
  (wanted.role === undefined || wanted.role === about.role) &&
  (wanted.layer === undefined || wanted.layer === about.layer) &&
  (wanted.measure === undefined || wanted.measure === (about.measure ?? null));

/** Places of all columns that are what is wanted, in table order. */
export const columnsAbout = ({ columns }: Pick<Table, 'columns'>, wanted: Wanted): number[] =>
  columns.flatMap((column, i) => (isAbout(column, wanted) ? [i] : []));

/** Place of the first column that is what is wanted, -1 where none is. */
export const columnAbout = ({ columns }: Pick<Table, 'columns'>, wanted: Wanted): number =>
  columns.findIndex((column) => isAbout(column, wanted));

/** Place of a heading of the contract, -1 where the table does not have it. */
export const columnHeaded = ({ columns }: Pick<Table, 'columns'>, heading: string): number =>
  columns.findIndex((column) => column.heading === heading);

/** Names of the measures that a table says the basis of, in table order: those whose figures it holds. */
export const measuresOf = (table: Pick<Table, 'columns'>): string[] =>
  table.columns.flatMap(({ about }) =>
    about.role === 'basis' && about.measure !== undefined ? [about.measure] : [],
  );
