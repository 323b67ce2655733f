/**
 * What pages show is what is printed, and what they tell a reader to type runs. `npm run docs` brings what is shown into
 * step.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf, isMade, PAGES } from './pages.js';
import { runPage } from './run-page.js';

/** Pages that people follow from top to bottom. */
const FOLLOWED = PAGES.filter(
  (page) =>
    !isMade(page) &&
    blocksOf(readFileSync(page, 'utf8')).some(
      ({ language, text }) => /^(console|sh)$/.test(language) && /^(\$ )?(npx )?coterminous /m.test(text),
    ),
);

describe('a page that shows commands', () => {
  test('is the README, the tutorial and recipes', () => {
    expect(FOLLOWED).toContain('README.md');
    expect(FOLLOWED).toContain('docs/tutorial.md');
    expect(FOLLOWED.filter((page) => page.startsWith('docs/how-to/')).length).toBeGreaterThan(7);
  });

  test.each(FOLLOWED)('%s', { timeout: 120_000 }, async (page) => {
    const path = resolve(page);
    const { text, failed, commands } = await runPage(page);
    expect(failed).toEqual([]);
    expect(commands).toBeGreaterThan(0);
    await expect(text).toMatchFileSnapshot(path);
  });
});
