/**
 * Reads FlatBuffers tables, the encoding inside FlatGeobuf.
 *
 *     table ──► (i32 back) vtable: u16 size, u16 table size, u16 offset of field 0, 1, …   (0: field is absent)
 *     string, vector: u32 count, then the items;  offsets to them are u32 forward
 *
 * Every access goes through a DataView, so that a false offset is a RangeError, never somebody else's bytes.
 */
export interface FlatTable {
  readonly view: DataView;
  /** Where the table begins. */
  readonly at: number;
}

/** A run of items inside the view. */
export interface FlatVector {
  readonly at: number;
  readonly length: number;
}

/** The root table of a buffer that begins at `at`. */
export const rootTable = (view: DataView, at: number): FlatTable => ({
  view,
  at: at + view.getUint32(at, true),
});

/** Where field `index` is stored, or null if the table does not have it. */
export function fieldAt({ view, at }: FlatTable, index: number): number | null {
  const vtable = at - view.getInt32(at, true);
  const slot = 4 + 2 * index;
  const offset = slot < view.getUint16(vtable, true) ? view.getUint16(vtable + slot, true) : 0;
  return offset === 0 ? null : at + offset;
}

/** The table that field `index` points to, or null. */
export function tableField(table: FlatTable, index: number): FlatTable | null {
  const at = fieldAt(table, index);
  return at === null ? null : { view: table.view, at: at + table.view.getUint32(at, true) };
}

/** The vector in field `index` with items of `itemBytes`, or null. Throws RangeError where it leaves the view. */
export function vectorField(table: FlatTable, index: number, itemBytes: number): FlatVector | null {
  const at = fieldAt(table, index);
  if (at === null) return null;
  const start = at + table.view.getUint32(at, true);
  const length = table.view.getUint32(start, true);
  if (start + 4 + length * itemBytes > table.view.byteLength)
    throw new RangeError('a list is longer than the file');
  return { at: start + 4, length };
}

/** The tables in the vector of field `index`. */
export function tablesField(table: FlatTable, index: number): FlatTable[] {
  const vector = vectorField(table, index, 4);
  return Array.from({ length: vector?.length ?? 0 }, (_, i) => {
    const at = vector!.at + 4 * i;
    return { view: table.view, at: at + table.view.getUint32(at, true) };
  });
}

/** The text in field `index`, or null. */
export function textField(table: FlatTable, index: number): string | null {
  const vector = vectorField(table, index, 1);
  return vector && new TextDecoder().decode(bytesAt(table.view, vector.at, vector.length));
}

/** A view of `length` bytes. Throws RangeError where they leave the view. */
export function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw new RangeError('a value is longer than the file');
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}
