/**
 * What the engine that fetches is asked to keep to, with its progress on the last line of a terminal.
 */
import type { FetchOptions, FetchProgress } from '../source/source.js';
import { wholeText } from '../trouble/count-text.js';
import { sayProgress } from './say.js';

export interface FetchWishes {
  /** What is kept alone is taken. */
  readonly offline?: boolean | undefined;
  /** Everything is fetched anew. */
  readonly refresh?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** The options; the progress is called by `label`, else by what the engine calls it. */
export function engineOptions(
  { offline = false, refresh = false, quiet = false }: FetchWishes,
  label?: string,
): FetchOptions {
  if (quiet || process.stderr.isTTY !== true) return { offline, refresh };
  let shownAt = 0;
  const progress = (now: FetchProgress): void => {
    const at = performance.now();
    if (at - shownAt < SHOWN_EVERY_MS) return;
    shownAt = at;
    sayProgress(`fetching ${label ?? now.name}: ${progressText(now)}`);
  };
  return { offline, refresh, progress };
}

const SHOWN_EVERY_MS = 250;

function progressText({ bytes, features, ofFeatures }: FetchProgress): string {
  if (features === null || ofFeatures === null) return sizeText(bytes);
  return `${sizeText(bytes)}, ${wholeText(features)} of ${wholeText(ofFeatures)} features`;
}

const MEGABYTE = 1_000_000;

/** `6.5 MB`, `12 kB`. */
export const sizeText = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${wholeText(Math.max(1, bytes / 1000))} kB`;
