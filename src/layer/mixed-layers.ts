/**
 * Layers that do not quite belong together, and what to expect of their overlaps.
 *
 *     resolution   one generalised to 200 m (BSC), the other to 500 m (BUC): slivers along every border
 *     extent       one to low water (BFE), the other to high water (BFC): foreshore and estuaries stick out
 *     vintage      one of 2023, the other of 2025: what changed between shows as misalignment
 */
import { metresOfSuffix } from './accuracy.js';
import type { Layer } from './layer.js';

/** Suffixes of boundaries that reach to the extent of the realm, usually mean low water. */
const TO_LOW_WATER = new Set(['BFE', 'BGE']);

/** Whether a layer is known to be drawn to low water (true) or to high water (false); null where its name is silent. */
export function reachesLowWater(layer: Layer): boolean | null {
  const suffix = layer.land?.accuracy.suffix;
  return suffix === undefined ? null : TO_LOW_WATER.has(suffix);
}

/** One sentence for each way in which two of the layers differ; layers without shapes are not looked at. */
export function mixedLayerNotes(layers: readonly Layer[]): string[] {
  const drawn = layers.filter((layer) => layer.land !== null);
  return drawn.flatMap((a, i) =>
    drawn.slice(i + 1).flatMap((b) => [...resolutionNote(a, b), ...extentNote(a, b), ...vintageNote(a, b)]),
  );
}

function resolutionNote(a: Layer, b: Layer): string[] {
  const [first, second] = [a.land!.accuracy.suffix, b.land!.accuracy.suffix];
  if (first === undefined || second === undefined) return [];
  const [mine, other] = [metresOfSuffix(first), metresOfSuffix(second)];
  if (mine === other) return [];
  return [
    `${a.id} and ${b.id} are of different resolution (${first}, ${mine} m, and ${second}, ${other} m): expect thin false overlaps along every border and coast, set aside by their width; files of one resolution give cleaner figures`,
  ];
}

function extentNote(a: Layer, b: Layer): string[] {
  const [first, second] = [reachesLowWater(a), reachesLowWater(b)];
  if (first === null || second === null || first === second) return [];
  const [wide, narrow] = first ? [a, b] : [b, a];
  return [
    `${wide.id} (${wide.land!.accuracy.suffix!}) is drawn to low water and ${narrow.id} (${narrow.land!.accuracy.suffix!}) to high water: expect foreshore and estuaries of ${wide.id} outside ${narrow.id}, where nobody lives; files of one extent, or --clip, avoid it`,
  ];
}

/** Two vintages of one kind are meant to be compared; vintages of different kinds are a slip more often than not. */
function vintageNote(a: Layer, b: Layer): string[] {
  if (a.vintage === null || b.vintage === null || a.vintage === b.vintage) return [];
  if (a.kind !== null && a.kind === b.kind) return [];
  return [
    `${a.id} is of ${a.vintage} and ${b.id} of ${b.vintage}: boundaries and codes that changed between show as misalignment`,
  ];
}
