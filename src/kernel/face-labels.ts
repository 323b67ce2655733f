/**
 * What a layer says of each face: no unit, one, or a set of several by its number (arrangement/labels.ts).
 */
import { at, take } from './memory';

/** Nothing of the layer covers the face. */
export const NO_UNIT: i32 = -1;

/** Labels of one layer; sets are numbered from `singles` on, and set s has members[start[s - singles]] and on. */
@unmanaged
export class Labels {
  ofFace: usize;
  singles: i32;
  start: usize;
  members: usize;
}

/** Labels of a layer, of whose arrays these are the addresses. */
export function makeLabels(ofFace: usize, singles: i32, start: usize, members: usize): usize {
  const labels = changetype<Labels>(take(offsetof<Labels>()));
  labels.ofFace = ofFace;
  labels.singles = singles;
  labels.start = start;
  labels.members = members;
  return changetype<usize>(labels);
}

export function labelOn(labels: Labels, face: i32): i32 {
  return at(labels.ofFace, face);
}

export function isCovered(label: i32): bool {
  return label != NO_UNIT;
}

/** How many units a label stands for; that of no unit for one, which is none. */
export function sizeOf(labels: Labels, label: i32): i32 {
  if (label < labels.singles) return 1;
  const set = label - labels.singles;
  return at(labels.start, set + 1) - at(labels.start, set);
}

/** Unit i of a label, rising. */
export function memberOf(labels: Labels, label: i32, i: i32): i32 {
  if (label < labels.singles) return label;
  return at(labels.members, at(labels.start, label - labels.singles) + i);
}
