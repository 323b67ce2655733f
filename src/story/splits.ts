/**
 * Which units of one layer are split between units of another, and how many people are outside the main one: read
 * from the tables of the result, whichever command made them.
 */
import { cellsIn, rowCount } from '../result/column-cells.js';
import { columnAbout, columnHeaded, columnsAbout, measuresOf } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { mainOf, type Share } from '../result/main-partner.js';
import { compareCodes } from '../trouble/order.js';
import { figureOf, textOf } from './cells.js';
import { neighbourhoodLayers } from './neighbourhood-layers.js';
import { rowsByUnit, type UnitsOfRows } from './rows-by-unit.js';

/** What is known of units, by id of their layer, then by code. */
type ByUnit<Known> = ReadonlyMap<string, ReadonlyMap<string, Known>>;

/** Pairs of units of two layers that overlap, from a table like that of `overlap`. */
export interface PairList {
  readonly a: LayerRecord;
  readonly b: LayerRecord;
  readonly measures: readonly string[];
  /** People of the whole unit by the first measure, by id of the layer, then by code; null where withheld. */
  readonly wholes: ByUnit<number | null>;
  readonly rows: readonly PairRow[];
  /** The same column by column, where it was read so: then the rows are made when somebody asks for them. */
  readonly columns?: PairColumns;
}

export interface PairRow {
  /** Codes of the two units, and their names. */
  readonly a: string;
  readonly b: string;
  readonly nameA: string;
  readonly nameB: string;
  readonly relation: string;
  readonly hectares: number | null;
  readonly people: readonly (number | null)[];
}

/** What is asked of all pairs of a list, one of each a row; of hundreds of thousands hardly one is asked for more. */
export interface PairColumns {
  /** What tells the units of either layer apart: their codes, or numbers for them. */
  readonly a: UnitsOfRows;
  readonly b: UnitsOfRows;
  readonly relation: readonly string[];
  /** Whether people of the first measure are withheld from any row. */
  readonly isWithheld: boolean;
  readonly row: (place: number) => PairRow;
}

/** The columns of a list. */
export function columnsOf(list: PairList): PairColumns {
  if (list.columns !== undefined) return list.columns;
  const { rows } = list;
  return {
    a: rows.map((row) => row.a),
    b: rows.map((row) => row.b),
    relation: rows.map(({ relation }) => relation),
    isWithheld: rows.some(({ people }) => people[0] === null),
    row: (place) => rows[place]!,
  };
}

/** What one partner has of a unit; a figure is null where it is withheld or not known. */
export interface SplitPart {
  readonly code: string;
  readonly name: string;
  readonly people: number | null;
  readonly hectares: number | null;
}

/** A unit in two or more units of the other layer. */
export interface SplitUnit {
  readonly code: string;
  readonly name: string;
  readonly mainCode: string;
  readonly mainName: string;
  /** Codes of all its partners. */
  readonly partners: readonly string[];
  /** What each of them has of it, the main one first, then most first. */
  readonly parts: readonly SplitPart[];
  /** People of the first measure, or hectares where there is none; null where a figure is withheld. */
  readonly amount: number | null;
  readonly outside: number | null;
}

export interface Split {
  /** The units of `b` are split between those of `a`. */
  readonly a: LayerRecord;
  readonly b: LayerRecord;
  /** Name of the measure; null where amounts are hectares. */
  readonly measure: string | null;
  /** Most outside first. */
  readonly units: readonly SplitUnit[];
  /** The table that lists them; null where they were worked out from pairs. */
  readonly table: string | null;
}

/** Every list of pairs that the result or its map holds, one for any two layers. */
export function pairLists(result: Result): PairList[] {
  const found = new Map<string, PairList>();
  for (const table of [...result.tables, ...(result.map?.pairs ?? [])]) {
    if (table.name !== 'overlap' || columnHeaded(table, 'relation') < 0) continue;
    const [a, b] = columnsAbout(table, { role: 'unit', kind: 'code' }).map((place) =>
      layerOf(result, table, place),
    );
    if (a === undefined || b === undefined) continue;
    const key = `${a.id} ${b.id}`;
    if (!found.has(key)) found.set(key, readPairs(table, a, b));
  }
  return [...found.values()];
}

/** The layer that the column at a place is about; undefined for one that the result does not have. */
const layerOf = (result: Result, table: Table, place: number): LayerRecord | undefined =>
  result.layers.find(({ id }) => id === table.columns[place]?.about.layer);

const codePlace = (table: Table, { id }: LayerRecord): number =>
  columnAbout(table, { role: 'unit', kind: 'code', layer: id });

const namePlace = (table: Table, { id }: LayerRecord): number =>
  columnAbout(table, { role: 'unit', kind: 'name', layer: id });

function readPairs(table: Table, a: LayerRecord, b: LayerRecord): PairList {
  const measures = measuresOf(table);
  const cells = (place: number): ((row: number) => Cell) => cellsIn(table, place);
  const [codeA, codeB] = [cells(codePlace(table, a)), cells(codePlace(table, b))];
  const [nameA, nameB] = [cells(namePlace(table, a)), cells(namePlace(table, b))];
  const relationOf = cells(columnHeaded(table, 'relation'));
  const land = cells(columnAbout(table, { role: 'amount', kind: 'hectares' }));
  const people = measures.map((measure) => cells(columnAbout(table, { role: 'amount', measure })));
  const listed: number[] = [];
  const columns = { a: [] as string[], b: [] as string[], relation: [] as string[] };
  let isWithheld = false;
  for (let row = 0, count = rowCount(table); row < count; row++) {
    const relation = textOf(relationOf(row));
    if (relation === 'outside' || relation === 'sliver') continue;
    listed.push(row);
    columns.a.push(textOf(codeA(row)));
    columns.b.push(textOf(codeB(row)));
    columns.relation.push(relation);
    isWithheld ||= people.length > 0 && figureOf(people[0]!(row)) === null;
  }
  const row = (place: number): PairRow => ({
    a: columns.a[place]!,
    b: columns.b[place]!,
    nameA: textOf(nameA(listed[place]!)),
    nameB: textOf(nameB(listed[place]!)),
    relation: columns.relation[place]!,
    hectares: figureOf(land(listed[place]!)),
    people: people.map((of) => figureOf(of(listed[place]!))),
  });
  let rows: PairRow[] | null = null;
  return {
    a,
    b,
    measures,
    columns: { ...columns, isWithheld, row },
    get rows() {
      return (rows ??= listed.map((_, place) => row(place)));
    },
    wholes: wholesOf(table, [a, b], measures[0]),
  };
}

function wholesOf(
  table: Table,
  layers: readonly LayerRecord[],
  measure: string | undefined,
): ByUnit<number | null> {
  if (measure === undefined) return new Map();
  return new Map(
    layers.map((layer) => {
      const whole = columnAbout(table, { role: 'whole', layer: layer.id, measure });
      return [layer.id, whole < 0 ? new Map() : figuresOf(table, layer, whole)];
    }),
  );
}

/** What a column of a table says of the units of a layer, by code. */
function figuresOf(table: Table, layer: LayerRecord, place: number): Map<string, number | null> {
  const [codeOf, figureIn] = [cellsIn(table, codePlace(table, layer)), cellsIn(table, place)];
  const figures = new Map<string, number | null>();
  for (let row = 0; row < rowCount(table); row++) figures.set(textOf(codeOf(row)), figureOf(figureIn(row)));
  return figures;
}

/**
 * The splits of a result: from `shared` tables, else from pairs, the layer of more units being the split one. A council
 * is not split between its neighbourhoods.
 */
export function findSplits(result: Result): Split[] {
  // Of two moments of one map, that a unit was divided is told by its own table.
  if (result.command === 'compare' || result.command === 'scenario') return [];
  const told = sharedSplits(result);
  if (told.length > 0) return told.filter((split) => !told.some((other) => isTurned(split, other)));
  const neighbourhoods = neighbourhoodLayers(result);
  return pairLists(result)
    .filter(({ a, b }) => !neighbourhoods.has(a.id) && !neighbourhoods.has(b.id))
    .map(splitOfPairs);
}

/** The splits that `shared` tables list, of two layers both ways round where both are there. */
export const sharedSplits = (result: Result): Split[] =>
  result.tables.flatMap((table) => {
    const split = /^shared(_|$)/.test(table.name) ? readShared(result, table) : null;
    return split === null ? [] : [split];
  });

/** Whether another split is of the same layers the other way round, and tells of the layer with more units. */
export const isTurned = (split: Split, other: Split): boolean =>
  split.a.id === other.b.id && split.b.id === other.a.id && other.b.units > split.b.units;

function readShared(result: Result, table: Table): Split | null {
  const [measure = null] = measuresOf(table);
  const mainCode = columnAbout(table, { role: 'main', kind: 'code' });
  const code = columnAbout(table, { role: 'unit', kind: 'code' });
  const [a, b] = [layerOf(result, table, mainCode), layerOf(result, table, code)];
  if (a === undefined || b === undefined) return null;
  const name = columnAbout(table, { role: 'unit', kind: 'name' });
  const mainName = columnAbout(table, { role: 'main', kind: 'name' });
  const partners = columnAbout(table, { role: 'partners' });
  const amount = columnAbout(table, { role: 'amount', measure });
  const outside = columnAbout(table, { role: 'outside_main', measure });
  const partsOf = readParts(result, table.name.replace('shared', 'parts'), a, b, measure);
  const units = table.rows.map((row): SplitUnit => ({
    code: textOf(row[code]),
    name: textOf(row[name]),
    mainCode: textOf(row[mainCode]),
    mainName: textOf(row[mainName]),
    partners: textOf(row[partners]).split(';'),
    parts: partsOf(textOf(row[code]), textOf(row[mainCode])),
    amount: figureOf(row[amount]),
    outside: figureOf(row[outside]),
  }));
  return { a, b, measure, units, table: table.name };
}

/** The parts of a unit by its code and that of its main partner, from the table of parts; none without such a table. */
function readParts(
  result: Result,
  name: string,
  a: LayerRecord,
  b: LayerRecord,
  measure: string | null,
): (code: string, main: string) => SplitPart[] {
  const table = result.tables.find((each) => each.name === name);
  const parts = new Map<string, SplitPart[]>();
  if (table !== undefined) {
    const [codeA, codeB] = [codePlace(table, a), codePlace(table, b)];
    const nameA = columnAbout(table, { role: 'unit', kind: 'name', layer: a.id });
    const people = measure === null ? -1 : columnAbout(table, { role: 'amount', measure });
    const land = columnAbout(table, { role: 'amount', kind: 'hectares' });
    for (const row of table.rows) {
      const own = parts.get(textOf(row[codeB])) ?? [];
      own.push({
        code: textOf(row[codeA]),
        name: textOf(row[nameA]),
        people: figureOf(row[people]),
        hectares: figureOf(row[land]),
      });
      parts.set(textOf(row[codeB]), own);
    }
  }
  return (code, main) => mainFirst(parts.get(code) ?? [], main);
}

const mainFirst = (parts: readonly SplitPart[], main: string): SplitPart[] =>
  [...parts].sort(
    (p, q) =>
      Number(q.code === main) - Number(p.code === main) ||
      (q.people ?? 0) - (p.people ?? 0) ||
      (q.hectares ?? 0) - (p.hectares ?? 0) ||
      compareCodes(p.code, q.code),
  );

/** The split of two layers whose pairs are listed: the layer of more units is the split one. */
export const splitOfPairs = (list: PairList): Split => splitAndAsked(list).split;

/** The same, and how many units of the split layer have any pair. */
export function splitAndAsked(list: PairList): { readonly split: Split; readonly asked: number } {
  const turned = list.a.units > list.b.units;
  const [a, b] = turned ? [list.b, list.a] : [list.a, list.b];
  const hasPeople = list.measures.length > 0;
  const columns = columnsOf(list);
  const { asked, several } = rowsByUnit(turned ? columns.a : columns.b);
  const partOf = (row: PairRow) => {
    const [code, name] = turned ? [row.b, row.nameB] : [row.a, row.nameA];
    const [people = null] = row.people;
    return {
      code,
      name,
      amount: hasPeople ? people : row.hectares,
      share: { people: people ?? 0, land: row.hectares ?? 0, code } satisfies Share,
      part: { code, name, people, hectares: row.hectares } satisfies SplitPart,
    };
  };
  const wholes = list.wholes.get(b.id);
  const units = several
    .map((places): SplitUnit => {
      const rows = places.map(columns.row);
      const code = turned ? rows[0]!.a : rows[0]!.b;
      const own = rows.map(partOf);
      const main = mainOf(own, ({ share }) => share)!;
      const withheld = own.some((part) => part.amount === null);
      const whole = wholes?.get(code);
      const amount = withheld ? null : (whole ?? own.reduce((sum, part) => sum + part.amount!, 0));
      return {
        code,
        name: turned ? rows[0]!.nameA : rows[0]!.nameB,
        mainCode: main.code,
        mainName: main.name,
        partners: own.map((part) => part.code),
        parts: mainFirst(
          own.map(({ part }) => part),
          main.code,
        ),
        amount,
        outside: amount === null ? null : Math.max(0, amount - main.amount!),
      };
    })
    .sort((p, q) => (q.outside ?? 0) - (p.outside ?? 0) || compareCodes(p.code, q.code));
  return { split: { a, b, measure: list.measures[0] ?? null, units, table: null }, asked };
}
