/**
 * Compiles the kernel, twice, and the small one that reads positions, and writes what others need of them. None of it is
 * committed.
 *
 *     release   ──► arrangement/kernel-code.ts        the code as text, so that every bundle can carry it
 *               ──► arrangement/kernel-interface.ts   its functions and results, and those it asks of the host, as types
 *     checked   ──► test/arrangement/checked-kernel.wasm and .wasm.map   with every assertion, for tests
 *     positions ──► read/geojson/positions-code.ts
 *
 * With the word `shipped` only what the tool itself needs is made.
 *
 * Prints nothing unless there is a fault in the source: then its file, line and column.
 */
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

/** A statement that only the checked build has (checks.ts), as prettier writes it: a block or one line or more. */
const CHECK = /^( *)if \(CHECKED\b(?:[^\n]*\{\n[^]*?\n\1\}|[^]*?;)\n/gm;

/** Memory comes from the host, up to four gigabytes, so that two instances can have the same. */
const memory = ['--importMemory', '--maximumMemory', '65536'];

const fast = ['-O3', '--noAssert', '--use', 'abort=', '--bindings', 'raw'];
const release = await compile('index', withoutChecks, ...fast, ...memory);
const code = release.get('kernel.wasm');
write(
  'src/arrangement/kernel-code.ts',
  `${codeFile('The compiled kernel', 'kernelCode', code)}${memoryLines(code)}`,
);
write('src/arrangement/kernel-interface.ts', interfaceFile(release.get('kernel.d.ts')));
const positions = await compile('positions', withoutChecks, ...fast);
write(
  'src/read/geojson/positions-code.ts',
  codeFile('The compiled kernel that reads positions', 'positionsCode', positions.get('kernel.wasm')),
);
if (process.argv[2] !== 'shipped') {
  const checked = await compile('index', (text) => text, '-O2', '--debug', '--sourceMap', ...memory);
  write('test/arrangement/checked-kernel.wasm', checked.get('kernel.wasm'));
  write('test/arrangement/checked-kernel.wasm.map', checked.get('kernel.wasm.map'));
}

function withoutChecks(text) {
  // Lines stay, so that a fault is told where it is.
  return text.replace(CHECK, (check) => check.replace(/[^\n]/g, ''));
}

/** The files that the compiler makes, by name; ends the process if it cannot. `prepare` changes the source. */
async function compile(entry, prepare, ...options) {
  const files = new Map();
  const { error, stderr } = await asc.main(
    [
      `src/kernel/${entry}.ts`,
      '--baseDir',
      root,
      '--outFile',
      'kernel.wasm',
      '--runtime',
      'stub',
      ...options,
    ],
    {
      readFile: (name, from) =>
        existsSync(join(from, name)) ? prepare(readFileSync(join(from, name), 'utf8')) : null,
      writeFile: (name, contents) => void files.set(name, contents),
    },
  );
  if (error === null) return files;
  process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
  process.exit(1);
}

function codeFile(what, name, bytes) {
  const text = Buffer.from(bytes).toString('base64');
  return `/** ${what}, in base 64. Made from src/kernel by \`npm run kernel\`. */
export const ${name} =
  '${text}';
`;
}

function memoryLines(bytes) {
  return `
/** Pages of 64 kB that its memory begins with. */
export const firstPages = ${bytes[flag(bytes) + 1]};

/** The byte of the code that says of what kind its memory is: 1 for one of its own, 3 for one that instances share. */
export const memoryKindAt = ${flag(bytes)};
`;
}

/** Where the import of memory says of what kind it is (WebAssembly 3.0, section 5.3.17: limits). */
function flag(bytes) {
  const name = Buffer.concat([Buffer.from([3]), Buffer.from('env'), Buffer.from([6]), Buffer.from('memory')]);
  const at = Buffer.from(bytes).indexOf(name) + name.length;
  // A memory is import kind 2; 1 says that it has a maximum; fewer than 128 pages are one byte.
  if (bytes[at] !== 2 || bytes[at + 1] !== 1 || bytes[at + 2] > 127)
    throw new Error('the memory is not imported');
  return at + 1;
}

/** Types of what the kernel exports, from the compiler's own list, and of what it imports, from host.ts. */
function interfaceFile(declarations) {
  const exported = /__AdaptedExports \{\n(.*?)\n\}/s
    .exec(declarations)[1]
    .replace(/export const (\w+): \{.*?\n {2}\};/gs, 'readonly $1: KernelResult;')
    .replace(/export const /g, 'readonly ')
    .replace(/export function /g, '')
    // The compiler's list is for its own wrappers; the kernel itself answers 0 or 1.
    .replace(/\): boolean;/g, '): 0 | 1;');
  const asked = readFileSync(join(here, 'host.ts'), 'utf8')
    .replace(/^\/\*\*.*?\*\/\n/s, '')
    .replace(/export declare function /g, '')
    .replace(/\b(f64|i32)\b/g, 'number')
    .trim()
    .replace(/^/gm, '  ');
  return `/** What the kernel exports and what it asks of its host. Made from src/kernel by \`npm run kernel\`. */

/** A number, mostly an address, that the kernel leaves. */
export interface KernelResult {
  readonly value: number;
}

/** Functions and results. */
export interface KernelExports {
${exported}
}

/** What the host does. */
export interface KernelHost {
${asked}
}
`;
}

/** Writes a file, given from the root; the same again is only made newer than its source. */
function write(name, contents) {
  const path = join(root, name);
  const bytes = Buffer.from(contents);
  if (!readOrEmpty(path).equals(bytes)) writeFileSync(path, bytes);
  else utimesSync(path, new Date(), new Date());
}

function readOrEmpty(path) {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
