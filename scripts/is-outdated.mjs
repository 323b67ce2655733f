/**
 * Whether something that is made from files is older than they are.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** True where a file is missing, or any of the files and folders it is made from changed after it. */
export function isOutdated(made, from) {
  const when = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
  return from.some((path) => lastChange(path) > when);
}

/** Milliseconds of the last change to a file, or to a folder and anything in it; a name that goes changes its folder. */
function lastChange(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, lastChange(join(path, name))),
    own.mtimeMs,
  );
}
