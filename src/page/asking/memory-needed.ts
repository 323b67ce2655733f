/**
 * How much memory a run will want, told before it is short: bytes unpacked, and what reading and laying out makes of them.
 */

/** What the page and its engine take whatever the files are, and how many times as large these are unpacked and in memory: measured, docs/page.md. */
const EMPTY = 0.35 * 1024 ** 3;
const UNPACKED = 5;
const IN_MEMORY = 4;
/** What a tab of a browser can count on. */
const TAB = 2 * 1024 ** 3;

/** Bytes, from the names and sizes of the files: a guess. */
export const memoryNeeded = (files: readonly { readonly name: string; readonly size: number }[]): number =>
  files.reduce(
    (sum, { name, size }) =>
      sum + size * IN_MEMORY * (/\.(gz|zip|kmz|xlsx|ods|parquet|geoparquet)$/i.test(name) ? UNPACKED : 1),
    EMPTY,
  );

/** A warning for what may be more than a browser gives; null where there is room. */
export function memoryWarning(
  files: readonly { readonly name: string; readonly size: number }[],
): string | null {
  const needed = memoryNeeded(files);
  if (needed <= TAB) return null;
  return `These files may need about ${(needed / 1024 ** 3).toFixed(1)} GB of memory, more than a browser may give. Boundaries generalised to 20 m (BGC) need a tenth of the full ones; the command line takes larger files`;
}
