/**
 * PostGIS: a cluster of the test's own in a temporary folder, on a socket there, without TCP, stopped at the end. The
 * server refuses to be root's, so where root runs the tests it is the user postgres'.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { postgisFolder } from '../../bench/postgis-server.mjs';
import {
  columnsOf,
  queriesOf,
  shortFolder,
  tabbed,
  type Engine,
  type EngineOffer,
  type Row,
} from './engine.js';

const bin = postgisFolder();

export const postgisOffer: EngineOffer = { name: 'postgis', start: bin === null ? null : () => start(bin) };

const isRoot = process.getuid?.() === 0;

/** Runs a program of the server; as the user postgres where this process is root's. */
function asOwner(command: readonly string[], input?: string): string {
  const [program, ...words] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const { status, stdout, stderr } = spawnSync(program!, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    cwd: '/tmp',
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function start(folder: string): Promise<Engine> {
  const place = shortFolder();
  // The owner of the server makes its data here.
  chmodSync(place.path, 0o777);
  const data = join(place.path, 'data');
  asOwner([
    join(folder, 'initdb'),
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'tester',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale',
    'C',
  ]);
  const settings = `-c listen_addresses='' -c unix_socket_directories=${place.path} -c fsync=off -c shared_buffers=64MB -c max_connections=5 -c work_mem=64MB -c jit=off`;
  asOwner([
    join(folder, 'pg_ctl'),
    '-D',
    data,
    '-w',
    '-t',
    '120',
    '-l',
    join(place.path, 'log'),
    '-o',
    settings,
    'start',
  ]);
  const psql = (words: readonly string[], input: string): string =>
    asOwner(
      [
        join(folder, 'psql'),
        '-X',
        '-q',
        '-h',
        place.path,
        '-U',
        'tester',
        '-d',
        'postgres',
        '-v',
        'ON_ERROR_STOP=1',
        ...words,
      ],
      input,
    );
  const read = (query: string): Row[] =>
    parse(psql([], `COPY (${query}) TO STDOUT (FORMAT csv, HEADER)`), {
      columns: true,
      cast: (cell: string) => (cell === '' ? null : cell),
    });
  psql([], 'CREATE EXTENSION postgis');
  const [{ version }] = read('SELECT postgis_full_version() AS version') as [{ version: string }];
  return Promise.resolve({
    version: `PostGIS ${/POSTGIS="([^ "]+)/.exec(version)![1]!}, GEOS ${/GEOS="([^-"]+)/.exec(version)![1]!}`,
    load: (table) => {
      const columns = columnsOf(table);
      const typed = columns.map(
        ([name, kind]) => `${name} ${kind === 'number' ? 'double precision' : 'text'}`,
      );
      const shaped = columns.map(([name]) =>
        name === 'geom' ? 'ST_SetSRID(ST_GeomFromText(geom), coalesce(srid, 4326)::int) AS geom' : name,
      );
      psql(
        [],
        `CREATE TEMPORARY TABLE raw (${typed.join(', ')}${columns.some(([name]) => name === 'srid') ? '' : ', srid double precision'});
COPY raw (${columns.map(([name]) => name).join(', ')}) FROM STDIN;
${tabbed(table)}\\.
DROP TABLE IF EXISTS ${table.name}; CREATE TABLE ${table.name} AS SELECT ${shaped.join(', ')} FROM raw;`,
      );
      return Promise.resolve();
    },
    run: (script) => {
      try {
        psql([], script);
        return Promise.resolve(null);
      } catch (error) {
        return Promise.resolve((error as Error).message);
      }
    },
    read: (query) => Promise.resolve(read(query)),
    plans: (script, tables) => {
      // Tables between last as long as a session, so that each is explained where it is made.
      const explained = queriesOf(script, tables).reduce(
        (text, [table, query]) =>
          text.replace(new RegExp(`^CREATE.* TABLE ${table} AS$`, 'm'), (made) =>
            [`\\echo plan ${table}`, `EXPLAIN (COSTS off) ${query};`, '\\echo plan', made].join('\n'),
          ),
        script,
      );
      const said = psql(['-At'], explained).split(/^plan ?/m);
      return Promise.resolve(
        Object.fromEntries(
          tables.map((table) => [table, said.find((text) => text.startsWith(`${table}\n`))!]),
        ),
      );
    },
    stop: () => {
      asOwner([join(folder, 'pg_ctl'), '-D', data, '-m', 'immediate', '-w', 'stop']);
      place.remove();
      return Promise.resolve();
    },
  });
}
