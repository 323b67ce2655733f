/**
 * Compiles the kernel and writes it, as text, to arrangement/kernel-code.ts, from where every bundle can carry it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../arrangement/kernel-code.ts');

let code = null;
const { error, stderr } = await asc.main(
  [
    'index.ts',
    '--baseDir',
    here,
    '--outFile',
    'kernel.wasm',
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
    '--use',
    'abort=',
  ],
  {
    writeFile: (_, contents) => {
      code = Buffer.from(contents).toString('base64');
    },
  },
);
if (error !== null) {
  process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
  process.exit(1);
}

const text = `/** The compiled kernel, in base 64. Made from src/kernel by \`npm run kernel\`. */\nexport const kernelCode =\n  '${code}';\n`;
if (readOrEmpty(target) !== text) writeFileSync(target, text);

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
