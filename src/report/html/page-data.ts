/**
 * What the page carries for its script.
 */
import { columnsAbout } from '../../result/find-column.js';
import type { Result } from '../../result/result.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { writeCsv } from '../csv.js';
import { displayColumn, displayDecimals, displayFigure } from '../display-column.js';
import type { DrawnShape } from '../drawn-shapes.js';
import type { ColumnData, PageData, PairsData, ShapeData, TableData } from './client/page-data.js';
import { dotData } from './dot-data.js';
import { encodeLines } from './line-text.js';
import { layerStyles } from './layer-styles.js';
import { changingUnits } from '../../story/changing-units.js';
import { neighbourhoodLayers } from '../../story/neighbourhood-layers.js';
import { hasMap } from './map-section.js';
import type { PageContent } from './page-content.js';
import { encodePairs } from './pair-text.js';
import { runsOf, shapeLines, type StepGrid } from './shape-lines.js';
import { encodeArcs, encodePolygons, encodeTexts, orderOfArcs } from './short-text.js';
import { pairLists, type Split } from '../../story/splits.js';
import type { Story } from '../../story/story.js';
import { pageLayers } from './page-layers.js';
import { peopleData } from './people-data.js';
import { MOST_ROWS } from './table-section.js';

/** Degrees of a step where there are shapes of rows but no map. */
const USUAL_STEP = 1e-5;

/** The data of a page, ready for JSON. */
export function pageData(
  result: Result,
  splits: readonly Split[],
  content: PageContent,
  story: Story,
): PageData {
  const { map } = result;
  const grid: StepGrid = map ?? gridOf(content.shapes);
  const drawn = content.shapes.map((shape) => shapeData(result, shape, grid));
  const shapeOf = new Map(drawn.map(({ table, row }, i) => [`${table} ${row}`, i]));
  const numberOf = unitNumbers(result);
  const ids = pageLayers(result).map(({ id }) => id);
  return {
    step: grid.step,
    west: grid.west,
    south: grid.south,
    ...mapData(result, story),
    shapes: drawn,
    tables: content.tables.map((table) =>
      tableData(table, ids, (row) => shapeOf.get(`${table.name} ${row}`)),
    ),
    people: peopleData(result, story, ids),
    dots: hasMap(result, story) ? dotData(result, content.dots) : null,
    place: placeOf(story, ids, numberOf),
    changing: changingOf(result, ids, numberOf),
    told: result.command === 'coverage' ? ids.indexOf(story.map?.subject ?? '') : -1,
    pairs: content.pairs ? pairsData(result) : [],
    shared: splits.flatMap(({ b, units }) =>
      units.flatMap(({ code }) => {
        const unit = numberOf.get(`${b.id} ${code}`);
        return unit === undefined ? [] : [[ids.indexOf(b.id), unit] as const];
      }),
    ),
  };
}

/** The unit that the map is fitted to, where the story names one that is drawn. */
function placeOf(
  { map }: Story,
  layers: readonly string[],
  numberOf: ReadonlyMap<string, number>,
): PageData['place'] {
  if (map === null || map.place === null) return null;
  const { layer, code } = map.place;
  const unit = numberOf.get(`${layer} ${code}`);
  return unit === undefined ? null : [layers.indexOf(layer), unit];
}

/** The units that proposals change, where a map shows them. */
function changingOf(
  result: Result,
  layers: readonly string[],
  numberOf: ReadonlyMap<string, number>,
): PageData['changing'] {
  const changing = result.command === 'scenario' ? changingUnits(result) : null;
  if (changing === null || result.map === undefined) return null;
  const { layer, codes } = changing;
  return [layers.indexOf(layer), [...codes].flatMap((code) => numberOf.get(`${layer} ${code}`) ?? [])];
}

/** Number of each unit of the page, by layer and code; none of a layer that is too dense to be drawn. */
const unitNumbers = (result: Result): Map<string, number> =>
  new Map(
    pageLayers(result).flatMap(({ id, tooDense, units }) =>
      tooDense === true ? [] : units.map(({ code }, u) => [`${id} ${code}`, u] as const),
    ),
  );

/** Arcs and layers of the map. */
function mapData(result: Result, story: Story): Pick<PageData, 'arcs' | 'layers'> {
  const { map } = result;
  const styles = layerStyles(result, story.map);
  const order = orderOfArcs(map?.arcs ?? []);
  const place = new Int32Array(order.length);
  order.forEach((k, at) => (place[k] = at));
  const moved = (k: number): number => (k < 0 ? ~place[~k]! : place[k]!);
  return {
    arcs: encodeArcs(order.map((k) => map!.arcs[k]!)),
    layers: pageLayers(result).map(({ id, tooDense, units: all }, l) => {
      const record = result.layers.find((layer) => layer.id === id)!;
      const { many, one } = record;
      const units = tooDense === true ? [] : all;
      return {
        id,
        many,
        one,
        style: styles[l] ?? l,
        codes: encodeTexts(units.map(({ code }) => code)),
        names: encodeTexts(units.map(({ name }) => name)),
        polygons: encodePolygons(
          units.map(({ polygons }) => polygons.map((rings) => rings.map((ring) => ring.map(moved)))),
        ),
      };
    }),
  };
}

/** Pairs of units of two layers that are both drawn. */
function pairsData(result: Result): PairsData[] {
  const neighbourhoods = neighbourhoodLayers(result);
  const numberOf = unitNumbers(result);
  const known = pageLayers(result);
  const layerNumber = (id: string): number =>
    known.findIndex((layer) => layer.id === id && layer.tooDense !== true);
  return pairLists(result).flatMap((list): PairsData[] => {
    const [a, b] = [layerNumber(list.a.id), layerNumber(list.b.id)];
    if (a < 0 || b < 0) return [];
    return [
      {
        a,
        b,
        overlapping: neighbourhoods.has(list.a.id) ? a : neighbourhoods.has(list.b.id) ? b : -1,
        measures: list.measures,
        rows: encodePairs(
          list.rows.map((row) => [
            numberOf.get(`${list.a.id} ${row.a}`)!,
            numberOf.get(`${list.b.id} ${row.b}`)!,
            row.relation,
            row.hectares,
            row.people,
          ]),
        ),
      },
    ];
  });
}

/** The shape of a row on the grid of a page. */
export function shapeData(result: Result, shape: DrawnShape, grid: StepGrid): ShapeData {
  return {
    table: shape.table,
    row: shape.row,
    form: shape.geometry.type === 'LineString' ? 'line' : 'area',
    title: shapeTitle(result, shape, shape.row),
    lines: encodeLines(shapeLines(shape.geometry, grid)),
  };
}

/** A grid for shapes where there is no map. */
export function gridOf(shapes: readonly ShapeRecord[]): StepGrid {
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
    columns: table.columns.map((column, i): ColumnData => {
      const { kind, decimals, words } = column;
      const cells = table.rows.slice(0, MOST_ROWS).map((row) => row[i] ?? null);
      const places = displayDecimals(cells, column);
      const told = words === undefined || Object.keys(words).length === 0;
      return told ? [kind, decimals, places] : [kind, decimals, places, words];
    }),
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
