/**
 * The distinct texts of a column, told apart by their bytes so that each is decoded once.
 *
 * A registration file names thirty thousand areas in a million rows. An open hash table over the bytes; columns with
 * quotation marks inside their cells go the slow way through text, where a doubled mark and a single one are equal.
 */
import type { DistinctColumn } from '../../layer/table.js';
import type { CsvCells } from './csv-cells.js';
import { QUOTE } from './csv-dialect.js';
import { distinctTexts } from './grid-table.js';

/** Distinct texts of one column and which of them each row holds; `text` decodes the cell of a row. */
export function distinctBytes(
  bytes: Uint8Array,
  cells: CsvCells,
  column: number,
  text: (row: number) => string,
): DistinctColumn {
  const { starts, columnCount, rowCount } = cells;
  const index = new Int32Array(rowCount);
  const values: string[] = [];
  const from: number[] = [];
  const length: number[] = [];
  let slots = new Int32Array(1024).fill(-1);
  const hashes: number[] = [];

  for (let row = 0; row < rowCount; row++) {
    const cell = row * columnCount + column;
    let start = starts[cell]!;
    let end = starts[cell + 1]! - 1;
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    if (end - start >= 2 && bytes[start] === QUOTE && bytes[end - 1] === QUOTE) {
      start++;
      end--;
      while (start < end && bytes[start]! <= 32) start++;
      while (end > start && bytes[end - 1]! <= 32) end--;
    }
    let hash = 0x811c9dc5;
    for (let p = start; p < end; p++) {
      if (bytes[p] === QUOTE) return distinctTexts(rowCount, text);
      hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
    }
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    let found = slots[slot]!;
    // Hashes stand close together, the bytes of other cells all over the file.
    while (
      found >= 0 &&
      (hashes[found] !== hash || !sameBytes(bytes, from[found]!, length[found]!, start, end - start))
    ) {
      slot = (slot + 1) & (slots.length - 1);
      found = slots[slot]!;
    }
    if (found < 0) {
      found = values.length;
      values.push(text(row));
      from.push(start);
      length.push(end - start);
      hashes.push(hash);
      slots[slot] = found;
      if (values.length * 2 > slots.length) slots = rehashed(hashes, slots.length * 4);
    }
    index[row] = found;
  }
  return { values, index };
}

function sameBytes(bytes: Uint8Array, a: number, aLength: number, b: number, bLength: number): boolean {
  if (aLength !== bLength) return false;
  for (let i = 0; i < aLength; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

function rehashed(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size).fill(-1);
  hashes.forEach((hash, value) => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = value;
  });
  return slots;
}
