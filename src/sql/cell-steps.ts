/**
 * Shapes cut at the lines of a grid, so that a point is compared with the one or few pieces of its own cell: an engine
 * joins people and pieces by equal numbers, which every engine can do in parts, and looks at no shape where one covers the
 * whole cell.
 *
 *     ┌──┬──┬──┐     a cell holds what lies in it, and its western and southern lines; cells are powers of two of a
 *     │a │aa│ab│     degree, which numbers of a computer hold exactly
 *     └──┴──┴──┘
 *
 * Large shapes are cut in turns, coarse cells first: each turn then has short rings to cut.
 */
import type { Dialect } from './dialect.js';
import type { Step } from './step.js';

/** Cells to a degree, turn after turn. */
const TURNS = [2, 8, 32] as const;

/** Cells to a degree in which people meet shapes: 3.5 km from south to north. */
const CELLS: number = TURNS[TURNS.length - 1]!;

/** The number of the cell, along one axis, that a degree lies in. */
export const cellOf = (degrees: string): string => inCells(degrees, CELLS);

/** The step ct_cell: pieces of the shapes of `query`, which has the columns shape (a number) and geom. */
export const cellSteps = (query: string, dialect: Dialect): Step[] =>
  TURNS.map((cells, turn) => {
    const isLast = turn === TURNS.length - 1;
    return {
      name: isLast ? 'ct_cell' : `ct_cut_${String(cells)}`,
      row: isLast
        ? `a shape in a cell of 1/${String(cells)} degree; is_whole where it covers the cell`
        : `a shape in a cell of 1/${String(cells)} degree`,
      isJoined: true,
      query: cut(
        turn === 0 ? query : `SELECT shape, geom FROM ct_cut_${String(TURNS[turn - 1])}`,
        cells,
        dialect,
      ),
    };
  });

function cut(query: string, cells: number, dialect: Dialect): string {
  const degrees = (cell: string): string => `cast(${cell} AS ${dialect.numberType}) / ${String(cells)}`;
  const cell = dialect.box(degrees('cx'), degrees('cy'), degrees('cx + 1'), degrees('cy + 1'));
  return `SELECT shape, cx, cy, geom, ST_Area(geom) = ${String(1 / (cells * cells))} AS is_whole
FROM (SELECT shape, cx, cy, CASE WHEN x0 = x1 AND y0 = y1 THEN geom ELSE ${dialect.polygonsOf(`ST_Intersection(geom, ${cell})`)} END AS geom
  FROM (SELECT *, ${dialect.series('y0', 'y1')} AS cy FROM (SELECT *, ${dialect.series('x0', 'x1')} AS cx
    FROM (SELECT shape, geom, ${inCells('ST_XMin(geom)', cells)} AS x0, ${inCells('ST_XMax(geom)', cells)} AS x1,
      ${inCells('ST_YMin(geom)', cells)} AS y0, ${inCells('ST_YMax(geom)', cells)} AS y1
      FROM (${query}) AS shapes) AS boxed) AS strips) AS cells) AS pieces
WHERE NOT ST_IsEmpty(geom)`;
}

const inCells = (degrees: string, cells: number): string =>
  `cast(floor(${degrees} * ${String(cells)}) AS int)`;
