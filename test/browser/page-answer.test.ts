/**
 * An answer on the page: the command line that makes it again, another tolerance, the way back, paper; and all of it by
 * keyboard alone.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Browser, FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { haveBrowser, openPage, scratch, startBrowser } from './open-page.js';

const path = scratch('answer-of-page.html');
const FILES = ['icb.geojson', 'ltla.geojson', 'blocks.geojson', 'residents.csv'];
const bin = resolve('bin/coterminous.js');

/** Where the files lie that the page is handed, so that a command line finds them by their names. */
const folder = dirname(path);

/** Carries out a line as a shell does, in which `coterminous` is the command line. */
const inShell = (line: string): string =>
  execFileSync('sh', ['-c', `coterminous() { "${process.execPath}" "${bin}" "$@"; }; ${line}`], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

async function takeAway(page: Page, label: string | RegExp): Promise<Buffer> {
  await page.click('#take-away summary');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#take-away').getByRole('button', { name: label }).click(),
  ]);
  await page.click('#take-away summary');
  const saved = scratch(`taken-${download.suggestedFilename()}`);
  await download.saveAs(saved);
  return readFileSync(saved);
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

/** What Enter opens. A browser that is still busy with the page may pass over the key, so it is pressed again. */
async function chooserByKey(page: Page): Promise<FileChooser> {
  const opened = page.waitForEvent('filechooser');
  const isOpen = opened.then(() => true);
  do await page.keyboard.press('Enter');
  while (!(await Promise.race([isOpen, page.waitForTimeout(3000).then(() => false)])));
  return opened;
}

describe.skipIf(!haveBrowser)('an answer of the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(path, composePage());
    for (const name of FILES) copyFileSync(`data/region/${name}`, scratch(name));
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  async function answered(question: string): Promise<Page> {
    const { page } = await openPage(browser, path);
    await page.setInputFiles('#choose', FILES.map(scratch));
    await page.waitForSelector('#run:enabled');
    await page.selectOption('#question', question);
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    return page;
  }

  it('the command line that is copied gives the same bytes', { timeout: 120_000 }, async () => {
    const page = await answered('overlap');
    await page.click('#copy-command');
    // Before anything is taken away it is the line of what is seen.
    const line = page.locator('#command-line');
    await expect.poll(() => line.inputValue()).toMatch(/^coterminous overlap .* -o overlap\.html$/);
    for (const { label, file } of [
      { label: 'This page (HTML)', file: 'overlap.html' },
      { label: /^overlaps of .* \(CSV\)$/i, file: 'overlap.csv' },
      { label: 'Everything as a workbook (XLSX)', file: 'overlap.xlsx' },
      { label: 'The result, to go on with (JSON)', file: 'overlap.json' },
      { label: 'Shapes (GeoJSON)', file: 'overlap.geojson' },
      { label: 'Shapes (GeoPackage)', file: 'overlap.gpkg' },
    ]) {
      const taken = await takeAway(page, label);
      // The line follows what was taken.
      await expect.poll(() => line.inputValue()).toMatch(new RegExp(`-o ${file.replace('.', '\\.')}$`));
      inShell(await line.inputValue());
      expect(taken.equals(readFileSync(scratch(file))), file).toBe(true);
    }
    // Or what is chosen, without taking it.
    await page.selectOption('#command-for', { label: 'Map (PNG)' });
    await expect.poll(() => line.inputValue()).toMatch(/ -o overlap\.png$/);
    expect(await page.innerText('#command-notes')).toContain('other bytes');
    await page.context().close();
  });

  it(
    'another tolerance is a new answer, with as many overlaps as the curve has there',
    { timeout: 60_000 },
    async () => {
      const page = await answered('overlap');
      await page.click('#tolerance-menu summary');
      expect(await page.getAttribute('.small-curve svg', 'aria-label')).toMatch(
        /^Line chart: 15 real overlaps at 0 m, \d+ at 1,000 m$/,
      );
      expect(await page.innerText('#tolerance-menu output')).toBe('1 m: 15 real overlaps');
      // Step 200 of 200 is 1,000 m.
      await page.locator('#slider').focus();
      await page.keyboard.press('End');
      const said = await page.innerText('#tolerance-menu output');
      expect(said).toMatch(/^1,000 m: about \d+ real overlaps$/);
      await page.waitForSelector('#shown');
      await expect.poll(() => page.innerText('#tolerance-menu summary')).toBe('Tolerance 1,000 m');
      const rows = inShell(
        'coterminous overlap icb.geojson ltla.geojson --people residents.csv --blocks blocks.geojson --tolerance 1000',
      );
      const pairs = rows.trim().split('\n').length - 1;
      expect(said).toContain(`about ${pairs} real`);
      expect(pairs).toBeLessThan(15);
      expect(await page.locator('#shown option').count()).toBe(2);
      // The earlier answer is still there.
      await page.selectOption('#shown', '0');
      await expect.poll(() => page.innerText('#tolerance-menu summary')).toBe('Tolerance 1 m');
      await page.context().close();
    },
  );

  it('leads back to the question, and on to proposals that were begun', { timeout: 60_000 }, async () => {
    const page = await answered('align');
    await page.click('#answer-what-if');
    await page.waitForSelector('.work-give');
    await page.fill('#work-search', 'Brackenholt in Calder');
    await page.press('#work-search', 'Enter');
    await page.locator('.work-give button.main').click();
    await expect.poll(() => page.innerText('.work-status')).toContain('3 → 2');
    await page.click('#leave-bench');
    expect(await page.inputValue('#question')).toBe('align');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('run');
    await page.getByRole('button', { name: 'Go on with the proposals' }).click();
    expect(await page.isVisible('.work-figures')).toBe(true);
    expect(await page.innerText('.work-figures')).toContain('1 fewer');
    await page.getByRole('button', { name: 'Full report' }).click();
    await page.waitForSelector('#result:not([hidden])');
    await page.click('#change');
    expect(await page.isVisible('#run')).toBe(true);
    await page.context().close();
  });

  it('is on paper without what is pressed, and whole', { timeout: 60_000 }, async () => {
    const page = await answered('align');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.page-line', '#bar', '.skip'])
      expect(await page.isVisible(selector)).toBe(false);
    const frame = page.frameLocator('#answer');
    expect(await frame.locator('h1').isVisible()).toBe(true);
    for (const selector of ['#find', '.map-buttons', '#menu', '#theme'])
      expect(await frame.locator(selector).first().isVisible(), selector).toBe(false);
    const { height, content } = await page.evaluate(() => {
      const answer = document.getElementById('answer') as HTMLIFrameElement;
      return { height: answer.clientHeight, content: answer.contentDocument!.body.scrollHeight };
    });
    expect(height).toBeGreaterThanOrEqual(content);
    await page.context().close();
  });

  it(
    'by keyboard alone: from the empty desk to a table that is taken away',
    { timeout: 60_000 },
    async () => {
      const { page } = await openPage(browser, path);
      await tabTo(page, '#choose');
      const chooser = await chooserByKey(page);
      await chooser.setFiles(FILES.map(scratch));
      await page.waitForSelector('#run:enabled');
      await tabTo(page, '#run');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#result:not([hidden])');
      await tabTo(page, '#take-away > summary');
      await page.keyboard.press('Enter');
      await tabTo(page, '#take-0');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      await download.saveAs(scratch('by-keyboard.csv'));
      const wanted = inShell(
        'coterminous align icb.geojson ltla.geojson --people residents.csv --blocks blocks.geojson --sensitivity',
      );
      expect(readFileSync(scratch('by-keyboard.csv'), 'utf8')).toBe(wanted);
      await page.context().close();
    },
  );

  it('by keyboard alone: small areas are chosen in the list, and given', { timeout: 60_000 }, async () => {
    const { page } = await openPage(browser, path);
    await page.click('#region');
    await page.waitForSelector('#run:enabled');
    await tabTo(page, '#what-if');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.work-give');
    await tabTo(page, '.work-by input');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, '#work-search');
    await page.keyboard.type('Brackenholt 00');
    await tabTo(page, '#work-list');
    const two = [];
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Home');
      for (let k = 0; k <= i; k++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
      two.push(await page.locator('#work-list [aria-selected=true]').allInnerTexts());
    }
    expect(two.map(({ length }) => length)).toEqual([1, 2]);
    await page.locator('.work-give strong').waitFor();
    await tabTo(page, '#work-new');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.innerText('.work-status')).toContain('given to New ICB 1.');
    await page.context().close();
  });
});
