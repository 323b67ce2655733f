/**
 * PostGIS. Its geography takes edges for geodesics, so polygons are segmentized before they are measured.
 */
import { literal, quotedBy, type Dialect } from './dialect.js';

/** Degrees between positions that are put in before measuring: an edge of 0.005° strays 0.02 mm from its geodesic. */
export const SEGMENT_DEGREES = 0.005;

const onEllipsoid = (geometry: string): string => `ST_Segmentize(${geometry}, ${SEGMENT_DEGREES})::geography`;

export const postgis: Dialect = {
  engine: 'postgis',
  title: 'PostGIS 3.1 and later',
  setUp: ['SET client_min_messages = warning'],
  quoted: quotedBy('"'),
  table: (name, query, isKept) => [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE ${isKept ? '' : 'TEMPORARY '}TABLE ${name} AS\n${query}`,
  ],
  searched: (name) => [`CREATE INDEX ON ${name} USING gist (geom)`, `ANALYZE ${name}`],
  stopWith: (query) =>
    [
      'DO $check$ DECLARE fault text; BEGIN',
      `fault := (${query});`,
      `IF fault IS NOT NULL THEN RAISE EXCEPTION USING MESSAGE = ${literal('coterminous: ')} || fault; END IF;`,
      'END $check$',
    ].join('\n'),
  partsOf: (geometry) => `(ST_Dump(${geometry})).geom`,
  polygonsOf: (geometry) => `ST_CollectionExtract(${geometry}, 3)`,
  onLattice: (polygons) => `ST_ReducePrecision(${polygons}, 1e-7)`,
  united: (geometry) => `ST_Union(${geometry})`,
  squareMetres: (polygon) => `ST_Area(${onEllipsoid(polygon)})`,
  metresAround: (polygon) => `ST_Perimeter(${onEllipsoid(polygon)})`,
  typeOf: (geometry) => `ST_GeometryType(${geometry})`,
  systemOf: (geometry) => `ST_SRID(${geometry})`,
  textType: 'text',
  numberType: 'double precision',
};
