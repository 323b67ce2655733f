/**
 * The parts of a file that others may have read ahead, for whoever reads it from its beginning; and how they are taken.
 *
 *     bytes   0          places[1]        places[2]        places[3]
 *             │ read here │ read here      │   begin─────────│──────────end   taken over
 *
 * At each place the reader asks for what begins behind it. It is given a part, and takes it over when it comes to its
 * beginning between two features; or nothing, and reads on.
 */
import type { FeaturePart } from './feature-part.js';

export interface PartsAhead {
  /** Bytes of the file before each place, from 0 on, rising. */
  readonly places: readonly number[];
  /** The part that begins behind a place; null where the reader is to read on, and nobody else reads there. */
  partAt(place: number): FeaturePart | null;
}

/** What reads a file from its beginning. */
export interface PartTaker {
  push(bytes: Uint8Array): void;
  /** Takes the part over, whose beginning is reached; false where it does not fit. */
  take(part: FeaturePart): boolean;
}

/** Hands the bytes of a file on to its reader, but for those of parts that it takes over. */
export class PartFeeder {
  /** Bytes that came. */
  private at = 0;
  /** Where those begin that are to be read. */
  private readFrom = 0;
  private nextPlace = 0;
  private part: FeaturePart | null = null;

  constructor(
    private readonly ahead: PartsAhead,
    private readonly reader: PartTaker,
  ) {}

  push(bytes: Uint8Array): void {
    const begin = this.at;
    const end = begin + bytes.length;
    for (;;) {
      this.at = Math.min(end, Math.max(this.at, this.readFrom));
      if (this.at === end) return;
      const stop = Math.max(this.at, Math.min(end, this.part?.begin ?? this.placeAhead()));
      if (stop > this.at) this.reader.push(bytes.subarray(this.at - begin, stop - begin));
      this.at = this.readFrom = stop;
      if (stop < end) this.stand();
    }
  }

  private placeAhead(): number {
    return this.ahead.places[this.nextPlace] ?? Infinity;
  }

  /** At the beginning of a part, or at a place. */
  private stand(): void {
    const { part } = this;
    this.part = null;
    if (part === null) {
      const asked = this.ahead.partAt(this.nextPlace++);
      if (asked !== null && asked.begin >= this.at) this.part = asked;
    } else if (this.reader.take(part)) this.readFrom = part.end;
  }
}
