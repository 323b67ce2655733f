/**
 * The page as its readers use it: pointer, keyboard, phone, dark, print, magnified.
 */
import axe from 'axe-core';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleResult } from '../report/sample-result.js';
import { writeHtml } from '../../src/report/html/page.js';
import { haveBrowser, makePage, openPage, scratch, startBrowser, type OpenPage } from './open-page.js';

const REGION = ['--people', 'residents=data/region/residents.csv', '--blocks', 'data/region/blocks.geojson'];

/** Findings of axe that are serious or worse, as short texts. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await runner.run();
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html) }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).join(' ')}`);
}

/** The colours of the map as it is painted, by how many pixels have them; waits until it is. */
async function paintedColours(page: Page): Promise<Map<string, number>> {
  await page.waitForSelector('#map-frame[data-painted=true]');
  const found = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map-canvas:not([hidden])')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 255) continue;
      const colour = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return Object.entries(counts);
  });
  return new Map(found);
}

/** A colour of the style sheet as the browser computes it for a property of what has a class. */
const colourOf = (page: Page, selector: string, property: 'fill' | 'stroke'): Promise<string> =>
  page.evaluate(
    ([look, name]) => getComputedStyle(document.querySelector(look!)!)[name as 'fill'],
    [selector, property],
  );

const scaleOf = (page: Page): Promise<string | null> => page.locator('#sheet').getAttribute('transform');
const rowTexts = (page: Page, table: number): Promise<string[]> =>
  page.locator(`#table-${table} tbody tr`).allInnerTexts();

describe.skipIf(!haveBrowser)('the page of the region', () => {
  let browser: Browser;
  let path: string;
  let open: OpenPage;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
    path = makePage('align.html', [
      'align',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      ...REGION,
    ]);
    open = await openPage(browser, path);
    page = open.page;
    await page.evaluate(() =>
      document
        .querySelectorAll<HTMLDetailsElement>('details.table, .map-parts')
        .forEach((own) => (own.open = true)),
    );
  });
  afterAll(async () => {
    await browser.close();
  });

  it('opens from disk with the network off, asks for nothing and complains of nothing', async () => {
    expect(open.requests).toEqual([`file://${path}`]);
    expect(open.complaints).toEqual([]);
    const colours = await paintedColours(page);
    expect(colours.get(await colourOf(page, '.looks .unit', 'fill'))).toBeGreaterThan(10_000);
    expect(colours.get(await colourOf(page, '.looks .lines-0', 'stroke'))).toBeGreaterThan(100);
  });

  it('shows the card of a unit that is clicked, and marks its rows', async () => {
    await page.locator('#search').fill('Oxley');
    await page.keyboard.press('Enter');
    const box = (await page.locator('#map-frame svg').first().boundingBox())!;
    await page.keyboard.press('Escape');
    expect(await page.locator('#card').isVisible()).toBe(false);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.locator('#card h2').innerText()).toMatch(/Oxley Vale/);
    expect(await page.locator('tr.linked').count()).toBeGreaterThan(0);
  });

  it('finds units by name and by code with the keyboard alone', async () => {
    await page.locator('#search').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('brack');
    await page.keyboard.press('Enter');
    expect(await page.locator('#card h2').innerText()).toBe('Brackenholt');
    await page.locator('#search').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('E07900008');
    await page.keyboard.press('Enter');
    expect(await page.locator('#card h2').innerText()).toBe('Skelmoor');
    expect(await page.locator('.chosen').getAttribute('d')).toMatch(/^M/);
  });

  it('says of a shared unit who its partners are and how many people are elsewhere', async () => {
    await page.locator('#search').fill('Oxley Vale');
    await page.keyboard.press('Enter');
    const card = await page.locator('#card').innerText();
    expect(card).toMatch(
      /lies in 2 ICBs: of its [\d,]+ residents [\d,]+ are in .* and [\d,]+ \([\d.]+\s%\) in /,
    );
    expect(await page.locator('#card tbody tr').count()).toBe(2);
  });

  it('links list and map both ways', async () => {
    const section = page.locator('details.table[data-title="Pieces of councils outside their main ICB"]');
    const row = section.locator('tbody tr').first();
    await row.locator('button.lead').click();
    expect(await row.getAttribute('class')).toContain('linked');
    expect(await page.locator('.chosen').getAttribute('d')).toMatch(/^M/);
    await page.locator('.row-links button').first().click();
    expect(
      await page.evaluate(() => document.activeElement?.closest('tr')?.classList.contains('linked')),
    ).toBe(true);
  });

  it('moves by buttons, keys, wheel and drag', async () => {
    const svg = page.locator('#map-frame svg').first();
    await page.getByRole('button', { name: 'Whole map' }).click();
    const seen = new Set([await scaleOf(page)]);
    const moved = async (): Promise<void> => {
      const now = await scaleOf(page);
      expect(seen.has(now)).toBe(false);
      seen.add(now);
    };
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await moved();
    await page.getByRole('button', { name: 'Move north' }).click();
    await moved();
    await svg.focus();
    await page.keyboard.press('+');
    await moved();
    await page.keyboard.press('ArrowLeft');
    await moved();
    await svg.hover();
    await page.mouse.wheel(0, -300);
    await moved();
    const box = (await svg.boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(box.x + 260, box.y + 340, { steps: 4 });
    await page.mouse.up();
    await moved();
    await page.keyboard.press('0');
    expect(seen.has(await scaleOf(page))).toBe(true);
  });

  it('chooses what lies under the cross with Enter and lets go with Escape', async () => {
    await page.locator('#search').fill('Pellow');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('#map-frame svg').first().focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#card').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.locator('#card h2').innerText()).not.toBe('');
  });

  it('does not zoom with the wheel of a reader who scrolls by, and says how to', async () => {
    await page.locator('#search').focus();
    const before = await scaleOf(page);
    await page.locator('#map-frame svg').first().hover();
    await page.mouse.wheel(0, -10);
    expect(await scaleOf(page)).toBe(before);
    await expect.poll(() => page.locator('#wheel-hint').isVisible()).toBe(true);
  });

  it('switches parts of the map off and on', async () => {
    await page.getByRole('button', { name: 'Whole map' }).click();
    for (const [part, look] of [
      ['layer-0', '.looks .lines-0'],
      ['stretches', '.looks .stretch'],
    ] as const) {
      const colour = await colourOf(page, look, 'stroke');
      const box = page.locator(`input[data-switch=${part}]`);
      // Where circles tell the map, other marks are off at first.
      await box.check();
      expect((await paintedColours(page)).get(colour)).toBeGreaterThan(20);
      await box.uncheck();
      expect((await paintedColours(page)).get(colour) ?? 0).toBe(0);
      await box.check();
      expect((await paintedColours(page)).get(colour)).toBeGreaterThan(20);
    }
  });

  it('sorts by a heading, both ways', async () => {
    const heading = page.locator('#table-0 th', { hasText: 'Residents outside main' });
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    const rising = await rowTexts(page, 0);
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await rowTexts(page, 0)).toEqual([...rising].reverse());
  });

  it('filters rows and says how many match', async () => {
    const filter = page.locator('#table-0 input[type=search]');
    const all = (await rowTexts(page, 0)).length;
    await filter.fill('oxley');
    expect((await rowTexts(page, 0)).length).toBe(1);
    expect(await page.locator('#table-0 .row-count').innerText()).toBe(`1 of ${all} rows match`);
    await filter.fill('');
    expect((await rowTexts(page, 0)).length).toBe(all);
  });

  it('saves a table as the CSV file that the command writes', async () => {
    const csv = makePage('shared.csv', [
      'align',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      ...REGION,
    ]);
    const waiting = page.waitForEvent('download');
    await page.locator('#table-0 button[data-action=csv]').click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('align-shared.csv');
    const saved = scratch('saved.csv');
    await download.saveAs(saved);
    expect(readFileSync(saved, 'utf8')).toBe(readFileSync(csv, 'utf8'));
  });

  it('paints the map anew in the colours of the theme', async () => {
    const land = (): Promise<string> => colourOf(page, '.looks .unit', 'fill');
    const light = await land();
    await page.locator('#theme').click();
    const dark = await land();
    expect(dark).not.toBe(light);
    await expect.poll(async () => (await paintedColours(page)).get(dark) ?? 0).toBeGreaterThan(10_000);
    await page.locator('#theme').click();
    await expect.poll(async () => (await paintedColours(page)).get(light) ?? 0).toBeGreaterThan(10_000);
    await page.evaluate(() => delete document.documentElement.dataset['theme']);
  });

  it('is dark where the reader wants it dark, and by its own button', async () => {
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(18, 22, 26)');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('#theme').click();
    expect(await ground()).toBe('rgb(18, 22, 26)');
    await page.locator('#theme').click();
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  it('prints in light colours without its controls', async () => {
    await page.locator('#theme').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.table-tools').first().isVisible()).toBe(false);
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    expect(await page.locator('#map-frame').isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    const light = 'rgb(238, 240, 242)';
    const colours = await paintedColours(page);
    expect(colours.get(light)).toBeGreaterThan(10_000);
    const ratio = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map-canvas:not([hidden])')!;
      return canvas.width / parseFloat(canvas.style.width);
    });
    expect(ratio).toBeCloseTo(3, 1);
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('#theme').click();
  });

  it('reaches every control by Tab and shows where it is', async () => {
    await page.reload();
    await page.waitForSelector('#map-frame[data-ready]');
    const wanted = new Set(['theme', 'Print', 'search']);
    let mapReached = false;
    let stops = 0;
    for (; stops < 500; stops++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement!;
        const { outlineStyle } = getComputedStyle(element);
        const isMap = element.getAttribute('role') === 'application';
        return {
          end: element === document.body,
          id: element.id || element.textContent,
          isMap,
          outline: outlineStyle,
        };
      });
      if (at.end) break;
      expect(at.outline).toBe('solid');
      wanted.delete(at.id);
      mapReached ||= at.isMap;
    }
    expect(stops).toBeLessThan(500);
    expect([...wanted]).toEqual([]);
    expect(mapReached).toBe(true);
  });

  it('has no control smaller than 24 pixels', async () => {
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, summary, nav a, label.switch')].flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const inLabel = element instanceof HTMLInputElement && element.closest('label') !== null;
        return width === 0 || inLabel || (width >= 24 && height >= 24)
          ? []
          : [`${element.outerHTML} ${width} ${height}`];
      }),
    );
    expect(small).toEqual([]);
  });

  it.each([
    ['desktop, light', { colorScheme: 'light' as const }],
    ['desktop, dark', { colorScheme: 'dark' as const }],
    ['phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ])('has no serious accessibility finding: %s', async (_, options) => {
    const { page: own, complaints } = await openPage(browser, path, options);
    await own.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    await own.locator('#search').fill('Oxley Vale');
    await own.keyboard.press('Enter');
    expect(await seriousFindings(own)).toEqual([]);
    expect(complaints).toEqual([]);
    await own.context().close();
  });

  it('reflows at 400 %: 320 pixels wide, nothing to scroll sideways', async () => {
    const { page: own } = await openPage(browser, path, { viewport: { width: 320, height: 640 } });
    await own.locator('#search').fill('Oxley Vale');
    await own.keyboard.press('Enter');
    const width = await own.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await own.context().close();
  });

  it('keeps its lines and patterns where colours are forced', async () => {
    const { page: own } = await openPage(browser, path, { forcedColors: 'active' });
    const strokes = await own.evaluate(() => {
      const ground = getComputedStyle(document.body).backgroundColor;
      return ['.lines-0', '.lines-1', '.patch'].map(
        (part) => getComputedStyle(document.querySelector(part)!).stroke !== ground,
      );
    });
    expect(strokes).toEqual([true, true, true]);
    const colours = await paintedColours(own);
    expect(colours.get(await colourOf(own, '.looks .lines-0', 'stroke'))).toBeGreaterThan(100);
    await own.context().close();
  });

  it('can be read without its script', async () => {
    const { page: own } = await openWithoutScript(browser, path);
    expect(await own.locator('#table-0 tbody tr').count()).toBeGreaterThan(0);
    expect(await own.locator('.table-tools button').first().isVisible()).toBe(false);
    expect(await own.locator('noscript svg').isVisible()).toBe(true);
    expect(await own.locator('noscript').first().innerText()).toContain('border of an ICB');
    await own.context().close();
  });
});

/** A page with scripts turned off has no map to wait for. */
async function openWithoutScript(browser: Browser, path: string): Promise<{ page: Page }> {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  return { page };
}

describe.skipIf(!haveBrowser)('other pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('switches a comparison between before, after and both', async () => {
    const path = makePage('compare.html', [
      'compare',
      'data/region/icb_older.geojson',
      'data/region/icb.geojson',
      ...REGION,
    ]);
    const { page, complaints } = await openPage(browser, path);
    const later = await colourOf(page, '.looks .lines-1', 'stroke');
    const both = await paintedColours(page);
    expect(both.get(later)).toBeGreaterThan(20);
    await page.locator('.map-parts > summary').click();
    await page.getByLabel('before', { exact: true }).check();
    const before = await paintedColours(page);
    expect(before.get(later) ?? 0).toBe(0);
    await page.getByLabel('after', { exact: true }).check();
    const after = await paintedColours(page);
    expect(after.get(later)).toBeGreaterThan(20);
    expect([...after]).not.toEqual([...both]);
    expect(complaints).toEqual([]);
  });

  it('shows a result without shapes as words, chart and tables', async () => {
    const path = makePage('england.html', ['align', 'england:icb', 'england:ltla']);
    const { page, complaints } = await openPage(browser, path);
    expect(await page.locator('#map-frame').count()).toBe(0);
    expect(await page.locator('h1').innerText()).toContain('12 councils');
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('runs nothing that comes from a file', async () => {
    const evil = '<img src=x onerror="document.title=1"></script><script>document.title=1</script>';
    const path = scratch('evil.html');
    const [table] = sampleResult.tables;
    const rows = table!.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? `${cell}${evil}` : cell)),
    );
    writeFileSync(path, writeHtml({ ...sampleResult, summary: [evil], tables: [{ ...table!, rows }] }));
    const { page, complaints } = await openPage(browser, path);
    expect(await page.title()).not.toBe('1');
    expect(await page.locator('img').count()).toBe(0);
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    await page.locator('#table-0 th:not(.minor) button').first().click();
    expect(await page.locator('#table-0 tbody').innerText()).toContain('<img src=x');
    expect(complaints).toEqual([]);
  });
});
