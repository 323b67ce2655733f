/**
 * Files on the page in a browser with the network off: two of one name are kept, a folder is dropped, a config file runs, a
 * saved result is shown and held against the next answer, and a file is taken out with its parts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { councils, icbs } from '../cli/small-files.js';
import { dbfBytes, gridWkt, shpBytes } from '../read/formats-fixtures.js';
import { haveBrowser, openPage, scratch, startBrowser } from './open-page.js';

const path = scratch('files.html');

const idle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getElementById('progress')!.hidden, null, { timeout: 60_000 });

async function choose(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  await page.setInputFiles(
    '#choose',
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: '',
      buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
    })),
  );
  // The work has begun once its stage is shown.
  await page.waitForFunction(() => document.getElementById('stage')!.textContent !== '');
  await idle(page);
  return page.locator('.file strong').allInnerTexts();
}

describe.skipIf(!haveBrowser)('files on the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(path, composePage());
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  it('of one name are both kept, and the region takes no place of theirs', async () => {
    const { page, complaints } = await openPage(browser, path);
    await choose(page, { 'icb.geojson': icbs });
    expect(await choose(page, { 'icb.geojson': councils })).toEqual(['icb.geojson', 'icb-2.geojson']);
    expect(await page.innerText('#told')).toContain('this one is called icb-2.geojson');
    await choose(page, { 'icb.geojson': icbs });
    expect(await page.innerText('#told')).toContain('icb.geojson is here already');
    await page.click('#region');
    await page.locator('.file').nth(5).waitFor();
    expect(await page.locator('.file strong').allInnerTexts()).toEqual(
      expect.arrayContaining(['icb.geojson', 'icb-2.geojson', 'region/icb.geojson', 'ltla.geojson']),
    );
    expect(await page.locator('.file').first().innerText()).toContain('2 ICBs of 2024');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('in folders that are dropped are taken in by their paths', async () => {
    const { page } = await openPage(browser, path);
    const names = await page.evaluate(async () => {
      const entryOf = (name: string): object => ({
        isFile: true,
        isDirectory: false,
        name,
        file: (done: (file: File) => void) => done(new File([`of ${name}`], name)),
      });
      const folderOf = (name: string, within: object[]): object => ({
        isFile: false,
        isDirectory: true,
        name,
        createReader: () => {
          const pieces = [within, []];
          return { readEntries: (done: (some: object[]) => void) => done(pieces.shift()!) };
        },
      });
      const entries = [
        folderOf('2023', [entryOf('lad.csv'), entryOf('.DS_Store')]),
        folderOf('2024', [folderOf('far', [entryOf('lad.csv')])]),
      ];
      const event = new Event('drop', { bubbles: true, cancelable: true });
      const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
      Object.assign(event, { dataTransfer: { items, files: [] } });
      document.dispatchEvent(event);
      for (let i = 0; i < 300 && document.querySelectorAll('.file').length < 2; i++)
        await new Promise((done) => setTimeout(done, 100));
      return [...document.querySelectorAll('.file strong')].map(({ textContent }) => textContent);
    });
    expect(names).toEqual(['2023/lad.csv', '2024/far/lad.csv']);
    await page.context().close();
  });

  it('that are a config run by a click, and a saved result is held against the next answer', async () => {
    const { page, complaints } = await openPage(browser, path);
    const config = 'layers: { a: far/icb.geojson, b: far/lad.geojson }\nreports:\n  pairs: { command: overlap, layers: [a, b] }\n'; // prettier-ignore
    await choose(page, { 'coterminous.yaml': config });
    await page.click('#open-0');
    await page.locator('#trouble .refusal').waitFor();
    expect(await page.innerText('#trouble')).toContain(
      'it reads icb.geojson and lad.geojson, which are not here',
    );
    await choose(page, { 'icb.geojson': icbs, 'lad.geojson': councils });
    await page.click('#open-0');
    await page.waitForSelector('#result:not([hidden])');
    await page.click('#take-away summary');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#take-away button').filter({ hasText: '(JSON)' }).click(),
    ]);
    const saved = scratch('saved.json');
    await download.saveAs(saved);
    await idle(page);
    await page.click('#change');
    await choose(page, { 'saved.json': readFileSync(saved) });
    await page.selectOption('#question', 'overlap');
    await page.selectOption('#baseline', 'saved.json');
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.frameLocator('#answer').locator('body').innerText()).toMatch(/baseline/i);
    await page.click('#change');
    await page.getByRole('button', { name: 'Show this answer' }).click();
    await page.waitForSelector('#result:not([hidden])');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('with parts that come one by one are one, and go as one', async () => {
    const { page, complaints } = await openPage(browser, path);
    expect(await choose(page, { 'w.dbf': dbfBytes() })).toEqual(['w.dbf']);
    expect(await page.locator('.refusal').innerText()).toContain('w.shp is not here');
    await choose(page, { 'w.prj': gridWkt });
    expect(await choose(page, { 'w.shp': shpBytes() })).toEqual(['w.shp']);
    expect(await page.locator('.file').innerText()).toContain('2 councils');
    await page.click('#settings-0 summary');
    await page.click('#remove-0');
    await page.waitForFunction(() => document.querySelectorAll('.file').length === 0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
