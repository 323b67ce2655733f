/**
 * How much a packed file may hold: a few kilobytes can be made to unpack to terabytes.
 */

/** What is small unpacked does no harm, however well it was packed. */
const HARMLESS = 64 * 2 ** 20;

/** How much smaller packing may make a file; maps and tables of text stay below a tenth of it. */
const MOST_RATIO = 300;

/** Most bytes that so many packed bytes may unpack to: more is made to fill the memory. */
export const mostUnpacked = (packed: number, limit: number): number =>
  Math.min(limit, Math.max(HARMLESS, MOST_RATIO * packed));

/** The length that the end of a gzip file says it unpacks to, modulo 2³². */
export const lengthInside = (packed: Uint8Array): number =>
  packed.length < 4
    ? 0
    : new DataView(packed.buffer, packed.byteOffset + packed.length - 4).getUint32(0, true);
