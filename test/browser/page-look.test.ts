/**
 * The page at a phone's width and at a desk's, light and dark, in every state that a person works in: axe finds nothing,
 * nothing is wider than the screen, and nothing that is pressed is smaller than 24 pixels.
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { axeFaults } from './axe-faults.js';
import { haveBrowser, openPage, scratch, startBrowser } from './open-page.js';

const path = scratch('look.html');

/** What is wrong with how the page looks now. */
async function lookFaults(page: Page): Promise<string[]> {
  const measured = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const small = [...document.querySelectorAll('button, select, input, summary, [role=tab], [role=option]')]
      .filter((element) => element.checkVisibility() && element.closest('.for-readers') === null)
      .filter((element) => getComputedStyle(element).opacity !== '0')
      .flatMap((element) => {
        // What a label stands for is pressed on the label.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        return width < 24 || height < 24 ? [`${width} × ${height}: ${element.outerHTML.slice(0, 120)}`] : [];
      });
    return [...(wide > 0 ? [`${wide} pixels wider than the screen`] : []), ...small];
  });
  return [...measured, ...(await axeFaults(page))];
}

async function chooseByName(page: Page, name: string): Promise<void> {
  await page.locator('#work-search').fill(name);
  await page.locator('#work-search').press('Enter');
  await page.locator('.work-give strong').waitFor();
}

describe.skipIf(!haveBrowser)('the look of the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(path, composePage());
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  it.each([
    ['light', 390],
    ['dark', 390],
    ['light', 1440],
    ['dark', 1440],
  ] as const)('%s, %i wide', { timeout: 180_000 }, async (colorScheme, width) => {
    const { page } = await openPage(browser, path, { colorScheme, viewport: { width, height: 844 } });
    expect(await lookFaults(page), 'empty').toEqual([]);
    await page.click('#region');
    await page.waitForSelector('#run:enabled');
    await page.click('#more summary');
    await page.click('.settings summary');
    expect(await lookFaults(page), 'asked').toEqual([]);
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    expect(await lookFaults(page), 'answer').toEqual([]);
    await page.click('#tolerance-menu summary');
    expect(await lookFaults(page), 'tolerance').toEqual([]);
    await page.click('#tolerance-menu summary');
    await page.click('#take-away summary');
    expect(await lookFaults(page), 'take away').toEqual([]);
    await page.click('#take-away summary');
    await page.click('#answer-what-if');
    await page.waitForSelector('.work-give');
    await chooseByName(page, 'Brackenholt in Calder');
    expect(await lookFaults(page), 'chosen').toEqual([]);
    await page.locator('.work-give button.main').click();
    await expect.poll(() => page.innerText('.work-status')).toContain('3 → 2');
    await page.getByRole('button', { name: 'Another' }).click();
    await page.waitForSelector('.work-beside table');
    expect(await lookFaults(page), 'two proposals').toEqual([]);
    await page.click('#leave-bench');
    await page.click('#draw');
    await page.waitForSelector('.work-give');
    await chooseByName(page, 'E01900001');
    expect(await lookFaults(page), 'drawing').toEqual([]);
    await page.locator('.work-give form button').click();
    await page.waitForSelector('.drawn');
    expect(await lookFaults(page), 'drawn').toEqual([]);
    await page.context().close();
  });
});
