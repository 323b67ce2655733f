/**
 * The page of England: ICBs of 2024 and councils of 2025, 20 m, with the residents of Census 2021.
 */
import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveRealData, realData } from '../real-data.js';
import { haveBrowser, makePage, openPage, startBrowser, type OpenPage } from './open-page.js';

const SHARED = [
  'East Suffolk',
  'North Yorkshire',
  'Westmorland and Furness',
  'Waverley',
  'Hart',
  'Guildford',
  'North Hertfordshire',
  'Surrey Heath',
  'Runnymede',
  'Cumberland',
  'Buckinghamshire',
  'Vale of White Horse',
];

const LAYERS = (): string[] => [
  realData('bgc/ICB24_BGC_from_LSOA21.geojson'),
  realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz'),
  '--people',
  `residents=${realData('people/census21_residents_lsoa21.csv')}`,
  '--blocks',
  realData('bgc/LSOA21_BGC_EW.geojson.gz'),
];

describe.skipIf(!haveBrowser || !haveRealData).each(['align', 'overlap'])(
  'the page of England by %s',
  (command) => {
    let browser: Browser;
    let path: string;
    let open: OpenPage;

    beforeAll(async () => {
      browser = await startBrowser();
      path = makePage(`england-${command}.html`, [command, ...LAYERS(), '--sensitivity']);
      open = await openPage(browser, path);
    });
    afterAll(async () => {
      await browser.close();
    });

    it('is under 3 MB with 42 ICBs and 361 councils on its map', async () => {
      expect(statSync(path).size).toBeLessThan(3_000_000);
      const data = JSON.parse((await open.page.locator('#page-data').textContent())!) as {
        readonly layers: readonly { readonly codes: readonly string[] }[];
      };
      expect(data.layers.map(({ codes }) => codes.length)).toEqual([42, 361]);
      expect(open.complaints).toEqual([]);
      expect(open.requests).toEqual([`file://${path}`]);
    });

    it('says in words that 12 councils are shared and how many people live outside the main ICB', async () => {
      const text = await open.page.locator('h1').innerText();
      expect(text).toMatch(
        command === 'align'
          ? /^386,89\d people in 12 councils live outside their council’s main ICB$/
          : /^12 of 296 councils lie in more than one ICB: 386,89\d people are outside the main one$/,
      );
    });

    it.each(SHARED)('finds %s by its name, whole on the map, in two ICBs or more', async (name) => {
      const { page } = open;
      await page.locator('#search').fill(name);
      await page.keyboard.press('Enter');
      expect(await page.locator('#card h2').innerText()).toBe(name);
      expect(await page.locator('#card').innerText()).toMatch(/lies in [23] ICBs: of its [\d,]+ residents/);
      const drawn = await page.locator('.chosen').boundingBox();
      const frame = (await page.locator('#map-frame').boundingBox())!;
      expect(drawn!.x).toBeGreaterThan(frame.x);
      expect(drawn!.x + drawn!.width).toBeLessThan(frame.x + frame.width);
    });
  },
);
