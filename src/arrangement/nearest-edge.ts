/**
 * How far it is from a position to the nearest of some edges.
 *
 *     ┌───┬───┬───┐
 *     │ 1 │ 1 │ 1 │      cells around the position's own (0) are looked at ring by ring, until no further cell
 *     ├───┼───┼───┤      can hold anything nearer than what was found
 *     │ 1 │ 0 │ 1 │
 *     └───┴───┴───┘
 */
import { listByDenseCell, type DenseCells } from './dense-cells.js';
import { edgeLength } from './ellipsoid.js';
import { valueX, valueY, type Lattice } from './lattice.js';
import type { PlanarEdges } from './planar-edges.js';

/** Metres from a lattice position to the nearest edge; Infinity where there is no edge. */
export type DistanceToEdge = (x: number, y: number) => number;

/** Prepares distances to the given edges. Around a position the sheet is taken for flat, with its local scale. */
export function makeDistanceToEdge(edges: PlanarEdges, subset: Int32Array): DistanceToEdge {
  if (subset.length === 0) return () => Infinity;
  const cells = listByDenseCell(edges, subset, subset.length);
  return (x, y) => distance(edges, cells, x, y);
}

function distance(edges: PlanarEdges, cells: DenseCells, x: number, y: number): number {
  const { grid, start, edge } = cells;
  const { lattice } = edges;
  const [scaleX, scaleY] = metresPerStep(lattice, y);
  const ownColumn = Math.floor((x - grid.minX) / grid.cellSize);
  const ownRow = Math.floor((y - grid.minY) / grid.cellSize);
  const perRing = grid.cellSize * Math.min(scaleX, scaleY);
  const foot = { squared: Infinity, x: NaN, y: NaN };
  const lookAt = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return;
    const cell = row * grid.columns + column;
    for (let i = start[cell]!; i < start[cell + 1]!; i++)
      tryEdge(edges, edge[i]!, x, y, scaleX, scaleY, foot);
  };
  const firstRing = Math.max(0, -ownColumn, -ownRow, ownColumn - grid.columns + 1, ownRow - grid.rows + 1);
  const lastRing = Math.max(ownColumn, ownRow, grid.columns - 1 - ownColumn, grid.rows - 1 - ownRow);
  for (let ring = firstRing; ring <= lastRing; ring++) {
    if (foot.squared <= ((ring - 1) * perRing) ** 2) break;
    const west = Math.max(0, ownColumn - ring);
    const east = Math.min(grid.columns - 1, ownColumn + ring);
    for (let column = west; column <= east; column++) {
      lookAt(column, ownRow - ring);
      if (ring > 0) lookAt(column, ownRow + ring);
    }
    const south = Math.max(0, ownRow - ring + 1);
    const north = Math.min(grid.rows - 1, ownRow + ring - 1);
    for (let row = south; row <= north; row++) {
      lookAt(ownColumn - ring, row);
      lookAt(ownColumn + ring, row);
    }
  }
  if (lattice.model === 'planar') return Math.sqrt(foot.squared);
  return edgeLength(valueX(lattice, x), valueY(lattice, y), valueX(lattice, foot.x), valueY(lattice, foot.y));
}

/**
 * Keeps the nearest point of an edge if it is nearer than what was found, in metres of the local scale. Edges are
 * taken from their western (else southern) end and equals by position, so that their order does not matter.
 */
function tryEdge(
  { from, to, nodeX, nodeY }: PlanarEdges,
  edge: number,
  x: number,
  y: number,
  scaleX: number,
  scaleY: number,
  foot: { squared: number; x: number; y: number },
): void {
  let [a, b] = [from[edge]!, to[edge]!];
  if ((nodeX[a]! - nodeX[b]! || nodeY[a]! - nodeY[b]!) > 0) [a, b] = [b, a];
  const ux = (nodeX[b]! - nodeX[a]!) * scaleX;
  const uy = (nodeY[b]! - nodeY[a]!) * scaleY;
  const px = (x - nodeX[a]!) * scaleX;
  const py = (y - nodeY[a]!) * scaleY;
  const along = Math.min(1, Math.max(0, (px * ux + py * uy) / (ux * ux + uy * uy)));
  const squared = (px - along * ux) ** 2 + (py - along * uy) ** 2;
  if (squared > foot.squared) return;
  const footX = nodeX[a]! + along * (nodeX[b]! - nodeX[a]!);
  const footY = nodeY[a]! + along * (nodeY[b]! - nodeY[a]!);
  if (squared === foot.squared && (footX - foot.x || footY - foot.y) >= 0) return;
  foot.squared = squared;
  foot.x = footX;
  foot.y = footY;
}

/** Degrees over which the local scale is taken. */
const SPAN = 0.01;

/** Metres of one step in x and in y at a height. */
export function metresPerStep(lattice: Lattice, y: number): readonly [number, number] {
  if (lattice.model === 'planar') return [1 / lattice.stepsPerUnit, 1 / lattice.stepsPerUnit];
  const latitude = valueY(lattice, y);
  const steps = SPAN * lattice.stepsPerUnit;
  return [
    edgeLength(0, latitude, SPAN, latitude) / steps,
    edgeLength(0, latitude - SPAN / 2, 0, latitude + SPAN / 2) / steps,
  ];
}
