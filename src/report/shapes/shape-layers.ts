/**
 * The shapes of a result by table, as formats want them that hold layers of one kind with typed columns.
 */
import type { Result } from '../../result/result.js';
import type { ShapeGeometry } from '../../result/shape-record.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { finishShapes, type FinishedShape } from '../../result/finished-shapes.js';
import { LABEL_HEADINGS, shapesOf } from './shapes-of-result.js';

/** What all geometries of a layer are of; `Geometry` where they are mixed. */
export type LayerGeometry = 'MultiPolygon' | 'LineString' | 'Geometry';

/** A table with shapes: its rows are those that have one, in their order. */
export interface ShapeLayer {
  readonly table: Table;
  readonly shapes: readonly FinishedShape[];
  readonly geometry: LayerGeometry;
}

/** One layer for each table of which any row has a shape. Throws an InputError for a result without shapes. */
export function shapeLayers(result: Result): ShapeLayer[] {
  const finished = finishShapes(shapesOf(result));
  return result.tables.flatMap((table): ShapeLayer[] => {
    const shapes = finished.filter((shape) => shape.table === table.name);
    if (shapes.length === 0) return [];
    const rows = shapes.map(({ properties, label }): Cell[] => [
      ...table.columns.map(({ heading }) => properties[heading] ?? null),
      ...label,
    ]);
    return [{ table: withLabels(table, rows), shapes, geometry: geometryOf(shapes) }];
  });
}

/** The layer of a table of which no row has a shape. */
export const layerWithoutRows = (table: Table): ShapeLayer => ({
  table: withLabels(table, []),
  shapes: [],
  geometry: 'MultiPolygon',
});

const withLabels = (table: Table, rows: readonly Cell[][]): Table => ({
  ...table,
  columns: [...table.columns, ...labelColumns],
  rows,
});

const labelColumns = LABEL_HEADINGS.map((heading, i): Column => ({
  heading,
  title: heading.replace('_', ' '),
  kind: 'degrees',
  decimals: 7,
  description: `${i === 0 ? 'Longitude' : 'Latitude'} of a point on the largest part, for a label`,
  about: {},
}));

function geometryOf(shapes: readonly FinishedShape[]): LayerGeometry {
  const isLine = ({ geometry }: FinishedShape): boolean => geometry.type === 'LineString';
  if (shapes.every(isLine)) return 'LineString';
  return shapes.some(isLine) ? 'Geometry' : 'MultiPolygon';
}

/** A geometry in the form of its layer: a polygon among those of several parts is one of one part. */
export const inLayer = (geometry: ShapeGeometry, form: LayerGeometry): ShapeGeometry =>
  geometry.type === 'Polygon' && form === 'MultiPolygon'
    ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    : geometry;
