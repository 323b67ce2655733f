/**
 * Shapes of a result rounded: figures as in their table, positions to seven places of a degree.
 */
import type { ShapeGeometry, ShapeRecord } from './shape-record.js';
import type { Cell, Table } from './table.js';
import { roundNumber } from './format-number.js';
import { roundCell } from './round-table.js';

/** Places of a degree: about a centimetre. */
export const DEGREE_PLACES = 7;

/** The shapes, whose rows are of the tables. */
export function roundShapes(shapes: readonly ShapeRecord[], tables: readonly Table[]): ShapeRecord[] {
  return shapes.map(({ table, properties, geometry }) => {
    const columns = tables.find(({ name }) => name === table)?.columns ?? [];
    const rounded = Object.entries(properties).map(([heading, cell]): [string, Cell] => {
      const column = columns.find((candidate) => candidate.heading === heading);
      return [heading, column === undefined ? cell : roundCell(cell, column)];
    });
    return { table, properties: Object.fromEntries(rounded), geometry: roundedGeometry(geometry) };
  });
}

function roundedGeometry(geometry: ShapeGeometry): ShapeGeometry {
  type Position = readonly [number, number];
  const position = ([x, y]: Position): Position => [
    roundNumber(x, DEGREE_PLACES),
    roundNumber(y, DEGREE_PLACES),
  ];
  const line = (positions: readonly Position[]): Position[] => positions.map(position);
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map(line)),
      };
  }
}
