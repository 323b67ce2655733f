/**
 * What is odd about a single ring, before it meets any other.
 *
 *      ┌──────┐        ┌──────┐          ┌───┐
 *      │   ┌──●──┐     │      ├─────     │   ●───┐
 *      └───┘  └──┘     └──────┘          └───┼───┘
 *      touches itself    spike         crosses itself at a vertex (between vertices: `find-crossings`)
 *
 * A ring that touches itself encloses what it encloses: nothing is wrong with its area. Parity takes one that crosses
 * itself as drawn too, but then some of what it encloses was hardly meant. Positions are compared as read, exactly:
 * what only the rounding of the sheet brings together is no fault of the file.
 */
import { orient2d } from 'robust-predicates';
import type { RingPath } from './ring-path.js';

export type RingFaultKind = 'ring-touches-itself' | 'ring-crosses-itself' | 'spike' | 'zero-area-ring';

/** One odd place of a ring. */
export interface RingFault {
  readonly kind: RingFaultKind;
  readonly x: number;
  readonly y: number;
}

/** All odd places of a ring that encloses something, in its own order. */
export const ringFaults = (path: RingPath): RingFault[] => [...spikes(path), ...meetings(path)];

/**
 * Whether a ring encloses nothing: its places lie in a line, or it runs back the way it came. `least` is twice the
 * area, in square units of the coordinates, that counts as nothing; a bow tie has no signed area and yet encloses.
 */
export function enclosesNothing(path: RingPath, twiceArea: number, least: number): boolean {
  const { x, y } = path;
  const count = x.length;
  if (count < 3) return true;
  if (Math.abs(twiceArea) >= least) return false;
  const odd = new Set<string>();
  let farthest = 0;
  const away = (i: number): number => Math.hypot(x[i]! - x[0]!, y[i]! - y[0]!);
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count;
    const ends = [`${x[i]!} ${y[i]!}`, `${x[next]!} ${y[next]!}`].sort().join(' ');
    if (!odd.delete(ends)) odd.add(ends);
    if (away(i) > away(farthest)) farthest = i;
  }
  if (odd.size === 0) return true;
  return x.every((_, i) => {
    const aside = (x[farthest]! - x[0]!) * (y[i]! - y[0]!) - (y[farthest]! - y[0]!) * (x[i]! - x[0]!);
    return Math.abs(aside) < least;
  });
}

/** Places where a ring turns back on itself. */
function spikes({ x, y }: RingPath): RingFault[] {
  const faults: RingFault[] = [];
  const count = x.length;
  for (let i = 0; i < count; i++) {
    const before = (i + count - 1) % count;
    const after = (i + 1) % count;
    const ahead = (x[i]! - x[before]!) * (x[after]! - x[i]!) + (y[i]! - y[before]!) * (y[after]! - y[i]!);
    if (ahead < 0 && orient2d(x[before]!, y[before]!, x[i]!, y[i]!, x[after]!, y[after]!) === 0) {
      faults.push({ kind: 'spike', x: x[i]!, y: y[i]! });
    }
  }
  return faults;
}

/** Places that a ring comes to twice: it touches itself there, or passes through. */
function meetings(path: RingPath): RingFault[] {
  const { x, y } = path;
  const seen = new Map<number, number[]>();
  const faults: RingFault[] = [];
  for (let i = 0; i < x.length; i++) {
    // Different places may share a key; the places themselves decide.
    const key = x[i]! + Math.PI * y[i]!;
    const alike = seen.get(key);
    if (alike === undefined) {
      seen.set(key, [i]);
      continue;
    }
    const earlier = alike.filter((j) => x[j] === x[i] && y[j] === y[i]);
    if (earlier.length > 0 && !earlier.some((j) => runsBack(path, j, i))) {
      const crosses = earlier.some((j) => passesThrough(path, j, i));
      faults.push({ kind: crosses ? 'ring-crosses-itself' : 'ring-touches-itself', x: x[i]!, y: y[i]! });
    }
    alike.push(i);
  }
  return faults;
}

/** Whether the ring runs out from place i and back the same way to j, or from j to i: the root of a spike. */
function runsBack(path: RingPath, i: number, j: number): boolean {
  return isThereAndBack(path, i, j) || isThereAndBack(path, j, i);
}

function isThereAndBack({ x, y }: RingPath, from: number, to: number): boolean {
  const count = x.length;
  const steps = (to - from + count) % count;
  for (let step = 1; 2 * step < steps; step++) {
    const out = (from + step) % count;
    const back = (to - step + count) % count;
    if (x[out] !== x[back] || y[out] !== y[back]) return false;
  }
  return true;
}

/** Whether the way through place i and the way through the same place at j cross: the ends of one part the other's. */
function passesThrough({ x, y }: RingPath, i: number, j: number): boolean {
  const count = x.length;
  const turn = (at: number): number => Math.atan2(y[at]! - y[i]!, x[at]! - x[i]!);
  const from = turn((i + count - 1) % count);
  const to = turn((i + 1) % count);
  const [low, high] = from < to ? [from, to] : [to, from];
  const isBetween = (angle: number): boolean => angle > low && angle < high;
  return isBetween(turn((j + count - 1) % count)) !== isBetween(turn((j + 1) % count));
}
