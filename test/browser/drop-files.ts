/**
 * Files dropped on the page as from a folder, and what it said while it was busy with them.
 */
import type { Page } from 'playwright-core';

/** Drops files on the page; gives the milliseconds until it said something of it. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<number> {
  await page.evaluate(() => {
    const hand = document.createElement('input');
    Object.assign(hand, { type: 'file', multiple: true, id: 'hand', hidden: true });
    document.body.append(hand);
  });
  await page.setInputFiles('#hand', [...paths]);
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const hand = document.getElementById('hand') as HTMLInputElement;
        const data = new DataTransfer();
        for (const file of hand.files!) data.items.add(file);
        hand.remove();
        const began = performance.now();
        const said = new MutationObserver(() => {
          said.disconnect();
          // The frame after it is said is painted by the time that a message of then comes in.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - began);
            port2.postMessage(null);
          });
        });
        said.observe(document.getElementById('stage')!, { childList: true });
        document
          .getElementById('drop')!
          .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }),
  );
}

/** Asks what is set; gives the milliseconds until the answer is there and its page is loaded. */
export const askAndWait = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const began = performance.now();
        document
          .getElementById('answer')!
          .addEventListener('load', () => done(performance.now() - began), { once: true });
        document.getElementById('run')!.click();
      }),
  );
