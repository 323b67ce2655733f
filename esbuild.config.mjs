/**
 * Bundles all that is shipped, the command line and the library, into few files that share their chunks, so that it
 * starts quickly. Packages that only some commands or formats need, or that are no plain scripts, stay outside and are
 * loaded when they are used.
 *
 *     dist/library.js    the library and the page's engine, no module of Node's in it (src/page/compile.mjs)
 *     dist/index.js      the library's door; dist/node.js the other, to files on disk
 *     dist/cli/main.js   the command line
 *     dist/chunks/       what they share, and what is loaded when it is used
 *
 * The command line says by its source maps where a fault of ours happened; the library leaves that to who loads it.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { compilePage } from './src/page/compile.mjs';
import { thinMap } from './scripts/thin-map.mjs';

/** Packages written for CommonJS ask for Node's own modules by `require`, which a module has not: they are imported. */
const nodeByImport = {
  name: 'node-by-import',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'require-call' ? { path, namespace: 'node-by-import' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'node-by-import' }, ({ path }) => ({
      contents: `export * from '${path}'`,
    }));
  },
};

/** Modules that the library holds already, with all that is exported of them: an error or a desk is of one class everywhere. */
const fromLibrary = {
  name: 'from-library',
  setup(bundler) {
    bundler.onResolve({ filter: /\/(input-error|inputs)\.js$/ }, () => ({
      path: './library.js',
      external: true,
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
const common = {
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcesContent: false,
  logLevel: 'warning',
  plugins: [nodeByImport],
  // The other one asks for Node's workers, which nothing here uses and a browser has not.
  alias: { fflate: 'fflate/browser' },
  external: [
    '@resvg/resvg-js',
    'geojson-validation',
    'hyparquet',
    'hyparquet-compressors',
    'hyparquet-writer',
    'iconv-lite',
    'proj4',
    'saxes',
    'shapefile',
    'sql.js',
    'topojson-client',
    'undici',
    'yaml',
  ],
};

await build({
  ...common,
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    'cli/gdal-worker': 'src/cli/gdal/worker.ts',
    'cli/thread': 'src/cli/threads/thread.ts',
  },
  sourcemap: true,
});
await build({ ...common, entryPoints: { node: 'src/node.ts' }, plugins: [nodeByImport, fromLibrary] });
await compilePage();

const made = readdirSync('dist', { recursive: true, encoding: 'utf8' });
for (const path of made.filter((name) => name.endsWith('.map')).map((name) => `dist/${name}`))
  writeFileSync(path, JSON.stringify(thinMap(JSON.parse(readFileSync(path, 'utf8')))));
