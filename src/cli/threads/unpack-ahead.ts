/**
 * Gzip files unpacked by the threads that Node has for that, tables of a report before anybody asks for them.
 *
 * Whoever asks has read the file by then: what was unpacked ahead is given where it was unpacked from the same bytes.
 */
import { readFileSync } from 'node:fs';
import { gunzip } from 'node:zlib';
import { lengthInside } from '../../read/formats/most-unpacked.js';
import { lookAtPath } from './look-at-path.js';
import { WORTH_READING_AHEAD } from './read-ahead.js';

const TABLE = /\.(csv|tsv|txt|tab)\.gz$/i;

/** Most files at a time, and most bytes that each is, packed and unpacked. */
const [MOST_FILES, MOST_PACKED, MOST_UNPACKED] = [4, 2 ** 28, 2 ** 30];

/** Bytes of a piece where the whole is not to be had as one. */
const PIECE = 1 << 20;

interface Begun {
  readonly packed: Uint8Array;
  readonly whole: Promise<Uint8Array | null>;
}

export class UnpackingAhead {
  private begun: Begun[] = [];

  /** Begins with the packed tables among some files that are to be read in this order. */
  begin(paths: readonly string[]): void {
    for (const path of new Set(paths)) {
      if (this.begun.length === MOST_FILES) return;
      if (!TABLE.test(path)) continue;
      const mark = lookAtPath(path);
      if (mark?.isFile() !== true || mark.size < WORTH_READING_AHEAD || mark.size > MOST_PACKED) continue;
      const packed = readIfThere(path);
      if (packed !== null && lengthInside(packed) <= MOST_UNPACKED)
        this.begun.push({ packed, whole: unpackWhole(packed, MOST_UNPACKED) });
    }
  }

  /** The same as `unpackWhole`, where it was begun what that gives. */
  async take(packed: Uint8Array, limit: number): Promise<Uint8Array | null> {
    const found = this.begun.find((each) => Buffer.compare(each.packed, packed) === 0);
    this.begun = this.begun.filter((each) => each !== found);
    const whole = await (found?.whole ?? unpackWhole(packed, limit));
    return whole !== null && whole.length <= limit ? whole : null;
  }
}

/** What a gzip file unpacks to; null where that is more than `limit` bytes or anything is wrong with it. */
export function unpackWhole(packed: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const length = lengthInside(packed);
  // In one piece the whole is worked out in one go, and nothing is put together afterwards.
  const chunkSize = length < Math.min(limit, MOST_UNPACKED) ? Math.max(length + 1, PIECE) : PIECE;
  return new Promise((resolve) => {
    gunzip(packed, { maxOutputLength: limit, chunkSize }, (error, whole) =>
      resolve(error === null ? whole : null),
    );
  });
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
