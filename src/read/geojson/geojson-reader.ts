/**
 * GeoJSON bytes into a feature table: FeatureCollection, Feature, geometry, an array of them, or one a line.
 *
 *     bytes ─► json-tokenizer ─► geojson-listener ─► raw features ─► assemble ─► FeatureTable
 *                   └► read-coordinates ─► coordinate run ─────────────┘
 *
 * Features that look like the one before them are not taken apart into tokens (`like-features.ts`).
 * Parts that another thread has read ahead go straight into raw features and run (`parts-ahead.ts`).
 */
import type { FeatureTable, ReadingNote } from '../../layer/feature-table.js';
import { assemble } from './assemble.js';
import { CoordinateRun } from './coordinate-run.js';
import { emptyFile } from './errors.js';
import { GeoJsonListener } from './geojson-listener.js';
import type { FeaturePart } from './feature-part.js';
import { LikeFeatures } from './like-features.js';
import { JsonTokenizer } from './json-tokenizer.js';
import { PartFeeder, type PartsAhead } from './parts-ahead.js';
import { RawFeatures } from './raw-features.js';
import { TextCache } from './text-cache.js';

/** A reader that is given the bytes of a file piece by piece. */
export interface GeoJsonReader {
  /** Takes the next bytes, cut anywhere; they are not kept. */
  push(chunk: Uint8Array): void;
  /** Ends the file and gives its features. */
  finish(): FeatureTable;
}

/**
 * A reader for one file. `fileName` is what errors call it; `expectedBytes`, where known, saves some copying; `ahead` are
 * parts of it that another thread may have read.
 *
 * Numbers equal those of JSON.parse to the last bit. Numbers of a position beyond the second are dropped
 * (`extra-dimension`), open rings closed (`closed-ring`), rings in fewer than three places dropped
 * (`short-ring`), lines left out (`line-geometry`); features without any geometry stay (`null-geometry`).
 * Throws InputError for anything that is not GeoJSON.
 */
export function createGeoJsonReader(
  fileName: string,
  expectedBytes = 0,
  ahead: PartsAhead | null = null,
): GeoJsonReader {
  // A published position takes about 23 bytes. Room that is never used costs nothing; doubling copies everything.
  const run = new CoordinateRun(2 * Math.ceil(expectedBytes / 20));
  const features = new RawFeatures();
  const texts = new TextCache();
  const listener = new GeoJsonListener(features, run);
  const tokenizer = new JsonTokenizer(fileName, listener, run, texts);
  listener.place = () => tokenizer.place();
  tokenizer.items = new LikeFeatures(listener, features, run, texts);
  const take = (part: FeaturePart): boolean => {
    if (!tokenizer.isAtItem() || !listener.isInFeatures()) return false;
    features.append(part, run.blockCount);
    run.append(part);
    listener.oddProperties += part.oddProperties;
    texts.brokenTexts += part.brokenTexts;
    tokenizer.passOver(part);
    return true;
  };
  const push = (chunk: Uint8Array): void => tokenizer.push(chunk);
  const feeder = ahead === null ? null : new PartFeeder(ahead, { push, take });
  return {
    push: feeder === null ? push : (chunk) => feeder.push(chunk),
    finish() {
      tokenizer.finish();
      if (!tokenizer.started) throw emptyFile(fileName);
      const { notes, ...table } = assemble(features, run);
      const count = table.properties.length;
      const isCut = listener.isCut || listener.hasNext || listener.matched > count;
      return {
        ...table,
        statedSystem: listener.system,
        ...(isCut
          ? { truncated: { features: count, of: listener.matched > count ? listener.matched : null } }
          : {}),
        notes: [...notes, ...wholeFileNotes(run, listener, texts)],
      };
    },
  };
}

/** The features of a file whose bytes are at hand. */
export function readGeoJson(bytes: Uint8Array, fileName: string): FeatureTable {
  const reader = createGeoJsonReader(fileName, bytes.length);
  reader.push(bytes);
  return reader.finish();
}

function wholeFileNotes(run: CoordinateRun, listener: GeoJsonListener, texts: TextCache): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const add = (note: string, count: number, position: readonly [number, number] | null) => {
    if (count > 0) notes.push({ note, feature: -1, count, position });
  };
  add('extra-dimension', run.extraCount, [
    run.coordinates[run.firstExtra]!,
    run.coordinates[run.firstExtra + 1]!,
  ]);
  add('odd-properties', listener.oddProperties, null);
  add('not-utf8', texts.brokenTexts, null);
  return notes;
}
