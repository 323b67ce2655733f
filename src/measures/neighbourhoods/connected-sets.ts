/**
 * All contiguous sets of elements whose people are inside the band.
 *
 * Each is grown from its lowest element by neighbours that no earlier member had (Wernicke 2006), so that none is met
 * twice; people are never negative, so a set over the band is not grown further.
 */
import { areContiguous, type Elements } from './elements.js';
import { isPossible, type Problem } from './problem.js';

/** A group that a plan may have. */
export interface CandidateGroup {
  readonly members: readonly number[];
  readonly people: number;
  /** Metres of border with other elements. */
  readonly border: number;
}

export interface ConnectedSets {
  readonly sets: readonly CandidateGroup[];
  /** Whether these are all; false where the search was cut short. */
  readonly complete: boolean;
}

export interface SetWishes {
  /** Sets looked at before the search is given up. */
  readonly most: number;
  /** Only sets with this element, … */
  readonly root?: number;
  /** … and without this one. */
  readonly without?: number;
}

/** The sets, with those left out that leave people behind whom no groups inside the band can hold. */
export function connectedSets(
  elements: Elements,
  band: Pick<Problem, 'low' | 'high'>,
  wishes: SetWishes,
): ConnectedSets {
  const { low, high } = band;
  const sets: CandidateGroup[] = [];
  const isMember = new Uint8Array(elements.count);
  const isClosed = new Uint8Array(elements.count);
  const members: number[] = [];
  const { root, without } = wishes;
  let [looked, complete] = [0, true];
  const grow = (open: readonly number[], people: number, border: number): void => {
    if (++looked > wishes.most) {
      complete = false;
      return;
    }
    if (people >= low && areContiguous(elements, members, (e) => isMember[e] === 1)) {
      sets.push({ members: [...members].sort((p, q) => p - q), people, border });
    }
    const left = [...open];
    while (left.length > 0 && complete) {
      const next = left.pop()!;
      const own = people + elements.people[next]!;
      if (own > high) continue;
      const fresh = elements.neighbours[next]!.filter((e) => isClosed[e] === 0);
      for (const e of fresh) isClosed[e] = 1;
      isMember[next] = 1;
      members.push(next);
      const shared = members.reduce((sum, e) => sum + (elements.metres[next]!.get(e) ?? 0), 0);
      grow([...left, ...fresh], own, border + elements.border[next]! - 2 * shared);
      members.pop();
      isMember[next] = 0;
      for (const e of fresh) isClosed[e] = 0;
    }
  };
  const roots = root === undefined ? Array.from({ length: elements.count }, (_, e) => e) : [root];
  for (const first of roots) {
    if (elements.people[first]! > high || !complete || first === without) continue;
    // Without a root of its own each set belongs to its lowest member.
    isClosed.fill(0);
    if (root === undefined) isClosed.fill(1, 0, first);
    if (without !== undefined) isClosed[without] = 1;
    isClosed[first] = 1;
    const open = elements.neighbours[first]!.filter((e) => isClosed[e] === 0);
    for (const e of open) isClosed[e] = 1;
    isMember[first] = 1;
    members.push(first);
    grow(open, elements.people[first]!, elements.border[first]!);
    members.pop();
    isMember[first] = 0;
  }
  return { sets, complete };
}

/** Whether the elements outside a set fall into pieces that groups inside the band can hold. */
export function leavesRoom(
  elements: Elements,
  { members }: CandidateGroup,
  band: Pick<Problem, 'low' | 'high'>,
): boolean {
  const isTaken = new Uint8Array(elements.count);
  for (const e of members) isTaken[e] = 1;
  const stack: number[] = [];
  for (let first = 0; first < elements.count; first++) {
    if (isTaken[first] === 1) continue;
    isTaken[first] = 1;
    stack.push(first);
    let people = 0;
    while (stack.length > 0) {
      const e = stack.pop()!;
      people += elements.people[e]!;
      for (const next of elements.neighbours[e]!) {
        if (isTaken[next] === 1) continue;
        isTaken[next] = 1;
        stack.push(next);
      }
    }
    if (!isPossible(people, band)) return false;
  }
  return true;
}
