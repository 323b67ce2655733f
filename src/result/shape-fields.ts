/**
 * Shapes as they are written: figures rounded as in their table, positions to seven places of a degree.
 */
import type { Result } from './result.js';
import type { ShapeGeometry, ShapeRecord } from './shape-record.js';
import type { Cell } from './table.js';
import { isFigure } from './format-cell.js';
import { roundNumber } from './format-number.js';

/** Places of a degree: about a centimetre. */
const DEGREE_PLACES = 7;

/** The shapes of a result; none where its command draws none. */
export function writtenShapes(result: Result): ShapeRecord[] {
  return (result.shapes ?? []).map(({ table, properties, geometry }) => {
    const columns = result.tables.find(({ name }) => name === table)?.columns ?? [];
    const rounded = Object.entries(properties).map(([heading, cell]): [string, Cell] => {
      const column = columns.find((candidate) => candidate.heading === heading);
      const isRounded = typeof cell === 'number' && column !== undefined && isFigure(column);
      return [heading, isRounded ? roundNumber(cell, column.decimals) : cell];
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
