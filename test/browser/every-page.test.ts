/**
 * Pages of every command: axe finds nothing on them, however small, on a desktop and a phone, light and dark; at every width
 * the first screen fills the page, keys cover no circle and names stand clear of controls; the search field asks for what the
 * units are called.
 */
import axe from 'axe-core';
import { writeFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveBrowser, makePage, openPage, scratch, startBrowser } from './open-page.js';

const region = (file: string): string => `data/region/${file}`;
const PEOPLE = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
const [icbs, councils] = [region('icb.geojson'), region('ltla.geojson')];

const config = scratch('all.yaml');
const PAGES: readonly (readonly [name: string, asks: string | null, ...argv: string[]])[] = [
  ['align', 'Find a council or ICB', 'align', icbs, councils, ...PEOPLE],
  ['overlap', 'Find a council or ICB', 'overlap', icbs, councils],
  ['coverage', null, 'coverage', region('neighbourhoods.geojson'), '--within', councils, ...PEOPLE],
  ['compare', 'Find an ICB', 'compare', `old=${region('icb_older.geojson')}`, `new=${icbs}`, ...PEOPLE],
  ['compare of figures', 'Find an ICB', 'compare', 'england:icb', 'england:icb@2026'],
  [
    'scenario',
    null,
    'scenario',
    region('proposal_two_councils.csv'),
    '--layer',
    councils,
    '--against',
    icbs,
    ...PEOPLE,
  ],
  ['partners', 'Find an ICB or council', 'partners', 'E54900001', councils, icbs, ...PEOPLE],
  ['check', 'Find a council or ICB', 'check', icbs, councils],
  ['suggest', null, 'suggest', icbs, councils, ...PEOPLE],
  ['report', 'Find a council or ICB', 'report', config],
];

const LOOKS: readonly BrowserContextOptions[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, viewport: { width: 1440, height: 900 } },
  { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
]);

const WIDTHS = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

/** What is wrong with the first screen: parts narrower than they should be, things that lie on one another. */
const crowded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const seen = (element: Element): boolean => boxOf(element).width > 0 && boxOf(element).top > -100;
    const meet = (p: DOMRect, q: DOMRect): boolean =>
      p.left < q.right && p.right > q.left && p.top < q.bottom && p.bottom > q.top;
    const narrow = all('#map-frame, .flows, .answer > .side')
      .filter(seen)
      .filter((element) => boxOf(element).width < Math.min(320, window.innerWidth - 40));
    const controls = all('.map-buttons button, .map-scale').filter(seen);
    const names = all('#names text').filter((name) =>
      controls.some((control) => meet(boxOf(name), boxOf(control))),
    );
    const key = document.querySelector('.people-key');
    const covered =
      key === null || boxOf(key).width === 0
        ? []
        : all('.people > g:not(.people-key) > circle[data-circle]').filter((circle) =>
            meet(boxOf(circle), boxOf(key)),
          );
    return [
      ...narrow.map((element) => `narrow: ${element.id || element.getAttribute('class') || ''}`),
      ...names.map((name) => `a name under a control: ${name.textContent}`),
      ...covered.map((circle) => `a circle under the key: ${circle.getAttribute('data-circle') ?? ''}`),
    ];
  });

describe.skipIf(!haveBrowser)('a page of', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
    const root = process.cwd();
    writeFileSync(
      config,
      `layers: {icb: ${root}/${icbs}, ltla: ${root}/${councils}}
people: {residents: ${root}/${region('residents.csv')}}
blocks: ${root}/${region('blocks.geojson')}
reports:
  lined_up: {command: align, layers: [icb, ltla]}
  pairs: {command: overlap, layers: [icb, ltla]}
`,
    );
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each(PAGES.map(([name, asks, ...argv]) => ({ name, asks, argv })))(
    '$name',
    async ({ name, asks, argv }) => {
      const path = makePage(`${name.replaceAll(' ', '-')}.html`, argv);
      for (const look of LOOKS) {
        const { page, complaints } = await openPage(browser, path, look);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
        });
        expect([...found, ...complaints], JSON.stringify(look)).toEqual([]);
        if (asks !== null) expect(await page.getAttribute('#search', 'placeholder')).toBe(asks);
        await page.context().close();
      }
      for (const [width, height] of WIDTHS) {
        const { page } = await openPage(browser, path, { viewport: { width, height } });
        expect(await crowded(page), `${width}`).toEqual([]);
        await page.context().close();
      }
    },
  );
});
