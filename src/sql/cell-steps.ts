/**
 * Shapes cut at the lines of a grid, so that a point is compared with the one or few pieces of its own cell: an engine
 * joins people and pieces by equal numbers, which every engine can do in parts, and looks at no shape where one covers the
 * whole cell.
 *
 *     ┌──┬──┬──┐     a point is in the cell that it lies in, or on whose western or southern line; the pieces of a cell
 *     │a │aa│ab│     reach a little over its lines, so that all land within a step of the lattice of its points is there.
 *     └──┴──┴──┘     Cells and what they reach are powers of two of a degree, which numbers of a computer hold exactly
 *
 * Large shapes are cut in turns, coarse cells first: each turn then has short rings to cut.
 */
import type { Dialect } from './dialect.js';
import type { Step } from './step.js';

/** Cells to a degree, turn after turn. */
const TURNS = [2, 8, 32] as const;

/** Cells to a degree in which people meet shapes: 3.5 km from south to north. */
const CELLS: number = TURNS[TURNS.length - 1]!;

/** Degrees by which a piece reaches over the lines of its cell, 2⁻²²: more than two steps of the lattice. */
const REACH = 2 ** -22;

/** The number of the cell, along one axis, that a degree lies in. */
export const cellOf = (degrees: string): string => inCells(degrees, CELLS);

/**
 * The step ct_cell: pieces of the shapes of `query`, which has the columns shape (a number), layers (how many layers have
 * land there) and geom. `areApart` says that no two shapes have land in common.
 */
export const cellSteps = (query: string, areApart: boolean, dialect: Dialect): Step[] => [
  ...TURNS.map((cells, turn) => ({
    name: `ct_cut_${String(cells)}`,
    row: `a shape in a cell of 1/${String(cells)} degree`,
    query: cut(turn === 0 ? query : `ct_cut_${String(TURNS[turn - 1])}`, turn, dialect),
  })),
  {
    name: 'ct_cell',
    row: 'a piece; is_whole where it covers the cell, is_shore where land of fewer layers, or none, may lie in the cell',
    isJoined: true,
    query: `SELECT shape, layers, cx, cy, geom, ST_Area(geom) = ${String(WHOLE)} AS is_whole, ${areApart ? IS_SHORE : `ST_Area(geom) <> ${String(WHOLE)}`} AS is_shore
FROM ct_cut_${String(CELLS)}`,
  },
];

/** Square degrees of a cell with what it reaches, which numbers of a computer hold exactly. */
const WHOLE = (1 / CELLS + 2 * REACH) ** 2;

/** Whether the pieces of a cell are of several numbers of layers, or leave a part of it free. */
const IS_SHORE = `(min(layers) OVER (PARTITION BY cx, cy) < max(layers) OVER (PARTITION BY cx, cy)
  OR sum(ST_Area(geom)) OVER (PARTITION BY cx, cy) < ${String(WHOLE * (1 - 1e-12))})`;

/** The pieces of one turn: those of the turn before stay within its cells. */
function cut(from: string, turn: number, dialect: Dialect): string {
  const cells = TURNS[turn]!;
  const degrees = (cell: string, reach: number): string =>
    `cast(${cell} AS ${dialect.numberType}) / ${String(cells)} ${reach < 0 ? '-' : '+'} ${String(REACH)}`;
  const box = dialect.box(degrees('cx', -1), degrees('cy', -1), degrees('cx + 1', 1), degrees('cy + 1', 1));
  const ends = (['x', 'y'] as const).flatMap((axis) => {
    const of = `ST_${axis.toUpperCase()}`;
    const [first, last] = [
      inCells(`(${of}Min(geom) - ${String(REACH)})`, cells),
      inCells(`(${of}Max(geom) + ${String(REACH)})`, cells),
    ];
    if (turn === 0) return [`${first} AS ${axis}0`, `${last} AS ${axis}1`];
    const times = cells / TURNS[turn - 1]!;
    return [
      `greatest(${first}, c${axis} * ${String(times)}) AS ${axis}0`,
      `least(${last}, c${axis} * ${String(times)} + ${String(times - 1)}) AS ${axis}1`,
    ];
  });
  return `SELECT shape, layers, cx, cy, geom
FROM (SELECT shape, layers, cx, cy, CASE WHEN x0 = x1 AND y0 = y1 THEN geom ELSE ${dialect.polygonsOf(`ST_Intersection(geom, ${box})`)} END AS geom
  FROM (SELECT *, ${dialect.series('y0', 'y1')} AS cy FROM (SELECT *, ${dialect.series('x0', 'x1')} AS cx
    FROM (SELECT shape, layers, geom, ${ends.join(',\n      ')}
      FROM ${turn === 0 ? `(${from})` : from} AS shapes) AS boxed) AS strips) AS cells) AS pieces
WHERE NOT ST_IsEmpty(geom)`;
}

const inCells = (degrees: string, cells: number): string =>
  `cast(floor(${degrees} * ${String(cells)}) AS int)`;
