/**
 * Tables in which places are looked up that are no unit of a layer: postcode directories, and lookups of small areas.
 *
 *     pcds     oslaua     osward     lsoa21          LSOA21CD   LSOA21NM     WD24CD     WD24NM
 *     ZZ1 1AA  E06000901  E05000911  E01000021       E01000021  Ash 001A     E05000911  Ladgate
 *
 * Columns are told by what they hold: a column of GSS codes is one of codes, whatever its heading. What one table says of
 * a row another may go on with, as far as all its rows agree.
 */
import { readFieldName } from '../../layer/field-name.js';
import { kinds, kindOfStem } from '../../layer/kinds.js';
import { plainName } from '../../layer/place-name.js';
import { isGssCode, isPostcode, type SmallPlace, type SmallRow } from '../../layer/small-place.js';
import type { Table } from '../../layer/table.js';
import { headingKey } from '../../layer/table.js';
import { comparable, compareCodes } from '../../trouble/order.js';
import { recognisePoints } from './points.js';

interface Column {
  readonly at: number;
  readonly holds: 'code' | 'name' | 'postcode';
  /** Kind of the areas, or the stem of the heading. */
  readonly kind: string;
  readonly vintage: string | null;
}

interface PlaceTable {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly points: { readonly x: number; readonly y: number; readonly system: SmallPlace['system'] } | null;
  /** Rows by code, of a column; made when it is first asked for. */
  readonly rowsOf: (column: Column) => ReadonlyMap<string, readonly number[]>;
}

/** What a word was found to be in tables of places: several where a name stands for several areas. */
export type FoundSmall = readonly SmallPlace[];

/** Finds a word in tables of places: a postcode, a code, or a name; none where no table has it. */
export function findInGazetteer(tables: readonly Table[], word: string): FoundSmall {
  const read = tables.map(readPlaces);
  for (const own of read) {
    const found = isPostcode(word)
      ? byPostcode(own, word)
      : isGssCode(word)
        ? byCode(own, comparable(word))
        : byName(own, word);
    if (found.length > 0)
      return found.map(({ rows, ...place }) => ({
        ...place,
        rows: rows.map((row) => wentOn(row, own, read)),
      }));
  }
  return [];
}

/** Rows that tell what a column holds. */
const SAMPLE = 400;
const MOST = 0.8;

function readPlaces(table: Table): PlaceTable {
  const step = Math.max(1, Math.floor(table.rowCount / SAMPLE));
  const columns = table.headings.flatMap((heading, at): Column[] => {
    const texts: string[] = [];
    for (let row = 0; row < table.rowCount; row += step) texts.push(table.text(at, row));
    const filled = texts.filter((text) => text !== '');
    const share = (test: (text: string) => boolean): boolean =>
      filled.length > 0 && filled.filter(test).length >= MOST * filled.length;
    const said = readFieldName(heading);
    const vintage = said?.vintage ?? null;
    if (share(isPostcode)) return [{ at, holds: 'postcode', kind: 'postcode', vintage: null }];
    if (share(isGssCode))
      return [{ at, holds: 'code', kind: kindOfColumn(said?.stem ?? headingKey(heading), filled), vintage }];
    if (said?.role === 'name' && said.stem !== '')
      return [{ at, holds: 'name', kind: kindOfStem(said.stem)?.id ?? said.stem, vintage }];
    return [];
  });
  const points = recognisePoints(table);
  const indexes = new Map<Column, ReadonlyMap<string, readonly number[]>>();
  return {
    table,
    columns,
    points: points === null ? null : { x: points.x, y: points.y, system: points.claims },
    rowsOf: (column) => {
      const found = indexes.get(column) ?? indexOf(table, column.at);
      indexes.set(column, found);
      return found;
    },
  };
}

/** By the heading, else by the entity that most of its codes begin with. */
function kindOfColumn(stem: string, codes: readonly string[]): string {
  const bySaying = kindOfStem(stem);
  if (bySaying !== null) return bySaying.id;
  const entity = codes[0]!.slice(0, 3).toUpperCase();
  return kinds.find(({ entities }) => entities.includes(entity))?.id ?? stem;
}

function indexOf(table: Table, at: number): ReadonlyMap<string, readonly number[]> {
  const { values, index } = table.distinct(at);
  const keys = values.map(comparable);
  const rows = new Map<string, number[]>();
  index.forEach((value, row) => {
    const key = keys[value]!;
    const list = rows.get(key);
    if (list === undefined) rows.set(key, [row]);
    else list.push(row);
  });
  return rows;
}

function byPostcode(own: PlaceTable, word: string): SmallPlace[] {
  const key = comparable(word);
  for (const { at } of own.columns.filter(({ holds }) => holds === 'postcode')) {
    const { table } = own;
    for (let row = 0; row < table.rowCount; row++) {
      if (comparable(table.text(at, row)) !== key) continue;
      const code = key.replace(/^(.*)(\d[A-Z]{2})$/, '$1 $2');
      return [placeOf(own, 'postcode', code, code, [row])];
    }
  }
  return [];
}

function byCode(own: PlaceTable, key: string): SmallPlace[] {
  for (const column of own.columns.filter(({ holds }) => holds === 'code')) {
    const rows = own.rowsOf(column).get(key);
    if (rows === undefined) continue;
    const name = nameBeside(own, column);
    return [
      placeOf(own, column.kind, key, name === null ? key : own.table.text(name.at, rows[0]!) || key, rows),
    ];
  }
  return [];
}

const nameBeside = ({ columns }: PlaceTable, { kind, vintage }: Column): Column | null =>
  columns.find((each) => each.holds === 'name' && each.kind === kind && each.vintage === vintage) ?? null;

const codeBeside = ({ columns }: PlaceTable, { kind, vintage }: Column): Column | null =>
  columns.find((each) => each.holds === 'code' && each.kind === kind && each.vintage === vintage) ?? null;

/** Areas of a name, each by its code; the small areas of a larger one that is named by theirs: `Halton 001`. */
function byName(own: PlaceTable, word: string): SmallPlace[] {
  const wanted = plainName(word);
  const names = own.columns.filter(({ holds }) => holds === 'name');
  const matching = (column: Column, plain: (name: string) => string): number[] => {
    const { values, index } = own.table.distinct(column.at);
    const fits = values.map((name) => plainName(plain(name)) === wanted);
    return [...index.keys()].filter((row) => fits[index[row]!]!);
  };
  for (const column of names) {
    const rows = matching(column, (name) => name);
    if (rows.length === 0) continue;
    const code = codeBeside(own, column);
    const byCode = new Map<string, number[]>();
    for (const row of rows) {
      const key = code === null ? word : own.table.text(code.at, row);
      byCode.set(key, [...(byCode.get(key) ?? []), row]);
    }
    return [...byCode]
      .sort(([p], [q]) => compareCodes(p, q))
      .map(([key, of]) => placeOf(own, column.kind, key, own.table.text(column.at, of[0]!), of));
  }
  for (const column of names.filter(({ kind }) => kind === 'lsoa')) {
    const rows = matching(column, (name) => name.replace(/[A-Z]$/, ''));
    if (rows.length > 0 && /\d$/.test(word.trim()))
      return [placeOf(own, 'msoa', word.trim(), word.trim(), rows)];
  }
  return [];
}

function placeOf(
  own: PlaceTable,
  kind: string,
  code: string,
  name: string,
  rows: readonly number[],
): SmallPlace {
  return {
    kind,
    code,
    name,
    file: own.table.fileName,
    system: own.points?.system ?? null,
    rows: rows.map((row) => rowOf(own, row)),
  };
}

/** Kinds of which people are counted by their codes, smallest first. */
const BLOCKS = ['oa', 'lsoa'];

function rowOf({ table, columns, points }: PlaceTable, row: number): SmallRow {
  const codes = columns.filter(({ holds }) => holds === 'code');
  const block = BLOCKS.flatMap((kind) => codes.filter((column) => column.kind === kind))[0];
  const position = points === null ? null : ([table.text(points.x, row), table.text(points.y, row)] as const);
  return {
    block: block === undefined ? null : table.text(block.at, row) || null,
    codes: new Set(codes.map(({ at }) => comparable(table.text(at, row))).filter((code) => code !== '')),
    position: position === null || position.includes('') ? null : [Number(position[0]), Number(position[1])],
  };
}

/** A row with what other tables say of it: of the codes it has the one that fewest of their rows have. */
function wentOn(row: SmallRow, own: PlaceTable, tables: readonly PlaceTable[]): SmallRow {
  const codes = new Set(row.codes);
  let { block } = row;
  for (const other of tables) {
    if (other === own) continue;
    let fewest: readonly number[] = [];
    for (const column of other.columns.filter(({ holds }) => holds === 'code')) {
      for (const code of codes) {
        const rows = other.rowsOf(column).get(code) ?? [];
        if (rows.length > 0 && (fewest.length === 0 || rows.length < fewest.length)) fewest = rows;
      }
    }
    const [first, ...rest] = fewest.map((at) => rowOf(other, at));
    if (first === undefined) continue;
    for (const code of first.codes) if (rest.every((each) => each.codes.has(code))) codes.add(code);
    if (rest.length === 0) block ??= first.block;
  }
  return { ...row, codes, block };
}
