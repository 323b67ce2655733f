/**
 * How often every piece of land is covered: not at all, once, twice or more.
 *
 *     parent   |p p p p p p p|q q q|      one piece for each connected patch of land with one set of neighbourhoods
 *     nbhds    |a a a|   |b b b b b|      in one parent: a once, a gap, b once in p, b and c twice in q …
 *              |     |   |   |c c c|
 *
 * The pieces part the land, so hectares and people of all pieces add up, parent by parent. A gap or double cover thinner
 * than the tolerance is a sliver; a strip of a wide double cover is none, even where a third neighbourhood cuts it off,
 * and neither is a gap that is more than a third of its parent or a double cover that is more than that of a unit.
 */
import { leftFace, meetingsOf, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { findPatches, patchWidth, type Patches } from '../../arrangement/patches.js';
import { SetTable } from '../../arrangement/set-table.js';
import { wholeParts } from '../../result/whole-parts.js';
import { NEVER_SLIVER } from '../../arrangement/thin-patches.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { Layer } from '../../layer/layer.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import type { Sheet } from '../people/sheet.js';
import { peopleOfPieces } from './cover-people.js';
import { settleSlivers } from '../people/settle-slivers.js';

export interface CoverPiece {
  readonly kind: 'gap' | 'once' | 'double';
  /** Units that cover it, rising; none for a gap. */
  readonly units: readonly number[];
  /** Parent it lies in, or NO_UNIT outside all parents. */
  readonly parent: number;
  /** Square metres, and mean width in metres; null where no shapes were read. */
  readonly area: number | null;
  readonly width: number | null;
  /** False for a gap or double cover that is a sliver. */
  readonly material: boolean;
  /** Whether half of a tolerance that is an estimate, or twice it, would judge otherwise. */
  readonly inDoubt: boolean;
  /** What its people count as: its kind, but those of a sliver count with the piece beside it. */
  readonly countsAs: 'gap' | 'once' | 'double';
  /** People of each measure who live on it. */
  readonly people: readonly number[];
  /** Units that border a gap, rising; those that cover the piece otherwise. */
  readonly neighbours: readonly number[];
}

export interface Cover {
  readonly pieces: readonly CoverPiece[];
  /** Patches of the pieces, in their order; null where no shapes were read. */
  readonly patches: Patches | null;
}

/** By which tolerance a gap, and a double cover, is a sliver. */
export interface CoverTolerance {
  readonly gap: Pick<ToleranceRecord, 'metres' | 'estimated'>;
  readonly double: Pick<ToleranceRecord, 'metres' | 'estimated'>;
}

/** The pieces of two layers on a sheet; `pairs` say in which parent people of slivers count, else they stay where they live. */
export function coverByShapes(
  sheet: Sheet,
  layer: Layer,
  parents: Layer,
  tolerance: CoverTolerance,
  pairs: ShapePairs | null = null,
): Cover {
  const { arrangement } = sheet;
  const own = arrangement.labels[sheet.positionOf(layer)]!;
  const ofParents = arrangement.labels[sheet.positionOf(parents)]!;
  const bySet = { ...arrangement, labels: [setsAsUnits(own), ofParents] };
  const patches = findPatches(bySet, 0, 1);
  const widths = widthsToJudge(arrangement, own, ofParents, patches);
  const { material, inDoubt } = judge(own, patches, widths, tolerance);
  // Neighbourhoods that overlap settle one sliver into several parents: there people stay where they live.
  const isDouble = own.ofFace.some((set) => own.sets.size(set) > 1);
  const counted = peopleOfPieces(sheet, patches, isDouble ? null : pairs);
  const home = settleSlivers(bySet, patches, material);
  const kindOfPatch = (patch: number): CoverPiece['kind'] =>
    kindOfCover(own.sets.size(patches.unitA[patch]!));
  const neighbours = neighboursOfGaps(arrangement, own, patches);
  // People who count in another parent stand on a piece of that parent without land, after all others.
  const pieces = counted.map(({ patch, parent, people }, number): CoverPiece => {
    const isLand = number < patches.count;
    const units = own.sets.members(patches.unitA[patch]!);
    return {
      kind: kindOfCover(units.length),
      units,
      parent,
      area: isLand ? patches.area[patch]! : 0,
      width: patchWidth(patches, patch),
      material: material[patch] === 1,
      inDoubt: inDoubt[patch] === 1,
      // How often people are covered follows the piece beside the sliver.
      countsAs: kindOfPatch(home[patch]!),
      people,
      neighbours: units.length > 0 ? units : [...(neighbours.get(patch) ?? [])].sort((a, b) => a - b),
    };
  });
  return { pieces, patches };
}

/** What so many units make of a piece that they cover. */
export const kindOfCover = (cover: number): CoverPiece['kind'] =>
  cover === 0 ? 'gap' : cover === 1 ? 'once' : 'double';

/** Labels in which every set of units counts as a unit of its own. */
function setsAsUnits({ ofFace }: LayerLabels): LayerLabels {
  const sets = ofFace.reduce((most, set) => Math.max(most, set + 1), 0);
  return { ofFace, sets: new SetTable(sets), disputed: [] };
}

/**
 * The width in metres that each piece is judged by: that of the whole double cover it is part of; Infinity for what is
 * never a sliver.
 */
function widthsToJudge(
  arrangement: Arrangement,
  own: LayerLabels,
  ofParents: LayerLabels,
  patches: Patches,
): Float64Array {
  const twice = regionsOfDouble(arrangement, own, ofParents);
  const ofParent = new ExactSums(ofParents.sets.singles);
  const ofUnit = new ExactSums(own.sets.singles);
  const widths = Float64Array.from({ length: patches.count }, (_, patch) => patchWidth(patches, patch));
  for (let patch = 0; patch < patches.count; patch++) {
    if (patches.unitB[patch] !== NO_UNIT) ofParent.add(patches.unitB[patch]!, patches.area[patch]!);
    for (const unit of own.sets.members(patches.unitA[patch]!)) ofUnit.add(unit, patches.area[patch]!);
  }
  for (let face = 0; face < arrangement.area.length; face++) {
    for (let i = twice.faceStart[face]!; i < twice.faceStart[face + 1]!; i++) {
      if (twice.unitA[twice.ofFace[i]!] !== 0) continue;
      const width = patchWidth(twice, twice.ofFace[i]!);
      for (let p = patches.faceStart[face]!; p < patches.faceStart[face + 1]!; p++) {
        const patch = patches.ofFace[p]!;
        if (own.sets.size(patches.unitA[patch]!) > 1) widths[patch] = Math.max(widths[patch]!, width);
      }
    }
  }
  const [parents, units] = [ofParent.values(), ofUnit.values()];
  for (let patch = 0; patch < patches.count; patch++) {
    const covering = own.sets.members(patches.unitA[patch]!);
    // Land of no parent that nothing covers is no piece, so a gap has a parent.
    const wholes =
      covering.length === 0 ? [parents[patches.unitB[patch]!]!] : covering.map((unit) => units[unit]!);
    if (covering.length === 1 || wholes.some((whole) => patches.area[patch]! > NEVER_SLIVER * whole))
      widths[patch] = Infinity;
  }
  return widths;
}

/** For each piece: 1 where it is no sliver; 1 where half an estimated tolerance or twice it would judge otherwise. */
function judge(
  own: LayerLabels,
  patches: Patches,
  widths: Float64Array,
  tolerance: CoverTolerance,
): { material: Uint8Array; inDoubt: Uint8Array } {
  const material = new Uint8Array(patches.count);
  const inDoubt = new Uint8Array(patches.count);
  widths.forEach((width, patch) => {
    const { metres, estimated } = own.sets.size(patches.unitA[patch]!) > 1 ? tolerance.double : tolerance.gap;
    if (width >= metres) material[patch] = 1;
    if (estimated && width >= metres / 2 && width < 2 * metres) inDoubt[patch] = 1;
  });
  return { material, inDoubt };
}

/** Patches of all land that is covered twice or more, whatever by, as unit 0. */
function regionsOfDouble(arrangement: Arrangement, own: LayerLabels, ofParents: LayerLabels): Patches {
  const ofFace = own.ofFace.map((set) => (own.sets.size(set) > 1 ? 0 : NO_UNIT));
  const double: LayerLabels = { ofFace, sets: new SetTable(1), disputed: [] };
  return findPatches({ ...arrangement, labels: [double, ofParents] }, 0, 1);
}

/** Units across the edges of every gap. */
function neighboursOfGaps(
  arrangement: Arrangement,
  own: LayerLabels,
  patches: Patches,
): Map<number, Set<number>> {
  const neighbours = new Map<number, Set<number>>();
  const note = (gapFace: number, otherFace: number): void => {
    if (own.ofFace[gapFace] !== NO_UNIT || own.ofFace[otherFace] === NO_UNIT) return;
    for (let i = patches.faceStart[gapFace]!; i < patches.faceStart[gapFace + 1]!; i++) {
      const gap = patches.ofFace[i]!;
      let found = neighbours.get(gap);
      if (found === undefined) neighbours.set(gap, (found = new Set()));
      for (const unit of own.sets.members(own.ofFace[otherFace]!)) found.add(unit);
    }
  };
  const meetings = meetingsOf(arrangement);
  for (let e = 0; e < meetings.length.length; e++) {
    const left = leftFace(meetings, e);
    const right = rightFace(meetings, e);
    note(left, right);
    note(right, left);
  }
  return neighbours;
}

/**
 * The pieces with people of the decimals that are printed. Those of a parent add up to its people in the tables of
 * pairs, so that what is covered and what is not add up as they stand; of equal remainders the piece with more land gets
 * more.
 */
export function piecesAsPrinted({ pieces, patches }: Cover, measures: readonly PlacedMeasure[]): Cover {
  const order = [...pieces.keys()].sort((p, q) => (pieces[q]!.area ?? 0) - (pieces[p]!.area ?? 0) || p - q);
  const ofParent = new Map<number, number[]>();
  for (const p of order) ofParent.set(pieces[p]!.parent, [...(ofParent.get(pieces[p]!.parent) ?? []), p]);
  // Neighbourhoods that overlap have no parents in common with the pairs to the last digit.
  const isDouble = pieces.some(({ kind }) => kind === 'double');
  const people = measures.map(({ decimals, unitsB }, m) => {
    const ofPiece = new Float64Array(pieces.length);
    const parts = [...ofParent.values()].map((own) => own.map((p) => pieces[p]!.people[m]!));
    const sums = parts.map((own) => own.reduce((all, part) => all + part, 0));
    const rounded = wholeParts(sums, decimals);
    [...ofParent].forEach(([parent, own], i) => {
      const total = isDouble || parent === NO_UNIT ? rounded[i]! : unitsB[parent]!;
      wholeParts(parts[i]!, decimals, total).forEach((part, k) => (ofPiece[own[k]!] = part));
    });
    return ofPiece;
  });
  return { patches, pieces: pieces.map((piece, p) => ({ ...piece, people: people.map((of) => of[p]!) })) };
}
