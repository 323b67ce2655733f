/**
 * DuckDB with its spatial extension. It cannot put positions into edges, so areas are summed over them.
 */
import { literal, quotedBy, type Dialect } from './dialect.js';
import { landToEquator, metresOfEdge } from './ellipsoid-sql.js';

/** A polygon as a list of rings of positions. */
const ringsOf = (polygon: string): string =>
  `CAST(ST_AsGeoJSON(${polygon})->'$.coordinates' AS DOUBLE[][][])`;

/** The sum of something over the edges of a ring `r`. */
const overEdges = (edge: (x1: string, y1: string, x2: string, y2: string) => string): string =>
  `list_sum(list_transform(range(1, len(r)), i -> ${edge('r[i][1]', 'r[i][2]', 'r[i + 1][1]', 'r[i + 1][2]')}))`;

const overRings = (polygon: string, ring: string): string =>
  `list_transform(${ringsOf(polygon)}, r -> ${ring})`;

export const duckdb: Dialect = {
  engine: 'duckdb',
  title: 'DuckDB 1.5 with spatial',
  startedWith: null,
  setUp: ['LOAD spatial'],
  versionChecks: [
    {
      about: 'Has its spatial extension ST_ReducePrecision?',
      query:
        "SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM duckdb_functions() WHERE lower(function_name) = 'st_reduceprecision') THEN 'DuckDB spatial has no ST_ReducePrecision. Take DuckDB 1.5 or later' END",
    },
  ],
  quoted: quotedBy('"'),
  table: (name, query, isKept) => [
    `CREATE OR REPLACE ${isKept ? '' : 'TEMPORARY '}TABLE ${name} AS\n${query}`,
  ],
  dropped: () => [],
  searched: () => [],
  joined: () => [],
  stopWith: (query) =>
    `SELECT CASE WHEN fault IS NOT NULL THEN error(${literal('coterminous: ')} || fault) END FROM (SELECT (${query}) AS fault)`,
  partsOf: (geometry) => `unnest(ST_Dump(${geometry})).geom`,
  series: (from, to) => `unnest(generate_series(${from}, ${to}))`,
  point: (x, y) => `ST_Point(${x}, ${y})`,
  box: (west, south, east, north) => `ST_MakeEnvelope(${west}, ${south}, ${east}, ${north})`,
  inDegrees: (geometry) => geometry,
  polygonsOf: (geometry) => `ST_CollectionExtract(${geometry}, 3)`,
  onLattice: (polygons) => `ST_ReducePrecision(${polygons}, 1e-7)`,
  united: (geometry) => `ST_Union_Agg(${geometry})`,
  enclosedBy: (lines) => `ST_Polygonize([${lines}])`,
  squareMetres: (polygon) => {
    const rings = overRings(polygon, `abs(${overEdges(landToEquator)})`);
    // The outer ring comes first; holes are taken off it.
    return `list_reduce(${rings}, (outer_m2, hole_m2) -> outer_m2 - hole_m2)`;
  },
  metresAround: (polygon) => `list_sum(${overRings(polygon, overEdges(metresOfEdge))})`,
  // Its spheroid functions take the latitude first.
  metresAlong: (lines) => `ST_Length_Spheroid(ST_FlipCoordinates(ST_CollectionExtract(${lines}, 2)))`,
  typeOf: (geometry) => `'ST_' || cast(ST_GeometryType(${geometry}) AS VARCHAR)`,
  systemOf: () => null,
  textType: 'VARCHAR',
  numberType: 'DOUBLE',
};
