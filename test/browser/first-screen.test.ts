/**
 * The first screen of the page: what is visible without scrolling, the list, the card, links, search, print.
 */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveBrowser, makePage, openPage, startBrowser, type OpenPage } from './open-page.js';

const REGION = ['--people', 'residents=data/region/residents.csv', '--blocks', 'data/region/blocks.geojson'];
const SIZES = [
  ['a desktop', { viewport: { width: 1440, height: 900 } }],
  ['a tablet', { viewport: { width: 1024, height: 768 } }],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const;

/** The key, which the circles bring. */
const KEY = '#map-frame .people text:has-text("border of an ICB") >> nth=0';

/** Everything axe finds, however small. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await runner.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

const active = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('data-target') ?? document.activeElement?.id ?? '',
  );

describe.skipIf(!haveBrowser)('the first screen', () => {
  let browser: Browser;
  let path: string;
  let open: OpenPage;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
    path = makePage('first.html', [
      'align',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      ...REGION,
    ]);
    open = await openPage(browser, path);
    page = open.page;
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each(SIZES)('shows headline, three figures, map and key on %s without scrolling', async (_, options) => {
    const { page: own } = await openPage(browser, path, options);
    const { height } = options.viewport;
    for (const part of ['h1', '.figure-strip li >> nth=2', KEY, '#map-frame']) {
      const box = (await own.locator(part).boundingBox())!;
      expect(box.y, part).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, part).toBeLessThanOrEqual(height);
    }
    expect(await own.locator('.figure-strip li').count()).toBe(3);
    expect((await own.locator('#map-frame').boundingBox())!.height).toBeGreaterThan(250);
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options.viewport.width,
    );
    await own.context().close();
  });

  it('goes by Tab from the top line to the search, the list and the map', async () => {
    await page.locator('#theme').focus();
    await page.keyboard.press('Tab');
    expect(await active(page)).toBe('search');
    await page.keyboard.press('Tab');
    expect(await active(page)).toMatch(/^u:/);
  });

  it('opens the card in the place of the list, writes the link, and goes back to the row by Escape', async () => {
    const first = page.locator('#list [data-row] a').first();
    const target = await first.getAttribute('data-target');
    await first.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#card h2').count()).toBe(1);
    expect(await page.locator('#list').isVisible()).toBe(false);
    // The view is written when the map has come to rest.
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#unit=[^&]+&layer=ltla&map=[-\d.,]+$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('#list').isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
    expect(await active(page)).toBe(target);
  });

  it('goes on to the next piece by rank, and back by the browser', async () => {
    const names = await page.locator('#list [data-row] .what a').allInnerTexts();
    await page.locator('#list [data-row] a').first().click();
    await page.getByRole('button', { name: 'Next piece ›' }).click();
    expect(await page.locator('#card h2').innerText()).toBe(names[1]);
    await page.goBack();
    await expect.poll(() => page.locator('#card h2').innerText()).toBe(names[0]);
    await page.goBack();
    await expect.poll(() => page.locator('#card').isVisible()).toBe(false);
  });

  it('copies link, figures and sentence, and says so', async () => {
    await page.locator('#list [data-row] a').first().click();
    for (const [name, said] of [
      ['Copy link', 'The link is copied.'],
      ['Copy figures', 'The figures are copied.'],
      ['Copy sentence', 'The sentence is copied.'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(() => page.locator('#live').innerText()).toBe(said);
    }
    await page.keyboard.press('Escape');
  });

  it('reads a link, with its view, and passes over one that names nothing', async () => {
    const [unit] = (await page.locator('#list [data-row] a').first().getAttribute('data-target'))!
      .split(':')
      .slice(2);
    const fresh = async (hash: string): Promise<Page> => {
      const { page: own, complaints } = await openPage(browser, `${path}${hash}`);
      await own.waitForTimeout(300);
      expect(complaints).toEqual([]);
      return own;
    };
    const own = await fresh(`#unit=${unit}&layer=ltla`);
    expect(await own.locator('#card').isVisible()).toBe(true);
    const map = /map=([\d.,-]+)/.exec(own.url())![1]!;
    const [latitude, longitude] = map.split(',');
    const viewed = await fresh(`#unit=${unit}&map=${latitude},${longitude},12`);
    expect(viewed.url()).toContain(`map=${latitude},${longitude},12`);
    for (const bad of [
      '#unit=NOBODY',
      '#unit=%E0%A4%A',
      `#unit=${unit}&layer=none`,
      '#piece=x:1',
      '#unit=',
    ]) {
      const nothing = await fresh(bad);
      expect(await nothing.locator('#card').isVisible(), bad).toBe(false);
      await nothing.context().close();
    }
    const wrongView = await fresh(`#unit=${unit}&map=north,1,2`);
    expect(await wrongView.locator('#card').isVisible()).toBe(true);
    for (const each of [own, viewed, wrongView]) await each.context().close();
  });

  it('filters the list, finds what is not in it, and says where there is nothing', async () => {
    const rows = page.locator('#list [data-row]:visible');
    const all = await rows.count();
    const name = await page.locator('#list [data-row] a').first().innerText();
    await page.locator('#search').fill(name);
    expect(await rows.count()).toBe(1);
    await page.locator('#search').fill('Pellow');
    expect(await rows.count()).toBe(0);
    expect(await page.locator('#found a').first().innerText()).toContain('Pellow');
    await page.locator('#search').fill('nowhere at all');
    expect(await page.locator('#found').innerText()).toBe('No council or ICB of that name');
    expect(await page.locator('#live').innerText()).toBe('No council or ICB of that name');
    await page.locator('#search').fill('');
    expect(await rows.count()).toBe(all);
  });

  it('lights the row and what is on the map together', async () => {
    await page.locator('#list [data-row] a').first().focus();
    expect(await page.locator('#list [data-row].lit').count()).toBe(1);
    expect(await page.locator('#map-frame .hovered').getAttribute('d')).toMatch(/^M/);
    await page.locator('#search').focus();
    expect(await page.locator('#list [data-row].lit').count()).toBe(0);
  });

  it('prints on two sheets, without the full tables unless they are asked for', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#tables').isVisible()).toBe(false);
    expect(await page.locator('#method').isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.menu summary', { hasText: 'Print' }).click();
    await page.locator('#print-tables').check();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#tables').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(open.complaints).toEqual([]);
  });

  it('keeps list and a picture without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const own = await context.newPage();
    await own.goto(`file://${path}`);
    expect(await own.locator('#list [data-row]').first().isVisible()).toBe(true);
    expect(await own.locator('noscript svg').isVisible()).toBe(true);
    await context.close();
  });

  it.each([
    ['align', ['align', 'data/region/icb.geojson', 'data/region/ltla.geojson', ...REGION]],
    [
      'coverage',
      ['coverage', 'data/region/neighbourhoods.geojson', '--within', 'data/region/ltla.geojson', ...REGION],
    ],
    ['compare', ['compare', 'england:icb@2024', 'england:icb@2026']],
    ['partners', ['partners', 'Essex']],
    ['check', ['check', 'data/region/neighbourhoods.geojson', 'data/region/ltla.geojson']],
  ])('has no finding of axe at all: %s', async (name, args) => {
    const own = await openPage(browser, makePage(`axe-${name}.html`, args));
    expect(await findings(own.page)).toEqual([]);
    expect(own.complaints).toEqual([]);
    await own.page.context().close();
  });
});
