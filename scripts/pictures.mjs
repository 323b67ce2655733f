/**
 * The pictures of the documentation, made by the tool itself from the embedded region: `npm run pictures`.
 *
 * Maps are drawn by `-o FILE.svg`; screenshots of pages need a browser (CHROMIUM, by default /usr/bin/chromium) and are
 * left as they are where there is none. The build must be there: `npm run bundle`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const target = 'docs/pictures';
mkdirSync(target, { recursive: true });

const region = (name) => `data/region/${name}`;
const people = ['--people', region('residents.csv'), '--blocks', region('blocks.geojson')];
const overlap = ['overlap', region('icb.geojson'), region('ltla.geojson'), ...people];
const coverage = [
  'coverage',
  region('neighbourhoods.geojson'),
  '--within',
  region('ltla.geojson'),
  ...people,
];

/** Runs a command and writes its result to a file. */
const make = (words, file) =>
  execFileSync(process.execPath, ['bin/coterminous.js', ...words, '--quiet', '-o', file], {
    stdio: 'inherit',
  });

make(coverage, join(target, 'coverage-map.svg'));

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (existsSync(executablePath)) {
  const { chromium } = await import('playwright-core');
  const folder = mkdtempSync(join(tmpdir(), 'coterminous-pictures-'));
  const path = join(folder, 'overlap.html');
  make(overlap, path);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(`file://${path}`);
  await page.waitForSelector('#map-frame[data-ready]');
  await page.screenshot({ path: join(target, 'overlap-page.jpg'), quality: 75 });
  await browser.close();
  rmSync(folder, { recursive: true });
} else {
  console.error(`no picture of a page: ${executablePath} is not there (CHROMIUM names a browser)`);
}
