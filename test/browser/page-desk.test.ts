/**
 * The desk of the page in a browser with the network off: files in, an answer by one click, refusals with their choices;
 * axe finds nothing on it, light and dark, wide and narrow.
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { axeFaults as faults } from './axe-faults.js';
import { haveBrowser, openPage, scratch, startBrowser } from './open-page.js';

const path = scratch('desk.html');

const idle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getElementById('progress')!.hidden, null, { timeout: 60_000 });

describe.skipIf(!haveBrowser)('the desk', () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(path, composePage());
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  it.each([
    ['light', 1440],
    ['dark', 1024],
    ['light', 390],
  ] as const)('leads from the region to an answer by one click, %s, %i wide', async (colorScheme, width) => {
    const look = { colorScheme, viewport: { width, height: 900 } };
    const { page, complaints, requests } = await openPage(browser, path, look);
    expect(await faults(page)).toEqual([]);
    await page.click('#region');
    await page.waitForSelector('#run');
    await idle(page);
    expect(await page.textContent('#files')).toContain('3 ICBs of 2024, codes in ICB24CD');
    expect(await faults(page)).toEqual([]);
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
    expect(await page.frameLocator('#answer').locator('h1').textContent()).toContain('live outside');
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(file|blob|data|about):/.test(url))).toEqual([]);
    await page.context().close();
  });

  it('shows a refusal with its choices, and goes on with the one that is pressed', async () => {
    const { page } = await openPage(browser, path);
    const square = [
      [0, 52],
      [0.1, 52],
      [0.1, 52.1],
      [0, 52.1],
      [0, 52],
    ];
    const one = {
      type: 'Feature',
      properties: { LAD24CD: 'E07000001' },
      geometry: { type: 'Polygon', coordinates: [square] },
    };
    const text = JSON.stringify({ type: 'FeatureCollection', exceededTransferLimit: true, features: [one] });
    await page.setInputFiles('#choose', {
      name: 'lad.geojson',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await page.getByRole('button', { name: 'go on with what is here' }).click();
    await page.waitForSelector('.role-layer');
    expect(await page.textContent('#files')).toContain('codes in LAD24CD');
    await page.context().close();
  });
});
