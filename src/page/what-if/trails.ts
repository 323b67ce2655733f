/**
 * Lines put together end to end, and thinned to what can be seen at a scale.
 *
 *     borders                               around an area
 *     ──●──●──┬──●──   from junction to     ┌─●─┐      closed, however it crosses itself: inside is what
 *             │        junction             └─●─┘      is gone around an odd number of times
 */
import { thinLine } from '../../report/html/client/outlines.js';
import { boxesMeet, boxOf, type Box } from '../../report/html/client/plane.js';
import type { PieceShapes } from './piece-shapes.js';

export interface Trail {
  /** x, y after one another. */
  readonly line: ArrayLike<number>;
  readonly box: Box;
}

/** Trails at the detail of a scale, only those that meet a box. */
export type Trails = (scale: number, seen: Box) => readonly Trail[];

/** Pixels from position to position, at the largest scale of a detail. */
const APART = 0.5;
/** Details that are kept: each for scales up to twice as large as the one before. */
const KEPT = 3;

/** The trails through some arcs: from junction to junction, or around what the arcs bound. */
export function trailsOf(shapes: PieceShapes, arcs: readonly number[], form: 'borders' | 'around'): Trails {
  const whole = walk(shapes, arcs, form).map((line): Trail => ({ line, box: boxOf([line]) }));
  const details = new Map<number, readonly Trail[]>();
  return (scale, seen) => {
    const detail = Math.ceil(Math.log2(scale));
    let trails = details.get(detail);
    if (trails === undefined) {
      if (details.size === KEPT) details.clear();
      const least = APART / 2 ** detail;
      trails = whole.map(({ line, box }) => ({ line: thinLine(line, least), box }));
      details.set(detail, trails);
    }
    return trails.filter(({ box }) => boxesMeet(box, seen));
  };
}

/** Walks from arc to arc until every one has been walked. */
function walk(
  { arcs, ends, atNode }: PieceShapes,
  wanted: readonly number[],
  form: 'borders' | 'around',
): Float64Array[] {
  // At each node the last of the ends that meet there, and for each end the one before it: 2 i and 2 i + 1 of arc i.
  const before = new Int32Array(2 * wanted.length);
  const nodeOf = (end: number): number => ends[2 * wanted[end >> 1]! + (end & 1)]!;
  for (let end = 0; end < before.length; end++) {
    const node = nodeOf(end);
    before[end] = atNode[node]!;
    atNode[node] = end;
  }
  const endsAt = (node: number): number => {
    let count = 0;
    for (let end = atNode[node]!; end >= 0; end = before[end]!) count++;
    return count;
  };
  const junctions = new Set<number>();
  if (form === 'borders')
    for (let end = 0; end < before.length; end++) if (endsAt(nodeOf(end)) !== 2) junctions.add(nodeOf(end));
  const isDone = new Uint8Array(wanted.length);
  const next = (node: number): number => {
    let end = atNode[node]!;
    while (end >= 0 && isDone[end >> 1] === 1) end = before[end]!;
    atNode[node] = end < 0 ? -1 : before[end]!;
    return end;
  };
  const lines: Float64Array[] = [];
  const walkFrom = (start: number): void => {
    for (let first = next(start); first >= 0; first = next(start)) {
      const steps: number[] = [];
      let end = first;
      while (end >= 0) {
        isDone[end >> 1] = 1;
        const arc = wanted[end >> 1]!;
        steps.push((end & 1) === 1 ? ~arc : arc);
        const node = nodeOf(end ^ 1);
        end = junctions.has(node) ? -1 : next(node);
      }
      lines.push(joined(arcs, steps));
    }
  };
  for (const node of junctions) walkFrom(node);
  // Whoever has walked everything has taken every end off its node.
  for (let end = 0; end < before.length; end++) walkFrom(nodeOf(end));
  return lines;
}

/** Positions of arcs one after the other; those where two of them meet once. */
function joined(arcs: PieceShapes['arcs'], steps: readonly number[]): Float64Array {
  const arcOf = (k: number): ArrayLike<number> => arcs[k < 0 ? ~k : k]!;
  const line = new Float64Array(steps.reduce((sum, k) => sum + arcOf(k).length - 2, 2));
  let to = 0;
  for (const k of steps) {
    const arc = arcOf(k);
    for (let i = 0; i < arc.length; i += 2) {
      const from = k < 0 ? arc.length - 2 - i : i;
      line[to + i] = arc[from]!;
      line[to + i + 1] = arc[from + 1]!;
    }
    to += arc.length - 2;
  }
  return line;
}
