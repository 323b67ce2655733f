/**
 * What a page of at most 3 MB carries of a result that would make a larger one.
 *
 *     3 MB ─ document ─ map ─ pairs (where they take half of what is left at most) ─► room for rows and pieces
 */
import type { Result } from '../../result/result.js';
import { thinDots } from './dot-data.js';
import { jsonBytes } from './escape.js';
import { contentWithin, type PageContent } from './page-content.js';
import { gridOf, pageData, shapeData } from './page-data.js';
import type { Split } from '../../story/splits.js';
import type { Story } from '../../story/story.js';

/** Bytes of a page that was not asked to hold everything. */
export const PAGE_BYTES = 3_000_000;
/** Bytes for what the page says of that which it leaves out. */
const SAYING_SO = 20_000;

/** Bytes of a text as a file. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The content with fewer dots, of which a page loses least, and how many bytes are too many after that. */
export function fitDots(
  result: Result,
  splits: readonly Split[],
  whole: PageContent,
  over: number,
  story: Story,
): { readonly content: PageContent; readonly over: number } {
  const content = { ...whole, dots: thinDots(result, over) };
  const saved =
    jsonBytes(pageData(result, splits, whole, story)) - jsonBytes(pageData(result, splits, content, story));
  return { content, over: over - saved };
}

/** The content of a page whose whole content would make it `over` bytes too large. */
export function fitContent(
  result: Result,
  splits: readonly Split[],
  whole: PageContent,
  over: number,
  story: Story,
): PageContent {
  const bare: PageContent = {
    ...whole,
    tables: whole.tables.map((table) => ({ ...table, rows: [] })),
    shapes: [],
  };
  const dataBytes = (content: PageContent): number => jsonBytes(pageData(result, splits, content, story));
  const heaviest = dataBytes(whole) - over - SAYING_SO;
  const map = dataBytes({ ...bare, pairs: false });
  const pairs = dataBytes(bare) - map <= (heaviest - map) / 2;
  const room = heaviest - dataBytes({ ...bare, pairs });
  const grid = result.map ?? gridOf(whole.shapes);
  const weight = (shape: PageContent['shapes'][number]): number =>
    jsonBytes(shapeData(result, shape, grid)) + 1;
  return { ...contentWithin(result, Math.max(0, room), weight), pairs, dots: whole.dots };
}
