/**
 * PostGIS. Its geography takes edges for geodesics, so polygons are segmentized before they are measured.
 */
import { literal, quotedBy, type Dialect } from './dialect.js';
import { SEGMENT_DEGREES } from './segments.js';

const onEllipsoid = (geometry: string): string => `ST_Segmentize(${geometry}, ${SEGMENT_DEGREES})::geography`;

export const postgis: Dialect = {
  engine: 'postgis',
  title: 'PostGIS 3.1 and later',
  startedWith: null,
  setUp: ['SET client_min_messages = warning'],
  versionChecks: [
    {
      about: 'Is this PostGIS 3.1 or later, with GEOS 3.9 or later, whose cuts keep to a lattice?',
      query: `SELECT CASE WHEN to_regproc('postgis_lib_version') IS NULL THEN 'PostGIS is not installed in this database. Run CREATE EXTENSION postgis'
WHEN NOT EXISTS (SELECT 1 FROM pg_proc WHERE proname = 'st_reduceprecision') THEN 'PostGIS is older than 3.1. Take 3.1 or later'
WHEN string_to_array(regexp_replace(postgis_geos_version(), '[^0-9.].*$', ''), '.')::int[] < ARRAY[3, 9] THEN 'GEOS is older than 3.9. Take 3.9 or later' END`,
    },
  ],
  quoted: quotedBy('"'),
  table: (name, query, isKept) => [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE ${isKept ? '' : 'TEMPORARY '}TABLE ${name} AS\n${query}`,
  ],
  dropped: () => [],
  searched: (name) => [`CREATE INDEX ON ${name} USING gist (geom)`, `ANALYZE ${name}`],
  joined: (name) => [`ANALYZE ${name}`],
  stopWith: (query) =>
    [
      'DO $check$ DECLARE fault text; BEGIN',
      `fault := (${query});`,
      `IF fault IS NOT NULL THEN RAISE EXCEPTION USING MESSAGE = ${literal('coterminous: ')} || fault; END IF;`,
      'END $check$',
    ].join('\n'),
  partsOf: (geometry) => `(ST_Dump(${geometry})).geom`,
  series: (from, to) => `generate_series(${from}, ${to})`,
  point: (x, y) => `ST_SetSRID(ST_MakePoint(${x}, ${y}), 4326)`,
  box: (west, south, east, north) => `ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`,
  inDegrees: (geometry) => `ST_SetSRID(${geometry}, 4326)`,
  polygonsOf: (geometry) => `ST_CollectionExtract(${geometry}, 3)`,
  onLattice: (polygons) => `ST_ReducePrecision(${polygons}, 1e-7)`,
  united: (geometry) => `ST_Union(${geometry})`,
  enclosedBy: (lines) => `ST_Polygonize(ARRAY[${lines}])`,
  squareMetres: (polygon) => `ST_Area(${onEllipsoid(polygon)})`,
  metresAround: (polygon) => `ST_Perimeter(${onEllipsoid(polygon)})`,
  metresAlong: (lines) => `ST_Length(ST_CollectionExtract(${lines}, 2)::geography)`,
  typeOf: (geometry) => `ST_GeometryType(${geometry})`,
  systemOf: (geometry) => `ST_SRID(${geometry})`,
  textType: 'text',
  numberType: 'double precision',
};
