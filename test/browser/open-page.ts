/**
 * Pages in a real browser: headless Chromium with the network off.
 *
 * CHROMIUM names the browser, by default /usr/bin/chromium; where there is none the tests are skipped, with a message.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** True where there is a browser to test in. */
export const haveBrowser = existsSync(executablePath);

if (!haveBrowser) {
  console.warn(`Tests of the page in a browser are skipped: ${executablePath} is not there (set CHROMIUM).`);
}

/** Starts the browser. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox'] });

const folder = mkdtempSync(join(tmpdir(), 'coterminous-page-'));

/** A path for a file of this test run. */
export const scratch = (name: string): string => join(folder, name);

/** Runs the command line with `-o` for a page; returns the page's path. */
export function makePage(name: string, args: readonly string[]): string {
  const path = scratch(name);
  execFileSync(process.execPath, ['bin/coterminous.js', ...args, '--quiet', '-o', path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path;
}

/** A page that is open, and everything it complained of or asked for. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

/** Opens a page from disk with the network off, and waits for its map if it has one. */
export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1366, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${path}`);
  if ((await page.locator('#desk').count()) > 0) await page.waitForSelector('html.scripted');
  if ((await page.locator('#map-frame').count()) > 0) await page.waitForSelector('#map-frame[data-ready]');
  return { page, complaints, requests };
}
