/**
 * The tables of `coterminous coverage`: how much of every parent (B) the units (A) cover once, not at all, twice or more.
 */
import type { Dialect } from './dialect.js';
import { doubleSteps } from './double-steps.js';
import { NEVER_SLIVER } from './pair-steps.js';
import type { Step } from './step.js';

/** Tables from judged pairs: land covered twice, the units with their parents, the parents. */
export function coverageSteps(tolerance: number, hasPeople: boolean, dialect: Dialect): Step[] {
  const rank = hasPeople ? 'people DESC, m2 DESC, b' : 'm2 DESC, b';
  const gapIsReal = `(width >= ${tolerance} OR m2 > b_m2 / ${NEVER_SLIVER})`;
  return [
    ...doubleSteps(tolerance, dialect),
    {
      name: 'ct_gap',
      row: 'a connected patch of a parent that no unit covers',
      query: `SELECT p.b, p.m2, p.width, l.m2 AS b_m2 FROM ct_patch p JOIN ct_land_b l ON l.code = p.b WHERE p.a IS NULL`,
    },
    {
      name: 'ct_in_parent',
      row: 'a real part of a unit, in a parent: place 1 is its parent',
      query: hasPeople
        ? `SELECT a, b, m2, a_m2, b_m2, people, row_number() OVER (PARTITION BY a ORDER BY ${rank}) AS place
FROM (SELECT j.a, j.b, j.m2, j.a_m2, j.b_m2, coalesce(c.people, 0) AS people FROM ct_judged j LEFT JOIN ct_counted c ON c.a = j.a AND c.b = j.b
  WHERE j.is_material AND j.a IS NOT NULL AND j.b IS NOT NULL) AS parts`
        : `SELECT a, b, m2, a_m2, b_m2, row_number() OVER (PARTITION BY a ORDER BY ${rank}) AS place
FROM ct_judged WHERE is_material AND a IS NOT NULL AND b IS NOT NULL`,
    },
    {
      name: 'coterminous_neighbourhoods',
      row: 'a unit: its parent, how much of it lies there, its size; columns as in coterminous coverage',
      query: `SELECT u.code AS a_code, u.name AS a_name, p.b AS b_code, ub.name AS b_name, ${
        hasPeople
          ? 'CASE WHEN pa.people > 0 THEN 100 * p.people / pa.people ELSE 100 * p.m2 / p.a_m2 END'
          : '100 * p.m2 / p.a_m2'
      } AS pct_inside_b, l.m2 / 10000 AS area_ha, 100 * p.m2 / p.b_m2 AS pct_of_b_area${hasPeople ? ', coalesce(pa.people, 0) AS people' : ''}
FROM ct_units_a u JOIN ct_land_a l ON l.code = u.code LEFT JOIN ct_in_parent p ON p.a = u.code AND p.place = 1
LEFT JOIN ct_units_b ub ON ub.code = p.b${hasPeople ? ' LEFT JOIN ct_people_a pa ON pa.code = u.code' : ''}`,
    },
    {
      name: 'coterminous_parents',
      row: 'a parent with units in it: how much of it is covered once or more, not at all, twice or more; columns as in coterminous coverage',
      query: `SELECT u.code AS b_code, u.name AS b_name, coalesce(n.neighbourhoods, 0) AS neighbourhoods, l.m2 / 10000 AS area_ha,
  (l.m2 - coalesce(g.m2, 0)) / 10000 AS covered_ha, coalesce(g.real_m2, 0) / 10000 AS uncovered_ha, coalesce(d.real_m2, 0) / 10000 AS double_ha,
  (coalesce(g.m2, 0) - coalesce(g.real_m2, 0) + coalesce(d.m2, 0) - coalesce(d.real_m2, 0)) / 10000 AS sliver_ha
FROM ct_units_b u JOIN ct_standing_b s ON s.code = u.code AND s.partners > 0 JOIN ct_land_b l ON l.code = u.code
LEFT JOIN (SELECT b, count(*) AS neighbourhoods FROM ct_in_parent WHERE place = 1 GROUP BY b) n ON n.b = u.code
LEFT JOIN (SELECT b, sum(m2) AS m2, sum(CASE WHEN ${gapIsReal} THEN m2 ELSE 0 END) AS real_m2 FROM ct_gap GROUP BY b) g ON g.b = u.code
LEFT JOIN (SELECT t.b, sum(t.m2) AS m2, sum(CASE WHEN t.width >= ${tolerance} THEN t.m2 ELSE coalesce(r.m2, 0) END) AS real_m2
  FROM ct_double t LEFT JOIN ct_double_real r ON r.place = t.place GROUP BY t.b) d ON d.b = u.code`,
    },
  ];
}
