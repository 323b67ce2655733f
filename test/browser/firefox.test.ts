/**
 * The page in Firefox, where it is installed.
 */
import { describe, expect, it } from 'vitest';
import { haveFirefox, startFirefox } from './open-firefox.js';
import { makePage } from './open-page.js';

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
});
