/**
 * People on points, placed on shapes: faces that were handed out, or patches. A point is rounded to the lattice of 1e-7
 * degree and lies on the shape to its east, as in the command. Where land of fewer layers, or none, is near, the eight
 * lattice points around it are asked as well: it lies on land of most layers, of several on its own or the first of them.
 * Who a row of people is, is said by its point: nobody is numbered, since that would put all rows in one line.
 */
import { cellOf, cellSteps } from './cell-steps.js';
import type { Dialect } from './dialect.js';
import type { PeopleSource } from './sources.js';
import type { Step } from './step.js';

/** A point, then the lattice points next to it from east by north, west and south: steps east and north of it. */
const SPOTS = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const; // prettier-ignore

/** A ten-thousandth of a step: a spot so far to the east of a point is on the face to the east of its edges. */
const EAST = '1e-11';

/** As little to the north as numbers of degrees hold, which leaves edges that run due east. */
const NORTH = '1e-14';

/** More than a step on each side of a point, less than pieces reach over their cells. */
const AROUND = '1.5e-7';

/** What people are placed on. */
export interface Placing {
  /** A query with the columns shape (a number), layers (how many have land there) and geom. */
  readonly shapes: string;
  /** Whether no two shapes have land in common. */
  readonly areApart: boolean;
  /** False where people well inside a shape are added up and have no point. */
  readonly keepsPoints: boolean;
}

/** The steps that make ct_located: people (and rows) of a point on a shape. */
export function locatedSteps(
  { table, people, geometry }: PeopleSource,
  { shapes, areApart, keepsPoints }: Placing,
  dialect: Dialect,
): Step[] {
  const { numberType } = dialect;
  const steps = (of: string): string => `cast(floor(${of}(${geometry}) * 1e7 + 0.5) AS ${numberType})`;
  const kept = (axis: string): string =>
    keepsPoints ? axis : `CASE WHEN is_clear THEN NULL ELSE ${axis} END`;
  const around = dialect.box(`p.x - ${AROUND}`, `p.y - ${AROUND}`, `p.x + ${AROUND}`, `p.y + ${AROUND}`);
  const east = dialect.point(`p.x + ${EAST}`, 'p.y');
  const spot = spotIn(dialect);
  return [
    ...cellSteps(shapes, areApart, dialect),
    {
      name: 'ct_touched',
      row: `people of a point on a shape, or beside it: spot is 0 where the point lies on it, else the first around it that does${keepsPoints ? '' : '; together, without a point, where the shape is sure'}`,
      isJoined: true,
      query: `SELECT shape, layers, spot, ${kept('i')} AS i, ${kept('j')} AS j, sum(people) AS people, count(*) AS n
FROM (SELECT shape, layers, i, j, people, is_clear, CASE WHEN is_clear THEN 0 ${SPOTS.map((_, at) => `WHEN ${at === 0 ? '' : 'is_shore AND '}${spot(at)} THEN ${String(at)}`).join('\n    ')} END AS spot
  FROM (SELECT c.shape, c.layers, c.geom AS piece, c.is_shore, p.i, p.j, p.people,
      c.is_whole OR CASE WHEN c.is_shore THEN ST_Contains(c.geom, ${around}) ELSE ST_Contains(c.geom, ${east}) END AS is_clear
    FROM (SELECT i, j, x, y, people, ${cellOf('x')} AS cx, ${cellOf('y')} AS cy
      FROM (SELECT i, j, i / 1e7 AS x, j / 1e7 AS y, people
        FROM (SELECT ${steps('ST_X')} AS i, ${steps('ST_Y')} AS j, cast(${people} AS ${numberType}) AS people FROM ${table}) AS rounded) AS placed) AS p
    JOIN ct_cell c ON c.cx = p.cx AND c.cy = p.cy
      AND (c.is_whole OR CASE WHEN c.is_shore THEN ST_Intersects(c.geom, ${around}) ELSE ST_Intersects(c.geom, ${east}) END)) AS met) AS judged
WHERE spot IS NOT NULL
GROUP BY shape, layers, spot, ${kept('i')}, ${kept('j')}`,
    },
    {
      name: 'ct_located',
      row: 'people of a point on the shape that they count on',
      query: located(keepsPoints),
    },
  ];
}

/** Whether a spot around the point i, j lies on a piece: a little to the east of it, or from an edge due east to the north. */
const spotIn =
  ({ point }: Dialect) =>
  (at: number): string => {
    const [east, north] = SPOTS[at]!;
    const degrees = (steps: string, by: number): string =>
      by === 0 ? `${steps} / 1e7` : `(${steps} ${by < 0 ? '-' : '+'} 1) / 1e7`;
    const [x, y] = [`${degrees('i', east)} + ${EAST}`, degrees('j', north)];
    const [onIt, inIt] = [point(x, y), point(x, `${y} + ${NORTH}`)];
    return `ST_Intersects(piece, ${onIt}) AND (ST_Contains(piece, ${onIt}) OR ST_Contains(piece, ${inIt}))`;
  };

/** What is sure has no point, unless all have one. */
function located(keepsPoints: boolean): string {
  const best = `SELECT shape, i, j, people, n FROM (
  SELECT shape, i, j, people, n, rank() OVER (PARTITION BY i, j ORDER BY layers DESC, spot) AS place FROM ct_touched${keepsPoints ? '' : ' WHERE i IS NOT NULL'}) AS ranked
WHERE place = 1`;
  return keepsPoints
    ? best
    : `SELECT shape, i, j, people, n FROM ct_touched WHERE i IS NULL\nUNION ALL\n${best}`;
}

/** A query of one row: rows of people and their sum. */
export const allPeople = ({ table, people }: PeopleSource, { numberType }: Dialect): string =>
  `SELECT count(*) AS n, coalesce(sum(cast(${people} AS ${numberType})), 0) AS people FROM ${table}`;

/** People of the rows that are on no shape: a difference of sums, freed of the dust that fractions leave. */
export const peopleLeft = (all: string, located: string): string =>
  `floor((${all} - ${located}) * 1e6 + 0.5) / 1e6`;
