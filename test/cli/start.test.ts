/**
 * Where the command begins: help and version are answered without the program, and the program is loaded with what V8
 * made of it at an earlier run.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { makeFolder, runCommand } from './run-command.js';
import { isRoot, runProcess } from './run-process.js';

describe('what is answered without the program', () => {
  const names = buildProgram({ exitCode: 0 }).commands.map((command) => command.name());
  const asked = [
    ...[['--help'], ['help'], ['-h'], ['?'], ['--version'], ['-v'], ['version'], ['coterminous', '-V']],
    ...['overlap', 'suggest neighbourhoods', 'completion'].flatMap((name) => [
      [...name.split(' '), '--help'],
      ['help', ...name.split(' ')],
    ]),
    ['align', '-h'],
    ['--help', 'align'],
    ['suggest', 'neighborhoods', '--help'],
    // These are the program's to answer.
    ['help', 'people'],
    ['help', 'nothing-of-the-kind'],
    ['aline', '--help'],
    ['overlap', '--version'],
    ['--version', 'overlap'],
    ['align', 'x', '--help'],
    ['help', 'constructor'],
    [],
  ];
  it.each(asked.map((words) => [words] as const))('is what the program says: %j', async (words) => {
    const [process, program] = [await runProcess(words), await runCommand(words)];
    expect(process).toEqual(program);
  });

  it('is there for every command', () => {
    const pages = JSON.parse(readFileSync('dist/cli/help.json', 'utf8')) as Record<string, string>;
    expect(Object.keys(pages).sort()).toEqual(['', ...names].sort());
  });
});

describe('what V8 made of the program', () => {
  const folder = makeFolder({});
  afterAll(() => folder.remove());
  const words = ['kinds', '--format', 'csv'];
  const kept = join(folder.path, 'cache', 'coterminous', 'code');
  const run = (env: Readonly<Record<string, string>> = {}): ReturnType<typeof runProcess> =>
    runProcess(words, { env: { XDG_CACHE_HOME: join(folder.path, 'cache'), ...env } });
  const file = (): string => join(kept, readdirSync(kept)[0]!);
  let plain: Awaited<ReturnType<typeof runProcess>>;
  beforeAll(async () => {
    plain = await run({ NODE_DISABLE_COMPILE_CACHE: '1' });
  });

  it('is not kept where Node is told to keep none, and the answer is there', () => {
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(plain.stdout.length).toBeGreaterThan(1000);
    expect(existsSync(kept)).toBe(false);
  });

  it('is kept by the first run, for its owner alone, and used by the next', async () => {
    expect(await run()).toEqual(plain);
    expect(readdirSync(kept)).toHaveLength(1);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const { ino } = statSync(file());
    expect(await run()).toEqual(plain);
    expect(statSync(file()).ino).toBe(ino);
  });

  it('loads packages that stand beside it when they are used, and says nothing of it', async () => {
    const env = { XDG_CACHE_HOME: join(folder.path, 'cache') };
    const layers = ['data/region/icb.geojson', 'data/region/ltla.geojson'];
    const sizes: number[] = [];
    for (const name of ['first', 'second']) {
      const out = join(folder.path, `${name}.parquet`);
      const ran = await runProcess(['overlap', ...layers, '--quiet', '-o', out], { env });
      expect(ran).toMatchObject({ code: 0, stderr: '', stdout: '' });
      sizes.push(statSync(out).size);
    }
    expect(sizes[0]).toBeGreaterThan(1000);
    expect(sizes[1]).toBe(sizes[0]);
    rmSync(
      join(
        kept,
        readdirSync(kept).find((name) => name.startsWith('overlap'))!,
      ),
    );
  });

  it.each([
    ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['emptied', () => Buffer.alloc(0)],
    ['changed in one byte', (whole: Buffer) => changed(whole, whole.length >> 1)],
    ['of another version of V8', (whole: Buffer) => sealed(changed(whole.subarray(32), 4))],
    ['no code at all', () => sealed(Buffer.from('no code at all'))],
  ])('is made anew where it was %s', async (_, spoil) => {
    const whole = readFileSync(file());
    const spoilt = spoil(whole);
    writeFileSync(file(), spoilt);
    expect(await run()).toEqual(plain);
    expect(readFileSync(file()).equals(spoilt)).toBe(false);
    expect(readFileSync(file()).length).toBeGreaterThan(spoilt.length / 2);
  });

  it('is not taken from a file that others may write', async () => {
    chmodSync(file(), 0o666);
    const { ino } = statSync(file());
    expect(await run()).toEqual(plain);
    expect(statSync(file()).ino).not.toBe(ino);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is written whole by runs at once', async () => {
    const env = { XDG_CACHE_HOME: join(folder.path, 'at-once') };
    for (const ran of await Promise.all([1, 2, 3].map(() => run(env)))) expect(ran).toEqual(plain);
    expect(readdirSync(join(env.XDG_CACHE_HOME, 'coterminous', 'code'))).toHaveLength(1);
  });

  it('is left where the folder may not be written', async () => {
    writeFileSync(join(folder.path, 'a-file'), '');
    expect(await run({ XDG_CACHE_HOME: join(folder.path, 'a-file') })).toEqual(plain);
  });

  it('is left in a folder of somebody else', async () => {
    const env = { XDG_CACHE_HOME: folder.path };
    expect(await runProcess(words, { env, asNobody: true })).toEqual(plain);
    expect(existsSync(join(folder.path, 'coterminous'))).toBe(!isRoot);
  });
});

function changed(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = copy[place]! ^ 0xff;
  return copy;
}

/** Bytes with their digest before them. */
const sealed = (bytes: Buffer): Buffer => Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]);
