/**
 * Brings an SQLite database up to date with the write-ahead log beside it, as SQLite itself does when it opens one.
 *
 *     header (32 bytes): magic  version  page size  sequence  salt salt  checksum checksum
 *     frames: page number  pages of the database after a commit, else 0  salt salt  checksum checksum | one page
 *
 * While a program such as QGIS has a GeoPackage open, its changes stand in the log alone. Frames count up to the last
 * commit whose salts and running checksums fit; what follows is left over from before or was never finished
 * (SQLite, "WAL-mode file format").
 */

const HEADER = 32;
const FRAME_HEADER = 24;
const LITTLE_ENDIAN_MAGIC = 0x377f0682;

/** The database with all finished changes of the log, and how many pages those were; the same bytes where it has none. */
export function applyLog(
  database: Uint8Array,
  log: Uint8Array,
): { readonly bytes: Uint8Array; readonly pages: number } {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  if (log.length < HEADER || (view.getUint32(0) & ~1) >>> 0 !== LITTLE_ENDIAN_MAGIC)
    return { bytes: database, pages: 0 };
  const isLittle = view.getUint32(0) === LITTLE_ENDIAN_MAGIC;
  const pageSize = view.getUint32(8);
  let sum = checksum(view, 0, 24, [0, 0], isLittle);
  if (pageSize < 512 || !fits(view, 24, sum)) return { bytes: database, pages: 0 };
  const committed = new Map<number, number>();
  let pending = new Map<number, number>();
  let pageCount = 0;
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    const isOfThisLog =
      view.getUint32(at + 8) === view.getUint32(16) && view.getUint32(at + 12) === view.getUint32(20);
    sum = checksum(view, at, at + 8, sum, isLittle);
    sum = checksum(view, at + FRAME_HEADER, at + FRAME_HEADER + pageSize, sum, isLittle);
    if (!isOfThisLog || !fits(view, at + 16, sum)) break;
    pending.set(view.getUint32(at), at + FRAME_HEADER);
    const pagesAfter = view.getUint32(at + 4);
    if (pagesAfter === 0) continue;
    pageCount = pagesAfter;
    for (const [page, from] of pending) committed.set(page, from);
    pending = new Map();
  }
  if (committed.size === 0) return { bytes: database, pages: 0 };
  const bytes = new Uint8Array(Math.min(pageCount, mostPages(database, committed.size, pageSize)) * pageSize);
  bytes.set(database.subarray(0, bytes.length));
  for (const [page, from] of committed) {
    const to = (page - 1) * pageSize;
    if (page > 0 && to + pageSize <= bytes.length) bytes.set(log.subarray(from, from + pageSize), to);
  }
  return { bytes, pages: committed.size };
}

/** A log can add no more pages than it has. */
const mostPages = (database: Uint8Array, added: number, pageSize: number): number =>
  Math.ceil(database.length / pageSize) + added;

const fits = (view: DataView, at: number, [a, b]: readonly [number, number]): boolean =>
  view.getUint32(at) === a && view.getUint32(at + 4) === b;

/** The running checksum over pairs of words, in the byte order that the magic number states. */
function checksum(
  view: DataView,
  from: number,
  to: number,
  [first, second]: readonly [number, number],
  isLittle: boolean,
): [number, number] {
  let a = first;
  let b = second;
  for (let at = from; at < to; at += 8) {
    a = (a + view.getUint32(at, isLittle) + b) >>> 0;
    b = (b + view.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}
