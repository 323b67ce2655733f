/**
 * Builds dist once before the tests that run the command line.
 */
import { execSync } from 'node:child_process';

export function setup(): void {
  execSync('npm run --silent build', { stdio: 'inherit' });
}
