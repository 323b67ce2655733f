/**
 * The distinct texts of a column, told apart by their bytes so that each is decoded once.
 *
 * Most columns of many texts are in some order, and need no search for what was seen before:
 *
 *     E54000012        E54000012        a cell as the one above it has its text
 *     E54000012        E54000013        in a column in order a greater one is new
 *     ZZ000002         ZZ000001         and so is the next of a list that was read before, whatever its order
 *
 * From the first cell that is none of these an open hash table over the bytes goes on. Columns with quotation marks inside
 * their cells go the slow way through text, where a doubled mark and a single one are equal.
 */
import type { DistinctColumn } from '../../layer/table.js';
import { isAscending } from '../../trouble/lists-of-codes.js';
import type { CsvCells } from './csv-cells.js';
import { QUOTE } from './csv-dialect.js';
import { distinctTexts } from './grid-table.js';
import type { ListsRead } from './lists-read.js';
import { PlainTexts } from './plain-texts.js';

/** Distinct texts of one column and which of them each row holds; `text` decodes the cell of a row. */
export function distinctBytes(
  bytes: Uint8Array,
  cells: CsvCells,
  column: number,
  text: (row: number) => string,
  lists: ListsRead | null = null,
): DistinctColumn {
  const list = cells.rowCount === 0 ? [] : (lists?.beginningWith(text(0)) ?? []);
  const search = new DistinctSearch(bytes, cells, column, text);
  const distinct = search.run(list);
  if (distinct === null) return distinctTexts(cells.rowCount, text);
  if (search.allPlain) lists?.add(distinct.values);
  return distinct;
}

class DistinctSearch {
  private readonly index: Int32Array;
  private readonly plain: PlainTexts;
  private values: string[] = [];
  /** Whether all texts are their bytes, letter for letter, so that no two of them can be the same. */
  allPlain = true;
  /** Where the text of the cell at hand begins and ends. */
  private start = 0;
  private end = 0;
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly cells: CsvCells,
    private readonly column: number,
    private readonly text: (row: number) => string,
  ) {
    this.index = new Int32Array(cells.rowCount);
    this.plain = new PlainTexts(bytes);
    this.view = viewOf(bytes);
  }

  /** The distinct column, which may go as a list does; null where a cell has quotation marks inside. */
  run(list: readonly string[]): DistinctColumn | null {
    const { rowCount } = this.cells;
    const listed = this.goWithList(list);
    const { values } = listed;
    if (listed.row === rowCount) return { values, index: this.index };
    this.values = [...values];
    // Texts of plain letters have the order of their bytes.
    const row = isAscending(values) ? this.goInOrder(listed.row) : listed.row;
    if (row === rowCount) return { values: this.values, index: this.index };
    return row >= 0 && this.goByHash(row) ? { values: this.values, index: this.index } : null;
  }

  /** The first row that neither is as the one above nor goes on with the list, and the part of the list before it. */
  private goWithList(list: readonly string[]): { row: number; values: readonly string[] } {
    const { bytes, index } = this;
    const { rowCount } = this.cells;
    let count = 0;
    let row = 0;
    for (let [from, to] = [0, 0]; row < rowCount; row++) {
      this.find(row);
      const { start, end } = this;
      if (row === 0 || !isSame(this.view, from, to, start, end)) {
        if (count === list.length || !isWritten(bytes, start, end, list[count]!)) break;
        [from, to] = [start, end];
        count++;
      }
      index[row] = count - 1;
    }
    return { row, values: count === list.length ? list : list.slice(0, count) };
  }

  /** Goes on from a row while no cell is less than the one above; the first that is, or -1 for a quotation mark in a cell. */
  private goInOrder(first: number): number {
    const { bytes, index, values } = this;
    const { rowCount } = this.cells;
    if (first > 0) this.find(first - 1);
    let [from, to] = [this.start, this.end];
    for (let row = first; row < rowCount; row++) {
      this.find(row);
      const { start, end } = this;
      if (row === 0 || !isSame(this.view, from, to, start, end)) {
        if (row > 0 && !isLess(bytes, from, to, start, end)) return row;
        if (!this.add(row)) return -1;
        [from, to] = [start, end];
      }
      index[row] = values.length - 1;
    }
    return rowCount;
  }

  /** Goes on to the end from a row whose cell may be any of those before; false for a quotation mark in a cell. */
  private goByHash(first: number): boolean {
    const { bytes, index, values } = this;
    const { rowCount } = this.cells;
    const seen = new SeenBytes(bytes);
    for (let row = 0; row < first; row++) {
      if (index[row] !== seen.count) continue;
      this.find(row);
      seen.add(this.start, this.end);
    }
    let [from, to] = [0, -1];
    for (let row = first; row < rowCount; row++) {
      this.find(row);
      const { start, end } = this;
      if (isSame(this.view, from, to, start, end)) {
        index[row] = index[row - 1]!;
        continue;
      }
      index[row] = seen.find(start, end);
      if (index[row] === values.length && !this.add(row)) return false;
      [from, to] = [start, end];
    }
    return true;
  }

  /** Adds the text of the cell at hand; false where a quotation mark is in it. */
  private add(row: number): boolean {
    const { bytes, start, end } = this;
    let isPlain = true;
    for (let p = start; p < end; p++) {
      const byte = bytes[p]!;
      if (byte === QUOTE) return false;
      if (byte < 32 || byte > 126) isPlain = false;
    }
    const text = (isPlain ? this.plain.at(start, end) : null) ?? this.text(row);
    this.allPlain &&= isPlain && text.length === end - start;
    this.values.push(text);
    return true;
  }

  /** Finds the text of a cell: without white space around it, and quotation marks around that. */
  private find(row: number): void {
    const { bytes } = this;
    const { starts, columnCount } = this.cells;
    const cell = row * columnCount + this.column;
    this.start = starts[cell]!;
    this.end = starts[cell + 1]! - 1;
    if (bytes[this.start]! > QUOTE && bytes[this.end - 1]! > QUOTE) return;
    this.trim();
    if (this.end - this.start < 2 || bytes[this.start] !== QUOTE || bytes[this.end - 1] !== QUOTE) return;
    this.start++;
    this.end--;
    this.trim();
  }

  private trim(): void {
    const { bytes } = this;
    let { start, end } = this;
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    this.start = start;
    this.end = end;
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** Pieces of the bytes of a file by number, each once. */
class SeenBytes {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly hashes: number[] = [];
  private slots = new Int32Array(1024).fill(-1);
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = viewOf(bytes);
  }

  get count(): number {
    return this.hashes.length;
  }

  /** Adds a piece that is known to be new. */
  add(start: number, end: number): void {
    const hash = this.hashOf(start, end);
    this.put(start, end, hash, this.freeSlot(hash));
  }

  /** The number of a piece with the same bytes, which is the next where there was none. */
  find(start: number, end: number): number {
    const { from, to, hashes, slots } = this;
    const hash = this.hashOf(start, end);
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    for (let found = slots[slot]!; found >= 0; found = slots[slot]!) {
      // Hashes stand close together, the bytes of other cells all over the file.
      if (hashes[found] === hash && isSame(this.view, from[found]!, to[found]!, start, end)) return found;
      slot = (slot + 1) & (slots.length - 1);
    }
    return this.put(start, end, hash, slot);
  }

  private hashOf(start: number, end: number): number {
    const { bytes } = this;
    let hash = 0x811c9dc5;
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
    return hash;
  }

  private put(start: number, end: number, hash: number, slot: number): number {
    const number = this.hashes.length;
    this.from.push(start);
    this.to.push(end);
    this.hashes.push(hash);
    this.slots[slot] = number;
    if (2 * this.hashes.length > this.slots.length) this.enlarge();
    return number;
  }

  private freeSlot(hash: number): number {
    const { slots } = this;
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  }

  private enlarge(): void {
    this.slots = new Int32Array(4 * this.slots.length).fill(-1);
    this.hashes.forEach((hash, number) => (this.slots[this.freeSlot(hash)] = number));
  }
}

function isSame(bytes: DataView, from: number, to: number, start: number, end: number): boolean {
  if (to - from !== end - start) return false;
  // Four at a time, the last first: neighbours in a list differ in their last letters.
  let [p, q] = [to - 4, end - 4];
  for (; p >= from; p -= 4, q -= 4) if (bytes.getUint32(p) !== bytes.getUint32(q)) return false;
  for (p += 3, q += 3; p >= from; p--, q--) if (bytes.getUint8(p) !== bytes.getUint8(q)) return false;
  return true;
}

/** Whether a piece of the bytes comes before another one. */
function isLess(bytes: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  let [p, q] = [from, start];
  while (p < to && q < end && bytes[p] === bytes[q]) {
    p++;
    q++;
  }
  return q < end && (p === to || bytes[p]! < bytes[q]!);
}

/** Whether a piece of the bytes is a text of plain letters. */
function isWritten(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let at = text.length - 1; at >= 0; at--) {
    const byte = bytes[start + at]!;
    if (byte !== text.charCodeAt(at) || byte > 126 || byte < 32 || byte === QUOTE) return false;
  }
  return true;
}
