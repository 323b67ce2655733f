/**
 * Bundles all that is shipped into few files, so that it starts quickly. Packages that only some commands or formats need,
 * or that are no plain scripts, stay outside and are loaded when they are used.
 *
 *     dist/library.js     the library and the page's engine, no module of Node's in it (src/page/compile.mjs)
 *     dist/index.js       the library's door; dist/node.js the other, to files on disk; dist/chunks/ what it loads when used
 *     dist/cli/main.cjs   the command line in one script, of which each part runs when it is used: V8 can keep what it
 *                         made of a script, and of a module it cannot (src/cli/load-main.ts)
 *     dist/cli/start.js   what is run: it answers with dist/cli/help.json, or loads main.cjs
 *     dist/LICENSES.txt   the licences of the packages that went into these, and of SQLite, which goes into the page
 *
 * The command line says by its source maps where a fault of ours happened; the library leaves that to who loads it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { compilePage } from './src/page/compile.mjs';
import { foldersOfPackages, licencesText, packagesByLicence } from './scripts/licences.mjs';
import { oneByteSigns } from './scripts/one-byte-signs.mjs';
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
  metafile: true,
  logLevel: 'warning',
  plugins: [nodeByImport],
  // The other one asks for Node's workers, which nothing here uses and a browser has not.
  alias: { fflate: 'fflate/browser' },
  external: [
    '@resvg/resvg-js',
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

const ofMain = await build({
  ...common,
  entryPoints: { 'cli/main': 'src/cli/main.ts' },
  format: 'cjs',
  splitting: false,
  outExtension: { '.js': '.cjs' },
  plugins: [oneByteSigns],
  // A script has no import.meta, and none from V8's cache may import: whoever loads it does so (src/cli/load-main.ts).
  banner: {
    js:
      "const urlOfMain=require('node:url').pathToFileURL(__filename).href," +
      '$outer=typeof importOutside==="undefined"?(name)=>import(name):importOutside;',
  },
  define: { 'import.meta.url': 'urlOfMain' },
  sourcemap: 'external',
});
// Names of one length, so that places in the source map stay.
const main = readFileSync('dist/cli/main.cjs', 'utf8').replace(
  new RegExp(`\\bimport(?=\\("(?:${common.external.join('|')})[/"])`, 'g'),
  '$$outer',
);
writeFileSync('dist/cli/main.cjs', main);
if (/[^\0-\x7f]/.test(main)) throw new Error('dist/cli/main.cjs is read as one byte a sign');

const ofStart = await build({
  ...common,
  entryPoints: {
    'cli/start': 'src/cli/start.ts',
    'cli/gdal-worker': 'src/cli/gdal/worker.ts',
    'cli/thread': 'src/cli/threads/thread.ts',
  },
  chunkNames: 'cli/[name]-[hash]',
  define: { MAIN_SHA256: JSON.stringify(createHash('sha256').update(main).digest('hex')) },
  sourcemap: 'external',
});
const ofNode = await build({
  ...common,
  entryPoints: { node: 'src/node.ts' },
  plugins: [nodeByImport, fromLibrary],
});
const ofPage = await compilePage();
const packagesOf = (...builds) => foldersOfPackages(builds.map(({ metafile }) => metafile));
writeFileSync(
  'dist/LICENSES.txt',
  licencesText([...packagesOf(ofMain, ofStart, ofNode, ...ofPage), 'node_modules/sql.js']),
);
writeFileSync(
  'dist/page/made-with.txt',
  packagesByLicence([...packagesOf(...ofPage), 'node_modules/sql.js']),
);

// Read only when a fault is told (src/cli/lines-of-source.ts), so kept small.
for (const path of readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.map'),
)) {
  const map = thinMap(JSON.parse(readFileSync(`dist/${path}`, 'utf8')));
  writeFileSync(`dist/${path}.br`, brotliCompressSync(JSON.stringify(map)));
  rmSync(`dist/${path}`);
}

const { helpPages } = createRequire(import.meta.url)('./dist/cli/main.cjs');
writeFileSync('dist/cli/help.json', JSON.stringify(helpPages()));
