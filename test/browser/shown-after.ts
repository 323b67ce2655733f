/**
 * How long a page takes to show what is asked of it: from a press to the frame with new figures.
 *
 *     press ──► engine ──► figures in the page ──► frame painted, its colours on the map read after the time is taken
 */
import type { Page } from 'playwright-core';

/** What was seen of one press. */
export interface Shown {
  /** Milliseconds from the press until the frame with new figures was painted, as the clock has them. */
  readonly milliseconds: number;
  /** The longest that the page could not answer meanwhile or in the second after it, in milliseconds; 0 for under 50. */
  readonly longestTask: number;
  /** Whether what that frame shows on the map has other colours than before. */
  readonly isOnMap: boolean;
  /** How many times as long as it computes a process takes here now: 1 on a calm machine. */
  readonly stretch: number;
}

/** Processor milliseconds of a trial of how busy the machine is. */
const TRIAL = 30;

/** Milliseconds that pass for each one of computing: a machine that is busy elsewhere is slower, not the page. */
function stretchNow(): number {
  const [began, before] = [performance.now(), process.cpuUsage()];
  let used = 0;
  while (used < TRIAL) {
    for (let i = 0; i < 1e5; i++) Math.sqrt(i);
    const { user, system } = process.cpuUsage(before);
    used = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - began) / used);
}

/** Presses what a selector names, or keys such as `Control+z` where the focus is, and waits for new figures. */
export async function shownAfter(page: Page, press: { button: string } | { keys: string }): Promise<Shown> {
  const first = stretchNow();
  await page.evaluate(watch);
  if ('keys' in press) await page.keyboard.press(press.keys);
  else await page.locator(press.button).evaluate((button) => (button as HTMLElement).click());
  const seen = await page.evaluate(
    () => (window as unknown as { shown: Promise<Omit<Shown, 'stretch'>> }).shown,
  );
  return { ...seen, stretch: (first + stretchNow()) / 2 };
}

/** In the page: promises what is seen of the next press, under the name `shown`. */
function watch(): void {
  const ground = document.querySelector<HTMLCanvasElement>('.work-map .ground')!;
  const pixels = (): Uint32Array =>
    new Uint32Array(ground.getContext('2d')!.getImageData(0, 0, ground.width, ground.height).data.buffer);
  const before = pixels();
  const most = (colours: readonly number[]): number | undefined => {
    const counts = new Map<number, number>();
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    return [...counts].sort(([, p], [, q]) => q - p)[0]?.[0];
  };
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
  let began = 0;
  const start = (event: Event): void => void (began = event.timeStamp);
  for (const kind of ['click', 'keydown']) addEventListener(kind, start, { capture: true, once: true });
  (window as unknown as { shown: Promise<unknown> }).shown = new Promise((done) => {
    const watcher = new MutationObserver(() => {
      watcher.disconnect();
      // A message that is sent while a frame is made comes in after it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const milliseconds = performance.now() - began;
          const after = pixels();
          const changed = [...after.keys()].filter((i) => before[i] !== after[i]);
          const isOnMap = most(changed.map((i) => before[i]!)) !== most(changed.map((i) => after[i]!));
          // What is read here takes long itself, and is no task of the page's.
          const counted = tasks.length;
          setTimeout(() => {
            observer.disconnect();
            const longestTask = Math.max(0, ...tasks.slice(0, counted), ...tasks.slice(counted + 1));
            done({ milliseconds, isOnMap, longestTask });
          }, 1000);
        };
        port2.postMessage(null);
      });
    });
    watcher.observe(document.querySelector('.work-panel')!, { childList: true, subtree: true });
  });
}
