/**
 * A reported stack with lines of our source: `node scripts/lines-of-source.mjs < stack.txt`, in a checkout of the version that
 * the report names, built. The package is sent without source maps (docs/decisions/0006).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const file = fileURLToPath(new URL('../src/cli/lines-of-source.ts', import.meta.url));
const { outputFiles } = await build({ entryPoints: [file], format: 'esm', write: false });
const { linesOfSource } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const stack = readFileSync(0, 'utf8').replace(/(?:file:\/\/)?[^\s()]*\/dist\//g, dist);
process.stdout.write(linesOfSource(stack));
