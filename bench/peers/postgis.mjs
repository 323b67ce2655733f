/**
 * PostGIS: a server of the bench's own in a temporary folder, on a socket there, without TCP. Starting it is not timed; one
 * call of psql reads both files and writes the areas of all pairs on the ellipsoid. The memory is that of psql alone.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of initdb with PostGIS beside it: POSTGRES_BIN, or the newest that Debian installed. */
function binFolder() {
  const root = '/usr/lib/postgresql';
  const folders = existsSync(root)
    ? readdirSync(root)
        .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(root, version, 'bin'))
    : [];
  return process.env.POSTGRES_BIN ?? folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

const bin = binFolder();
let place = null;

export const postgis = {
  name: 'PostGIS',
  memoryIsElsewhere: true,
  find: () => {
    if (bin === null) return { lacks: 'PostgreSQL with PostGIS, or POSTGRES_BIN=/folder/bin' };
    start();
    const { stdout } = spawnSync(...psql(['-At', '-c', 'SELECT postgis_lib_version()']), {
      encoding: 'utf8',
    });
    return { version: stdout.trim() };
  },
  command: (a, b, out) =>
    psql([
      ...['-c', table('a', a), '-c', table('b', b)],
      ...['-c', 'CREATE INDEX ON a USING gist (shape)', '-c', 'CREATE INDEX ON b USING gist (shape)'],
      ...['-c', `\\copy (${PAIRS}) TO '${out}' WITH (FORMAT csv, HEADER)`],
    ]),
  stop: () => {
    if (place === null) return;
    asOwner([join(bin, 'pg_ctl'), '-D', join(place, 'data'), '-m', 'immediate', '-w', 'stop']);
    rmSync(place, { recursive: true, force: true });
    place = null;
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

const psql = (words) => [
  join(bin, 'psql'),
  ['-X', '-q', '-h', place, '-U', 'bench', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', ...words],
];

function start() {
  place = mkdtempSync('/tmp/bench-pg-');
  // The owner of the server makes its data here.
  chmodSync(place, 0o777);
  const data = join(place, 'data');
  asOwner([
    join(bin, 'initdb'),
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'bench',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale',
    'C',
  ]);
  const settings =
    `-c listen_addresses='' -c unix_socket_directories=${place} -c fsync=off -c shared_buffers=512MB ` +
    '-c work_mem=256MB -c jit=off';
  asOwner([join(bin, 'pg_ctl'), '-D', data, '-w', '-l', join(place, 'log'), '-o', settings, 'start']);
  const made = spawnSync(...psql(['-c', 'CREATE EXTENSION postgis']), { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
}

/** Runs a program of the server, which refuses to be root's: as the user postgres where this process is. */
function asOwner(command) {
  const [program, ...words] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const { status, stderr } = spawnSync(program, words, { cwd: '/tmp', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(String(stderr));
}
