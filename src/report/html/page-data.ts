/**
 * What the page carries for its script.
 */
import { columnsAbout } from '../../result/find-column.js';
import type { Result } from '../../result/result.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { writeCsv } from '../csv.js';
import { displayColumn, displayFigure } from '../display-column.js';
import { drawnShapes } from '../drawn-shapes.js';
import { shortenName } from '../../result/shorten-name.js';
import type { PageData, PairsData, TableData, UnitData } from './client/page-data.js';
import { encodeLines } from './line-text.js';
import { layerStyles } from './layer-styles.js';
import { layerWords } from '../../result/layer-words.js';
import { neighbourhoodLayers } from '../../story/neighbourhood-layers.js';
import { runsOf, shapeLines, type StepGrid } from './shape-lines.js';
import { pairLists, type Split } from '../../story/splits.js';

/** Degrees of a step where there are shapes of rows but no map. */
const USUAL_STEP = 1e-5;

/** The data of a page, ready for JSON. */
export function pageData(result: Result, splits: readonly Split[]): PageData {
  const { map } = result;
  const neighbourhoods = neighbourhoodLayers(result);
  const shapes = drawnShapes(result);
  const grid: StepGrid = map ?? gridOf(shapes);
  const styles = layerStyles(result);
  const layers = (map?.layers ?? []).map(({ id, units }, l) => {
    const record = result.layers.find((layer) => layer.id === id)!;
    const { many, one } = layerWords(record, result);
    return {
      id,
      many,
      one,
      style: styles[l]!,
      units: units.map(({ code, name, polygons }): UnitData => [code, name, shortOf(name), polygons]),
    };
  });
  const numberOf = new Map(
    (map?.layers ?? []).flatMap(({ id, units }) => units.map(({ code }, u) => [`${id} ${code}`, u] as const)),
  );
  const layerNumber = (id: string): number => layers.findIndex((layer) => layer.id === id);
  const drawn = shapes.map((shape) => ({
    table: shape.table,
    row: shape.row,
    form: shape.geometry.type === 'LineString' ? ('line' as const) : ('area' as const),
    title: shapeTitle(result, shape, shape.row),
    lines: encodeLines(shapeLines(shape.geometry, grid)),
  }));
  const shapeOf = new Map(drawn.map(({ table, row }, i) => [`${table} ${row}`, i]));
  return {
    step: grid.step,
    west: grid.west,
    south: grid.south,
    arcs: encodeLines(map?.arcs ?? []),
    layers,
    shapes: drawn,
    tables: result.tables.map((table) =>
      tableData(
        table,
        layers.map(({ id }) => id),
        (row) => shapeOf.get(`${table.name} ${row}`),
      ),
    ),
    pairs: pairLists(result).flatMap((list): PairsData[] => {
      const [a, b] = [layerNumber(list.a.id), layerNumber(list.b.id)];
      if (a < 0 || b < 0) return [];
      return [
        {
          a,
          b,
          overlapping: neighbourhoods.has(list.a.id) ? a : neighbourhoods.has(list.b.id) ? b : -1,
          measures: list.measures,
          rows: list.rows.map((row) => [
            numberOf.get(`${list.a.id} ${row.a}`)!,
            numberOf.get(`${list.b.id} ${row.b}`)!,
            row.relation,
            row.hectares,
            row.people,
          ]),
        },
      ];
    }),
    shared: splits.flatMap(({ b, units }) =>
      units.flatMap(({ code }) => {
        const unit = numberOf.get(`${b.id} ${code}`);
        return unit === undefined ? [] : [[layerNumber(b.id), unit] as const];
      }),
    ),
  };
}

const shortOf = (name: string): string => (shortenName(name) === name ? '' : shortenName(name));

function gridOf(shapes: readonly ShapeRecord[]): StepGrid {
  let [west, south] = [Infinity, Infinity];
  for (const { geometry } of shapes) {
    for (const run of runsOf(geometry)) {
      for (const [longitude, latitude] of run) {
        west = Math.min(west, longitude);
        south = Math.min(south, latitude);
      }
    }
  }
  return Number.isFinite(west) ? { step: USUAL_STEP, west, south } : { step: USUAL_STEP, west: 0, south: 0 };
}

/** What a shape is called: the names of its row, then its first amount. */
function shapeTitle(result: Result, { table, properties, geometry }: ShapeRecord, row: number): string {
  const columns = result.tables.find(({ name }) => name === table)?.columns ?? [];
  const ofKind = (kind: string): Column | undefined => columns.find((column) => column.kind === kind);
  const textOf = (column: Column): string =>
    displayColumn([properties[column.heading] ?? null], column)[0] ?? '';
  const [name, inside] = columns
    .filter(({ kind, about }) => kind === 'name' && about.role !== 'main')
    .map(textOf);
  const where =
    inside === undefined || name === undefined
      ? (name ?? '')
      : inside === ''
        ? `${name}, outside`
        : `${name}, in ${inside}`;
  const people = ofKind('people');
  const length = ofKind('kilometres');
  const land = ofKind('hectares');
  const amount =
    people !== undefined
      ? `${wholePeople(properties[people.heading] ?? null, people)} ${people.about.measure?.replaceAll('_', ' ') ?? people.title}`
      : length !== undefined
        ? `${textOf(length)} km`
        : land !== undefined
          ? `${textOf(land)} ha`
          : '';
  const title = [geometry.type === 'LineString' && where !== '' ? `Border through ${where}` : where, amount]
    .filter((part) => part !== '')
    .join(': ');
  return title === '' ? `${table} ${row + 1}` : title;
}

/** People in a name: whole, unlike those in tables, which add up. */
const wholePeople = (value: Cell, column: Column): string =>
  typeof value === 'number' ? displayFigure(value, column, 0) : '';

function tableData(
  table: Table,
  layers: readonly string[],
  shapeOf: (row: number) => number | undefined,
): TableData {
  const codes = columnsAbout(table, { kind: 'code' }).flatMap((i) => {
    const layer = layers.findIndex((id) => id === table.columns[i]!.about.layer);
    return layer >= 0 ? [[i, layer] as const] : [];
  });
  return {
    name: table.name,
    csv: writeCsv(table),
    columns: table.columns.map(({ kind, decimals }) => [kind, decimals]),
    codes,
    targets: table.rows.map((row, r) => {
      const shape = shapeOf(r);
      if (shape !== undefined) return `s:${shape}`;
      const lead = leadingCode(table, codes, row);
      return lead === null ? '' : `u:${lead[0]}:${lead[1]}`;
    }),
  };
}

/** The unit a row is about: that of its first code; in pairs of units, of the second layer where there is one. */
function leadingCode(
  table: Table,
  codes: readonly (readonly [number, number])[],
  row: readonly unknown[],
): [number, string] | null {
  const wanted = table.name === 'overlap' ? [...codes].reverse() : codes;
  for (const [column, layer] of wanted) {
    const code = row[column];
    if (typeof code === 'string' && code !== '') return [layer, code];
  }
  return null;
}
