/**
 * A part of the features of a collection, read by itself from its middle: by another thread, while the beginning is read.
 *
 *     {"type":"FeatureCollection","features":[ {…},{…}, │ {…},{…},{…}, │ {…},{…} ], "name":…}
 *                                                       begin          end       end at the bracket
 *
 * It is read as if the list began here. That holds where whoever reads what stands before comes to `begin` between two
 * features of a list (`JsonTokenizer.isAtItem`, `GeoJsonListener.isInFeatures`); else it is read again from there. What is
 * not plainly right is not settled here at all: any fault, even one that might be forgiven, and any coordinate system of a
 * feature's own make the part void.
 */
import type { PackedRecords } from './packed-records.js';

export interface FeaturePart {
  /** Bytes of the file before it, and up to where reading goes on: a feature's bracket, or that which ends the list. */
  readonly begin: number;
  readonly end: number;
  readonly endsList: boolean;
  readonly lineFeeds: number;
  /** Bytes of the file up to and with its last line feed. */
  readonly lineFeedEnd: number;
  readonly coordinates: Float64Array;
  readonly lineEnd: Uint32Array<ArrayBuffer>;
  readonly polygonEnd: Uint32Array<ArrayBuffer>;
  readonly blocks: Uint32Array<ArrayBuffer>;
  readonly extraCount: number;
  readonly firstExtra: number;
  readonly records: PackedRecords;
  /** Null where no feature has one. */
  readonly ids: readonly (string | number | null)[] | null;
  readonly firstBlock: Uint32Array<ArrayBuffer>;
  readonly endBlock: Uint32Array<ArrayBuffer>;
  readonly oddProperties: number;
  readonly brokenTexts: number;
}

/** The memory of a part that may be handed to another thread instead of copied; without its coordinates. */
export const memoryOf = ({ records, ...part }: FeaturePart): ArrayBuffer[] =>
  [
    ...[part.lineEnd, part.polygonEnd, part.blocks, part.firstBlock, part.endBlock],
    ...[records.formOf, records.kinds, records.values, records.textEnd],
  ].map((array) => array.buffer);
