/**
 * PostGIS for benchmarks: a server of their own in a temporary folder, on a socket there, without TCP, stopped at the end.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of initdb with PostGIS beside it: POSTGRES_BIN, or the newest that Debian installed; null for none. */
export function postgisFolder() {
  const root = '/usr/lib/postgresql';
  const folders = existsSync(root)
    ? readdirSync(root)
        .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(root, version, 'bin'))
    : [];
  return process.env.POSTGRES_BIN ?? folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/**
 * A started server: `psql` makes a command of words; `processorSeconds` are those of all sessions that have ended; `stop`
 * takes everything away.
 */
export function startPostgis(bin) {
  const place = mkdtempSync('/tmp/bench-pg-');
  // The owner of the server makes its data here.
  chmodSync(place, 0o777);
  const data = join(place, 'data');
  const made = ['-A', 'trust', '-U', 'bench', '--no-sync', '-E', 'UTF8', '--locale', 'C'];
  asOwner([join(bin, 'initdb'), '-D', data, ...made]);
  const settings =
    `-c listen_addresses='' -c unix_socket_directories=${place} -c fsync=off -c shared_buffers=512MB ` +
    '-c work_mem=256MB -c wal_level=minimal -c max_wal_senders=0 -c jit=off';
  asOwner([join(bin, 'pg_ctl'), '-D', data, '-w', '-l', join(place, 'log'), '-o', settings, 'start']);
  const psql = (words) => [
    join(bin, 'psql'),
    ['-X', '-q', '-h', place, '-U', 'bench', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', ...words],
  ];
  const extension = spawnSync(...psql(['-c', 'CREATE EXTENSION postgis']), { encoding: 'utf8' });
  if (extension.status !== 0) throw new Error(extension.stderr);
  const server = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0];
  return {
    psql,
    processorSeconds: () => {
      const fields = readFileSync(`/proc/${server}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      // Of the children that were waited for, in hundredths of a second: cutime and cstime of proc(5).
      return (Number(fields[13]) + Number(fields[14])) / 100;
    },
    stop: () => {
      asOwner([join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Runs a program of the server, which refuses to be root's: as the user postgres where this process is. */
function asOwner(command) {
  const [program, ...words] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const { status, stderr } = spawnSync(program, words, { cwd: '/tmp', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(String(stderr));
}
