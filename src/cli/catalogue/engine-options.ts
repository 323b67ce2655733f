/**
 * What the engine that fetches is asked to keep to, with its progress on the last line of a terminal.
 */
import type { FetchOptions, FetchProgress } from '../../source/source.js';
import { wholeText } from '../../trouble/count-text.js';
import { sayProgress } from '../say.js';

/** The options; `label` is what the progress calls it. */
export function engineOptions(
  label: string,
  {
    offline,
    refresh,
    quiet,
  }: { readonly offline: boolean; readonly refresh: boolean; readonly quiet: boolean },
): FetchOptions {
  const isShown = !quiet && process.stderr.isTTY === true;
  const progress = (now: FetchProgress): void => sayProgress(`${label}: ${progressText(now)}`);
  return { offline, refresh, ...(isShown ? { progress } : {}) };
}

function progressText({ bytes, features, ofFeatures }: FetchProgress): string {
  if (features === null) return sizeText(bytes);
  const of = ofFeatures === null ? '' : ` of ${wholeText(ofFeatures)}`;
  return `${wholeText(features)}${of} features, ${sizeText(bytes)}`;
}

const MEGABYTE = 1_000_000;

/** `6.5 MB`, `12 kB`. */
export const sizeText = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${wholeText(Math.max(1, bytes / 1000))} kB`;
