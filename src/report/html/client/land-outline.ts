/**
 * The outline of all units of a layer together: what is left of their rings where neighbours' runs along one arc cancel.
 *
 *     ┌──→──┐┌──→──┐         ┌──────→─────┐       where units overlap, an arc that two of them run in one direction
 *     ↑  a  ↓↑  b  ↓   ──►   ↑   a and b  ↓       stays twice, so that the outline still winds about all their land
 *     └──←──┘└──←──┘         └──────←─────┘
 */
import { arcNumber } from './outlines.js';
import { joinBoxes, type Box, type PlaneLine } from './plane.js';

/** Arcs run one after another until they close, ~k backwards, with the box of them all. */
export interface Cycle {
  readonly arcs: readonly number[];
  readonly box: Box;
}

/** The outline of rings, as cycles: filled by the rule of non-zero winding they are the land of all rings. */
export function landOutline(
  rings: readonly (readonly number[])[],
  arcs: readonly PlaneLine[],
  boxes: readonly Box[],
): Cycle[] {
  const runs = new Map<number, number>();
  for (const ring of rings)
    for (const k of ring) runs.set(arcNumber(k), (runs.get(arcNumber(k)) ?? 0) + (k < 0 ? -1 : 1));
  const left: number[] = [];
  for (const [arc, net] of [...runs].sort(([p], [q]) => p - q))
    for (let i = 0; i < Math.abs(net); i++) left.push(net < 0 ? ~arc : arc);
  const from = new Map<string, number[]>();
  for (const k of [...left].reverse()) {
    const key = placeOf(arcs, k, false);
    const leaving = from.get(key);
    if (leaving === undefined) from.set(key, [k]);
    else leaving.push(k);
  }
  const cycles: Cycle[] = [];
  for (const first of left) {
    let place = placeOf(arcs, first, false);
    const run: number[] = [];
    for (let next = from.get(place)?.pop(); next !== undefined; next = from.get(place)?.pop()) {
      run.push(next);
      place = placeOf(arcs, next, true);
    }
    if (run.length > 0) cycles.push({ arcs: run, box: joinBoxes(run.map((k) => boxes[arcNumber(k)]!)) });
  }
  return cycles;
}

/** The first or last position of an arc as it is run, as text. */
function placeOf(arcs: readonly PlaneLine[], k: number, atEnd: boolean): string {
  const line = arcs[arcNumber(k)]!;
  const i = k < 0 === atEnd ? 0 : line.length - 2;
  return `${line[i]} ${line[i + 1]}`;
}
