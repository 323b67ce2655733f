/** `coterminous page` from disk, network off: files handed over give the command line's bytes, and nothing is asked for. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { haveBrowser, scratch, startBrowser } from './open-page.js';

const files = ['icb.geojson', 'ltla.geojson', 'blocks.geojson', 'residents.csv'].map(
  (name) => `data/region/${name}`,
);
const run = (...words: string[]): Buffer =>
  execFileSync(process.execPath, ['bin/coterminous.js', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });

it('is one file of under 2 MB, the same bytes each time', () => {
  const [one, two] = [scratch('one.html'), scratch('two.html')];
  run('page', '-o', one);
  run('page', '-o', two);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  expect(statSync(one).size).toBeLessThan(2_000_000);
});

it.skipIf(!haveBrowser)('measures what is handed over, and nothing leaves it', async () => {
  const path = scratch('page.html');
  run('page', '-o', path);
  const wanted = scratch('wanted.csv');
  run('overlap', files[0]!, files[1]!, '--people', files[3]!, '--blocks', files[2]!, '-o', wanted);
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ offline: true, acceptDownloads: true });
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    await page.waitForSelector('html.scripted');
    await page.setInputFiles('#choose', files);
    await page.waitForSelector('#run:enabled');
    await page.selectOption('#question', 'overlap');
    await page.click('#run');
    await page.click('#take-away summary');
    const download = page.waitForEvent('download');
    await page.click('#take-0');
    const saved = scratch('saved.csv');
    await (await download).saveAs(saved);
    expect(readFileSync(saved, 'utf8')).toBe(readFileSync(wanted, 'utf8'));
    expect(requests.filter((url) => !url.startsWith('blob:') && url !== `file://${path}`)).toEqual([]);
  } finally {
    await browser.close();
  }
});
