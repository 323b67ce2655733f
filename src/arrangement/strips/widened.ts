/** A copy of an array with room for a quarter more, and some. */
export function widened(entries: Int32Array): Int32Array {
  const wider = new Int32Array(entries.length + (entries.length >> 2) + 64);
  wider.set(entries);
  return wider;
}
