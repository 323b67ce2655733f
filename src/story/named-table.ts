/**
 * A table of a result by its name.
 */
import type { Table } from '../result/table.js';

/** The first table of a name; null where there is none. */
export const tableNamed = (tables: readonly Table[], name: string): Table | null =>
  tables.find((table) => table.name === name) ?? null;
