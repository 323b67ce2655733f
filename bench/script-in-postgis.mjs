/**
 * A script of `coterminous sql` in PostGIS: how long, table by table.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { postgisFolder, startPostgis } from './postgis-server.mjs';

/**
 * Runs `load` (statements of psql) in a folder, then a script that lies there, and writes the rows of a query to `out`.
 * Seconds of the loading and of the script by the clock, of the script by processors, and of each table; the plan of the
 * table `explained`.
 */
export function scriptInPostgis(folder, { load, script, explained, query, out }) {
  const server = startPostgis(postgisFolder());
  try {
    const psql = (words) => {
      const { status, stdout, stderr } = spawnSync(...server.psql(words), {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    };
    chmodSync(folder, 0o755);
    const opened = performance.now();
    psql(load.flatMap((statement) => ['-c', statement]));
    const loading = (performance.now() - opened) / 1000;
    const before = server.processorSeconds();
    const text = readFileSync(join(folder, script), 'utf8');
    const [, made] = new RegExp(`TABLE ${explained} AS\\n([^;]*);`).exec(text);
    const timed = text.replaceAll(/^CREATE .*TABLE (\w+) AS$/gm, '\\echo table $1\n$&');
    writeFileSync(
      join(folder, 'timed.sql'),
      `\\timing on\n${timed}\n\\timing off\n\\echo plan\n\\t on\nEXPLAIN ${made};\n`,
    );
    const began = performance.now();
    const [times, plan] = psql(['-f', 'timed.sql']).split('\nplan\n');
    const seconds = (performance.now() - began) / 1000;
    const steps = Object.fromEntries(
      [...times.matchAll(/table (\w+)\nTime: ([\d.]+) ms/g)].map(([, name, ms]) => [name, Number(ms) / 1000]),
    );
    // The session takes its temporary tables away after psql has ended.
    const others =
      "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    while (psql(['-At', '-c', others]).trim() !== '0') psql(['-c', 'SELECT pg_sleep(0.2)']);
    psql(['-c', `\\copy (${query}) TO '${out}' CSV`]);
    return { loading, seconds, processor: server.processorSeconds() - before, steps, plan };
  } finally {
    server.stop();
  }
}
