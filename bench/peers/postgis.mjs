/**
 * PostGIS: a server of the bench's own in a temporary folder, on a socket there, without TCP. Starting it is not timed; one
 * call of psql reads both files and writes the areas of all pairs on the ellipsoid. The memory is that of psql alone.
 */
import { spawnSync } from 'node:child_process';
import { postgisFolder, startPostgis } from '../postgis-server.mjs';

const bin = postgisFolder();
let server = null;

export const postgis = {
  name: 'PostGIS',
  memoryIsElsewhere: true,
  find: () => {
    if (bin === null) return { lacks: 'PostgreSQL with PostGIS, or POSTGRES_BIN=/folder/bin' };
    server = startPostgis(bin);
    const { stdout } = spawnSync(...server.psql(['-At', '-c', 'SELECT postgis_lib_version()']), {
      encoding: 'utf8',
    });
    return { version: stdout.trim() };
  },
  command: (a, b, out) =>
    server.psql([
      ...['-c', table('a', a), '-c', table('b', b)],
      ...['-c', 'CREATE INDEX ON a USING gist (shape)', '-c', 'CREATE INDEX ON b USING gist (shape)'],
      ...['-c', `\\copy (${PAIRS}) TO '${out}' WITH (FORMAT csv, HEADER)`],
    ]),
  stop: () => {
    server?.stop();
    server = null;
  },
};

const table = (name, { file, code }) =>
  `DROP TABLE IF EXISTS ${name};
   CREATE TABLE ${name} AS
     SELECT code, CASE WHEN ST_IsValid(shape) THEN shape ELSE ST_MakeValid(shape) END AS shape FROM (
       SELECT f -> 'properties' ->> '${code}' AS code, ST_GeomFromGeoJSON(f ->> 'geometry') AS shape
       FROM json_array_elements(pg_read_file('${file}')::json -> 'features') f) read`;

const PAIRS = `SELECT a.code AS a, b.code AS b,
  ST_Area(ST_Intersection(a.shape, b.shape)::geography) AS area
  FROM a JOIN b ON ST_Intersects(a.shape, b.shape)`.replace(/\s+/g, ' ');
