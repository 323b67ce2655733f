/**
 * Layers that do not quite belong together, and what to expect of their overlaps.
 *
 *     resolution   one generalised to 200 m (BSC), the other to 500 m (BUC): slivers along every border
 *     extent       one to low water (BFE), the other to high water (BFC): foreshore and estuaries stick out
 *     vintage      one of 2023, the other of 2025: what changed between shows as misalignment
 */
import { unitWord } from './unit-words.js';
import { metresOfSuffix } from './accuracy.js';
import type { Layer } from './layer.js';
import { makeNote, type Note } from '../trouble/note.js';

/** Suffixes of boundaries that reach to the extent of the realm, usually mean low water. */
const TO_LOW_WATER = new Set(['BFE', 'BGE']);

/** Whether a layer is known to be drawn to low water (true) or to high water (false); null where its name is silent. */
export function reachesLowWater(layer: Layer): boolean | null {
  const suffix = layer.land?.accuracy.suffix;
  return suffix === undefined ? null : TO_LOW_WATER.has(suffix);
}

/** A note for each way in which two of the layers differ; layers without shapes are not looked at. */
export function mixedLayerNotes(layers: readonly Layer[]): Note[] {
  const drawn = layers.filter((layer) => layer.land !== null);
  return drawn.flatMap((a, i) =>
    drawn.slice(i + 1).flatMap((b) => [...resolutionNote(a, b), ...extentNote(a, b), ...vintageNote(a, b)]),
  );
}

function resolutionNote(a: Layer, b: Layer): Note[] {
  const [first, second] = [a.land!.accuracy.suffix, b.land!.accuracy.suffix];
  if (first === undefined || second === undefined) return [];
  const [mine, other] = [metresOfSuffix(first), metresOfSuffix(second)];
  if (mine === other) return [];
  return [
    makeNote('different-resolution', null, {
      words: {
        a: unitWord(a, 2),
        b: unitWord(b, 2),
        resolutionA: `${first}, ${mine} m`,
        resolutionB: `${second}, ${other} m`,
      },
    }),
  ];
}

function extentNote(a: Layer, b: Layer): Note[] {
  const [first, second] = [reachesLowWater(a), reachesLowWater(b)];
  if (first === null || second === null || first === second) return [];
  const [wide, narrow] = first ? [a, b] : [b, a];
  return [
    makeNote('different-extent', null, {
      words: {
        wide: unitWord(wide, 2),
        wideSuffix: wide.land!.accuracy.suffix!,
        narrow: unitWord(narrow, 2),
        narrowSuffix: narrow.land!.accuracy.suffix!,
      },
    }),
  ];
}

/** Two vintages of one kind are meant to be compared; vintages of different kinds are a slip more often than not. */
function vintageNote(a: Layer, b: Layer): Note[] {
  if (a.vintage === null || b.vintage === null || a.vintage === b.vintage) return [];
  if (a.kind !== null && a.kind === b.kind) return [];
  return [
    makeNote('different-vintage', null, {
      words: { a: unitWord(a, 2), b: unitWord(b, 2), vintageA: a.vintage, vintageB: b.vintage },
    }),
  ];
}
