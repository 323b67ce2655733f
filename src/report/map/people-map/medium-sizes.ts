/**
 * Sizes of circles, texts and insets on each kind of picture.
 */
import type { MapScene, Medium } from './laid-map.js';

/** Sizes on a picture. */
export interface Sizes {
  readonly largestRadius: number;
  readonly text: { readonly first: number; readonly second: number };
  readonly key: number;
  /** Labels at most; beyond the first number only as many as the second. */
  readonly all: number;
  readonly most: number;
  readonly arrows: boolean;
  readonly inset: { readonly width: number; readonly height: number } | null;
}

/** Sizes by kind of picture. */
export const SIZES: Readonly<Record<Medium, Sizes>> = {
  screen: {
    largestRadius: 26,
    text: { first: 15, second: 13 },
    key: 13,
    all: 15,
    most: 12,
    arrows: true,
    inset: { width: 302, height: 246 },
  },
  phone: {
    largestRadius: 18,
    text: { first: 13, second: 12 },
    key: 12,
    all: 3,
    most: 3,
    arrows: false,
    inset: null,
  },
  print: {
    largestRadius: 20,
    text: { first: 13, second: 11 },
    key: 12,
    all: 15,
    most: 12,
    arrows: true,
    inset: { width: 232, height: 176 },
  },
};

/** Frames narrower than this have no room for insets. */
export const INSET_FROM = 600;

/** Whether a picture is so narrow that clusters are one label and numbers stand without words. */
export const isNarrow = ({ medium, width }: Pick<MapScene, 'medium' | 'width'>): boolean =>
  medium === 'phone' || width < INSET_FROM;
