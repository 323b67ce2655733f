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
import { CHECKED, isWithin } from './checks';
import { Grid } from './cells';
import { cellEdge, cellStart } from './dense-cells';
import { highEnd, lowEnd } from './edges';
import { at, put, takeArray } from './memory';
import { nodeX, nodeY } from './nodes';
import { lastCrossed } from './walks';

/** All that lies outside everything. */
const OUTSIDE: i32 = 0;

let grid = changetype<Grid>(0);
/** Face on the left of each half-edge. */
let leftFace: usize = 0;
/** Face at the lower left corner of each cell. */
let cornerFace: usize = 0;

/** Finds the face at the corner of every cell. */
export function startLocating(cells: Grid, faceOfHalf: usize): void {
  grid = cells;
  leftFace = faceOfHalf;
  const columns = grid.columns;
  cornerFace = takeArray(columns * grid.rows);
  for (let row = 0; row < grid.rows; row++) {
    const y = grid.minY + <f64>row * grid.cellSize;
    put(cornerFace, row * columns, OUTSIDE);
    for (let column = 1; column < columns; column++) {
      // An edge through the corner itself is listed in the cell it belongs to, the others in the one before.
      const cell = row * columns + column;
      const first = at(cellStart, cell - 1);
      const end = at(cellStart, cell + 1);
      const x = grid.minX + <f64>column * grid.cellSize;
      const crossed = first == end ? -1 : lastCrossed(false, y, x - grid.cellSize, x, cellEdge, first, end);
      put(cornerFace, cell, crossed == -1 ? at(cornerFace, cell - 1) : faceEastOf(crossed));
    }
  }
}

/**
 * Writes the face of each of some points, given as x, y in lattice steps (whole numbers): the outside for points
 * outside everything, and for those whose position is not a number.
 */
export function locate(points: usize, count: i32, faces: usize): void {
  for (let i = 0; i < count; i++) {
    const point = points + ((<usize>i) << 4);
    if (CHECKED) assert(isWithin(points, point, 16), 'a point is read beside its array');
    put(faces, i, faceAt(load<f64>(point), load<f64>(point, 8)));
  }
}

/**
 * Writes for each of some points, given as `locate` takes them, whether an edge may run within one step of it: 0 for a
 * point that certainly lies inside its face, and for one whose position is not a number.
 */
export function findNearEdges(points: usize, count: i32, near: usize): void {
  for (let i = 0; i < count; i++) {
    const point = points + ((<usize>i) << 4);
    if (CHECKED) assert(isWithin(points, point, 16), 'a point is read beside its array');
    put(near, i, <i32>mayTouch(load<f64>(point), load<f64>(point, 8)));
  }
}

function mayTouch(x: f64, y: f64): bool {
  const fromWest = Math.floor((x - grid.minX) / grid.cellSize);
  const fromSouth = Math.floor((y - grid.minY) / grid.cellSize);
  const left = grid.minX + fromWest * grid.cellSize;
  const bottom = grid.minY + fromSouth * grid.cellSize;
  const isInner =
    x > left + 1 && x < left + grid.cellSize - 1 && y > bottom + 1 && y < bottom + grid.cellSize - 1;
  const inside =
    fromWest >= 0 && fromSouth >= 0 && fromWest < <f64>grid.columns && fromSouth < <f64>grid.rows;
  // Beside the border of a cell the edges of the next one count too.
  if (!isInner) return x == x && y == y;
  if (!inside) return false;
  const cell = <i32>fromSouth * grid.columns + <i32>fromWest;
  const end = at(cellStart, cell + 1);
  for (let entry = at(cellStart, cell); entry < end; entry++) {
    const edge = at(cellEdge, entry);
    const low = lowEnd(edge);
    const high = highEnd(edge);
    if (
      x >= min<f64>(nodeX(low), nodeX(high)) - 1 &&
      x <= max<f64>(nodeX(low), nodeX(high)) + 1 &&
      y >= min<f64>(nodeY(low), nodeY(high)) - 1 &&
      y <= max<f64>(nodeY(low), nodeY(high)) + 1
    )
      return true;
  }
  return false;
}

function faceAt(x: f64, y: f64): i32 {
  const fromWest = Math.floor((x - grid.minX) / grid.cellSize);
  const fromSouth = Math.floor((y - grid.minY) / grid.cellSize);
  const inside =
    fromWest >= 0 && fromSouth >= 0 && fromWest < <f64>grid.columns && fromSouth < <f64>grid.rows;
  if (!inside) return OUTSIDE;
  const cell = <i32>fromSouth * grid.columns + <i32>fromWest;
  const first = at(cellStart, cell);
  const end = at(cellStart, cell + 1);
  if (first == end) return at(cornerFace, cell);
  const left = grid.minX + fromWest * grid.cellSize;
  const bottom = grid.minY + fromSouth * grid.cellSize;
  const east = lastCrossed(false, y, left, x, cellEdge, first, end);
  if (east != -1) return faceEastOf(east);
  const north = lastCrossed(true, left, bottom, y, cellEdge, first, end);
  return north == -1 ? at(cornerFace, cell) : faceNorthOf(north);
}

/** The half-edge that runs south has the east on its left. */
function faceEastOf(edge: i32): i32 {
  const rises = nodeY(lowEnd(edge)) < nodeY(highEnd(edge));
  return at(leftFace, 2 * edge + <i32>rises);
}

/** The half-edge that runs east has the north on its left. */
function faceNorthOf(edge: i32): i32 {
  const runsEast = nodeX(lowEnd(edge)) < nodeX(highEnd(edge));
  return at(leftFace, 2 * edge + <i32>!runsEast);
}
