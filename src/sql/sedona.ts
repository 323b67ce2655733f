/**
 * Apache Sedona on Spark. Its geometry functions take edges for geodesics, so polygons are segmentized before they are
 * measured; its area was wrong for polygons with holes in some versions (1.8.1 adds a hole; its issue 2603), so each ring
 * is measured by itself.
 *
 * Steps are tables on disk: Spark forgets nothing of how a view was made, and would plan all steps before again with
 * every further one.
 */
import { literal, quotedBy, type Dialect } from './dialect.js';
import { SEGMENT_DEGREES } from './segments.js';

const segmentized = (geometry: string): string => `ST_Segmentize(${geometry}, ${SEGMENT_DEGREES})`;

const ofRing = (ring: string): string => `ST_AreaSpheroid(${segmentized(`ST_MakePolygon(${ring})`)})`;

export const sedona: Dialect = {
  engine: 'sedona',
  title: 'Apache Sedona 1.8 on Spark 3.5',
  startedWith:
    'Start Spark with -Djts.overlay=ng for driver and executors (spark.driver.extraJavaOptions, spark.executor.extraJavaOptions).',
  setUp: [],
  versionChecks: [],
  quoted: quotedBy('`'),
  table: (name, query) => [`DROP TABLE IF EXISTS ${name}`, `CREATE TABLE ${name} USING parquet AS\n${query}`],
  dropped: (name) => [`DROP TABLE IF EXISTS ${name}`],
  searched: () => [],
  joined: () => [],
  stopWith: (query) =>
    `SELECT CASE WHEN fault IS NOT NULL THEN raise_error(concat(${literal('coterminous: ')}, fault)) END FROM (SELECT (${query}) AS fault)`,
  partsOf: (geometry) => `explode(ST_Dump(${geometry}))`,
  series: (from, to) => `explode(sequence(${from}, ${to}))`,
  point: (x, y) => `ST_Point(${x}, ${y})`,
  box: (west, south, east, north) => `ST_PolygonFromEnvelope(${west}, ${south}, ${east}, ${north})`,
  inDegrees: (geometry) => geometry,
  polygonsOf: (geometry) => `ST_CollectionExtract(${geometry}, 3)`,
  onLattice: (polygons) => `ST_ReducePrecision(${polygons}, 7)`,
  united: (geometry) => `ST_Union_Aggr(${geometry})`,
  enclosedBy: (lines) => `ST_Polygonize(${lines})`,
  squareMetres: (polygon) => {
    const holes = `aggregate(sequence(0, ST_NumInteriorRings(${polygon}) - 1), cast(0 AS double), (m2, hole) -> m2 + ${ofRing(`ST_InteriorRingN(${polygon}, hole)`)})`;
    return `${ofRing(`ST_ExteriorRing(${polygon})`)} - CASE WHEN ST_NumInteriorRings(${polygon}) > 0 THEN ${holes} ELSE 0 END`;
  },
  metresAround: (polygon) => `ST_Perimeter(${segmentized(polygon)}, true)`,
  metresAlong: (lines) => `ST_LengthSpheroid(ST_CollectionExtract(${lines}, 2))`,
  typeOf: (geometry) => `ST_GeometryType(${geometry})`,
  systemOf: (geometry) => `ST_SRID(${geometry})`,
  textType: 'STRING',
  numberType: 'DOUBLE',
};
