/**
 * Memory, taken from the bottom up and given back from the top down. What is taken is zero, unless it is asked for unset.
 *
 * Memory that was used before is much cheaper than fresh memory, which the system has to find, so what is no longer
 * needed is given back between stages. Arrays are addresses; `at` and `put` read and write 32-bit entries.
 */
import { CHECKED, GAP, isWithin, noteGivenBack, noteSettled, noteTaken } from './checks';
import { memoryFull } from './host';

let top: usize = __heap_base;
/** Memory from here on was never written. */
let clean: usize = __heap_base;
/** Where the memory ends that this instance may take, or 0 where it may make memory grow. */
let limit: usize = 0;

/**
 * Takes from now on no memory but what lies between two addresses: what another instance on the same memory has set
 * aside. One that needs more stops with a trap.
 */
export function keepWithin(from: usize, to: usize): void {
  top = from;
  clean = to;
  limit = to;
}

/** Takes zeroed memory. */
export function take(bytes: usize): usize {
  const before = clean;
  const address = claim(bytes);
  if (address < before) memory.fill(address, 0, min(top, before) - address);
  return address;
}

/** Takes memory in which anything may stand: for what is written before it is read. */
export function takeUnset(bytes: usize): usize {
  const address = claim(bytes);
  if (CHECKED) memory.fill(address, 0xa5, bytes);
  return address;
}

function claim(bytes: usize): usize {
  const address = top;
  top = (address + bytes + 15) & ~15;
  if (CHECKED) top += GAP;
  if (top < address) memoryFull();
  if (limit == 0) reach(<i32>((<u64>top + 0xffff) >> 16));
  else if (top > limit) unreachable();
  clean = max(clean, top);
  if (CHECKED) noteTaken(address, bytes);
  return address;
}

/** Makes memory at least so many pages of 64 kB: half as many again as there are if possible, to ask seldom. */
function reach(pages: i32): void {
  const more = pages - memory.size();
  if (more <= 0) return;
  if (memory.grow(max(more, memory.size() >> 1)) < 0 && memory.grow(more) < 0) memoryFull();
}

/** The address from which memory is free, to be handed to `giveBack`. */
export function mark(): usize {
  return top;
}

/** Gives back everything taken since a mark. */
export function giveBack(from: usize): void {
  if (CHECKED) {
    assert(from <= top && (from & 15) == 0, 'memory is given back that was not taken');
    noteGivenBack(from);
  }
  top = from;
}

/** Moves all that was taken from an address on down to a mark, in place of what was taken between the two. */
export function settle(from: usize, to: usize): void {
  if (CHECKED) {
    assert(to <= from && from <= top, 'memory settles downwards');
    noteSettled(from, to);
  }
  memory.copy(to, from, top - from);
  top -= from - to;
}

/** Takes an array of 32-bit entries. */
export function takeArray(length: i32): usize {
  return take((<usize>length) << 2);
}

/** Takes one in which anything may stand. */
export function takeUnsetArray(length: i32): usize {
  return takeUnset((<usize>length) << 2);
}

/** Entry of an array. */
export function at(array: usize, i: i32): i32 {
  if (CHECKED) assert(isWithin(array, array + ((<usize>i) << 2), 4), 'an entry is read beside its array');
  return load<i32>(array + ((<usize>i) << 2));
}

/** Sets an entry of an array. */
export function put(array: usize, i: i32, value: i32): void {
  if (CHECKED) assert(isWithin(array, array + ((<usize>i) << 2), 4), 'an entry is written beside its array');
  store<i32>(array + ((<usize>i) << 2), value);
}

/** Adds one to an entry; returns what it was. */
export function countUp(array: usize, i: i32): i32 {
  const entry = array + ((<usize>i) << 2);
  if (CHECKED) assert(isWithin(array, entry, 4), 'an entry is counted up beside its array');
  const before = load<i32>(entry);
  store<i32>(entry, before + 1);
  return before;
}

/** Takes one from an entry; returns what it is then. */
export function countDown(array: usize, i: i32): i32 {
  const entry = array + ((<usize>i) << 2);
  if (CHECKED) {
    assert(isWithin(array, entry, 4), 'an entry is counted down beside its array');
    assert(load<i32>(entry) > 0, 'an entry is counted down below nothing');
  }
  const after = load<i32>(entry) - 1;
  store<i32>(entry, after);
  return after;
}

/**
 * An array moved down to the top of memory, with room for more in which anything may stand. It lies in memory that was given
 * back, and nothing was taken there since but for what was moved from below it.
 */
export function settled(array: usize, length: i32, room: i32): usize {
  const lower = claim((<usize>room) << 2);
  if (CHECKED) assert(length <= room && lower <= array, 'an array moves down');
  memory.copy(lower, array, (<usize>length) << 2);
  return lower;
}

/** A copy of an array with room for more, at the top of memory. */
export function widened(array: usize, length: i32, room: i32): usize {
  if (CHECKED) assert(length <= room && isWithin(array, array, (<usize>length) << 2), 'an array grows');
  const wider = takeArray(room);
  memory.copy(wider, array, (<usize>length) << 2);
  return wider;
}
