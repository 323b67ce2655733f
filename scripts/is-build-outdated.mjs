/**
 * What the build is made from, and what its two halves, the bundle and the types, end with.
 */
import { isOutdated } from './is-outdated.mjs';

const BUILT = ['dist/cli/help.json', 'dist/index.d.ts'];

const SOURCES = [
  'src',
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'esbuild.config.mjs',
];

/** Whether the build is missing, in part or whole, or older than what it is made from. */
export const isBuildOutdated = () => BUILT.some((made) => isOutdated(made, SOURCES));
