/**
 * The page in Firefox, where it is installed (Debian's `firefox-esr`): driven by the protocol that every browser has.
 *
 * FIREFOX names the browser, by default /usr/bin/firefox-esr; where there is none the test is skipped, with a message.
 */
import { existsSync } from 'node:fs';
import { firefox, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePage } from './open-page.js';

const executablePath = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
const haveFirefox = existsSync(executablePath);
if (!haveFirefox)
  console.warn(`The test of the page in Firefox is skipped: ${executablePath} is not there (set FIREFOX).`);

describe.skipIf(!haveFirefox)('the page in Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
  });
  afterAll(async () => {
    await browser.close();
  });

  it('opens from disk, draws its map, opens a card by its link and goes back', async () => {
    const path = makePage('firefox.html', [
      'align',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      '--people',
      'residents=data/region/residents.csv',
      '--blocks',
      'data/region/blocks.geojson',
    ]);
    // Firefox takes no orders about colours and motion.
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`file://${path}`);
    await page.waitForSelector('#map-frame[data-ready]');
    const lead = page.locator('#list [data-row] a').first();
    const name = await lead.innerText();
    await lead.click();
    await expect.poll(() => page.locator('#card h2').innerText()).toBe(name);
    expect(page.url()).toMatch(/#unit=[^&]+&layer=ltla/);
    await page.getByRole('button', { name: 'Copy sentence' }).click();
    await expect.poll(() => page.locator('#live').innerText()).toBe('The sentence is copied.');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#list').isVisible()).toBe(true);
    const frame = (await page.locator('#map-frame').boundingBox())!;
    expect(frame.y + frame.height).toBeLessThanOrEqual(900);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);
});
