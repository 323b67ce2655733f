/**
 * Builds dist before the tests that run the built command, where it is missing or older than what it is built from.
 */
import { execSync } from 'node:child_process';
import { isOutdated } from './is-outdated.js';

/** The build ends with the types of the library. */
const LAST = 'dist/index.d.ts';
const SOURCES = [
  'src',
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'esbuild.config.mjs',
];

export function setup(): void {
  if (isOutdated(LAST, SOURCES)) execSync('npm run --silent build', { stdio: 'inherit' });
}
