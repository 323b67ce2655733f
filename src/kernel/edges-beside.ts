/**
 * Edges beside faces that are marked: of millions of edges the few that a pass over some faces needs.
 */
import { CHECKED, isWithin } from './checks';
import { at, put, takeUnsetArray } from './memory';

/** The edges that were listed last. */
export let beside: usize = 0;

/**
 * Lists those of some edges that have a marked face on either side, by their numbers from 0; `sides` has the faces left and
 * right, `marks` a byte for each face. Gives how many they are.
 */
export function listBeside(marks: usize, sides: usize, edges: i32): i32 {
  beside = takeUnsetArray(edges);
  let count = 0;
  for (let e = 0; e < edges; e++) {
    const left = marks + at(sides, 2 * e);
    const right = marks + at(sides, 2 * e + 1);
    if (CHECKED) assert(isWithin(marks, left, 1) && isWithin(marks, right, 1), 'every face has a mark');
    if ((load<u8>(left) | load<u8>(right)) != 0) put(beside, count++, e);
  }
  return count;
}
