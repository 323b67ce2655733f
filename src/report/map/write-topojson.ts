/**
 * Units and shapes of a result as TopoJSON: one object a layer, one for each table that has shapes, results as
 * properties. Neighbours share arcs, simplified as on the map.
 */
import { columnAbout } from '../../result/find-column.js';
import { shapesOfMaps } from '../drawn-shapes.js';
import type { MapRecord } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import type { ShapeGeometry } from '../../result/shape-record.js';
import type { Cell, Table } from '../../result/table.js';
import { InputError } from '../../trouble/input-error.js';

type Properties = Readonly<Record<string, Cell>>;

/** The topology as text that ends with a line feed. Throws InputError where the result has no map. */
export function writeTopojson(result: Result): string {
  const { map } = result;
  if (map === undefined) {
    throw new InputError({
      id: 'no-map-to-draw',
      message: `this result of ${result.command} has no map`,
      hint: 'Give layers with shapes; a saved result has the map of the run that wrote it',
    });
  }
  const arcs = map.arcs.map(pairsOf);
  const layers = map.layers.map(({ id, units }) => {
    const results = resultsOf(result, id);
    return [
      id,
      collection(
        units.map(({ code, name, polygons }) => ({
          ...(polygons.length === 0
            ? { type: null }
            : polygons.length === 1
              ? { type: 'Polygon', arcs: polygons[0]! }
              : { type: 'MultiPolygon', arcs: polygons }),
          id: code,
          properties: { code, name, ...results.get(code) },
        })),
      ),
    ] as const;
  });
  const shapes = shapesOfMaps(result);
  const tables = [...new Set(shapes.map(({ table }) => table))].map(
    (table) =>
      [
        table,
        collection(
          shapes
            .filter((shape) => shape.table === table)
            .map(({ properties, geometry }) => ({ ...addGeometry(geometry, map, arcs), properties })),
        ),
      ] as const,
  );
  const topology = {
    type: 'Topology',
    transform: { scale: [map.step, map.step], translate: [map.west, map.south] },
    objects: Object.fromEntries([...layers, ...tables]),
    arcs,
  };
  return `${JSON.stringify(topology)}\n`;
}

const collection = (geometries: readonly object[]): object => ({ type: 'GeometryCollection', geometries });

/** x and y in turn become pairs. */
const pairsOf = (flat: readonly number[]): number[][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);

/** Cells of the rows that stand for a unit of the layer, by code: of tables whose first column is its code, each unit once. */
function resultsOf(result: Result, layer: string): Map<string, Properties> {
  const found = new Map<string, Properties>();
  for (const table of result.tables) {
    if (columnAbout(table, { role: 'unit', kind: 'code', layer }) !== 0) continue;
    const codes = table.rows.map((row) => String(row[0]));
    if (new Set(codes).size !== codes.length) continue;
    table.rows.forEach((row, r) =>
      found.set(codes[r]!, { ...propertiesOf(table, row), ...found.get(codes[r]!) }),
    );
  }
  return found;
}

function propertiesOf({ columns }: Table, row: readonly Cell[]): Properties {
  return Object.fromEntries(
    columns.flatMap((column, i): [string, Cell][] => {
      const cell = row[i] ?? null;
      if (i < 2 || cell === null) return [];
      return [[column.heading, cell]];
    }),
  );
}

/** Adds the lines of a geometry to the arcs, on the grid of the map, and gives the geometry of arcs. */
function addGeometry(geometry: ShapeGeometry, map: MapRecord, arcs: number[][][]): object {
  const add = (line: readonly (readonly [number, number])[]): number[] => {
    let [x, y] = [0, 0];
    const steps = line.map(([longitude, latitude]) => {
      const [nextX, nextY] = [
        Math.round((longitude - map.west) / map.step),
        Math.round((latitude - map.south) / map.step),
      ];
      const step = [nextX - x, nextY - y];
      [x, y] = [nextX, nextY];
      return step;
    });
    return [arcs.push(steps) - 1];
  };
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', arcs: add(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', arcs: geometry.coordinates.map(add) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', arcs: geometry.coordinates.map((polygon) => polygon.map(add)) };
  }
}
