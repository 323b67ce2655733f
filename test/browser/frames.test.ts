/**
 * The map of a page with 35,721 small areas moves without a frame over 100 ms, and the page stays small.
 */
import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timePage, type PageTimes } from '../../bench/drag-page.mjs';
import { writeMosaic } from '../../bench/large-map.mjs';
import { haveBrowser, makePage, openPage, scratch, startBrowser } from './open-page.js';

/** Milliseconds of the longest frame while the map is dragged and zoomed. */
const LONGEST_FRAME = 100;
/** A machine that does something else makes frames longer, never shorter: the best of so many tries counts. */
const TRIES = 4;

describe.skipIf(!haveBrowser)('a page of 35,721 areas in 42 counties', () => {
  let browser: Browser;
  let path: string;

  beforeAll(async () => {
    const [counties, areas] = [scratch('counties.geojson'), scratch('areas.geojson')];
    writeMosaic(counties, { columns: 6, rows: 7, points: 300, seed: 1, entity: 'C', stem: 'CTY24' });
    writeMosaic(areas, { columns: 189, rows: 189, points: 3, seed: 2, entity: 'A', stem: 'LSOA21' });
    path = makePage('areas.html', ['overlap', counties, areas]);
    browser = await startBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
  });

  it('is of 3 MB at most and draws them all', async () => {
    expect(statSync(path).size).toBeLessThanOrEqual(3_000_000);
    const { page, complaints } = await openPage(browser, path);
    expect(await page.locator('.map-notes').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('moves and zooms without a frame over 100 ms', async () => {
    const longest = { whole: Infinity, zoom: Infinity, near: Infinity };
    const parts = ['whole', 'zoom', 'near'] as const;
    for (let i = 0; i < TRIES && parts.some((part) => longest[part] > LONGEST_FRAME); i++) {
      const times: PageTimes = await timePage(browser, path);
      // Six frames of a sixtieth of a second are 100 ms, and their clock's sums 100.00000000000023.
      for (const part of parts) longest[part] = Math.min(longest[part], Number(times[part].worst.toFixed(3)));
    }
    for (const part of parts) expect(longest[part], part).toBeLessThanOrEqual(LONGEST_FRAME);
  }, 300_000);

  it('chooses the area under the pointer, though no element stands for it', async () => {
    const { page } = await openPage(browser, path);
    for (let i = 0; i < 5; i++) await page.locator('button[data-move=in]').click();
    const box = (await page.locator('#map-frame').boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.locator('#card h2').innerText()).toMatch(/^Unit A\d{6}$/);
    expect(await page.locator('#sheet path').count()).toBe(3);
    await page.context().close();
  }, 120_000);
});
