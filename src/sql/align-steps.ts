/**
 * The table `shared` of `coterminous align`: units of B in two or more units of A, and how much of each lies outside its
 * main partner, the one with most of its people, or land.
 */
import type { Step } from './step.js';

/** Tables from judged pairs: parts of every unit of B, ranked, and the shared units. */
export function alignSteps(hasPeople: boolean): Step[] {
  const rank = hasPeople ? 'people DESC, m2 DESC, a' : 'm2 DESC, a';
  const outside = '(sum(m2) - max(CASE WHEN place = 1 THEN m2 END)) / 10000';
  return [
    {
      name: 'ct_part',
      row: 'a real part of a unit of B, in a unit of A: place 1 is its main partner',
      query: hasPeople
        ? `SELECT b, a, m2, b_m2, people, row_number() OVER (PARTITION BY b ORDER BY ${rank}) AS place
FROM (SELECT j.b, j.a, j.m2, j.b_m2, coalesce(c.people, 0) AS people FROM ct_judged j LEFT JOIN ct_counted c ON c.a = j.a AND c.b = j.b
  WHERE j.is_material AND j.a IS NOT NULL AND j.b IS NOT NULL) AS parts`
        : `SELECT b, a, m2, b_m2, row_number() OVER (PARTITION BY b ORDER BY ${rank}) AS place
FROM ct_judged WHERE is_material AND a IS NOT NULL AND b IS NOT NULL`,
    },
    {
      name: 'ct_rest',
      row: 'real land of a unit of B that no unit of A covers, coast apart',
      query:
        'SELECT j.b, j.m2 FROM ct_judged j JOIN ct_standing_b s ON s.code = j.b WHERE j.a IS NULL AND j.is_material AND s.sticks_out = 1',
    },
    {
      name: 'coterminous_shared',
      row: 'a unit of B in two or more units of A: columns as in coterminous align',
      query: `SELECT s.b AS b_code, ub.name AS b_name, s.parts, m.a AS main_a_code, ua.name AS main_a_name, m.b_m2 / 10000 AS area_ha,
  100 * m.m2 / m.b_m2 AS pct_area_in_main, s.ha_outside + coalesce(r.m2, 0) / 10000 AS ha_outside_main${
    hasPeople
      ? `,
  pb.people AS people, 100 * m.people / nullif(pb.people, 0) AS pct_people_in_main, pb.people - m.people AS people_outside_main,
  n.a AS next_a_code, n.people AS people_in_next`
      : `, n.a AS next_a_code`
  }
FROM (SELECT b, count(*) AS parts, ${outside} AS ha_outside FROM ct_part GROUP BY b HAVING count(*) > 1) AS s
JOIN ct_part m ON m.b = s.b AND m.place = 1 JOIN ct_part n ON n.b = s.b AND n.place = 2
JOIN ct_units_b ub ON ub.code = s.b JOIN ct_units_a ua ON ua.code = m.a LEFT JOIN ct_rest r ON r.b = s.b${
        hasPeople ? ' LEFT JOIN ct_people_b pb ON pb.code = s.b' : ''
      }`,
    },
  ];
}
