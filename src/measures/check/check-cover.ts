/**
 * Findings about how the units of a layer cover the ground together: overlaps, gaps, units in several parts.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { findPatches, patchWidth, type Patches } from '../../arrangement/patches.js';
import { pointInPolygons } from '../../arrangement/point-inside.js';
import { NO_GROUP, traceMany } from '../../arrangement/trace.js';
import { tracePatches } from '../../arrangement/trace-members.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import { wholeText } from '../../trouble/count-text.js';
import { kindOfId } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import type { ToleranceRecord } from '../../result/result.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { landText, widthText } from './land-text.js';
import { withoutLand, type CheckFinding } from './check-finding.js';
import { findUncoveredPieces, type UncoveredPieces } from './uncovered-pieces.js';

/** Square metres below which an overlap or a gap is rounding of positions. */
const NOTICEABLE = 1;
/** Share of a unit inside another from which on it is the same land, or lies within it. */
const ALL_OF_IT = 0.98;

export interface CoverRequest {
  readonly arrangement: Arrangement;
  readonly layer: Layer;
  /** Where the layer stands in the arrangement. */
  readonly position: number;
  /** Whether overlaps are as it should be in this layer. */
  readonly mayOverlap: boolean;
  /** Where a layer of gaps that are known stands, or -1. */
  readonly allowedGaps: number;
  /** People of each measure on each face. */
  readonly peopleOnFaces: readonly Float64Array[];
  /** How wide an overlap may be that is only drawing. */
  readonly tolerance: Pick<ToleranceRecord, 'metres' | 'estimated'>;
}

/** Findings about cover; positions are in the coordinates of the arrangement. */
export function checkCover(request: CoverRequest): CheckFinding[] {
  const { arrangement, position } = request;
  const patches = findPatches(arrangement, position, position);
  return [
    ...(request.mayOverlap ? [] : overlaps(request, patches)),
    ...gaps(request, findUncoveredPieces(arrangement, position)),
    ...severalParts(request.layer, patches),
  ];
}

/** All land that one pair of units covers twice. */
interface Overlap {
  readonly first: number;
  readonly second: number;
  readonly patches: number[];
  area: number;
}

function overlaps(request: CoverRequest, patches: Patches): CheckFinding[] {
  const { arrangement, layer, position, peopleOnFaces, tolerance } = request;
  const areas = unitAreas(arrangement, position, layer.codes.length).ofUnit;
  const found = new Map<string, Overlap>();
  for (let patch = 0; patch < patches.count; patch++) {
    const [first, second] = [patches.unitA[patch]!, patches.unitB[patch]!];
    if (first === NO_UNIT || first >= second) continue;
    const key = `${first} ${second}`;
    let overlap = found.get(key);
    if (overlap === undefined) found.set(key, (overlap = { first, second, patches: [], area: 0 }));
    overlap.patches.push(patch);
    overlap.area += patches.area[patch]!;
  }
  const all = [...found.values()];
  const told = all.filter(({ area }) => area >= NOTICEABLE);
  const pieces = tracePatches(
    arrangement,
    patches,
    told.flatMap((overlap) => overlap.patches),
  );
  let traced = 0;
  const lands = told.map((overlap) => pieces.slice(traced, (traced += overlap.patches.length)).flat());
  const pairOfPatch = new Int32Array(patches.count).fill(-1);
  told.forEach((overlap, pair) => {
    for (const patch of overlap.patches) pairOfPatch[patch] = pair;
  });
  const people = peopleOnFaces.map((onFace) => {
    const sums = new Float64Array(told.length);
    for (let face = 1; face < onFace.length; face++) {
      if (onFace[face] === 0) continue;
      for (let i = patches.faceStart[face]!; i < patches.faceStart[face + 1]!; i++) {
        const pair = pairOfPatch[patches.ofFace[i]!]!;
        if (pair >= 0) sums[pair]! += onFace[face]!;
      }
    }
    return sums;
  });
  const findings = told.map((overlap, i): CheckFinding => {
    const width = overlap.patches.reduce((most, patch) => Math.max(most, patchWidth(patches, patch)), 0);
    return {
      ...overlapFinding(layer, overlap, width, areas, tolerance),
      position: pointInPolygons(lands[i]!),
      people: people.map((sums) => sums[i]!),
      land: lands[i]!,
    };
  });
  return [...findings, ...rounding(layer, 'overlap', all.length - told.length)];
}

function overlapFinding(
  layer: Layer,
  { first, second, area }: Overlap,
  width: number,
  areas: Float64Array,
  tolerance: CoverRequest['tolerance'],
): Finding {
  const [mine, other] = [area / areas[first]!, area / areas[second]!];
  const [a, b] = [layer.names[first]!, layer.names[second]!];
  const base = {
    layer: layer.id,
    code: layer.codes[first]!,
    name: a,
    otherCode: layer.codes[second]!,
    area,
    width,
  };
  const land = landText(area);
  if (mine > ALL_OF_IT && other > ALL_OF_IT) {
    const detail = `${a} and ${b} cover the same land (${land}): the same area twice, or two vintages in one layer`;
    return makeFinding({ ...base, finding: 'same-land', severity: 'error', detail });
  }
  if (mine > ALL_OF_IT || other > ALL_OF_IT) {
    const [inner, outer] = mine > other ? [a, b] : [b, a];
    const detail = `${inner} lies within ${outer} (${land}): units of two levels, or two vintages in one layer`;
    return makeFinding({ ...base, finding: 'unit-within-unit', severity: 'error', detail });
  }
  const { metres, estimated } = tolerance;
  const thin = width < metres;
  const known = estimated
    ? `its neighbours are drawn apart (${metres} m, measured)`
    : `the layer is accurate to (${metres} m)`;
  const doubt =
    estimated && width >= metres / 2 && width < 2 * metres
      ? `; whether it is drawing or a real overlap is in doubt`
      : '';
  return makeFinding({
    ...base,
    finding: 'overlap',
    severity: thin ? 'warning' : 'error',
    detail: `${a} and ${b} both cover ${land}, at most ${widthText(width)} wide${thin ? `, less than ${known}` : ''}${doubt}`,
  });
}

function gaps(request: CoverRequest, pieces: UncoveredPieces): CheckFinding[] {
  const { arrangement, layer, peopleOnFaces } = request;
  const told = Array.from({ length: pieces.count }, (_, piece) => piece).filter(
    (piece) => pieces.area[piece]! >= NOTICEABLE,
  );
  const placeOf = new Int32Array(pieces.count).fill(NO_GROUP);
  told.forEach((piece, i) => (placeOf[piece] = i));
  const group = pieces.ofFace.map((piece) => (piece < 0 ? NO_GROUP : placeOf[piece]!));
  const lands = traceMany(arrangement, group, told.length);
  const known = knownShare(request, pieces);
  const people = peopleOnFaces.map((onFace) => {
    const sums = new Float64Array(told.length);
    for (let face = 1; face < onFace.length; face++)
      if (group[face]! >= 0) sums[group[face]!]! += onFace[face]!;
    return sums;
  });
  const findings = told.map((piece, i): CheckFinding => ({
    ...gapFinding(layer, pieces, piece, known[piece]! > 0.5),
    position: pointInPolygons(lands[i]!),
    people: people.map((sums) => sums[i]!),
    land: lands[i]!,
  }));
  return [...findings, ...rounding(layer, 'gap', pieces.count - told.length)];
}

/** How much of each gap is listed as known. */
function knownShare({ arrangement, allowedGaps }: CoverRequest, pieces: UncoveredPieces): Float64Array {
  const share = new Float64Array(pieces.count);
  if (allowedGaps < 0) return share;
  const { ofFace: label } = arrangement.labels[allowedGaps]!;
  for (let face = 1; face < label.length; face++) {
    const piece = pieces.ofFace[face]!;
    if (piece >= 0 && label[face] !== NO_UNIT) share[piece]! += arrangement.area[face]! / pieces.area[piece]!;
  }
  return share;
}

function gapFinding(layer: Layer, pieces: UncoveredPieces, piece: number, isKnown: boolean): Finding {
  const area = pieces.area[piece]!;
  const width = (2 * area) / pieces.perimeter[piece]!;
  const around = [...pieces.neighbours[piece]!]
    .sort(([u, p], [v, q]) => q - p || u - v)
    .map(([unit]) => unit);
  const names = around.slice(0, 2).map((unit) => layer.names[unit]!);
  const more = around.length > 2 ? ` and ${around.length - 2} more` : '';
  const kind = layer.kind === null ? null : kindOfId(layer.kind);
  const mayHaveGaps = kind !== null && !kind.tilesEngland;
  const where = around.length === 1 ? `within ${names[0]!}` : `between ${names.join(' and ')}${more}`;
  const allowed = isKnown ? '; it is among the gaps allowed' : '';
  return makeFinding({
    layer: layer.id,
    finding: isKnown ? 'allowed-gap' : 'gap',
    severity: isKnown || mayHaveGaps ? 'info' : 'warning',
    code: layer.codes[around[0]!]!,
    name: names[0]!,
    otherCode: around.length > 1 ? layer.codes[around[1]!]! : '',
    area,
    width,
    detail: `no unit covers ${landText(area)} ${where}, ${widthText(width)} wide on average${allowed}`,
  });
}

/** One finding for the pieces that are too small to be told one by one. */
function rounding(layer: Layer, what: 'gap' | 'overlap', count: number): CheckFinding[] {
  if (count === 0) return [];
  const detail = `${wholeText(count)} ${what}${count === 1 ? '' : 's'} of less than ${NOTICEABLE} m² ${count === 1 ? 'is' : 'are'} not listed: positions are rounded to about a centimetre`;
  return [
    withoutLand(makeFinding({ layer: layer.id, finding: `rounding-${what}`, severity: 'info', detail })),
  ];
}

function severalParts(layer: Layer, patches: Patches): CheckFinding[] {
  const parts = new Int32Array(layer.codes.length);
  for (let patch = 0; patch < patches.count; patch++) {
    if (patches.unitA[patch]! >= 0 && patches.unitA[patch] === patches.unitB[patch])
      parts[patches.unitA[patch]!]!++;
  }
  return layer.codes.flatMap((code, unit) =>
    parts[unit]! < 2
      ? []
      : [
          withoutLand(
            makeFinding({
              layer: layer.id,
              finding: 'several-parts',
              severity: 'info',
              code,
              name: layer.names[unit]!,
              detail: `the unit is in ${wholeText(parts[unit]!)} parts that do not touch along a border`,
            }),
          ),
        ],
  );
}
