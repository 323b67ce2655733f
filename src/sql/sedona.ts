/**
 * Apache Sedona on Spark. Its own area on the spheroid was wrong for polygons with holes until 1.9 (its issue 2603), and
 * takes edges for geodesics, so areas are summed over edges here; nothing of it is asked that differs by version.
 */
import { literal, quotedBy, type Dialect } from './dialect.js';
import { landToEquator, metresOfEdge } from './ellipsoid-sql.js';

/** A polygon as a list of rings of positions. */
const ringsOf = (polygon: string): string =>
  `from_json(get_json_object(ST_AsGeoJSON(${polygon}), '$.coordinates'), 'array<array<array<double>>>')`;

/** The sum of something over the edges of a ring `r`. */
const overEdges = (edge: (x1: string, y1: string, x2: string, y2: string) => string): string =>
  `aggregate(sequence(0, size(r) - 2), cast(0 AS double), (sum, i) -> sum + ${edge('r[i][0]', 'r[i][1]', 'r[i + 1][0]', 'r[i + 1][1]')})`;

const overRings = (polygon: string, ring: string): string => `transform(${ringsOf(polygon)}, r -> ${ring})`;

const sumOf = (list: string): string => `aggregate(${list}, cast(0 AS double), (sum, x) -> sum + x)`;

export const sedona: Dialect = {
  engine: 'sedona',
  title: 'Apache Sedona 1.8 on Spark 3.5',
  setUp: [],
  quoted: quotedBy('`'),
  table: (name, query) => [`DROP VIEW IF EXISTS ${name}`, `CACHE TABLE ${name} AS\n${query}`],
  searched: () => [],
  stopWith: (query) =>
    `SELECT CASE WHEN fault IS NOT NULL THEN raise_error(concat(${literal('coterminous: ')}, fault)) END FROM (SELECT (${query}) AS fault)`,
  partsOf: (geometry) => `explode(ST_Dump(${geometry}))`,
  polygonsOf: (geometry) => `ST_CollectionExtract(${geometry}, 3)`,
  onLattice: (polygons) => `ST_ReducePrecision(${polygons}, 7)`,
  united: (geometry) => `ST_Union_Aggr(${geometry})`,
  squareMetres: (polygon) => {
    const rings = overRings(polygon, `abs(${overEdges(landToEquator)})`);
    // The outer ring comes first; holes are taken off it.
    return `2 * ${rings}[0] - ${sumOf(rings)}`;
  },
  metresAround: (polygon) => sumOf(overRings(polygon, overEdges(metresOfEdge))),
  typeOf: (geometry) => `ST_GeometryType(${geometry})`,
  systemOf: (geometry) => `ST_SRID(${geometry})`,
  textType: 'STRING',
  numberType: 'DOUBLE',
};
