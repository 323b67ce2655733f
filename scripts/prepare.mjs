/**
 * What npm runs after `npm ci`, before it packs, and again under the first `npx`: the build, where it is missing or older
 * than its sources. Bundle and types need the same made code and not one another, so they are made at once.
 */
import { spawn } from 'node:child_process';
import { isBuildOutdated } from './is-build-outdated.mjs';

if (isBuildOutdated()) {
  await Promise.all([node('src/kernel/compile.mjs', 'shipped'), node('src/report/html/client/compile.mjs')]);
  // The bundle begins with an empty dist, long before the compiler writes its first type.
  await Promise.all([node('esbuild.config.mjs'), node('scripts/declarations.mjs')]);
}

/** Runs a script of ours; the process ends as it does where it fails. */
function node(...words) {
  return new Promise((resolve) => {
    spawn(process.execPath, words, { stdio: 'inherit' }).on('exit', (code) =>
      code === 0 ? resolve() : process.exit(code ?? 1),
    );
  });
}
