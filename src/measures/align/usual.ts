/**
 * What the alignment report uses where nothing else is asked for.
 */

/** Edges of the bands in per cent. The bands are a proposal, not an official scale. */
export const USUAL_EDGES: readonly number[] = [2, 10, 25];

/** Per cent below which a best fit is weak. */
export const USUAL_LEAST = 75;
