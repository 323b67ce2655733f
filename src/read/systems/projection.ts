/**
 * The projection library, loaded only when a run needs it.
 *
 * Most runs never do: positions in degrees are used as they are, and layers all in British National Grid stay on its
 * plane. Loading takes longer than reading a small layer, so whoever may need it awaits `loadProjection` first, and
 * the formulas themselves stay plain functions.
 */
import type proj4 from 'proj4';

type Projection = typeof proj4;

let loaded: Projection | null = null;

/** Loads the library unless it is there already. */
export async function loadProjection(): Promise<void> {
  loaded ??= (await import('proj4')).default;
}

/** The library. Throws a plain Error (a fault of ours) where nobody awaited `loadProjection`. */
export function projection(): Projection {
  if (loaded === null) throw new Error('the projection library was used before it was loaded');
  return loaded;
}
