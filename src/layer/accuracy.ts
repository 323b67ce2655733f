/**
 * How accurate a layer's boundaries are: from the resolution suffix of ONS file names, else from the vertices.
 *
 * BFC and BFE are full resolution, BGC is generalised to 20 m, BSC to 200 m, BUC to 500 m (DOMAIN: ONS suffixes).
 * A generalised line keeps a vertex about every five tolerances or more, so a fifth of the median edge is a fair
 * guess where nothing is said; it is never more than the coarsest published resolution.
 */
import type { Accuracy } from './layer.js';
import type { CoordinateSystem } from './coordinate-system.js';
import type { Shapes } from './shapes.js';

const SUFFIXES: readonly (readonly [RegExp, number, string])[] = [
  [/(^|[^a-z])(bfc|bfe)([^a-z]|$)/i, 1, 'full resolution'],
  [/(^|[^a-z])(bgc|bge|gcb)([^a-z]|$)/i, 20, 'generalised to 20 m'],
  [/(^|[^a-z])bsc([^a-z]|$)/i, 200, 'generalised to 200 m'],
  [/(^|[^a-z])(buc|ugcb)([^a-z]|$)/i, 500, 'generalised to 500 m'],
];

/** Edges per tolerance that generalised lines keep. */
const EDGES_PER_TOLERANCE = 5;
const COARSEST = 500;
const METRES_PER_DEGREE = 111_320;

/** Accuracy by a file's name (its folders say nothing) or, failing that, by its vertices. */
export function accuracyOf(fileName: string, shapes: Shapes, system: CoordinateSystem): Accuracy {
  const bareName = fileName.replace(/^.*[/\\]/s, '');
  for (const [pattern, metres, words] of SUFFIXES) {
    const found = pattern.exec(bareName);
    if (found === null) continue;
    const suffix = resolutionSuffix(bareName);
    return { metres, from: `${words}, by the file name`, ...(suffix === null ? {} : { suffix }) };
  }
  const median = medianEdge(shapes, system.kind === 'geographic');
  const metres = Math.min(COARSEST, Math.max(1, Math.round(median / EDGES_PER_TOLERANCE)));
  return { metres, from: `estimated from the vertices, whose median distance is ${Math.round(median)} m` };
}

/** Metres that a suffix stands for, e.g. 200 for BSC; null for none that is published. */
export function metresOfSuffix(suffix: string): number | null {
  return SUFFIXES.find(([pattern]) => pattern.test(suffix))?.[1] ?? null;
}

/** Resolution suffix in a file name (`BGC`), upper case, or null. */
export function resolutionSuffix(fileName: string): string | null {
  const found = /(?:^|[^a-z])(bfc|bfe|bgc|bge|bsc|buc)(?:[^a-z]|$)/i.exec(fileName);
  return found === null ? null : found[1]!.toUpperCase();
}

/** Median distance between neighbouring vertices in metres, of a sample spread evenly over the layer. */
function medianEdge({ coordinates, ringStart }: Shapes, degrees: boolean): number {
  const positions = coordinates.length / 2;
  const step = Math.max(1, Math.floor(positions / 20_000));
  const ringEnds = new Set<number>();
  for (let r = 1; r < ringStart.length; r++) ringEnds.add(ringStart[r]! - 1);
  const lengths: number[] = [];
  for (let i = 0; i < positions - 1; i += step) {
    if (ringEnds.has(i)) continue;
    const shrink = degrees ? Math.cos((coordinates[2 * i + 1]! * Math.PI) / 180) : 1;
    const dx = (coordinates[2 * i + 2]! - coordinates[2 * i]!) * shrink;
    const dy = coordinates[2 * i + 3]! - coordinates[2 * i + 1]!;
    const length = Math.hypot(dx, dy) * (degrees ? METRES_PER_DEGREE : 1);
    if (length > 0) lengths.push(length);
  }
  lengths.sort((a, b) => a - b);
  return lengths.length === 0 ? 0 : lengths[lengths.length >> 1]!;
}
