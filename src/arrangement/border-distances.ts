/**
 * How far it is from some edges to others, asked at positions spread evenly along the first; the kernel looks
 * (src/kernel/border-distances.ts), where there is a second thread while the first goes on.
 */
import { viewFloats, writeBytes, writeInts } from './kernel.js';
import { stationOf } from './noding.js';
import type { PlanarEdges } from './planar-edges.js';
import { outcomeOf } from './second-thread.js';

/** Distances are looked for so far, in metres. */
export const REACH = 1000;

export interface BorderDistances {
  /** Metres to the nearest of the other edges, rising; only those of at most REACH. */
  readonly metres: Float64Array;
  /** How many positions were asked, those further away included. */
  readonly asked: number;
}

/** Edges of which those bits of their kind that `mask` has are as `wanted`. */
export interface ChosenEdges {
  readonly mask: number;
  readonly wanted: number;
}

/** Edges that distances are asked between, until it is closed. */
export interface BorderSearch {
  /**
   * Asks for distances from about `wanted` positions on the edges `from` to the nearest of the edges `to`. What comes back
   * waits for them.
   */
  ask(from: ChosenEdges, to: ChosenEdges, wanted: number): () => BorderDistances;
  /** The same, found here and now: while the second thread is at another question. */
  find(from: ChosenEdges, to: ChosenEdges, wanted: number): BorderDistances;
  close(): void;
}

/**
 * A search among edges by their kind, bits for each edge. Where edges have owners, those of the edge that a position lies
 * on are passed over.
 */
export function searchBorders(
  edges: PlanarEdges,
  kind: Uint8Array,
  owner: Int32Array | null = null,
): BorderSearch {
  const { kernel, second, join, leave } = stationOf(edges);
  const { stepsPerUnit, originY, model } = edges.lattice;
  const onEllipsoid = model === 'ellipsoid';
  const before = kernel.mark();
  const kinds = writeBytes(kernel, kind);
  const owners = owner === null ? 0 : writeInts(kernel, owner);
  join();
  const question = (from: ChosenEdges, to: ChosenEdges, wanted: number) =>
    [
      ...([kinds, owners, from.mask, from.wanted, to.mask, to.wanted, wanted, REACH] as const),
      ...([stepsPerUnit, originY] as const),
    ] as const;
  const find: BorderSearch['find'] = (...asked) => {
    kernel.findDistances(...question(...asked), onEllipsoid);
    return answer(kernel.metres.value, kernel.asked.value);
  };
  return {
    ask: (...wished) => {
      const share = kernel.shareDistances();
      const asked = second.ask('distanceShare', [share, ...question(...wished), Number(onEllipsoid)]);
      return () =>
        outcomeOf(asked) === 'done'
          ? answer(kernel.metresOfSecond(share), kernel.askedBySecond(share))
          : find(...wished);
    },
    find,
    close: () => {
      leave();
      kernel.giveBack(before);
    },
  };

  function answer(address: number, asked: number): BorderDistances {
    const found = viewFloats(kernel, address, asked);
    return { metres: found.filter((distance) => distance <= REACH).sort(), asked };
  }
}
