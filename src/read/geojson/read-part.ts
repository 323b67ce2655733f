/**
 * Reads a part of a file by itself.
 */
import { CoordinateRun } from './coordinate-run.js';
import type { FeaturePart } from './feature-part.js';
import { GeoJsonListener } from './geojson-listener.js';
import { LikeFeatures } from './like-features.js';
import { JsonTokenizer } from './json-tokenizer.js';
import { packRecords } from './packed-records.js';
import { RawFeatures } from './raw-features.js';
import type { TextCache } from './text-cache.js';

/** Reads a part: what stands before it in a file is made up. */
const BEFORE = new TextEncoder().encode('{"type":"FeatureCollection","features":[');

/** Thrown at the bracket that ends the list, and caught here. */
const LIST_ENDED = new Error('the list of features ended');

class PartListener extends GeoJsonListener {
  override close(): void {
    if (this.isInFeatures()) throw LIST_ENDED;
    super.close();
  }
}

/** What is used for one part after another. */
export interface PartTools {
  /** The coordinates of a part stand here until the next one is read. */
  readonly room: Float64Array;
  readonly texts: TextCache;
}

/**
 * The part from byte `begin` on. `pieces` are the bytes from there to where the next part begins, or to the end of the file
 * where there is none. Null where they are not whole features and nothing else.
 */
export function readPart(
  begin: number,
  pieces: Iterable<Uint8Array>,
  { room, texts }: PartTools,
): FeaturePart | null {
  const run = new CoordinateRun(room);
  const features = new RawFeatures();
  const brokenBefore = texts.brokenTexts;
  const listener = new PartListener(features, run);
  const tokenizer = new JsonTokenizer('', listener, run, texts);
  listener.place = () => tokenizer.place();
  tokenizer.items = new LikeFeatures(listener, features, run, texts);
  tokenizer.push(BEFORE);
  let endsList = false;
  try {
    for (const piece of pieces) tokenizer.push(piece);
  } catch (error) {
    if (error !== LIST_ENDED) return null;
    endsList = true;
  }
  const isWhole = endsList || tokenizer.isAtItem();
  if (!isWhole || listener.hasFault || listener.system !== null) return null;
  const read = (endsList ? tokenizer.offset : tokenizer.taken) - BEFORE.length;
  const { line, column } = tokenizer.place(BEFORE.length);
  return {
    begin,
    end: begin + read,
    endsList,
    lineFeeds: line - 1,
    lineFeedEnd: begin + 1 - column,
    coordinates: run.coordinates.subarray(0, run.count),
    lineEnd: run.lineEnd.exact(),
    polygonEnd: run.polygonEnd.exact(),
    blocks: run.blocks.exact(),
    extraCount: run.extraCount,
    firstExtra: run.firstExtra,
    records: packRecords(features.properties),
    ids: features.ids.every((id) => id === null) ? null : features.ids,
    firstBlock: features.firstBlock.exact(),
    endBlock: features.endBlock.exact(),
    oddProperties: listener.oddProperties,
    brokenTexts: texts.brokenTexts - brokenBefore,
  };
}
