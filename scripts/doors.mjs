/**
 * The doors of the library: what package.json exports, by name. `index` is src/index.ts, built as dist/index.js with its
 * types in dist/index.d.ts. A further door is one more entry of `exports`.
 */
import { readFileSync } from 'node:fs';

const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Names of files below dist and src, without their endings. */
export const doors = Object.values(exports).flatMap((target) =>
  typeof target === 'string' ? [] : [/^\.\/dist\/(.+)\.js$/.exec(target.default)[1]],
);
