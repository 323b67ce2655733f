/**
 * Where people who were placed in a sliver belong.
 *
 *     ┌────────┬────────┐     a thin patch (s) along a border that two files draw apart: its people are
 *     │  a, x  s  b, y  │     counted with the material patch that shares its longest border
 *     └────────┴────────┘
 *
 * A real pair comes before a remainder, then a patch that keeps one of the sliver's own units, then the longest
 * border, then the lower codes. Slivers that touch only slivers follow outward, round after round; a sliver that
 * reaches nothing keeps its people, and the report lists it.
 */
import { singles } from '../../arrangement/forest.js';
import { leftFace, meetingsOf, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Patches } from '../../arrangement/patches.js';

/**
 * For every patch the material patch its people are counted with: itself where it is material or reaches none. With
 * `needed` (1 for the patches that hold people) others may be left as they are, which takes less time.
 */
export function settleSlivers(
  arrangement: Arrangement,
  patches: Patches,
  patchMaterial: Uint8Array,
  needed?: Uint8Array,
): Int32Array {
  const settled = singles(patches.count);
  if (needed !== undefined) {
    // What lies beside a material patch is settled in the first round, whatever other slivers there are.
    const few = sliverBorders(arrangement, patches, patchMaterial, needed);
    const left = settleRound(patches, few, [...few.keys()], settled, Uint8Array.from(patchMaterial));
    if (left.length === 0) return settled;
    settled.set(singles(patches.count));
  }
  const borders = sliverBorders(arrangement, patches, patchMaterial);
  const done = Uint8Array.from(patchMaterial);
  let before = Infinity;
  let waiting = [...borders.keys()];
  while (waiting.length < before) {
    before = waiting.length;
    waiting = settleRound(patches, borders, waiting, settled, done);
  }
  return settled;
}

/** Settles the slivers that lie beside what is done; gives those that still wait. */
function settleRound(
  patches: Patches,
  borders: ReadonlyMap<number, ReadonlyMap<number, number>>,
  waiting: readonly number[],
  settled: Int32Array,
  done: Uint8Array,
): number[] {
  const found = waiting.map((sliver) => bestNeighbour(patches, sliver, borders.get(sliver)!, settled, done));
  found.forEach((best, w) => {
    if (best < 0) return;
    settled[waiting[w]!] = best;
    done[waiting[w]!] = 1;
  });
  return waiting.filter((_, w) => found[w]! < 0);
}

/** Metres of edge between each sliver patch (of those needed, if given) and each of its neighbours. */
function sliverBorders(
  arrangement: Arrangement,
  patches: Patches,
  patchMaterial: Uint8Array,
  needed?: Uint8Array,
): Map<number, Map<number, number>> {
  const borders = new Map<number, Map<number, number>>();
  const isWanted = patchMaterial.map((material, patch) => (material === 0 && needed?.[patch] !== 0 ? 1 : 0));
  const add = (sliver: number, other: number, metres: number): void => {
    if (isWanted[sliver] === 0) return;
    let ofSliver = borders.get(sliver);
    if (ofSliver === undefined) borders.set(sliver, (ofSliver = new Map()));
    ofSliver.set(other, (ofSliver.get(other) ?? 0) + metres);
  };
  const { faceStart, ofFace } = patches;
  const meetings = meetingsOf(arrangement);
  for (let e = 0; e < meetings.length.length; e++) {
    const left = leftFace(meetings, e);
    const right = rightFace(meetings, e);
    for (let i = faceStart[left]!; i < faceStart[left + 1]!; i++) {
      for (let j = faceStart[right]!; j < faceStart[right + 1]!; j++) {
        const p = ofFace[i]!;
        const q = ofFace[j]!;
        if (p === q || (isWanted[p] === 0 && isWanted[q] === 0)) continue;
        add(p, q, meetings.length[e]!);
        add(q, p, meetings.length[e]!);
      }
    }
  }
  return borders;
}

function bestNeighbour(
  patches: Patches,
  sliver: number,
  neighbours: ReadonlyMap<number, number>,
  settled: Int32Array,
  done: Uint8Array,
): number {
  let best = -1;
  let bestRank = 0;
  let bestMetres = 0;
  const byHome = new Map<number, number>();
  for (const [neighbour, metres] of neighbours) {
    if (done[neighbour] === 0) continue;
    const home = settled[neighbour]!;
    byHome.set(home, (byHome.get(home) ?? 0) + metres);
  }
  for (const [home, metres] of byHome) {
    const rank = rankOf(patches, sliver, home);
    const better =
      best < 0 ||
      rank > bestRank ||
      (rank === bestRank &&
        (metres > bestMetres || (metres === bestMetres && comesBefore(patches, home, best))));
    if (better) {
      best = home;
      bestRank = rank;
      bestMetres = metres;
    }
  }
  return best;
}

function rankOf(patches: Patches, sliver: number, home: number): number {
  const real = patches.unitA[home] !== NO_UNIT && patches.unitB[home] !== NO_UNIT;
  const keepsA = patches.unitA[home] === patches.unitA[sliver] && patches.unitA[home] !== NO_UNIT;
  const keepsB = patches.unitB[home] === patches.unitB[sliver] && patches.unitB[home] !== NO_UNIT;
  return (real ? 2 : 0) + (keepsA || keepsB ? 1 : 0);
}

function comesBefore(patches: Patches, p: number, q: number): boolean {
  return (
    patches.unitA[p]! - patches.unitA[q]! < 0 ||
    (patches.unitA[p] === patches.unitA[q] && patches.unitB[p]! < patches.unitB[q]!)
  );
}
