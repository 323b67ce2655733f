/**
 * Real files dropped on the page from disk with the network off: the command line's bytes, in no more than twice its time;
 * and the result that is taken away is one that the command line goes on with.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { haveRealData, realData } from '../real-data.js';
import { askAndWait, dropFiles } from './drop-files.js';
import { haveBrowser, openPage, scratch, startBrowser, type OpenPage } from './open-page.js';

const ICB = realData('bgc/ICB24_BGC_from_LSOA21.geojson');
const COUNCILS = realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz');
const LSOA = realData('bgc/LSOA21_BGC_EW.geojson.gz');
const RESIDENTS = realData('people/census21_residents_lsoa21.csv');

/** Turns of each, one after the other: a machine that is busy elsewhere is slower, so the quickest of each counts. */
const TURNS = 3;

/** Runs the command line; gives its seconds. */
function command(...words: string[]): number {
  const began = performance.now();
  execFileSync(process.execPath, ['bin/coterminous.js', ...words, '--quiet'], { stdio: 'ignore' });
  return (performance.now() - began) / 1000;
}

/** Takes away the first file whose button is labelled so; gives the path of the file. */
async function take(page: Page, label: RegExp): Promise<string> {
  await page.locator('#take-away').evaluate((menu: HTMLDetailsElement) => (menu.open = true));
  const waiting = page.waitForEvent('download');
  await page.locator('#take-away').getByRole('button', { name: label }).first().click();
  const download = await waiting;
  const saved = scratch(`page-${download.suggestedFilename()}`);
  await download.saveAs(saved);
  return saved;
}

describe.skipIf(!haveBrowser || !haveRealData)('real files dropped on the page', () => {
  let browser: Browser;
  const path = scratch('real.html');
  beforeAll(async () => {
    writeFileSync(path, composePage());
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  /** An answer to overlap on files that were dropped, and how long it took from the drop and from the question. */
  async function answered(files: readonly string[]): Promise<OpenPage & { first: number; ask: number }> {
    const open = await openPage(browser, path);
    const { page } = open;
    const first = await dropFiles(page, files);
    await page.waitForSelector('#run:enabled', { timeout: 120_000 });
    await page.selectOption('#question', 'overlap');
    return { ...open, first: first / 1000, ask: (await askAndWait(page)) / 1000 };
  }

  it.each([
    ['boundaries alone', [ICB, COUNCILS], []],
    [
      'with small areas and residents',
      [ICB, COUNCILS, LSOA, RESIDENTS],
      ['--people', `residents=${RESIDENTS}`, '--blocks', LSOA],
    ],
  ])('%s: the same bytes, within twice the time', { timeout: 600_000 }, async (_, files, options) => {
    const wanted = scratch('wanted.csv');
    const times: { readonly command: number; readonly ask: number; readonly first: number }[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      // What the page gives: the report with its map, and the table.
      const seconds = command(
        ...['overlap', ICB, COUNCILS, ...options, '--sensitivity'],
        ...['-o', wanted, '-o', scratch('wanted.html')],
      );
      const { page, requests, complaints, ask, first } = await answered(files);
      times.push({ command: seconds, ask, first });
      if (turn === 0) {
        const saved = readFileSync(await take(page, /\(CSV\)$/));
        expect(saved.equals(readFileSync(wanted))).toBe(true);
      }
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !/^(blob|data|about):/.test(url))).toEqual([`file://${path}`]);
      await page.context().close();
    }
    const least = (of: 'command' | 'ask' | 'first'): number => Math.min(...times.map((each) => each[of]));
    const said = `seconds: ${times.map(({ command, ask, first }) => `command line ${command.toFixed(2)}, page ${ask.toFixed(2)}, first word ${first.toFixed(2)}`).join('; ')}`;
    console.log(said);
    expect(least('ask'), said).toBeLessThan(2 * least('command'));
    expect(least('first'), said).toBeLessThan(1);
  });

  it(
    'a result that is taken away renders, and is a baseline, as the command line’s own',
    { timeout: 300_000 },
    async () => {
      const { page } = await answered([ICB, COUNCILS]);
      const taken = await take(page, /\(JSON\)$/);
      await page.context().close();
      const own = scratch('own.json');
      // The page knows its files by their names, so the command line is given them so.
      const overlap = ['overlap', ICB, COUNCILS, '--sensitivity'];
      command(...overlap, '-o', own);
      for (const format of ['csv', 'html', 'xlsx']) {
        const [ofTaken, ofOwn] = [scratch(`taken.${format}`), scratch(`own.${format}`)];
        command('render', taken, '-o', ofTaken);
        command('render', own, '-o', ofOwn);
        if (format === 'csv') expect(readFileSync(ofTaken).equals(readFileSync(ofOwn))).toBe(true);
      }
      const judged = (baseline: string): string => {
        const out = scratch('judged.json');
        command(...overlap, '--baseline', baseline, '-o', out);
        return JSON.stringify((JSON.parse(readFileSync(out, 'utf8')) as { rules: unknown }).rules);
      };
      expect(judged(taken)).toBe(judged(own));
    },
  );
});
