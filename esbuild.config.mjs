/**
 * Bundles the command line into few files, so that it starts quickly. Packages that only some commands or formats
 * need, or that are no plain scripts, stay outside and are loaded when they are used.
 */
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const outdir = 'dist/bundle';

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['src/cli/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  logLevel: 'warning',
  external: [
    '@resvg/resvg-js',
    'geojson-validation',
    'hyparquet',
    'hyparquet-compressors',
    'proj4',
    'shapefile',
    'sql.js',
    'topojson-client',
    'yaml',
  ],
  // Packages written for CommonJS ask for Node's own modules this way.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
  },
});
