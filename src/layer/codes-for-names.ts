/**
 * Codes of units where a table names them: `Leeds`, `Leeds City Council`, or an old code, in a column of members or sums.
 */
import { comparableSet } from './spelling.js';
import type { Layer } from './layer.js';
import type { Table } from './table.js';
import { comparable } from '../trouble/order.js';
import { codeOfPlace, distinctPlaces, unitsCalled } from './units-called.js';

/** The code of each word that is no code of the layer and the name of a single unit of it. */
export function codesForNames(words: readonly string[], layer: Layer): ReadonlyMap<string, string> {
  const own = comparableSet(layer.codes);
  const called = unitsCalled([layer]);
  return new Map(
    words.flatMap((word) => {
      if (word === '' || own.has(comparable(word))) return [];
      const { by, places } = called.find(word);
      const [place, ...others] = distinctPlaces(places);
      return by === 'name' && place !== undefined && others.length === 0
        ? [[word, codeOfPlace(place)] as const]
        : [];
    }),
  );
}

/** The table with the names of units in a column made their codes. */
export function withCodes(table: Table, column: number, layer: Layer): Table {
  const { values, index } = table.distinct(column);
  const codes = codesForNames(values, layer);
  if (codes.size === 0) return table;
  const coded = values.map((value) => codes.get(value) ?? value);
  const distinct = [...new Set(coded)];
  const at = new Map(distinct.map((value, i) => [value, i]));
  return {
    fileName: table.fileName,
    sheet: table.sheet,
    headings: table.headings,
    rowCount: table.rowCount,
    notes: table.notes,
    text: (c, row) => (c === column ? coded[index[row]!]! : table.text(c, row)),
    numbers: (c) => table.numbers(c),
    distinct: (c) =>
      c === column
        ? { values: distinct, index: index.map((value) => at.get(coded[value]!)!) }
        : table.distinct(c),
    place: (row) => table.place(row),
  };
}
