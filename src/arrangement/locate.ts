/**
 * Which face a point lies on.
 *
 *     ┌───────────┐
 *     │ C ───▶ P  │      A grid lies over the sheet, and the face at the lower left corner S of every cell is known.
 *     │ ▲    ╱    │      From there one walks north to C and east to P, looking at the edges of that cell only:
 *     │ │   ╱     │      the last edge crossed tells the face, and if there is none P lies where S does.
 *     S───────────┘
 *
 * Exact for every lattice point. One on an edge lies on the face to the east of that edge, on an edge that runs due
 * east on the face to the north, on a node on the face just east of it, in the north where an edge runs due east.
 * So each point is on one face, and a point of a border between two units in one of them, however it was drawn.
 */
import type { Arrangement } from './arrangement.js';
import { listByDenseCell, type DenseCells } from './dense-cells.js';
import { OUTSIDE_FACE } from './faces.js';
import { lastCrossed } from './last-crossed.js';
import { stepX, stepY } from './lattice.js';

/** Everything needed to locate points; built once for an arrangement. */
export interface Locator {
  readonly arrangement: Arrangement;
  readonly cells: DenseCells;
  /** Face at the lower left corner of each cell. */
  readonly cornerFace: Int32Array;
}

const CELLS_PER_EDGE = 4;

/** Lists edges by cell and finds the face at the corner of every cell. */
export function buildLocator(arrangement: Arrangement): Locator {
  const { edges } = arrangement;
  const cells = listByDenseCell(edges, null, edges.from.length * CELLS_PER_EDGE);
  const { grid, start, edge } = cells;
  const { columns, rows, cellSize } = grid;
  const cornerFace = new Int32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const y = grid.minY + row * cellSize;
    cornerFace[row * columns] = OUTSIDE_FACE;
    for (let cell = row * columns + 1; cell < (row + 1) * columns; cell++) {
      const first = start[cell - 1]!;
      const end = start[cell + 1]!;
      const x = grid.minX + (cell - row * columns) * cellSize;
      // An edge through the corner itself is listed in the cell it belongs to, the others in the one before.
      const crossed =
        first === end ? -1 : lastCrossed(edges, 'east', y, x - cellSize, x, edge, first, end, -1);
      cornerFace[cell] = crossed === -1 ? cornerFace[cell - 1]! : faceEastOf(arrangement, crossed);
    }
  }
  return { arrangement, cells, cornerFace };
}

/**
 * The face of each of the first `count` points, given in lattice steps (whole numbers); OUTSIDE_FACE for points
 * outside everything, and for those whose position is not a number.
 */
export function locatePoints(
  locator: Locator,
  x: Float64Array | Int32Array,
  y: Float64Array | Int32Array,
  count: number = x.length,
): Int32Array {
  const faces = new Int32Array(count);
  for (let i = 0; i < count; i++) faces[i] = locatePoint(locator, x[i]!, y[i]!);
  return faces;
}

/** The face of each position (x, y after one another, in degrees or metres), rounded to the lattice. */
export function locatePositions(locator: Locator, positions: Float64Array): Int32Array {
  const { lattice } = locator.arrangement.edges;
  const faces = new Int32Array(positions.length >> 1);
  for (let i = 0; i < faces.length; i++) {
    faces[i] = locatePoint(locator, stepX(lattice, positions[2 * i]!), stepY(lattice, positions[2 * i + 1]!));
  }
  return faces;
}

function locatePoint({ arrangement, cells, cornerFace }: Locator, x: number, y: number): number {
  const { grid, start, edge } = cells;
  const column = Math.floor((x - grid.minX) / grid.cellSize);
  const row = Math.floor((y - grid.minY) / grid.cellSize);
  if (!(column >= 0 && row >= 0 && column < grid.columns && row < grid.rows)) return OUTSIDE_FACE;
  const cell = row * grid.columns + column;
  const first = start[cell]!;
  const end = start[cell + 1]!;
  if (first === end) return cornerFace[cell]!;
  const left = grid.minX + column * grid.cellSize;
  const bottom = grid.minY + row * grid.cellSize;
  const east = lastCrossed(arrangement.edges, 'east', y, left, x, edge, first, end, -1);
  if (east !== -1) return faceEastOf(arrangement, east);
  const north = lastCrossed(arrangement.edges, 'north', left, bottom, y, edge, first, end, -1);
  return north === -1 ? cornerFace[cell]! : faceNorthOf(arrangement, north);
}

/** The half-edge that runs south has the east on its left. */
function faceEastOf({ edges, faces }: Arrangement, edge: number): number {
  const rises = edges.nodeY[edges.from[edge]!]! < edges.nodeY[edges.to[edge]!]!;
  return faces.ofHalfEdge[rises ? 2 * edge + 1 : 2 * edge]!;
}

/** The half-edge that runs east has the north on its left. */
function faceNorthOf({ edges, faces }: Arrangement, edge: number): number {
  const runsEast = edges.nodeX[edges.from[edge]!]! < edges.nodeX[edges.to[edge]!]!;
  return faces.ofHalfEdge[runsEast ? 2 * edge : 2 * edge + 1]!;
}
