/**
 * The units of crossed layers, simplified once along their shared borders and made small enough for a page.
 *
 *     edges ──► arcs ──► weights of positions ──► the heaviest so many ──► whole steps, as differences
 *
 * An arc is simplified by itself and its ends stay, so neighbours still meet all along their border. Left out are units
 * outside the other layers, a layer of more arcs than a page holds, and specks in the sea: small islands and lagoons with
 * nothing of the layer on the other side; never the largest polygon of a unit.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { valueX, valueY } from '../../arrangement/lattice.js';
import type { Crossing } from '../crossing/crossing.js';
import { overlapTable } from '../crossing/overlap-table.js';
import type { MapRecord, MapUnit } from '../../result/map-record.js';
import { findArcs } from './arcs.js';
import { chooseDrawn, type DrawnLayers } from './choose-drawn.js';
import { findPieces } from './find-pieces.js';
import { keepPositions, type KeptArcs } from './keep-positions.js';
import { unitRings, type ArcRing } from './unit-rings.js';
import type { MapWishes } from './map-wishes.js';
import { placeDots } from './place-dots.js';
import { unitsInSight } from './units-in-sight.js';

/** Pairs that a reader of the map wants to know of. */
const MATERIAL = { includeSlivers: false, includeOutside: false };

/** The map of crossed layers, or null where there are no shapes. */
export function drawMap(
  crossing: Pick<Crossing, 'layers' | 'pairs' | 'sheet'>,
  wishes: MapWishes,
): MapRecord | null {
  const { layers, sheet } = crossing;
  if (sheet === null) return null;
  const { arrangement } = sheet;
  const places = layers.map((layer) => sheet.positionOf(layer));
  const arcs = findArcs(arrangement, places);
  const inSight = unitsInSight(crossing);
  const rings = layers.map((layer, l) =>
    unitRings(arrangement, arcs, places[l]!, layer.codes.length).map((ofUnit, unit) =>
      inSight[l]![unit] === 1 ? ofUnit : [],
    ),
  );
  const chosen = chooseDrawn(arrangement, arcs, places, rings, wishes);
  const kept = keepPositions(arrangement, arcs, chosen);
  const shapes = layers.map((_, l) =>
    rings[l]!.map((ofUnit) =>
      chosen.isDense[l] === true ? [] : polygonsOf(ofUnit, speckTest(chosen, l, kept.leastArea[l]!)),
    ),
  );
  const used = usedArcs(shapes.flat());
  const dots = wishes.byPeople
    ? placeDots(sheet, shownFaces(arrangement, places, inSight), wishes.toLongitudeLatitude)
    : null;
  return {
    ...encodeArcs(arrangement, kept, used, wishes.toLongitudeLatitude),
    layers: layers.map((layer, l) => {
      const outOfSight = inSight[l]!.filter((seen) => seen === 0).length;
      return {
        id: layer.id,
        ...(outOfSight === 0 ? {} : { outOfSight }),
        ...(chosen.isDense[l] === true ? { tooDense: true as const } : {}),
        units: shapes[l]!.map((polygons, unit): MapUnit => ({
          code: layer.codes[unit]!,
          name: layer.names[unit]!,
          polygons: polygons.map((ofPolygon) => ofPolygon.map((ring) => ring.map((k) => renumber(used, k)))),
        })),
      };
    }),
    pairs: wishes.pairs ? crossing.pairs.map(({ a, b, land }) => overlapTable(a, b, land, MATERIAL)) : [],
    pieces: findPieces(sheet, crossing.pairs, wishes),
    ...(dots === null ? {} : { dots }),
  };
}

/** Tells faces on which a unit in sight lies. */
function shownFaces(
  { labels }: Arrangement,
  places: readonly number[],
  inSight: readonly Uint8Array[],
): (face: number) => boolean {
  return (face) =>
    places.some((place, l) => {
      const { ofFace, sets } = labels[place]!;
      const units = ofFace[face]! === NO_UNIT ? [] : sets.members(ofFace[face]!);
      return units.some((unit) => inSight[l]![unit] === 1);
    });
}

/** Rings grouped into polygons, specks left out; never all of a unit. */
function polygonsOf(rings: readonly ArcRing[], isSpeck: (ring: ArcRing) => boolean): number[][][] {
  const polygons: number[][][] = [];
  let piece = -1;
  let open = false;
  rings.forEach((ring, i) => {
    if (ring.piece !== piece) {
      piece = ring.piece;
      open = i === 0 || !isSpeck(ring);
      if (open) polygons.push([[...ring.arcs]]);
    } else if (open && !isSpeck(ring)) {
      polygons.at(-1)!.push([...ring.arcs]);
    }
  });
  return polygons;
}

/** Tells rings of a layer too small to see that have nothing of the layer on their other side. */
const speckTest =
  ({ isFree }: DrawnLayers, layer: number, leastArea: number) =>
  (ring: ArcRing): boolean =>
    Math.abs(ring.area) < leastArea && ring.arcs.every((k) => isFree[layer]![k < 0 ? ~k : k] === 1);

/** New number of each arc that is drawn, in the old order. */
function usedArcs(units: readonly (readonly (readonly (readonly number[])[])[])[]): Map<number, number> {
  const used = new Set<number>();
  for (const polygons of units)
    for (const rings of polygons) for (const ring of rings) for (const k of ring) used.add(k < 0 ? ~k : k);
  return new Map([...used].sort((p, q) => p - q).map((k, i) => [k, i]));
}

const renumber = (used: ReadonlyMap<number, number>, k: number): number =>
  k < 0 ? ~used.get(~k)! : used.get(k)!;

/** Degrees of a step: a metre or so; finer for a map that is not wide, coarser for one of very many arcs. */
const STEP = 1e-5;
const FINE_STEP = 1e-6;
const NARROW = 0.5;
const COARSE_STEP = 1e-4;
const MANY_ARCS = 40_000;

function encodeArcs(
  { edges: { nodeX, nodeY, lattice } }: Arrangement,
  kept: KeptArcs,
  used: ReadonlyMap<number, number>,
  toDegrees: (positions: Float64Array) => Float64Array,
): Pick<MapRecord, 'step' | 'west' | 'south' | 'arcs'> {
  const lines = [...used.keys()].map((k) => {
    const positions = new Float64Array(2 * kept.nodes[k]!.length);
    kept.nodes[k]!.forEach((node, i) => {
      positions[2 * i] = valueX(lattice, nodeX[node]!);
      positions[2 * i + 1] = valueY(lattice, nodeY[node]!);
    });
    return toDegrees(positions);
  });
  let [west, south, east] = [Infinity, Infinity, -Infinity];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      west = Math.min(west, line[i]!);
      east = Math.max(east, line[i]!);
      south = Math.min(south, line[i + 1]!);
    }
  }
  const step = east - west < NARROW ? FINE_STEP : lines.length > MANY_ARCS ? COARSE_STEP : STEP;
  // Whole hundredths of a degree, so that every position is a whole number of steps as written.
  west = lines.length === 0 ? 0 : Math.floor(west * 100) / 100;
  south = lines.length === 0 ? 0 : Math.floor(south * 100) / 100;
  return { step, west, south, arcs: lines.map((line) => differences(line, west, south, step)) };
}

/** Whole steps from position to position; those that do not move are left out, but for the last. */
function differences(line: Float64Array, west: number, south: number, step: number): number[] {
  const found: number[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    const [u, v] = [Math.round((line[i]! - west) / step), Math.round((line[i + 1]! - south) / step)];
    if (i > 0 && u === x && v === y && !(i === line.length - 2 && found.length === 2)) continue;
    found.push(u - x, v - y);
    [x, y] = [u, v];
  }
  return found;
}
