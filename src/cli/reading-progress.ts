/**
 * How far the reading of a large file has come. Readers tell how many bytes they were given; whoever shows progress is
 * told a few times a second, and not at all while a file takes less than a second.
 */
import { wholeText } from '../trouble/count-text.js';

/** How much of a file is read, and since when. */
export interface PartRead {
  readonly bytes: number;
  readonly size: number;
  readonly seconds: number;
}

const SHOWN_AFTER_MS = 1000;
const SHOWN_EVERY_MS = 250;

let watcher: ((part: PartRead) => void) | null = null;
let shownAt = 0;

/** Names who is told from now on; null for nobody. */
export function watchReading(watch: ((part: PartRead) => void) | null): void {
  watcher = watch;
}

/** Counts the bytes of one file as they are read; gives what is to be called with the length of each chunk. */
export function countReading(size: number | null): (bytes: number) => void {
  const begin = performance.now();
  let bytes = 0;
  return (more) => {
    bytes += more;
    const now = performance.now();
    if (watcher === null || size === null || now - begin < SHOWN_AFTER_MS || now - shownAt < SHOWN_EVERY_MS)
      return;
    shownAt = now;
    watcher({ bytes, size, seconds: (now - begin) / 1000 });
  };
}

/** The part as text: per cent, the size in megabytes, and the time left by the speed so far. */
export function readingText({ bytes, size, seconds }: PartRead): string {
  const left = bytes === 0 ? null : Math.ceil((seconds * (size - bytes)) / bytes);
  const percent = Math.floor((100 * bytes) / size);
  return `${percent} % of ${wholeText(size / 1e6)} MB${left === null ? '' : `, ${timeText(left)} left`}`;
}

const timeText = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
