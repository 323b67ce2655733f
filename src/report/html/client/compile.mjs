/**
 * Puts the page's script, main.ts with all that it imports, into ../client-code.ts as text, from where the writer of
 * pages takes it.
 *
 * The text stands between `<script>` and `</script>`: what could end the element, or begin a comment that hides its
 * end, is refused here, so that no page has to look. Tabs, which the compiler puts into texts as they are, are written as
 * escapes: a page holds no unseen sign.
 */
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../client-code.ts');

const { outputFiles } = await build({
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  write: false,
  logLevel: 'warning',
});
const script = outputFiles[0].text.trim().replaceAll('\t', '\\t');
const unsafe = /<\/?script|<!--/i.exec(script);
if (unsafe !== null) {
  process.stderr.write(`the page's script holds ${unsafe[0]}, which cannot stand in a script element\n`);
  process.exit(1);
}

const text = `/** The script of the page. Made from src/report/html/client by \`npm run build:page\`. */\nexport const clientCode =\n  ${JSON.stringify(script)};\n`;
if (readOrEmpty(target) !== text) writeFileSync(target, text);
// The same script, but newer than its source again.
else utimesSync(target, new Date(), new Date());

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
