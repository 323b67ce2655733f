/**
 * Where coordinates go while the `type` of their geometry may still be unknown.
 *
 *     [[[[1,2],[3,4],…]],[[…],[…]]]      depth of positions 4
 *       └ line ┘        └line┘└line┘     lineEnd     positions read when the line closed
 *      └ polygon ┘     └ polygon  ┘      polygonEnd  lines read when the polygon closed
 *     └────────── block ───────────┘     one block a `coordinates` member
 *
 * A line is an array of positions, a polygon an array of lines; whether they are rings and polygons the type of
 * the geometry says later. Empty arrays leave no trace but their depth. Blocks that turn out to belong to nothing
 * get the kind `dropped`.
 */
import type { FeaturePart } from './feature-part.js';
import { OffsetList } from './growing.js';

/** Kinds of a block; the numbers of GeoJSON types in `BLOCK_KINDS`. */
export const DROPPED = 0;
export const POINTS = 1;
export const LINES = 2;
export const POLYGONS = 3;

/** What a `coordinates` member of this geometry type holds, and how deep its positions lie. */
export const BLOCK_KINDS: ReadonlyMap<string, { readonly kind: number; readonly depth: number }> = new Map([
  ['Point', { kind: POINTS, depth: 1 }],
  ['MultiPoint', { kind: POINTS, depth: 2 }],
  ['LineString', { kind: LINES, depth: 2 }],
  ['MultiLineString', { kind: LINES, depth: 3 }],
  ['Polygon', { kind: POLYGONS, depth: 3 }],
  ['MultiPolygon', { kind: POLYGONS, depth: 4 }],
]);

/** What may come next inside a `coordinates` array. */
export const OPENED = 0;
export const ITEM = 1;
export const NUMBER = 2;
export const AFTER_NUMBER = 3;
export const AFTER_ARRAY = 4;

/** How a run over bytes ended: no more bytes, array closed, a number left to the caller, not coordinates. */
export const MORE = 0;
export const DONE = 1;
export const HARD_NUMBER = 2;
export const ODD = 3;

/** Fewer numbers are copied one by one sooner than all at once. */
const FEW = 16;

/** Columns of a block in `blocks`. */
export const BLOCK_FROM_POSITION = 0;
export const BLOCK_TO_POSITION = 1;
export const BLOCK_FROM_LINE = 2;
export const BLOCK_FROM_POLYGON = 3;
export const BLOCK_TO_POLYGON = 4;
export const BLOCK_KIND = 5;
export const BLOCK_DEPTH = 6;
/** Depth of the deepest empty array. */
export const BLOCK_EMPTY_DEPTH = 7;
export const BLOCK_COLUMNS = 8;

/** All coordinates read so far, and the state inside the array being read. */
export class CoordinateRun {
  /** x, y of every position. */
  coordinates: Float64Array;
  /** Numbers in `coordinates`. */
  count = 0;
  readonly lineEnd = new OffsetList();
  readonly polygonEnd = new OffsetList();
  /** BLOCK_COLUMNS numbers a block. */
  readonly blocks = new OffsetList();

  state = OPENED;
  outcome = MORE;
  /** Arrays open inside and including the `coordinates` array. */
  depth = 0;
  /** Depth of the positions, 0 before the first one. */
  positionDepth = 0;
  emptyDepth = 0;
  /** Numbers read of the current position. */
  dimension = 0;
  /** Line feeds met and the place behind the last one in the bytes at hand (-1 for none). */
  lineFeeds = 0;
  lineFeedEnd = -1;

  /** Positions with more than two numbers, passed over. */
  extraCount = 0;
  /** Index in `coordinates` of the first of them. */
  firstExtra = 0;

  private startPosition = 0;
  private startLine = 0;
  private startPolygon = 0;
  private startExtra = 0;
  private startBlock = 0;

  /** `room`: for how many numbers to make room at first, or room that may be written over. */
  constructor(room: number | Float64Array) {
    this.coordinates = typeof room === 'number' ? new Float64Array(Math.max(1024, room)) : room;
  }

  get blockCount(): number {
    return this.blocks.length / BLOCK_COLUMNS;
  }

  /** Begins a block; the opening bracket has been read. */
  begin(): void {
    this.state = OPENED;
    this.depth = 1;
    this.positionDepth = 0;
    this.emptyDepth = 0;
    this.dimension = 0;
    this.startPosition = this.count / 2;
    this.startLine = this.lineEnd.length;
    this.startPolygon = this.polygonEnd.length;
    this.startExtra = this.extraCount;
    this.startBlock = this.blocks.length;
  }

  /** Ends the block and returns its index; its kind is set later. */
  end(): number {
    const index = this.blockCount;
    this.blocks.push(this.startPosition);
    this.blocks.push(this.count / 2);
    this.blocks.push(this.startLine);
    this.blocks.push(this.startPolygon);
    this.blocks.push(this.polygonEnd.length);
    this.blocks.push(DROPPED);
    this.blocks.push(this.positionDepth);
    this.blocks.push(this.emptyDepth);
    return index;
  }

  /** Takes over what others have read. */
  append(part: FeaturePart): void {
    const positions = this.count / 2;
    const lines = this.lineEnd.length;
    const polygons = this.polygonEnd.length;
    while (this.count + part.coordinates.length > this.coordinates.length) this.grow();
    this.coordinates.set(part.coordinates, this.count);
    this.lineEnd.append(part.lineEnd, positions);
    this.polygonEnd.append(part.polygonEnd, lines);
    const first = this.blocks.length;
    this.blocks.append(part.blocks, 0);
    const { values, length } = this.blocks;
    for (let row = first; row < length; row += BLOCK_COLUMNS) {
      values[row + BLOCK_FROM_POSITION]! += positions;
      values[row + BLOCK_TO_POSITION]! += positions;
      values[row + BLOCK_FROM_LINE]! += lines;
      values[row + BLOCK_FROM_POLYGON]! += polygons;
      values[row + BLOCK_TO_POLYGON]! += polygons;
    }
    this.passOver(part.extraCount, this.count + part.firstExtra);
    this.count += part.coordinates.length;
  }

  /** Forgets the block begun last, ended or not. */
  abandon(): void {
    this.blocks.length = this.startBlock;
    this.lineFeeds = 0;
    this.count = 2 * this.startPosition;
    this.lineEnd.length = this.startLine;
    this.polygonEnd.length = this.startPolygon;
    this.extraCount = this.startExtra;
  }

  /** Takes a number that the caller converted. */
  put(value: number): void {
    if (this.dimension < 2) {
      if (this.count === this.coordinates.length) this.grow();
      this.coordinates[this.count++] = value;
    } else if (this.dimension === 2) this.passOver(1, this.count - 2);
    this.dimension++;
    this.state = AFTER_NUMBER;
  }

  /** Takes the first so many of the numbers. */
  take(numbers: Float64Array, count: number): void {
    while (this.count + count > this.coordinates.length) this.grow();
    if (count < FEW) for (let i = 0; i < count; i++) this.coordinates[this.count + i] = numbers[i]!;
    else this.coordinates.set(numbers.subarray(0, count), this.count);
    this.count += count;
  }

  /** Notes positions with more than two numbers; `first` is the index of the first of them. */
  passOver(positions: number, first: number): void {
    if (this.extraCount === 0) this.firstExtra = first;
    this.extraCount += positions;
  }

  /** Doubles the room for coordinates. */
  private grow(): void {
    const larger = new Float64Array(2 * this.coordinates.length);
    larger.set(this.coordinates);
    this.coordinates = larger;
  }

  /** An array of positions, or of arrays, has closed; `depth` is its own depth. */
  closeArray(depth: number): void {
    const above = this.positionDepth - depth;
    if (above === 1) {
      const positions = this.count / 2;
      const lines = this.lineEnd.length;
      const before = lines === this.startLine ? this.startPosition : this.lineEnd.values[lines - 1]!;
      if (positions > before) this.lineEnd.push(positions);
    } else if (above === 2) {
      const lines = this.lineEnd.length;
      const polygons = this.polygonEnd.length;
      const before = polygons === this.startPolygon ? this.startLine : this.polygonEnd.values[polygons - 1]!;
      if (lines > before) this.polygonEnd.push(lines);
    }
  }
}
