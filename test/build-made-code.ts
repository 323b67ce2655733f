/**
 * Makes the code that is made from other code, and that tests of the source need: the kernel, and the page's script.
 * Each is made only where it is missing or older than what it is made from.
 */
import { execSync } from 'node:child_process';
import { isOutdated } from '../scripts/is-outdated.mjs';

const KERNEL = [
  'src/arrangement/kernel-code.ts',
  'src/arrangement/kernel-interface.ts',
  'src/read/geojson/positions-code.ts',
  'test/arrangement/checked-kernel.wasm',
];

export function setup(): void {
  if (KERNEL.some((made) => isOutdated(made, ['src/kernel']))) run('kernel');
  if (isOutdated('src/report/html/client-code.ts', ['src/report', 'src/result'])) run('build:page');
}

const run = (script: string): Buffer => execSync(`npm run --silent ${script}`, { stdio: 'inherit' });
