/**
 * Whether the engine measures as the script supposes: a polygon with a hole whose square metres are known.
 */
import { literal, type Dialect } from './dialect.js';
import type { Check } from './step.js';

/** One degree by one, with a hole of a fifth. */
const WITH_HOLE =
  'POLYGON ((0 50, 1 50, 1 51, 0 51, 0 50), (0.2 50.2, 0.4 50.2, 0.4 50.4, 0.2 50.4, 0.2 50.2))';

/**
 * Its square metres on WGS 84 between its parallels and meridians: the land between two latitudes in closed form
 * (Snyder, 1987, equation 3-12).
 */
const SQUARE_METRES = 7_575_205_849.646524;

/** How far off an engine may be: one part in a million. */
const ALLOWED = 1e-6;

/** The version where it matters, then the measure. */
export function engineChecks(dialect: Dialect): Check[] {
  const polygon = `ST_GeomFromText(${literal(WITH_HOLE)})`;
  return [
    ...dialect.versionChecks,
    {
      about: 'Does this engine measure a polygon with a hole on the ellipsoid?',
      query: `SELECT CASE WHEN m2 IS NULL OR abs(m2 - ${SQUARE_METRES}) > ${SQUARE_METRES * ALLOWED}
THEN ${literal('this version measures polygons with holes wrongly. Take another version of the engine')} END
FROM (SELECT ${dialect.squareMetres('geom')} AS m2 FROM (SELECT ${polygon} AS geom) AS hole) AS measured`,
    },
  ];
}
