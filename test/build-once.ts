/**
 * Builds dist before the tests that run the built command, where it is missing or older than what it is built from.
 */
import { execSync } from 'node:child_process';
import { isBuildOutdated } from '../scripts/is-build-outdated.mjs';

export function setup(): void {
  if (isBuildOutdated()) execSync('npm run --silent build', { stdio: 'inherit' });
}
