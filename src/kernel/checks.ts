/**
 * What the checked build looks after: which arrays there are, so that nothing is read or written beside them.
 *
 *     ┌────────┬ ─ ─ ┬──────────┬ ─ ─ ┐
 *     │ array  │ gap │  array   │ gap │ free     every entry must lie in the array it is counted from
 *     └────────┴ ─ ─ ┴──────────┴ ─ ─ ┘
 *
 * Every assertion, and all that serves one, is a statement that begins with `if (CHECKED)`. compile.mjs takes those out
 * before it compiles the release, so that the release is to the byte what it would be if there were none.
 */
/** Whether this is the build that checks itself. */
export const CHECKED: bool = !ASC_NO_ASSERT;

/** Bytes left free behind every array, so that no two begin at one address, not even empty ones. */
export const GAP: usize = 16;

const MOST_ARRAYS: i32 = 4096;
/** Address and length of each array there is, from the bottom up. */
const arrays: usize = CHECKED ? memory.data(4096 * 8) : 0;
let arrayCount: i32 = 0;
/** The array that was looked at last. */
let latest: i32 = 0;

/** Notes an array of so many bytes at the top of memory. */
export function noteTaken(address: usize, bytes: usize): void {
  assert(arrayCount < MOST_ARRAYS, 'more arrays than are looked after');
  store<u32>(arrays + ((<usize>arrayCount) << 3), <u32>address);
  store<u32>(arrays + ((<usize>arrayCount) << 3), <u32>bytes, 4);
  arrayCount++;
}

/** Notes that all arrays from an address on are gone. */
export function noteGivenBack(from: usize): void {
  while (arrayCount > 0 && beginOf(arrayCount - 1) >= from) arrayCount--;
  latest = 0;
}

/** Notes that arrays from an address on have moved down to another, in place of what began there. */
export function noteSettled(from: usize, to: usize): void {
  let kept = 0;
  for (let i = 0; i < arrayCount; i++) {
    const begin = beginOf(i);
    if (begin >= to && begin < from) continue;
    const place = arrays + ((<usize>kept) << 3);
    store<u32>(place, <u32>(begin >= from ? begin - (from - to) : begin));
    store<u32>(place, lengthOf(i), 4);
    kept++;
  }
  arrayCount = kept;
  latest = 0;
}

function beginOf(i: i32): usize {
  return <usize>load<u32>(arrays + ((<usize>i) << 3));
}

function lengthOf(i: i32): u32 {
  return load<u32>(arrays + ((<usize>i) << 3), 4);
}

/** Whether bytes at an address lie in the array that `base` points to the beginning or to an entry of. */
export function isWithin(base: usize, address: usize, bytes: usize): bool {
  // What is below was laid out by the compiler.
  if (base < __heap_base) return address + bytes <= __heap_base;
  const i = arrayAt(base);
  if (i < 0) return false;
  const begin = beginOf(i);
  return address >= begin && address + bytes <= begin + <usize>lengthOf(i);
}

/** The last array that begins at an address or before; -1 for none. */
function arrayAt(base: usize): i32 {
  if (latest < arrayCount && beginOf(latest) <= base) {
    if (latest + 1 == arrayCount || beginOf(latest + 1) > base) return latest;
  }
  let low = -1;
  let high = arrayCount;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (beginOf(middle) <= base) low = middle;
    else high = middle;
  }
  latest = max(low, 0);
  return low;
}

/** Whether offsets are sound: they begin with 0, never fall and end with `total`. */
export function areOffsets(start: usize, count: i32, total: i32): bool {
  if (load<i32>(start) != 0) return false;
  for (let i = 0; i < count; i++) {
    const offset = start + ((<usize>i) << 2);
    if (load<i32>(offset, 4) < load<i32>(offset)) return false;
  }
  return load<i32>(start + ((<usize>count) << 2)) == total;
}
