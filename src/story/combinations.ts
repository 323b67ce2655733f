/**
 * Pairs of units from a table of combinations of three or more layers. Land and people of a combination are those of
 * all its units together, so pairs made of them say only that two units overlap.
 */
import { cellsIn, rowCount } from '../result/column-cells.js';
import { columnsAbout, columnHeaded } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { textOf } from './cells.js';
import type { PairList, PairRow } from './splits.js';

/** What combinations do not say of a pair: its relation, and its people. */
const UNKNOWN = '';
const NO_PEOPLE: PairRow['people'] = [];

/** The pairs of any two layers of the table; what only touches in slivers is set aside. */
export function pairsOfCombinations(result: Result, table: Table): PairList[] {
  const rows = realRows(table);
  const columns = columnsAbout(table, { role: 'unit', kind: 'code' }).flatMap((place): UnitColumn[] => {
    const layer = result.layers.find(({ id }) => id === table.columns[place]!.about.layer);
    return layer === undefined ? [] : [readUnits(table, layer, place, rows)];
  });
  return columns.flatMap((a, i) => columns.slice(i + 1).map((b) => pairsOf(a, b)));
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
  /** For each row its unit; where units overlap, which of `cells` it has, as -1 less its place. */
  readonly unitOf: Int32Array;
  /** Units of each cell that has several, or none; those of one text are one cell. */
  readonly cells: readonly (readonly number[])[];
}

/** The units in the columns of codes at a place and of names beside it. */
function readUnits(table: Table, layer: LayerRecord, place: number, rows: readonly number[]): UnitColumn {
  const [codesIn, namesIn] = [cellsIn(table, place), cellsIn(table, place + 1)];
  const [units, severals] = [new Numbers(), new Numbers()];
  const names: string[] = [];
  const cells: (readonly number[])[] = [];
  const unitOf = new Int32Array(rows.length);
  const called = (code: string, name: string | undefined): number => {
    const unit = units.of(code);
    names[unit] = name ?? names[unit] ?? code;
    return unit;
  };
  let [last, cell] = ['', NONE];
  for (let i = 0; i < rows.length; i++) {
    const text = textOf(codesIn(rows[i]!));
    // Rows of one unit mostly follow one another.
    if (text !== last || cell === NONE) {
      last = text;
      if (text !== '' && !text.includes(';')) cell = called(text, textOf(namesIn(rows[i]!)));
      else {
        const place = severals.of(text);
        cell = -1 - place;
        if (place === cells.length) {
          const own = text === '' ? [] : text.split(';');
          const named = namesOf(own.length, textOf(namesIn(rows[i]!)));
          cells.push(own.map((code, o) => called(code, named?.[o])));
        }
      }
    }
    unitOf[i] = cell;
  }
  return { layer, codes: units.texts, names, unitOf, cells };
}

/** No unit and no cell. */
const NONE = -(2 ** 31);

/** Texts numbered in the order they come in. As long as they rise, as codes of a first column do, nothing is looked up. */
class Numbers {
  readonly texts: string[] = [];
  private known: Map<string, number> | null = null;

  /** The number of a text; a new one is the next. */
  of(text: string): number {
    const { texts } = this;
    if (this.known === null) {
      if (texts.length === 0 || text > texts[texts.length - 1]!) return texts.push(text) - 1;
      this.known = new Map(texts.map((each, number) => [each, number]));
    }
    let number = this.known.get(text);
    if (number === undefined) this.known.set(text, (number = texts.push(text) - 1));
    return number;
  }
}

/** The units that `unitOf` has for a row. */
const unitsIn = ({ cells }: UnitColumn, unit: number): readonly number[] =>
  unit >= 0 ? [unit] : cells[-1 - unit]!;

/**
 * Where units of one layer overlap a cell has several, separated by semicolons. Null where these cannot be told from
 * semicolons in the names: then a unit is called as in another cell, or by its code.
 */
function namesOf(units: number, text: string): readonly string[] | null {
  const names = text.split(';');
  return names.length === units ? names : null;
}

/** Every two units that any row has, in the order of the rows. */
function pairsOf(a: UnitColumn, b: UnitColumn): PairList {
  const [first, second]: [number[], number[]] = [[], []];
  // Most units have one partner, and are looked up only from their second on.
  const firstOf = new Int32Array(a.codes.length).fill(-1);
  const further = new Set<number>();
  const add = (p: number, q: number): void => {
    if (firstOf[p] === q) return;
    const known = further.size;
    if (firstOf[p] === -1) firstOf[p] = q;
    else if (further.add(p * b.codes.length + q).size === known) return;
    first.push(p);
    second.push(q);
  };
  for (let i = 0; i < a.unitOf.length; i++) {
    const p = a.unitOf[i]!;
    const q = b.unitOf[i]!;
    if (p >= 0 && q >= 0) add(p, q);
    else for (const u of unitsIn(a, p)) for (const v of unitsIn(b, q)) add(u, v);
  }
  const row = (place: number): PairRow => ({
    a: a.codes[first[place]!]!,
    b: b.codes[second[place]!]!,
    nameA: a.names[first[place]!]!,
    nameB: b.names[second[place]!]!,
    relation: UNKNOWN,
    hectares: null,
    people: NO_PEOPLE,
  });
  let rows: PairRow[] | null = null;
  return {
    a: a.layer,
    b: b.layer,
    measures: [],
    wholes: new Map(),
    columns: {
      a: first,
      b: second,
      relation: new Array<string>(first.length).fill(UNKNOWN),
      isWithheld: false,
      row,
    },
    get rows() {
      return (rows ??= first.map((_, place) => row(place)));
    },
  };
}
