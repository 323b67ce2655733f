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
  { arcs, ends }: PieceShapes,
  wanted: readonly number[],
  form: 'borders' | 'around',
): Float64Array[] {
  const at = new Map<number, number[]>();
  for (const k of wanted)
    for (const node of [ends[2 * k]!, ends[2 * k + 1]!]) {
      const there = at.get(node);
      if (there === undefined) at.set(node, [k]);
      else there.push(k);
    }
  const junctions = new Set([...at].flatMap(([node, there]) => (there.length === 2 ? [] : [node])));
  const done = new Set<number>();
  const next = (node: number): number | undefined => {
    const there = at.get(node)!;
    for (let k = there.pop(); k !== undefined; k = there.pop()) if (!done.has(k)) return k;
    return undefined;
  };
  const lines: Float64Array[] = [];
  for (const start of [...junctions, ...at.keys()]) {
    for (let k = next(start); k !== undefined; k = next(start)) {
      const steps: number[] = [];
      let node = start;
      for (let step: number | undefined = k; step !== undefined; step = next(node)) {
        done.add(step);
        const backwards = ends[2 * step] !== node;
        steps.push(backwards ? ~step : step);
        node = ends[2 * step + (backwards ? 0 : 1)]!;
        if (form === 'borders' && junctions.has(node)) break;
      }
      lines.push(joined(arcs, steps));
    }
  }
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
