/**
 * Frame times of a page's map in headless Chromium while it is dragged and zoomed.
 *
 *     a frame that takes long is a stutter: the longest of all counts, not their mean
 */
/* global requestAnimationFrame */
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright-core';

const STEPS = 20;

/** Opens a page from disk; gives milliseconds to its first map, and worst frames of a drag whole, a zoom, a drag near. */
export async function timePage(browser, path, viewport = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ offline: true, viewport });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(`file://${path}`, { waitUntil: 'commit' });
  await page.waitForSelector('#map-frame[data-ready]', { timeout: 300_000 });
  const ready = performance.now() - started;
  await page.locator('#map-frame').scrollIntoViewIfNeeded();
  const whole = await timeDrag(page);
  const zoom = await timeFrames(page, async () => {
    for (let i = 0; i < 4; i++) {
      await page.locator('button[data-move=in]').click();
      await page.waitForTimeout(250);
    }
  });
  const near = await timeDrag(page);
  await context.close();
  return { ready, whole, zoom, near };
}

/** Drags the map in 20 steps. */
const timeDrag = (page) =>
  timeFrames(page, async () => {
    const { x, y, width, height } = await page.locator('#map-frame').boundingBox();
    const [left, top] = [x + 0.7 * width, y + 0.6 * height];
    await page.mouse.move(left, top);
    await page.mouse.down();
    for (let i = 1; i <= STEPS; i++) await page.mouse.move(left - 15 * i, top - 8 * i);
    await page.mouse.up();
    await page.waitForTimeout(500);
  });

/** The longest frame and the whole time of what is done, in milliseconds. */
async function timeFrames(page, act) {
  await page.evaluate(() => {
    const record = { frames: [], on: true };
    globalThis.frameRecord = record;
    let last = globalThis.performance.now();
    const tick = (now) => {
      record.frames.push(now - last);
      last = now;
      if (record.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const started = performance.now();
  await act();
  const time = performance.now() - started;
  // Two frames more, so that what the last step set off is counted.
  const frames = await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            globalThis.frameRecord.on = false;
            resolve(globalThis.frameRecord.frames);
          }),
        );
      }),
  );
  return { worst: Math.max(...frames), time, frames: frames.length };
}

/** Starts the browser that the tests use. */
export const startBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
