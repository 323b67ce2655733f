/**
 * The types of the library: what tsc declares, without the files that no door leads to.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { doors } from './doors.mjs';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});

const needed = new Set(doors.map((name) => resolve('dist', `${name}.d.ts`)));
for (const file of needed) {
  for (const [, wanted] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)) {
    needed.add(resolve(dirname(file), `${wanted}.d.ts`));
  }
}
for (const name of readdirSync('dist', { recursive: true })) {
  const file = resolve('dist', name);
  if (name.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
}
removeEmpty('dist');

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
