/**
 * The features read so far, as ranges of coordinate blocks.
 */
import type { Properties } from '../../layer/feature-table.js';
import type { FeaturePart } from './feature-part.js';
import { OffsetList } from './growing.js';
import { unpackRecords } from './packed-records.js';

/** Columns of what has been read; feature f has blocks firstBlock[f] to endBlock[f] - 1. */
export class RawFeatures {
  readonly properties: Properties[] = [];
  readonly ids: (string | number | null)[] = [];
  readonly firstBlock = new OffsetList();
  readonly endBlock = new OffsetList();

  get count(): number {
    return this.properties.length;
  }

  push(properties: Properties, id: string | number | null, firstBlock: number, endBlock: number): void {
    this.properties.push(properties);
    this.ids.push(id);
    this.firstBlock.push(firstBlock);
    this.endBlock.push(endBlock);
  }

  /** Takes over what others have read; `blocks` were there before. */
  append(part: FeaturePart, blocks: number): void {
    const records = unpackRecords(part.records);
    records.forEach((record, i) => {
      this.properties.push(record);
      this.ids.push(part.ids?.[i] ?? null);
    });
    this.firstBlock.append(part.firstBlock, blocks);
    this.endBlock.append(part.endBlock, blocks);
  }

  /** Forgets all features from this one on. */
  truncate(count: number): void {
    this.properties.length = count;
    this.ids.length = count;
    this.firstBlock.length = count;
    this.endBlock.length = count;
  }
}
