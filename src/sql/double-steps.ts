/**
 * Land that two or more units of A cover, in the parents (B), and what of it is real: a connected patch that is as wide as
 * the tolerance, and of a thinner one each part with one set of units that is so wide by itself, or more than a third of a
 * unit that covers it, or that reaches into such a wide patch where another parent lies on this one.
 *
 *     ┌───────────┐      a thin patch in which b lies on a, and c on both further on: two parts,
 *     │ a,b │a,b,c│      each judged by its own width and its units
 *     └───────────┘
 */
import type { Dialect } from './dialect.js';
import { NEVER_SLIVER, THINNEST_METRES } from './pair-steps.js';
import type { Step } from './step.js';

/** The steps that make ct_double (place, b, geom, m2, width) and ct_double_real (place, m2: what is real of a thin one). */
export function doubleSteps(tolerance: number, dialect: Dialect): Step[] {
  const { polygonsOf, onLattice, united, partsOf, squareMetres, metresAround } = dialect;
  const near = 'ST_Buffer(ST_Envelope(d.geom), 1e-6)';
  return [
    {
      name: 'ct_twice',
      row: 'land that two units of A cover, each place once',
      query: `SELECT ${united('geom')} AS geom FROM (SELECT ${polygonsOf(onLattice('ST_Intersection(u.geom, v.geom)'))} AS geom
FROM ct_units_a u JOIN ct_units_a v ON u.code < v.code AND ST_Intersects(u.geom, v.geom)) AS twice WHERE NOT ST_IsEmpty(geom)`,
    },
    {
      name: 'ct_double',
      row: 'a connected patch of such land in a parent',
      query: `SELECT row_number() OVER (ORDER BY b, m2 DESC) AS place, b, geom, m2, 2 * m2 / metres AS width
FROM (SELECT b, geom, ${squareMetres('geom')} AS m2, ${metresAround('geom')} AS metres
  FROM (SELECT b, ${partsOf('geom')} AS geom FROM (SELECT u.code AS b, ${polygonsOf(onLattice('ST_Intersection(u.geom, t.geom)'))} AS geom
    FROM ct_units_b u JOIN ct_twice t ON ST_Intersects(u.geom, t.geom)) AS cut WHERE NOT ST_IsEmpty(geom)) AS parts) AS measured WHERE m2 > 0`,
    },
    {
      name: 'ct_double_line',
      row: 'the border of a thin patch and of the units in it',
      query: `SELECT place, ${united('geom')} AS geom FROM (
  SELECT place, ST_Boundary(geom) AS geom FROM ct_double WHERE width < ${tolerance}
  UNION ALL
  SELECT d.place, ST_Intersection(ST_Boundary(u.geom), ${near}) AS geom
  FROM ct_double d JOIN ct_units_a u ON d.width < ${tolerance} AND ST_Intersects(u.geom, d.geom)) AS borders GROUP BY place`,
    },
    {
      name: 'ct_double_part',
      row: 'a part of a thin patch with one set of units',
      query: `SELECT row_number() OVER (ORDER BY place, m2 DESC) AS part, place, geom, m2, 2 * m2 / metres AS width FROM (
  SELECT d.place, p.geom, ${squareMetres('p.geom')} AS m2, ${metresAround('p.geom')} AS metres
  FROM (SELECT place, ${partsOf(dialect.enclosedBy('geom'))} AS geom FROM ct_double_line) AS p
  JOIN ct_double d ON d.place = p.place AND ST_Contains(d.geom, ST_PointOnSurface(p.geom))) AS measured WHERE 2 * m2 > ${THINNEST_METRES} * metres`,
    },
    {
      name: 'ct_double_real',
      row: 'square metres of the real parts of a thin patch',
      query: `SELECT place, sum(m2) AS m2 FROM (SELECT part, place, m2 FROM ct_double_part WHERE width >= ${tolerance}
  UNION
  SELECT p.part, p.place, p.m2 FROM ct_double_part p JOIN ct_units_a u ON ST_Contains(u.geom, ST_PointOnSurface(p.geom))
  JOIN ct_land_a l ON l.code = u.code WHERE p.m2 > l.m2 / ${NEVER_SLIVER}
  UNION
  SELECT p.part, p.place, p.m2 FROM ct_double_part p JOIN ct_double d ON d.width >= ${tolerance} AND ST_Intersects(d.geom, p.geom)
  WHERE NOT ST_IsEmpty(${polygonsOf(onLattice('ST_Intersection(d.geom, p.geom)'))})) AS parts GROUP BY place`,
    },
  ];
}
