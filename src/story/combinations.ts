/**
 * Pairs of units from a table of combinations of three or more layers. Land and people of a combination are those of
 * all its units together, so pairs made of them say only that two units overlap.
 */
import { cellsIn, rowCount } from '../result/column-cells.js';
import { columnsAbout, columnHeaded } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { textOf } from './cells.js';
import type { PairList } from './splits.js';

const NO_PEOPLE: PairList['rows'][number]['people'] = [];

/** The pairs of any two layers of the table; what only touches in slivers is set aside. */
export function pairsOfCombinations(result: Result, table: Table): PairList[] {
  const rows = realRows(table);
  const columns = columnsAbout(table, { role: 'unit', kind: 'code' }).flatMap((place): UnitColumn[] => {
    const layer = result.layers.find(({ id }) => id === table.columns[place]!.about.layer);
    return layer === undefined ? [] : [readUnits(table, layer, place, rows)];
  });
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).map((b): PairList => ({
      a: a.layer,
      b: b.layer,
      measures: [],
      wholes: new Map(),
      rows: pairsOf(a, b),
    })),
  );
}

/** Numbers of the rows that are no slivers. */
function realRows(table: Table): number[] {
  const isSliver = cellsIn(table, columnHeaded(table, 'sliver'));
  const rows: number[] = [];
  for (let row = 0; row < rowCount(table); row++) if (isSliver(row) !== true) rows.push(row);
  return rows;
}

/** The units of one layer in some rows. */
interface UnitColumn {
  readonly layer: LayerRecord;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** For each row which of the cells it has; those of one text are one cell. */
  readonly cellOf: Int32Array;
  /** Units of each cell. */
  readonly cells: readonly (readonly number[])[];
}

/** The units in the columns of codes at a place and of names beside it. */
function readUnits(table: Table, layer: LayerRecord, place: number, rows: readonly number[]): UnitColumn {
  const [codesIn, namesIn] = [cellsIn(table, place), cellsIn(table, place + 1)];
  const codes: string[] = [];
  const names: string[] = [];
  const cells: (readonly number[])[] = [];
  const unitOf = new Map<string, number>();
  const known = new Map<string, number>();
  const cellOf = new Int32Array(rows.length);
  let [last, cell] = ['', -1];
  for (let i = 0; i < rows.length; i++) {
    const text = textOf(codesIn(rows[i]!));
    // Rows of one unit mostly follow one another.
    if (text !== last || cell < 0) {
      [last, cell] = [text, known.get(text) ?? -1];
      if (cell < 0) {
        known.set(text, (cell = cells.length));
        const own = text === '' ? [] : text.split(';');
        const called = namesOf(own.length, textOf(namesIn(rows[i]!)));
        cells.push(
          own.map((code, place) => {
            let unit = unitOf.get(code);
            if (unit === undefined) unitOf.set(code, (unit = codes.push(code) - 1));
            names[unit] = called?.[place] ?? names[unit] ?? code;
            return unit;
          }),
        );
      }
    }
    cellOf[i] = cell;
  }
  return { layer, codes, names, cellOf, cells };
}

/**
 * Where units of one layer overlap a cell has several, separated by semicolons. Null where these cannot be told from
 * semicolons in the names: then a unit is called as in another cell, or by its code.
 */
function namesOf(units: number, text: string): readonly string[] | null {
  if (units === 1) return [text];
  const names = text.split(';');
  return names.length === units ? names : null;
}

/** Every two units that any row has, in the order of the rows. */
function pairsOf(a: UnitColumn, b: UnitColumn): PairList['rows'] {
  const pairs: PairList['rows'][number][] = [];
  const seen = new Set<number>();
  for (let i = 0; i < a.cellOf.length; i++) {
    const [first, second] = [a.cellOf[i]!, b.cellOf[i]!];
    if (i > 0 && first === a.cellOf[i - 1] && second === b.cellOf[i - 1]) continue;
    for (const p of a.cells[first]!)
      for (const q of b.cells[second]!) {
        const key = p * b.codes.length + q;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push({
          a: a.codes[p]!,
          b: b.codes[q]!,
          nameA: a.names[p]!,
          nameB: b.names[q]!,
          // What combinations do not say of a pair.
          relation: '',
          hectares: null,
          people: NO_PEOPLE,
        });
      }
  }
  return pairs;
}
