/**
 * What the ids in cells of tables are called for people: layers by what their units are called, all else by its words.
 *
 *     ltla  →  councils (lower tier or unitary)      units_newly_shared  →  units newly shared
 */
import { withColumns } from './column-cells.js';
import type { LayerRecord } from './result.js';
import type { Column, Table } from './table.js';

/** The tables with words at their columns of ids; `layers` are those of the result. */
export function withColumnWords(tables: readonly Table[], layers: readonly LayerRecord[]): Table[] {
  const names = new Map(layers.map(({ id, many }) => [id, many]));
  const called = (id: string): string =>
    names.get(id) ??
    id.replace(/\(of (\w+)\)$/, (_, of: string) => `(of ${called(of)})`).replaceAll('_', ' ');
  return tables.map((table) =>
    withColumns(
      table,
      table.columns.map((column, c) =>
        column.about.role === 'id' ? { ...column, words: wordsOf(table, c, called) } : column,
      ),
    ),
  );
}

/** Words of those ids in a column that are not called by themselves. */
function wordsOf({ rows }: Table, column: number, called: (id: string) => string): Record<string, string> {
  const ids = new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])));
  return Object.fromEntries([...ids].map((id) => [id, called(id)]).filter(([id, word]) => id !== word));
}

/** What an id in a column of ids is called; any other text as it is. */
export const wordOf = (text: string, { words }: Pick<Column, 'words'>): string =>
  words !== undefined && Object.hasOwn(words, text) ? words[text]! : text;
