/** No command asks a network that was given no address: what would is not even loaded. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { EXAMPLES } from '../../src/cli/help/examples.js';
import { exampleFiles } from '../cli/example-files.js';
import { makeFolder } from '../cli/run-command.js';

const NETWORK = /["'](?:node:)?(?:net|http|https|http2|tls|dns|dns\/promises|dgram|undici)["']/;

/** Runs command lines in one process whose every way to a network notes that it was gone, and fails. */
const GUARD = `
  import { syncBuiltinESMExports } from 'node:module';
  import dgram from 'node:dgram';
  import dns from 'node:dns';
  import http from 'node:http';
  import http2 from 'node:http2';
  import https from 'node:https';
  import net from 'node:net';
  import tls from 'node:tls';
  import { main } from 'MAIN';
  const calls = [];
  const closed = (owner, ...names) => {
    for (const name of names)
      owner[name] = () => {
        calls.push(name);
        throw Object.assign(new Error('the network is closed'), { code: 'ECONNREFUSED' });
      };
  };
  closed(net, 'connect', 'createConnection', 'createServer');
  closed(net.Socket.prototype, 'connect');
  closed(http, 'request', 'get', 'createServer');
  closed(https, 'request', 'get', 'createServer');
  closed(http2, 'connect');
  closed(tls, 'connect');
  closed(dns, 'lookup', 'resolve', 'resolve4', 'resolve6');
  closed(dns.promises, 'lookup', 'resolve');
  closed(dgram, 'createSocket');
  closed(globalThis, 'fetch');
  syncBuiltinESMExports();
  const told = [];
  process.stdout.write = (text, done) => (typeof done === 'function' && done(), true);
  process.stderr.write = () => true;
  for (const argv of JSON.parse(process.argv[2])) {
    calls.length = 0;
    const code = await main(argv);
    told.push({ argv, code, calls: [...calls] });
  }
  const { writeFileSync } = await import('node:fs');
  writeFileSync('told.json', JSON.stringify(told));
  process.exit(0);
`;

interface Told {
  readonly argv: readonly string[];
  readonly code: number;
  readonly calls: readonly string[];
}

function runGuarded(lines: readonly (readonly string[])[]): Told[] {
  const folder = makeFolder({
    ...exampleFiles(),
    'guard.mjs': GUARD.replace('MAIN', pathToFileURL(resolve('dist/cli/main.cjs')).href),
  });
  try {
    execFileSync(process.execPath, ['guard.mjs', JSON.stringify(lines)], {
      cwd: folder.path,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, XDG_CACHE_HOME: folder.path },
    });
    return JSON.parse(readFileSync(join(folder.path, 'told.json'), 'utf8')) as Told[];
  } finally {
    folder.remove();
  }
}

const wordsOf = (line: string): string[] =>
  [...line.replace(/ > .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

test('every command, by the examples of its help, goes no way to a network', () => {
  const commands = buildProgram({ exitCode: 0 }).commands.map((command) => command.name());
  const lines = commands
    .flatMap((name) => EXAMPLES[name]!)
    .map((line) => wordsOf(line.replace(/^coterminous /, '').replace(/\s*\\\n\s*/g, ' ')))
    .filter((argv) => !argv.includes('-') && !argv.some((word) => /^https?:/.test(word)));
  const told = runGuarded(lines);
  expect(told.filter(({ calls }) => calls.length > 0)).toEqual([]);
  expect(told.length).toBeGreaterThan(30);
  // They ran, and were not refused.
  expect(told.filter(({ code }) => code <= 1).length).toBeGreaterThan(told.length * 0.8);
});

test('the guard sees who goes there, and --offline does not', () => {
  const address = 'http://127.0.0.1:9/x/FeatureServer/0';
  const [asking, offline] = runGuarded([
    ['inspect', address],
    ['inspect', address, '--offline'],
  ]);
  expect(asking!.calls).toContain('connect');
  expect(offline).toMatchObject({ code: 2, calls: [] });
});

describe('what is shipped', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('dist', name));
  const importing = (text: string): boolean =>
    [...text.matchAll(/(?:\bfrom|\bimport|import\(|require\() ?(["'][^"'\n]+["'])/g)].some(([, name]) =>
      NETWORK.test(name!),
    );

  /** What is loaded with some files, before any of them does anything. */
  function loadedWith(doors: readonly string[]): Set<string> {
    const loaded = new Set(doors);
    for (const file of loaded)
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import) ?"(\.[^"]+)"/g))
        loaded.add(join(dirname(file), name!));
    return loaded;
  }

  test('asks a network in chunks alone that are loaded when an address is given', () => {
    const asking = files.filter((file) => importing(readFileSync(file, 'utf8')));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.length).toBeLessThan(5);
    const loaded = loadedWith(
      ['dist/cli/start.js', 'dist/index.js', 'dist/node.js'].map((file) => join(file)),
    );
    expect(loaded.size).toBeGreaterThan(3);
    expect(asking.filter((file) => loaded.has(file))).toEqual([]);
  });

  test('loads nothing of a network with a command that was given no address', () => {
    const loaded = (words: readonly string[]): string[] => {
      const program = `
        const { main } = require(${JSON.stringify(resolve('dist/cli/main.cjs'))});
        main(${JSON.stringify(words)}).then(() => {
          const named = [...process.moduleLoadList, ...Object.keys(require.cache)];
          require('node:fs').writeSync(2, named.join('\\n'));
        });`;
      const { stderr } = spawnSync(process.execPath, ['-e', program], {
        encoding: 'utf8',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return stderr
        .split('\n')
        .filter((name) => /^NativeModule (https?|http2|tls)$|[/\\]undici[/\\]/.test(name));
    };
    expect(loaded(['overlap', 'england:icb', 'england:council', '--format', 'csv', '--quiet'])).toEqual([]);
    expect(loaded(['inspect', 'http://127.0.0.1:9/x/FeatureServer/0'])).not.toEqual([]);
  });

  test('is written in src/source alone', () => {
    const asking = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter(
        (name) =>
          importing(readFileSync(join('src', name), 'utf8')) || /(?<![.\w])fetch\(/.test(codeIn(name)),
      );
    expect(
      asking.map((name) => name.replaceAll('\\', '/')).filter((name) => !name.startsWith('source/')),
    ).toEqual([]);
    expect(asking.length).toBeGreaterThan(0);
  });

  /** A file without its comments and its texts. */
  const codeIn = (name: string): string =>
    readFileSync(join('src', name), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
      .replace(/'[^'\n]*'|`[^`]*`/g, "''");
});
