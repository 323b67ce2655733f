/**
 * What the host does: answers about points so far apart that doubles are not exact, by big integers; and saying
 * that memory is full.
 */
/** As `side`, whatever the distances; only the sign means anything. */
export declare function side(ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64): f64;
/** As `meetsPixel`, whatever the distances: the segment's direction, the pixel from its start. */
export declare function meetsPixel(dx: f64, dy: f64, ex: f64, ey: f64): i32;
/** Step in x of the pixel that a crossing lies in. */
export declare function crossingX(
  ax: f64,
  ay: f64,
  bx: f64,
  by: f64,
  cx: f64,
  cy: f64,
  dx: f64,
  dy: f64,
): i32;
/** Step in y of the pixel that the crossing asked for last lies in. */
export declare function crossingY(): i32;
/** Throws: four gigabytes are not enough. */
export declare function memoryFull(): void;
