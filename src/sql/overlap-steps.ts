/**
 * The table of `coterminous overlap`, slivers and remainders included.
 */
import type { Step } from './step.js';

/** The table from judged pairs. */
export const overlapStep = (hasPeople: boolean): Step => ({
  name: 'coterminous_overlap',
  row: 'a pair of units, or a unit and the land outside the other table: columns as in coterminous overlap',
  query: `SELECT j.a AS a_code, ua.name AS a_name, j.b AS b_code, ub.name AS b_name,
  CASE WHEN j.a IS NULL OR j.b IS NULL THEN 'outside' WHEN NOT j.is_material THEN 'sliver'
    WHEN sa.partners = 1 AND sa.sticks_out = 0 AND sb.partners = 1 AND sb.sticks_out = 0 THEN 'coterminous'
    WHEN sa.partners = 1 AND sa.sticks_out = 0 THEN 'within'
    WHEN sb.partners = 1 AND sb.sticks_out = 0 THEN 'contains' ELSE 'partial' END AS relation,
  CASE WHEN j.a IS NULL OR j.b IS NULL OR NOT j.is_material THEN NULL
    WHEN sb.partners > 1 AND sa.partners > 1 THEN 'many-to-many' WHEN sb.partners > 1 THEN 'many-to-one'
    WHEN sa.partners > 1 THEN 'one-to-many' ELSE 'one-to-one' END AS cardinality,
  j.m2 / 10000 AS overlap_ha, j.a_m2 / 10000 AS a_ha, j.b_m2 / 10000 AS b_ha,
  100 * j.m2 / j.a_m2 AS pct_of_a_area, 100 * j.m2 / j.b_m2 AS pct_of_b_area,
  CASE WHEN NOT j.is_material THEN j.m2 WHEN j.is_whole THEN 0 ELSE j.thin_m2 END / 10000 AS sliver_ha,
  CASE WHEN j.is_whole OR NOT j.is_material THEN j.n ELSE j.thick END AS patches, j.width AS max_width_m${hasPeople ? PEOPLE_COLUMNS : ''}
FROM ct_judged j LEFT JOIN ct_units_a ua ON ua.code = j.a LEFT JOIN ct_units_b ub ON ub.code = j.b
LEFT JOIN ct_standing_a sa ON sa.code = j.a LEFT JOIN ct_standing_b sb ON sb.code = j.b${hasPeople ? PEOPLE_JOINS : ''}`,
});

const PEOPLE_COLUMNS = `,
  coalesce(c.people, 0) AS people, CASE WHEN j.a IS NOT NULL THEN coalesce(pa.people, 0) END AS a_people, CASE WHEN j.b IS NOT NULL THEN coalesce(pb.people, 0) END AS b_people,
  100 * coalesce(c.people, 0) / nullif(pa.people, 0) AS pct_of_a_people, 100 * coalesce(c.people, 0) / nullif(pb.people, 0) AS pct_of_b_people`;

const PEOPLE_JOINS = `
LEFT JOIN ct_counted c ON coalesce(c.a, '') = coalesce(j.a, '') AND coalesce(c.b, '') = coalesce(j.b, '')
LEFT JOIN ct_people_a pa ON pa.code = j.a LEFT JOIN ct_people_b pb ON pb.code = j.b`;
