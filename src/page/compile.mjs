/**
 * Makes what `coterminous page` puts together, below dist:
 *
 *     dist/library.js      the library with all its packages and the page's engine, as one module; dist/index.js is the door
 *     dist/page/desk.js    the script of the page, with its style and content beside it, and what starts it
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Packages that stay outside: SQLite brings WebAssembly with it, and pictures are drawn by a program of the system’s own. */
const OUTSIDE = ['@resvg/resvg-js', 'sql.js'];

const browser = {
  bundle: true,
  platform: 'browser',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
};

/** Names that a module of ours exports. */
async function namesOf(file) {
  const { metafile } = await build({ entryPoints: [file], format: 'esm', write: false, metafile: true });
  return Object.values(metafile.outputs)[0].exports.sort();
}

/** Compiles it; gives what esbuild says of each bundle. */
export async function compilePage() {
  mkdirSync('dist/page', { recursive: true });
  const library = await build({
    ...browser,
    entryPoints: ['src/page/engine/main.ts'],
    outfile: 'dist/library.js',
    format: 'esm',
    target: 'es2022',
    external: OUTSIDE,
    // The other one asks for Node's workers, which nothing here uses and a browser has not.
    alias: { fflate: 'fflate/browser' },
  });
  const names = await namesOf('src/index.ts');
  writeFileSync('dist/index.js', `export{${names.join(',')}}from"./library.js";\n`);
  const scripts = await build({
    ...browser,
    entryPoints: { desk: 'src/page/desk/main.ts', load: 'src/page/desk/load.ts' },
    outdir: 'dist/page',
    format: 'iife',
    target: 'es2022',
  });
  for (const name of ['body.html', 'style.css']) copyFileSync(`src/page/desk/${name}`, `dist/page/${name}`);
  return [library, scripts];
}
