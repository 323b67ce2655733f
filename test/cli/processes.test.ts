/** What only a process of its own shows: pipes that close, standard input, a full disk, missing rights, a terminal. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { runProcess, runShell } from './run-process.js';
import { councils, icbs } from './small-files.js';

const region = resolve('data/region');
const LAYERS = [join(region, 'icb.geojson'), join(region, 'ltla.geojson')];
const HEADINGS = 'icb_code,icb_name,ltla_code,ltla_name,relation,cardinality,overlap_ha,';

let folder: ReturnType<typeof makeFolder>;
beforeAll(() => {
  folder = makeFolder({ 'icbs.geojson': icbs, 'councils.geojson': councils, 'secret.geojson': icbs });
  chmodSync(folder.path, 0o777);
  chmodSync(join(folder.path, 'secret.geojson'), 0o000);
  mkdirSync(join(folder.path, 'locked'));
  chmodSync(join(folder.path, 'locked'), 0o555);
});
afterAll(() => {
  chmodSync(join(folder.path, 'locked'), 0o755);
  folder.remove();
});

describe.concurrent('a process', () => {
  it('writes what the command writes when it is called from within', async () => {
    const argv = ['overlap', 'icbs.geojson', 'councils.geojson'];
    const cwd = folder.path;
    expect(await runProcess(argv, { cwd })).toEqual(await runCommand(argv, { cwd }));
    expect(await runProcess(['overlap'], { cwd })).toEqual(await runCommand(['overlap'], { cwd }));
  });

  it('takes a layer from standard input, gzipped or not', async () => {
    const overlap = async (argv: readonly string[], input?: string | Uint8Array): Promise<string> => {
      const given = { cwd: folder.path, ...(input === undefined ? {} : { input }) };
      return (await runProcess(['overlap', ...argv, '--quiet'], given)).stdout;
    };
    const plain = await overlap(['icbs.geojson', 'councils.geojson']);
    expect(plain).toContain('E54000001');
    expect(await overlap(['-', 'councils.geojson'], icbs)).toBe(plain);
    expect(await overlap(['icbs.geojson', 'ltla=-'], gzipSync(councils))).toBe(plain);
  });

  it('takes tables, a config file and a saved result from standard input', async () => {
    const cwd = folder.path;
    const people = 'LAD24CD,people\nE07000001,10\nE07000002,20\n';
    const layers = ['icbs.geojson', 'councils.geojson'];
    const config = `layers: { icb: icbs.geojson, ltla: councils.geojson }\nreports:\n${['x', 'y']
      .map((name) => `  ${name}: { command: overlap, layers: [icb, ltla] }\n`)
      .join('')}`;
    const saved = (await runProcess(['overlap', ...layers, '--json', '--quiet'], { cwd })).stdout;
    for (const [argv, input] of [
      [['overlap', ...layers, '--people', '-', '--blocks', 'councils.geojson'], people],
      [['report', '-'], config],
      [['overlap', 'icb', 'ltla', '--config', '-'], config],
      [['render', '-'], saved],
    ] as const) {
      const ran = await runProcess([...argv, '--quiet'], { cwd, input });
      expect([ran.stderr, ran.code]).toEqual(['', 0]);
      expect(ran.stdout.startsWith(HEADINGS)).toBe(true);
    }
    const twice = await runProcess(['overlap', '-', 'ltla', '--config', '-'], { cwd, input: config });
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('more than one input')]);
  });

  it('a reader that has seen enough ends the command well, whichever stream it reads', async () => {
    const wide = [...LAYERS, join(region, 'blocks.geojson')].join(' ');
    const out = await runShell(`$COTERMINOUS overlap ${wide} | head -1; echo \${PIPESTATUS[0]}`);
    expect(out.stdout).toMatch(/^icb_code,icb_name,ltla_code,.*\r?\n0\n$/);
    expect(out.stderr).not.toMatch(/error/i);
    const both = await runShell(
      `$COTERMINOUS overlap ${wide} --sensitivity 2>&1 | head -1; echo \${PIPESTATUS[0]}`,
    );
    expect(both.stdout).toMatch(/\n0\n$/);
  });

  it('says that a disk is full', async () => {
    const ran = await runShell('$COTERMINOUS overlap icbs.geojson councils.geojson --quiet > /dev/full', {
      cwd: folder.path,
    });
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: standard output: .*ENOSPC/),
    });
  });
});

describe.concurrent('a user without rights', () => {
  const asNobody = (...argv: readonly string[]): Promise<Ran> =>
    runProcess(['overlap', ...argv], { cwd: folder.path, asNobody: true });

  it('is told of a file whose name is too long for there to be one', async () => {
    const { code, stderr } = await runProcess(['overlap', `${'a'.repeat(300)}.geojson`, 'england:icb']);
    expect(code).toBe(2);
    expect(stderr).toContain('ENAMETOOLONG');
  });

  it('is told of a file that may not be read', async () => {
    const ran = await asNobody('secret.geojson', 'councils.geojson', '-o', 'table.csv');
    expect(ran.stderr).toMatch(/^error: secret\.geojson: [^\n]*may not be read[^\n]*permissions[^\n]*\n$/);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
  });

  it('is told of a folder in which nothing may be written, and nothing else is written either', async () => {
    const ran = await asNobody('icbs.geojson', 'councils.geojson', '-o', 'a.csv', '-o', 'locked/b.csv');
    expect(ran.stderr).toMatch(/^error: locked\/b\.csv: it may not be written/);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(readdirSync(folder.path).filter((name) => name === 'a.csv' || name.endsWith('.tmp'))).toEqual([]);
  });
});

/** All output of a command on a terminal of its own; undefined where no terminal can be had. */
const haveTerminal = ((): boolean => {
  try {
    return execFileSync('script', ['-qec', 'echo yes', '/dev/null'], { stdio: 'pipe' }).includes('yes');
  } catch {
    return false;
  }
})();
const onTerminal = (line: string, env: Record<string, string> = {}): Promise<Ran> =>
  runShell(`script -qec "stty cols 100; ${line}" /dev/null`, { cwd: folder.path, env });

describe.skipIf(!haveTerminal)('a terminal', { concurrent: true }, () => {
  const line = `$COTERMINOUS overlap ${LAYERS.join(' ')}`;

  it('gets a table, colour and progress that wipes itself', async () => {
    const { stdout } = await onTerminal(line);
    expect(stdout).toContain('reading icb.geojson');
    expect(stdout).toContain('\u001b[2K');
    expect(stdout).toContain('\u001b[1m');
    expect(stdout).toContain('──');
    expect(stdout).not.toContain(HEADINGS);
  });

  it('gets no colour with --no-color or NO_COLOR, and no progress with --quiet', async () => {
    const colour = '\u001b[1m';
    expect((await onTerminal(`${line} --no-color`)).stdout).not.toContain(colour);
    expect((await onTerminal(line, { NO_COLOR: '1' })).stdout).not.toContain(colour);
    const quiet = (await onTerminal(`${line} --quiet`)).stdout;
    expect(quiet).not.toContain('reading');
    expect(quiet).toContain('──');
  });

  it('gets the summary also where the table goes to a file', async () => {
    const { stdout } = await onTerminal(`${line} -o ${folder.path}/on-terminal.csv`);
    expect(stdout).toContain('wrote ');
    expect(stdout).toContain('of 12 councils lie in more than one ICB');
    expect(stdout).not.toContain('──');
  });

  it('gets no progress where standard error goes elsewhere, nor CSV where standard output does', async () => {
    expect((await onTerminal(`${line} 2>/dev/null`)).stdout).not.toContain('reading');
    expect((await onTerminal(`${line} >/dev/null`)).stdout).toContain('reading');
    expect((await onTerminal(`${line} | cat`)).stdout).toContain(HEADINGS);
  });
});
