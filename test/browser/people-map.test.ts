/**
 * Circles over the map of a page: drawn, chosen, stepped through by keys, looked into by insets, light and dark.
 *
 *      west │ east      a large unit and three small ones, close together, lie across the border
 *      ┌────┼───┐
 *      └────┼───┘
 *        ═══╪═══
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveBrowser, makePage, openPage, scratch, startBrowser } from './open-page.js';

type Rectangle = readonly [
  code: string,
  name: string,
  west: number,
  south: number,
  east: number,
  north: number,
];

const layer = (path: string, units: readonly Rectangle[]): string => {
  const features = units.map(([code, name, w, s, e, n]) => ({
    type: 'Feature',
    properties: { code, name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [w, s],
          [e, s],
          [e, n],
          [w, n],
          [w, s],
        ],
      ],
    },
  }));
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
};

/** Units by rank: the land that each has in the east. */
const NAMES = ['Broadmere', 'Ashby', 'Colne', 'Dunlow'];
/** Milliseconds after which a map is at rest. */
const REST = 600;

/** Contrast of two colours as WCAG 2.2 has it, of computed styles. */
const contrast = (p: string, q: string): number => {
  const light = (colour: string): number => {
    const [r, g, b] = colour
      .match(/[\d.]+/g)!
      .slice(0, 3)
      .map((value) => Number(value) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [more, less] = [light(p), light(q)].sort((a, b) => b - a);
  return (more! + 0.05) / (less! + 0.05);
};

describe.skipIf(!haveBrowser)('circles over the map of a page', () => {
  let browser: Browser;
  let path: string;
  const open = async (options = {}): Promise<Page> => {
    const { page, complaints } = await openPage(browser, path, options);
    await page.waitForTimeout(REST);
    expect(complaints).toEqual([]);
    return page;
  };
  const live = (page: Page): Promise<string> => page.locator('#live').innerText();

  beforeAll(async () => {
    browser = await startBrowser();
    path = makePage('people.html', [
      'align',
      layer(scratch('sides.geojson'), [
        ['W', 'West Side', -2, 52, 0, 54],
        ['E', 'East Side', 0, 52, 2, 54],
      ]),
      layer(scratch('across.geojson'), [
        ['B', NAMES[0]!, -0.2, 53.5, 0.1, 53.6],
        ['A', NAMES[1]!, -0.2, 52.5, 0.09, 52.518],
        ['C', NAMES[2]!, -0.2, 52.52, 0.08, 52.538],
        ['D', NAMES[3]!, -0.2, 52.54, 0.07, 52.558],
      ]),
    ]);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('are there, one for each piece, with key, labels and an inset of those that lie on one another', async () => {
    const page = await open();
    expect(await page.locator('.people > g > circle.pm-circle').count()).toBe(4);
    expect(await page.locator('.people [data-inset] circle.pm-circle').count()).toBe(3);
    const labels = await page.locator('.people > g > g[data-circle]').allTextContents();
    expect(labels.join()).toContain(NAMES[0]);
    const inset = await page.locator('[data-inset]').textContent();
    for (const name of NAMES.slice(1)) expect(inset!.split(name).length, name).toBe(2);
    expect(await page.locator('[data-inset] .pm-tint').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-inset] .pm-minor').count()).toBe(1);
    expect(await page.locator('.people-key').textContent()).toContain('land outside the main');
    await page.context().close();
  });

  it('open the card of their unit when clicked', async () => {
    const page = await open();
    await page.locator('.people > g > circle[data-circle="0"]').click();
    expect(await page.locator('#card h2').innerText()).toBe(NAMES[0]);
    await page.context().close();
  });

  it('light their row under the pointer, and are lit by it', async () => {
    const page = await open();
    await page.locator('.people > g > circle[data-circle="0"]').hover();
    await expect.poll(() => page.locator('#list [data-row].lit').textContent()).toContain(NAMES[0]);
    await page.locator('#list [data-row] a', { hasText: NAMES[0]! }).focus();
    const lit = page.locator('.people > g > circle.lit');
    expect(await lit.getAttribute('data-circle')).toBe('0');
    await page.context().close();
  });

  it('are gone through by rank with the arrow keys, round the end; Enter opens the card', async () => {
    const page = await open();
    await page.locator('#map-frame > svg').focus();
    for (const [i, name] of NAMES.entries()) {
      await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
      expect(await live(page)).toMatch(new RegExp(`^${i + 1} of 4: .*${name}`));
      expect(await page.locator('.people > g > circle.lit').getAttribute('data-circle')).toBe(String(i));
    }
    await page.keyboard.press('ArrowRight');
    expect(await live(page)).toMatch(/^1 of 4/);
    await page.keyboard.press('ArrowLeft');
    expect(await live(page)).toMatch(/^4 of 4/);
    await page.keyboard.press('Enter');
    expect(await page.locator('#card h2').innerText()).toBe(NAMES[3]);
    await page.context().close();
  });

  it('are zoomed to by Enter on their inset, whose closer view has no inset and a key on a ground', async () => {
    const page = await open();
    await page.locator('#map-frame > svg').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-inset'))).toBe(
      'people-inset-0',
    );
    await page.keyboard.press('Enter');
    await page.waitForTimeout(REST);
    expect(await live(page)).toContain('Around East Side');
    expect(await page.locator('[data-inset]').count()).toBe(0);
    expect(await page.locator('.people-key .pm-ground').count()).toBe(1);
    await page.keyboard.press('0');
    await page.waitForTimeout(REST);
    expect(await page.locator('[data-inset]').count()).toBe(1);
    await page.context().close();
  });

  it('go with the map while it is dragged, texts away, and are laid out anew at rest', async () => {
    const page = await open();
    const circle = page.locator('.people > g > circle[data-circle="0"]');
    const before = (await circle.boundingBox())!;
    const { x, y, width, height } = (await page.locator('#map-frame').boundingBox())!;
    await page.mouse.move(x + 0.6 * width, y + 0.8 * height);
    await page.mouse.down();
    await page.mouse.move(x + 0.6 * width - 60, y + 0.8 * height - 40, { steps: 3 });
    expect(await page.locator('.people.moving').count()).toBe(1);
    const during = (await circle.boundingBox())!;
    expect(during.x - before.x).toBeCloseTo(-60, 0);
    expect(during.y - before.y).toBeCloseTo(-40, 0);
    expect(await page.locator('.people > g > g[data-circle]').first().isVisible()).toBe(false);
    await page.mouse.up();
    await page.waitForTimeout(REST);
    expect(await page.locator('.people.moving').count()).toBe(0);
    expect((await circle.boundingBox())!.x - before.x).toBeCloseTo(-60, 0);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'are told from the land, and their numbers from the page, in %s',
    async (scheme) => {
      const page = await open({ colorScheme: scheme });
      const styleOf = (part: string, name: string): Promise<string> =>
        page
          .locator(part)
          .first()
          .evaluate((element, of) => getComputedStyle(element).getPropertyValue(of), name);
      const land = await styleOf('[data-inset] .pm-land', 'fill');
      const tint = await styleOf('[data-inset] .pm-tint', 'fill');
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(contrast(await styleOf('.pm-circle', 'stroke'), land)).toBeGreaterThanOrEqual(3);
      for (const below of [land, tint, ground])
        expect(contrast(await styleOf('.people .pm-figure', 'fill'), below)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(await styleOf('.people .pm-second', 'fill'), ground)).toBeGreaterThanOrEqual(4.5);
      await page.context().close();
    },
  );
});
