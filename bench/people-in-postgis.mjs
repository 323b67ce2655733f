/**
 * People counted on exported faces by the script of `coterminous sql people` in PostGIS: how long, table by table.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgisFolder, startPostgis } from './postgis-server.mjs';

/**
 * Loads faces (face, layers, WKB in hexadecimal digits) and people (n, longitude, latitude) from files of a folder, runs a
 * script of it and writes the counts there. Seconds of the script by the clock, of processors, and of each table; the plan
 * of the join of people and cells.
 */
export function countInPostgis(folder, faces, script, people, counts) {
  const server = startPostgis(postgisFolder());
  try {
    const psql = (words, input) => {
      const { status, stdout, stderr } = spawnSync(...server.psql(words), {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        ...(input === undefined ? {} : { input }),
      });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    };
    chmodSync(folder, 0o755);
    psql([
      ...['-c', 'CREATE UNLOGGED TABLE faces (face int PRIMARY KEY, layers int, geometry geometry)'],
      ...['-c', `\\copy faces FROM '${faces}'`],
      ...['-c', 'CREATE UNLOGGED TABLE given (n int, longitude float8, latitude float8)'],
      ...['-c', `\\copy given FROM '${people}' CSV HEADER`],
      ...['-c', 'CREATE VIEW people AS SELECT n, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) AS geom FROM given'],
      ...['-c', 'ANALYZE given'],
    ]);
    const before = server.processorSeconds();
    const text = readFileSync(join(folder, script), 'utf8');
    const [, join_] = /TABLE ct_touched AS\n([^;]*);/.exec(text);
    const named = text.replaceAll(/^CREATE .*TABLE (\w+) AS$/gm, '\\echo table $1\n$&');
    writeFileSync(
      join(folder, 'timed.sql'),
      `\\timing on\n${named}\n\\timing off\n\\echo plan\n\\t on\nEXPLAIN ${join_};\n`,
    );
    const began = performance.now();
    const said = psql(['-f', 'timed.sql']);
    const seconds = (performance.now() - began) / 1000;
    const [times, plan] = said.split('\nplan\n');
    const steps = Object.fromEntries(
      [...times.matchAll(/table (\w+)\nTime: ([\d.]+) ms/g)].map(([, name, ms]) => [name, Number(ms) / 1000]),
    );
    // The session takes its temporary tables away after psql has ended.
    const others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    while (psql(['-At', '-c', others]).trim() !== '0') psql(['-c', 'SELECT pg_sleep(0.2)']);
    psql(['-c', `\\copy coterminous_counts TO '${counts}' CSV HEADER`]);
    return { seconds, processor: server.processorSeconds() - before, steps, plan };
  } finally {
    server.stop();
  }
}
