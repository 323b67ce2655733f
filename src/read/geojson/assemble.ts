/**
 * Feature table from what was read: rings closed, hopeless rings dropped, lines left out, each of it noted.
 *
 * Where nothing had to be mended the coordinates are handed on as they stand, otherwise they are copied once.
 */
import type { FeatureTable, ReadingNote } from '../../layer/feature-table.js';
import {
  BLOCK_COLUMNS,
  BLOCK_FROM_LINE,
  BLOCK_FROM_POLYGON,
  BLOCK_FROM_POSITION,
  BLOCK_KIND,
  BLOCK_TO_POLYGON,
  BLOCK_TO_POSITION,
  type CoordinateRun,
  DROPPED,
  LINES,
  POINTS,
} from './coordinate-run.js';
import { OffsetList } from './growing.js';
import type { RawFeatures } from './raw-features.js';

type Position = readonly [number, number];

/** Everything but notes on the whole file and the stated system. */
export type Assembled = Omit<FeatureTable, 'statedSystem'>;

/** Columns of the table; `notes` are in order of features. */
export function assemble(features: RawFeatures, run: CoordinateRun): Assembled {
  const copy = new RingCopy(run);
  const featureStart = new OffsetList();
  const pointStart = new OffsetList();
  const points: number[] = [];
  const notes: ReadingNote[] = [];
  const source = run.coordinates;
  const blocks = run.blocks.values;
  featureStart.push(0);
  pointStart.push(0);
  for (let feature = 0; feature < features.count; feature++) {
    let lines: Tally | null = null;
    let parts = 0;
    for (
      let block = features.firstBlock.values[feature]!;
      block < features.endBlock.values[feature]!;
      block++
    ) {
      const row = block * BLOCK_COLUMNS;
      const kind = blocks[row + BLOCK_KIND];
      if (kind === DROPPED) continue;
      const from = blocks[row + BLOCK_FROM_POSITION]!;
      const to = blocks[row + BLOCK_TO_POSITION]!;
      if (to > from) parts++;
      if (kind === POINTS) for (let i = 2 * from; i < 2 * to; i++) points.push(source[i]!);
      else if (kind === LINES)
        (lines ??= new Tally()).add(to > from ? [source[2 * from]!, source[2 * from + 1]!] : null);
      else copy.polygons(blocks, row);
    }
    copy.notes(feature, notes);
    if (lines !== null)
      notes.push({ note: 'line-geometry', feature, count: lines.count, position: lines.position });
    else if (parts === 0) notes.push({ note: 'null-geometry', feature, count: 1, position: null });
    featureStart.push(copy.polygonStart.length - 1);
    pointStart.push(points.length / 2);
  }
  return {
    properties: features.properties,
    ids: features.ids,
    shapes: {
      coordinates: copy.coordinates(),
      ringStart: copy.ringStart.exact(),
      polygonStart: copy.polygonStart.exact(),
      featureStart: featureStart.exact(),
    },
    points: Float64Array.from(points),
    pointStart: pointStart.exact(),
    notes,
  };
}

/** How often, and where first. */
class Tally {
  count = 0;
  position: Position | null = null;

  add(position: Position | null): void {
    if (this.count++ === 0) this.position = position;
  }
}

/** Rings in order of arrival; makes its own copy of the coordinates from the first one that needs it. */
class RingCopy {
  readonly ringStart = new OffsetList();
  readonly polygonStart = new OffsetList();
  private closed = new Tally();
  private short = new Tally();
  private own: Float64Array | null = null;
  private positions = 0;

  constructor(private readonly run: CoordinateRun) {
    this.ringStart.push(0);
    this.polygonStart.push(0);
  }

  /** Takes the polygons of one block. */
  polygons(blocks: Uint32Array, row: number): void {
    const { lineEnd, polygonEnd } = this.run;
    let line = blocks[row + BLOCK_FROM_LINE]!;
    let position = blocks[row + BLOCK_FROM_POSITION]!;
    for (let p = blocks[row + BLOCK_FROM_POLYGON]!; p < blocks[row + BLOCK_TO_POLYGON]!; p++) {
      const before = this.ringStart.length;
      for (; line < polygonEnd.values[p]!; line++) {
        const end = lineEnd.values[line]!;
        this.ring(position, end);
        position = end;
      }
      if (this.ringStart.length > before) this.polygonStart.push(this.ringStart.length - 1);
    }
  }

  /** Writes the notes on the rings since the last call. */
  notes(feature: number, notes: ReadingNote[]): void {
    if (this.closed.count > 0) {
      notes.push({ note: 'closed-ring', feature, count: this.closed.count, position: this.closed.position });
      this.closed = new Tally();
    }
    if (this.short.count > 0) {
      notes.push({ note: 'short-ring', feature, count: this.short.count, position: this.short.position });
      this.short = new Tally();
    }
  }

  /** The coordinates of all rings. */
  coordinates(): Float64Array {
    return (this.own ?? this.run.coordinates).subarray(0, 2 * this.positions);
  }

  private ring(from: number, to: number): void {
    const source = this.run.coordinates;
    const x = source[2 * from]!;
    const y = source[2 * from + 1]!;
    if (!hasThreePlaces(source, from, to)) {
      this.short.add([x, y]);
      return;
    }
    const isOpen = x !== source[2 * to - 2] || y !== source[2 * to - 1];
    if (this.own === null && (isOpen || from !== this.positions)) {
      this.own = new Float64Array(this.run.count + 1024);
      this.own.set(source.subarray(0, 2 * this.positions));
    }
    const count = to - from + (isOpen ? 1 : 0);
    if (this.own !== null) {
      if (2 * (this.positions + count) > this.own.length) {
        const larger = new Float64Array(2 * this.own.length + 2 * count);
        larger.set(this.own);
        this.own = larger;
      }
      this.own.set(source.subarray(2 * from, 2 * to), 2 * this.positions);
      if (isOpen) {
        this.own[2 * (this.positions + count) - 2] = x;
        this.own[2 * (this.positions + count) - 1] = y;
        this.closed.add([x, y]);
      }
    }
    this.positions += count;
    this.ringStart.push(this.positions);
  }
}

/** Whether positions `from` to `to` - 1 lie in at least three different places. */
function hasThreePlaces(source: Float64Array, from: number, to: number): boolean {
  const x = source[2 * from]!;
  const y = source[2 * from + 1]!;
  let second = -1;
  for (let at = from + 1; at < to; at++) {
    const u = source[2 * at]!;
    const v = source[2 * at + 1]!;
    if (u === x && v === y) continue;
    if (second < 0) second = at;
    else if (u !== source[2 * second] || v !== source[2 * second + 1]) return true;
  }
  return false;
}
