/**
 * The engine of the page comes to an end: it is cancelled, it falls over, memory runs out. Whoever waits is told, nothing
 * stays on the screen that is no longer done, and the next question is answered by another engine with the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { haveBrowser, openPage, scratch, startBrowser } from './open-page.js';

const path = scratch('ends.html');

describe.skipIf(!haveBrowser)('the engine of the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(path, composePage());
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  /** The page with the region on its desk. */
  async function withRegion(): Promise<{ page: Page; engine: Worker; complaints: string[] }> {
    const { page, complaints } = await openPage(browser, path);
    await page.click('#region');
    await page.waitForSelector('#run:enabled');
    return { page, engine: page.workers()[0]!, complaints };
  }

  async function expectAnswer(page: Page): Promise<void> {
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.frameLocator('#answer').locator('h1').textContent()).toContain('live outside');
    expect(await page.locator('#progress').isHidden()).toBe(true);
  }

  /** The trouble that is shown, once nothing is being done any more. */
  async function trouble(page: Page): Promise<string> {
    await page.waitForSelector('#trouble .refusal');
    expect(await page.locator('#progress').isHidden()).toBe(true);
    expect(await page.locator('#run').isEnabled()).toBe(true);
    return page.locator('#trouble').innerText();
  }

  const takeFirst = async (page: Page): Promise<string> => {
    await page.locator('#take-away').evaluate((menu: HTMLDetailsElement) => (menu.open = true));
    const waiting = page.waitForEvent('download');
    await page.click('#take-0');
    const saved = scratch('taken.csv');
    await (await waiting).saveAs(saved);
    return readFileSync(saved, 'utf8');
  };

  it('is cancelled, and the next question is answered', async () => {
    const { page, engine, complaints } = await withRegion();
    const closed = engine.waitForEvent('close');
    await page.evaluate(() => {
      document.getElementById('run')!.click();
      document.getElementById('cancel')!.click();
    });
    await closed;
    await page.waitForSelector('#progress', { state: 'hidden' });
    expect(await page.locator('#trouble').innerText()).toBe('');
    expect(await page.locator('#files').innerText()).toContain('ltla.geojson');
    await expectAnswer(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('gives what an answer of an engine that is gone had to take away', async () => {
    const { page } = await withRegion();
    await expectAnswer(page);
    const before = await takeFirst(page);
    await page.evaluate(() => document.getElementById('cancel')!.click());
    expect(await takeFirst(page)).toBe(before);
    await page.context().close();
  });

  it('falls over: what waits is refused, and asking again starts another', async () => {
    const { page, engine } = await withRegion();
    await engine.evaluate(() => {
      self.onmessage = () => {
        throw new Error('the roof fell in');
      };
    });
    await page.click('#run');
    const said = await trouble(page);
    expect(said).toContain('The engine of this page stopped: Uncaught Error: the roof fell in.');
    expect(said).toContain('Ask again: the files are still here');
    await expectAnswer(page);
    await page.context().close();
  });

  it('falls over while nobody waits: it is said, and the next question is answered', async () => {
    const { page, engine } = await withRegion();
    await engine.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('late');
        }, 0),
    );
    expect(await trouble(page)).toContain('The engine of this page stopped: Uncaught Error: late.');
    await expectAnswer(page);
    await page.context().close();
  });

  it.each([
    ['no place for a kernel', 'WebAssembly.Memory(): could not allocate memory'],
    ['no place for an array', 'Array buffer allocation failed'],
  ])('has no more memory, %s: it says what to do, and the next question is answered', async (_, message) => {
    const { page, engine } = await withRegion();
    await engine.evaluate((text) => {
      WebAssembly.Memory = function () {
        throw new RangeError(text);
      } as unknown as typeof WebAssembly.Memory;
    }, message);
    await page.click('#run');
    const said = await trouble(page);
    expect(said).toContain('The browser gave this page no more memory, so the question was ended.');
    expect(said).toContain('Boundaries generalised to 20 m (BGC) need a tenth of the full ones.');
    await expectAnswer(page);
    await page.context().close();
  });

  it('takes its workbench with it, which is said', async () => {
    const { page, engine } = await withRegion();
    await page.click('#what-if');
    await page.locator('.work-give').waitFor();
    await engine.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('late');
        }, 0),
    );
    await trouble(page);
    expect(await page.locator('#go-on').count()).toBe(0);
    await page.click('#what-if');
    await page.locator('.work-give').waitFor();
    await page.context().close();
  });
});
