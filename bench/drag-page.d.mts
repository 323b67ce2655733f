import type { Browser } from 'playwright-core';

/** The longest frame and the whole time, in milliseconds. */
export interface Frames {
  readonly worst: number;
  readonly time: number;
  readonly frames: number;
}

export interface PageTimes {
  readonly ready: number;
  readonly whole: Frames;
  readonly zoom: Frames;
  readonly near: Frames;
}

export function timePage(
  browser: Browser,
  path: string,
  viewport?: { readonly width: number; readonly height: number },
): Promise<PageTimes>;

export function startBrowser(): Promise<Browser>;
