/**
 * A finished result of some units alone: rows, findings, shapes and map of these and of their partners. What was judged
 * on the whole (main partner, split or not, tolerance) stays as it was judged.
 *
 *     a table that speaks of the layer      rows whose unit, or else any unit, is one of those picked
 *     a table that speaks of another layer  rows of partners: units that stand beside those picked in other rows
 *     a table that speaks of no unit        as it is; its caption says that it is of all units
 */
import { firstThree, listText, wholeText } from '../trouble/count-text.js';
import { columnHeaded } from './find-column.js';
import { mapOfUnits } from './map-of-units.js';
import type { FindingRecord, ReconciliationLine, Result } from './result.js';
import type { ShapeRecord } from './shape-record.js';
import type { Cell, Table } from './table.js';

/** Codes by id of a layer. */
export type Codes = ReadonlyMap<string, ReadonlySet<string>>;

/** What is shown of a result. */
export interface Shown {
  readonly codes: Codes;
  /** Names of the units, for people. */
  readonly names: readonly string[];
  /** The reconciliation of these units alone. */
  readonly reconciliation: readonly ReconciliationLine[];
}

/** The result of the units alone. */
export function onlyUnits(result: Result, { codes, names, reconciliation }: Shown): Result {
  const partners = partnersIn(result.tables, codes);
  const near = together(codes, partners);
  const tables = result.tables.map((table) => rowsOf(table, codes, partners));
  const [main] = tables;
  const [first] = result.summary;
  const layers = result.layers
    .filter(({ id }) => codes.has(id))
    .map(({ units, one, many }) => `${wholeText(units)} ${units === 1 ? one : many}`);
  return {
    ...result,
    tables,
    summary: [
      `Only ${firstThree(names)} of ${listText(layers)}: ${wholeText(main!.rows.length)} of ${wholeText(result.tables[0]!.rows.length)} rows of '${main!.name}', judged on all units.`,
      ...(first === undefined ? [] : [`Of all units: ${first}`]),
    ],
    reconciliation,
    findings: result.findings.filter((finding) => isFindingOf(finding, codes)),
    ...(result.shapes === undefined
      ? {}
      : { shapes: result.shapes.filter((shape) => isShapeOf(shape, result.tables, codes, partners)) }),
    ...(result.map === undefined
      ? {}
      : {
          map: {
            ...mapOfUnits(result.map, near),
            pairs: result.map.pairs.map((table) => rowsOf(table, codes, partners)),
          },
        }),
  };
}

/** Columns by which a table speaks of units: those of the unit of the row where there are any, else all others. */
interface Speaking {
  /** Place of the column and the layer whose codes it holds; null where that is not said. */
  readonly columns: readonly {
    readonly at: number;
    readonly layer: string | null;
    readonly isList: boolean;
  }[];
}

function speakingOf(table: Table, ofLayer: (layer: string | null) => boolean): Speaking {
  const all = table.columns.flatMap(({ kind, about }, at) => {
    const isList = about.role === 'partners';
    const layer = about.layer ?? null;
    return (kind === 'code' || isList) && ofLayer(layer)
      ? [{ at, layer, isList, isUnit: about.role === 'unit' }]
      : [];
  });
  const units = all.filter(({ isUnit }) => isUnit);
  return { columns: units.length > 0 ? units : all };
}

const codesIn = (cell: Cell, isList: boolean): string[] =>
  typeof cell !== 'string' ? [] : isList ? cell.split(/;\s*/) : [cell];

/** Whether a row is of some codes, by the columns that speak of their layers. */
function isRowOf(table: Table, row: readonly Cell[], codes: Codes): boolean | null {
  const { columns } = speakingOf(table, (layer) => layer !== null && codes.has(layer));
  if (columns.length > 0)
    return columns.some(({ at, layer, isList }) =>
      codesIn(row[at]!, isList).some((code) => codes.get(layer!)!.has(code)),
    );
  // Some tables say in a cell which layer a row is of, or hold units of either vintage.
  const loose = speakingOf(table, (layer) => layer === null).columns;
  if (loose.length === 0) return null;
  const at = columnHeaded(table, 'layer');
  const said = at < 0 ? null : codes.get(String(row[at]));
  if (at >= 0 && said === undefined) return false;
  const wanted = said ?? new Set([...codes.values()].flatMap((each) => [...each]));
  return loose.some((column) => codesIn(row[column.at]!, column.isList).some((code) => wanted.has(code)));
}

/** Units of other layers that stand in one row with those picked. */
function partnersIn(tables: readonly Table[], codes: Codes): Codes {
  const found = new Map<string, Set<string>>();
  for (const table of tables) {
    const others = speakingOf(table, (layer) => layer !== null && !codes.has(layer)).columns;
    for (const row of table.rows) {
      if (others.length === 0 || isRowOf(table, row, codes) !== true) continue;
      for (const { at, layer, isList } of others) {
        const of = found.get(layer!) ?? new Set<string>();
        for (const code of codesIn(row[at]!, isList)) if (code !== '') of.add(code);
        found.set(layer!, of);
      }
    }
  }
  return found;
}

function rowsOf(table: Table, codes: Codes, partners: Codes): Table {
  const own = table.rows.map((row) => isRowOf(table, row, codes));
  if (own.every((is) => is === null)) {
    const beside = table.rows.map((row) => isRowOf(table, row, partners));
    if (beside.every((is) => is === null))
      return { ...table, caption: `${table.caption} Of all units, not only of those asked for.` };
    return { ...table, rows: table.rows.filter((_, i) => beside[i]) };
  }
  return { ...table, rows: table.rows.filter((_, i) => own[i]) };
}

function isShapeOf(shape: ShapeRecord, tables: readonly Table[], codes: Codes, partners: Codes): boolean {
  const table = tables.find(({ name }) => name === shape.table);
  if (table === undefined) return true;
  const row = table.columns.map(({ heading }) => shape.properties[heading] ?? null);
  return isRowOf(table, row, codes) ?? isRowOf(table, row, partners) ?? true;
}

/** Findings of the units; those of no unit are about the file. */
function isFindingOf({ layer, code, other_code: other }: FindingRecord, codes: Codes): boolean {
  const wanted = codes.get(layer);
  return code === '' || (wanted !== undefined && (wanted.has(code) || wanted.has(other)));
}

function together(codes: Codes, others: Codes): Codes {
  const all = new Map([...codes].map(([layer, each]) => [layer, new Set(each)]));
  for (const [layer, each] of others) all.set(layer, new Set([...(all.get(layer) ?? []), ...each]));
  return all;
}
