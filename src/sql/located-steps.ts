/**
 * People on points, placed on shapes: faces that were handed out, or patches. A point is rounded to the lattice of 1e-7
 * degree, and lies where the spot just east of it lies, so that one on a border is in one of the two, the same as in the
 * command. One whose eastern side is outside all shapes, as on a coast, is on the first shape that it touches. Who a row
 * of people is, is said by its point: nobody is numbered, since that would put all rows in one line.
 */
import { cellOf, cellSteps } from './cell-steps.js';
import type { Dialect } from './dialect.js';
import type { PeopleSource } from './sources.js';
import type { Step } from './step.js';

/** A tenth of a step of the lattice to the east, and so little to the north that only edges due east are left behind. */
const [EAST, NORTH] = ['1e-8', '1e-14'];

/**
 * The steps that make ct_located: people (and rows) of a point on a shape. `shapes` is a query with the columns shape (a
 * number) and geom. Where `keepsPoints` is false, people well inside a shape are added up and have no point.
 */
export function locatedSteps(
  { table, people, geometry }: PeopleSource,
  shapes: string,
  keepsPoints: boolean,
  dialect: Dialect,
): Step[] {
  const degrees = (of: string): string =>
    `cast(floor(${of}(${geometry}) * 1e7 + 0.5) AS ${dialect.numberType}) / 1e7`;
  const kept = (axis: string): string =>
    keepsPoints ? axis : `CASE WHEN is_clear THEN NULL ELSE ${axis} END`;
  return [
    ...cellSteps(shapes, dialect),
    {
      name: 'ct_touched',
      row: `people of a point on a shape that it lies on or touches${keepsPoints ? '' : '; together, without a point, where they are clear of its border'}`,
      isJoined: true,
      query: `SELECT shape, ${kept('x')} AS x, ${kept('y')} AS y, is_there, sum(people) AS people, count(*) AS n
FROM (SELECT shape, x, y, people, is_clear, CASE WHEN is_clear OR ST_Contains(piece, ${dialect.point(`x + ${EAST}`, `y + ${NORTH}`)}) THEN 1 ELSE 0 END AS is_there
  FROM (SELECT c.shape, p.x, p.y, p.people, c.geom AS piece, c.is_whole OR ST_Contains(c.geom, p.geom) AS is_clear
    FROM (SELECT x, y, people, ${dialect.point('x', 'y')} AS geom, ${cellOf('x')} AS cx, ${cellOf('y')} AS cy
      FROM (SELECT ${degrees('ST_X')} AS x, ${degrees('ST_Y')} AS y, cast(${people} AS ${dialect.numberType}) AS people FROM ${table}) AS rounded) AS p
    JOIN ct_cell c ON c.cx = p.cx AND c.cy = p.cy AND (c.is_whole OR ST_Intersects(c.geom, p.geom))) AS met) AS judged
GROUP BY shape, ${kept('x')}, ${kept('y')}, is_there`,
    },
    {
      name: 'ct_located',
      row: 'people of a point on a shape',
      query: `SELECT shape, x, y, people, n FROM (
  SELECT *, max(is_there) OVER (PARTITION BY x, y) AS is_settled, min(shape) OVER (PARTITION BY x, y) AS first_shape FROM ct_touched) AS ranked
WHERE is_there = 1 OR (is_settled = 0 AND shape = first_shape)`,
    },
  ];
}

/** A query of one row: rows of people and their sum. */
export const allPeople = ({ table, people }: PeopleSource, { numberType }: Dialect): string =>
  `SELECT count(*) AS n, coalesce(sum(cast(${people} AS ${numberType})), 0) AS people FROM ${table}`;

/** People of the rows that are on no shape: a difference of sums, freed of the dust that fractions leave. */
export const peopleLeft = (all: string, located: string): string =>
  `floor((${all} - ${located}) * 1e6 + 0.5) / 1e6`;
