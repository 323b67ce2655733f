/**
 * The package as its users get it: what is in it, that its doors open, and that the library needs no Node.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MOST_BYTES = 2_000_000;

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const attw = resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
const haveAttw = existsSync(attw);
const havePublint = existsSync('node_modules/publint');
for (const [tool, have] of Object.entries({ attw: haveAttw, publint: havePublint })) {
  if (!have) console.warn(`The package is not judged by ${tool}, which is not installed.`);
}

let folder: string;
let tarball: string;
let root: string;
let files: string[];
let manifest: Manifest;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coterminous-package-'));
  // The build has been made; scripts would make it again under the other tests.
  const packed = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    { encoding: 'utf8' },
  );
  expect(packed).toContain('coterminous');
  tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  root = join(folder, 'package');
  files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(root, name)).isFile(),
  );
  manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]): string =>
  execFileSync(process.execPath, [join(root, manifest.bin['coterminous']!), ...argv], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

describe('what is in the package', () => {
  it('is what its users need, folder by folder, and no more', () => {
    expect(
      readdirSync(root)
        .filter((name) => name !== 'node_modules')
        .sort(),
    ).toEqual(['LICENSE', 'README.md', 'bin', 'data', 'dist', 'docs', 'package.json', 'schema']);
  });

  it('holds no script that made its data, no test, no source', () => {
    expect(files.filter((name) => /generat|\.mjs$|\.test\.|(?<!\.d)\.ts$/.test(name))).toEqual([]);
  });

  it('has of the region what the demonstration and the documents name', () => {
    const texts = [
      ...readdirSync('docs')
        // The tutorial is followed in a copy of the repository, and says so.
        .filter((name) => name.endsWith('.md') && name !== 'tutorial.md')
        .map((name) => join('docs', name)),
      'README.md',
      'src/cli/commands/demo.ts',
    ].map((file) => readFileSync(file, 'utf8'));
    const named = texts.flatMap((text) => text.match(/data\/(?:region|england)\/[\w./-]*\w/g) ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('is under 2 MB packed', () => {
    expect(statSync(tarball).size).toBeLessThan(MOST_BYTES);
  });

  it('has types of the library alone, and no source maps', () => {
    expect(
      files.filter((name) => /^dist\/chunks\/.*\.ts$|^dist\/cli\/main\.d\.ts$|\.map/.test(name)),
    ).toEqual([]);
  });
});

describe('the doors of the package', () => {
  it('all lead somewhere', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...targets, ...Object.values(manifest.bin)]) {
      const [before, after] = target.replace(/^\.\//, '').split('*');
      const isThere = files.some((name) =>
        after === undefined ? name === before : name.startsWith(before!) && name.endsWith(after),
      );
      expect(isThere, target).toBe(true);
    }
  });

  it('name types before code', () => {
    for (const target of Object.values(manifest.exports)) {
      if (typeof target !== 'string') expect(Object.keys(target)[0]).toBe('types');
    }
  });

  it('open as a command, with its own data', () => {
    expect(run('--version')).toMatch(/^\d+\.\d+\.\d+/);
    for (const name of ['overlap', 'england'])
      expect(run('demo', name, '--format', 'csv')).toContain('icb_code');
  });

  it('open as a library, by their names', () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/coterminous'));
    const program = `
      import { createRequire } from 'node:module';
      import { run } from 'coterminous';
      import { openInputs } from 'coterminous/node';
      const england = (kind) => ({ england: kind });
      const request = { command: 'overlap', layers: [england('icb'), england('ltla')] };
      const { tables } = await run(request, openInputs());
      const schema = createRequire(import.meta.url)('coterminous/schema/result.schema.json');
      console.log(tables[0].rows.length > 300, typeof schema);`;
    writeFileSync(join(folder, 'user.mjs'), program);
    expect(execFileSync(process.execPath, ['user.mjs'], { cwd: folder, encoding: 'utf8' })).toBe(
      'true object\n',
    );
  });

  it('give a program in TypeScript the types of what it calls, and of what it gets', () => {
    const program = `
      import { run, type Request, type Result } from 'coterminous';
      import { openInputs } from 'coterminous/node';
      const request: Request = { command: 'overlap', layers: [{ england: 'icb' }, { england: 'ltla' }] };
      const result: Result = await run(request, openInputs());
      const names: readonly string[] = result.tables.map(({ name }) => name);
      // @ts-expect-error no such command
      const wrong: Request = { command: 'overlay', layers: [] };
      // @ts-expect-error a count is no text
      const text: string = result.tables.length;
      export { names, wrong, text };`;
    writeFileSync(join(folder, 'user.mts'), program);
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const words = [
      ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'],
      ...['--typeRoots', resolve('node_modules/@types'), 'user.mts'],
    ];
    expect(() =>
      execFileSync(process.execPath, [tsc, ...words], { cwd: folder, encoding: 'utf8' }),
    ).not.toThrow();
  });

  it.skipIf(!havePublint)('please publint', async () => {
    const { publint } = await import('publint');
    const { messages } = await publint({ pkgDir: root, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it.skipIf(!haveAttw)('have types that fit, for whoever imports modules', () => {
    const words = [attw, tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
    const said = execFileSync(process.execPath, words, { encoding: 'utf8' });
    expect(said).toContain('node16 (from ESM): OK');
    expect(said).toContain('bundler: OK');
  });
});

describe('the library', () => {
  it('needs no module of Node, in any file it may load, and no package that is not installed with it', () => {
    const needed = new Set([join(root, 'dist/index.js')]);
    const packages = new Set<string>();
    for (const file of needed) {
      const text = readFileSync(file, 'utf8');
      for (const [, wanted] of text.matchAll(/(?<!["'`])\b(?:from|import\(|import) ?"([@.\w][\w@./:-]*)"/g)) {
        if (wanted!.startsWith('.')) needed.add(resolve(dirname(file), wanted!));
        else packages.add(wanted!);
      }
    }
    expect([...needed].map((file) => relative(root, file))).toEqual(['dist/index.js', 'dist/library.js']);
    const names = [...packages].map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect([...packages].filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual(
      [],
    );
    const installed = { ...manifest.dependencies, ...manifest.optionalDependencies };
    expect(names.filter((name) => !(name in installed))).toEqual([]);
  });
});
