/**
 * Which maps are worked in strips, and how large these are.
 *
 *     up to MOST_AT_ONCE positions   whole, in one memory
 *     more                           in strips of STRIP_NODES nodes
 *     whoever wants less memory      in strips as small as is said
 */
/** Positions of a map that one memory holds: it takes up to 100 of its four billion bytes for each. */
export const MOST_AT_ONCE = 36_000_000;
/** Nodes of a strip: a third of what would fit, since an edge over several strips is given to each. */
export const STRIP_NODES = 12_000_000;

let wanted: number | null = null;

/** Has all maps from now on worked in strips of so many nodes; null: only those that one memory does not hold. */
export function workInStrips(nodes: number | null): void {
  wanted = nodes;
}

/** Nodes of each strip of a map of so many positions, or null where it is worked whole. */
export const stripNodesFor = (positions: number): number | null =>
  wanted !== null ? Math.min(wanted, STRIP_NODES) : positions > MOST_AT_ONCE ? STRIP_NODES : null;

/** Strips of a map that was to be worked whole and did not fit. */
const STRIPS_WHEN_FULL = 8;

/** Nodes of each strip of a map of so many positions that one memory does not hold, though it mostly does. */
export const stripNodesWhenFull = (positions: number): number => Math.ceil(positions / STRIPS_WHEN_FULL);
