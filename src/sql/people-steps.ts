/**
 * People on points, placed in patches, and counted in pairs. People in slivers count with the real patch beside
 * them that shares their longest border, as everywhere in this tool.
 */
import type { Dialect } from './dialect.js';
import { allPeople, locatedSteps, peopleLeft } from './located-steps.js';
import type { PeopleSource } from './sources.js';
import type { Step } from './step.js';

/** Degrees within which two patches that were cut apart still share their border: two hundredths of a metre. */
const BESIDE = '2e-7';

/** Metres of border above which patches lie side by side; below, they meet in a corner. */
const CORNER = '0.2';

/**
 * Metres of border between a sliver `s` and another patch `r`: what of it lies across the sliver's edges, and its edges
 * inside the sliver, where units overlap their own layer.
 */
function border({ polygonsOf, metresAlong }: Dialect): string {
  const near = polygonsOf('ST_Intersection(r.geom, ST_Buffer(s.geom, 1e-6))');
  const across = `ST_Intersection(ST_Boundary(s.geom), ST_Buffer(ST_Difference(${near}, s.geom), ${BESIDE}))`;
  const inside = `ST_CollectionExtract(ST_Intersection(ST_Boundary(${near}), s.geom), 2)`;
  const within = `ST_Difference(${inside}, ST_Buffer(ST_Boundary(s.geom), ${BESIDE}))`;
  return `${metresAlong(across)} + ${metresAlong(within)}`;
}

/** Tables from people to counts: ct_located, ct_placed, ct_counted (people by pair), ct_people_a and ct_people_b (by unit). */
export const peopleSteps = (people: PeopleSource, dialect: Dialect): Step[] => [
  ...locatedSteps(
    people,
    {
      shapes: `SELECT patch AS shape, CASE WHEN a IS NULL OR b IS NULL THEN 1 ELSE 2 END AS layers, ${dialect.inDegrees('geom')} AS geom FROM ct_patch`,
      areApart: false,
      keepsPoints: true,
    },
    dialect,
  ),
  {
    name: 'ct_real',
    row: 'a patch with whether it is real',
    query: `SELECT t.patch, t.a, t.b, t.geom, j.is_material AND (j.is_whole OR t.width >= j.tolerance) AS is_real
FROM ct_patch t JOIN ct_judged j ON coalesce(j.a, '') = coalesce(t.a, '') AND coalesce(j.b, '') = coalesce(t.b, '')`,
    isSearched: true,
  },
  {
    name: 'ct_beside',
    row: 'a sliver with people, and a real patch beside it, best first',
    query: `SELECT patch, a, b, row_number() OVER (PARTITION BY patch ORDER BY
    CASE WHEN border > ${CORNER} THEN 0 ELSE 1 END, CASE WHEN a IS NULL OR b IS NULL THEN 1 ELSE 0 END, is_other, border DESC, a, b) AS place
FROM (SELECT s.patch, r.a, r.b, CASE WHEN r.a = s.a OR r.b = s.b THEN 0 ELSE 1 END AS is_other,
    ${border(dialect)} AS border
  FROM ct_real s JOIN ct_real r ON NOT s.is_real AND r.is_real AND ST_Intersects(ST_Buffer(s.geom, ${BESIDE}), r.geom)
  WHERE s.patch IN (SELECT shape FROM ct_located)) AS neighbours`,
  },
  {
    name: 'ct_placed',
    row: 'people in the pair that they count in',
    query: `SELECT l.i, l.j, l.people, CASE WHEN h.patch IS NULL THEN t.a ELSE h.a END AS a, CASE WHEN h.patch IS NULL THEN t.b ELSE h.b END AS b
FROM ct_located l JOIN ct_patch t ON t.patch = l.shape LEFT JOIN ct_beside h ON h.patch = l.shape AND h.place = 1`,
  },
  {
    name: 'ct_counted',
    row: 'people of a pair',
    query: 'SELECT a, b, sum(people) AS people FROM ct_placed GROUP BY a, b',
  },
  ...(['a', 'b'] as const).map((side): Step => ({
    name: `ct_people_${side}`,
    row: 'people of a unit, each once however many units of the other table they are in',
    query: `SELECT ${side} AS code, sum(people) AS people FROM (SELECT DISTINCT i, j, people, ${side} FROM ct_placed WHERE ${side} IS NOT NULL) AS once GROUP BY ${side}`,
  })),
  {
    name: 'coterminous_people',
    row: 'all people of the table, and those in no unit: they add up with what is in units',
    query: `SELECT t.n AS rows_read, t.people, ${peopleLeft('t.people', 'l.people')} AS people_outside FROM (${allPeople(people, dialect)}) AS t
CROSS JOIN (SELECT coalesce(sum(people), 0) AS people FROM (SELECT DISTINCT i, j, people FROM ct_located) AS once) AS l`,
  },
];
