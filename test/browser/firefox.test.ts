/**
 * The page in Firefox, where it is installed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { haveFirefox, startFirefox } from './open-firefox.js';
import { makePage, scratch } from './open-page.js';

describe.skipIf(!haveFirefox)('the page in Firefox', () => {
  it('opens from disk, draws its map, opens a card and its link, goes back', async () => {
    const path = makePage('firefox.html', [
      'align',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      '--people',
      'residents=data/region/residents.csv',
      '--blocks',
      'data/region/blocks.geojson',
    ]);
    const { go, evaluate, close } = await startFirefox(1440, 1000);
    try {
      await go(`file://${path}`);
      await expect
        .poll(() => evaluate(`document.getElementById('map-frame').dataset.ready`), { timeout: 10_000 })
        .toBe('true');
      const lead = `document.querySelector('#list [data-row] a')`;
      const name = await evaluate(`${lead}.textContent`);
      await evaluate(`${lead}.click()`);
      await expect.poll(() => evaluate(`document.querySelector('#card h2')?.textContent`)).toBe(name);
      expect(await evaluate('location.hash')).toMatch(/^#unit=[^&]+&layer=ltla/);
      await evaluate('history.back()');
      await expect.poll(() => evaluate(`document.getElementById('card').hidden`)).toBe(true);
      const sideways = 'document.documentElement.scrollWidth <= innerWidth';
      expect(await evaluate(sideways)).toBe(true);
      const inView = `document.getElementById('map-frame').getBoundingClientRect().bottom <= innerHeight`;
      expect(await evaluate(inView)).toBe(true);
    } finally {
      await close();
    }
  }, 90_000);

  it('measures the region in the page that holds the tool, and gives the bytes of the command line', async () => {
    const path = scratch('tool.html');
    writeFileSync(path, composePage());
    const wanted = makePage('wanted.csv', [
      'overlap',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      '--people',
      'data/region/residents.csv',
      '--blocks',
      'data/region/blocks.geojson',
    ]);
    const { go, evaluate, downloads, close } = await startFirefox(1440, 1000);
    const become = (expression: string): Promise<void> =>
      expect.poll(() => evaluate(expression), { timeout: 60_000, interval: 200 }).toBe(true);
    try {
      await go(`file://${path}`);
      await evaluate(`document.getElementById('region').click()`);
      await become(`document.getElementById('run') !== null && document.getElementById('progress').hidden`);
      const question = `document.getElementById('question')`;
      await evaluate(`(${question}.value = 'overlap', ${question}.dispatchEvent(new Event('change')))`);
      await evaluate(`document.getElementById('run').click()`);
      await become(`!document.getElementById('result').hidden`);
      await evaluate(`document.getElementById('take-0').click()`);
      const saved = (): string[] =>
        readdirSync(downloads).filter(
          (name) => name.endsWith('.csv') && !existsSync(join(downloads, `${name}.part`)),
        );
      const text = (): string => saved().map((name) => readFileSync(join(downloads, name), 'utf8'))[0] ?? '';
      await expect
        .poll(() => text() === readFileSync(wanted, 'utf8'), { timeout: 30_000, interval: 200 })
        .toBe(true);
    } finally {
      await close();
    }
  }, 180_000);
});
