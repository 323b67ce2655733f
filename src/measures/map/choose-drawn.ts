/**
 * Which layers are drawn, from the coarsest to the finest, and how many positions each may use.
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Arcs } from './arcs.js';
import type { KeepWishes } from './keep-positions.js';
import type { MapWishes } from './map-wishes.js';
import type { ArcRing } from './unit-rings.js';

/** Positions of one layer between the ends of its arcs. */
const INNER_POSITIONS = 60_000;
/** Arcs of all layers together: a layer that would bring more is not drawn. Some ten bytes each, ends and rings included. */
const MOST_ARCS = 130_000;

/** What is drawn, layer by layer. */
export interface DrawnLayers extends KeepWishes {
  /** True for a layer that has too many arcs. */
  readonly isDense: readonly boolean[];
  /** For each layer 1 for arcs with nothing of it on one side. */
  readonly isFree: readonly Uint8Array[];
}

/** Chooses layers of few arcs before those of many; an arc of several counts for the first of them that has it. */
export function chooseDrawn(
  arrangement: Arrangement,
  arcs: Arcs,
  places: readonly number[],
  rings: readonly (readonly (readonly ArcRing[])[])[],
  wishes: Pick<MapWishes, 'positions' | 'arcs'>,
): DrawnLayers {
  const inner = wishes.positions ?? INNER_POSITIONS;
  const most = wishes.arcs ?? MOST_ARCS;
  const own = rings.map((units) => arcsOf(units));
  const isFree = places.map((place) => freeArcs(arrangement, arcs, place));
  const layerOf = new Int32Array(arcs.count).fill(-1);
  const isOutline = new Uint8Array(arcs.count);
  const isDense = rings.map(() => false);
  let total = 0;
  for (const layer of [...own.keys()].sort((p, q) => own[p]!.size - own[q]!.size || p - q)) {
    const added = [...own[layer]!].filter((k) => layerOf[k] === -1);
    isDense[layer] = total > 0 && added.length > 0 && total + added.length > most;
    if (isDense[layer]) continue;
    total += added.length;
    for (const k of added) layerOf[k] = layer;
    for (const k of own[layer]!) if (isFree[layer]![k] === 1) isOutline[k] = 1;
  }
  return { layerOf, isOutline, inner: rings.map(() => inner), isDense, isFree };
}

function arcsOf(units: readonly (readonly ArcRing[])[]): Set<number> {
  const found = new Set<number>();
  for (const rings of units) for (const ring of rings) for (const k of ring.arcs) found.add(k < 0 ? ~k : k);
  return found;
}

/** 1 for arcs that have nothing of a layer on one side. */
function freeArcs(arrangement: Arrangement, arcs: Arcs, place: number): Uint8Array {
  const { ofFace } = arrangement.labels[place]!;
  const isFree = new Uint8Array(arcs.count);
  arcs.ofEdge.forEach((k, e) => {
    if (k < 0) return;
    const left = ofFace[leftFace(arrangement, e)];
    const right = ofFace[rightFace(arrangement, e)];
    if (left === NO_UNIT || right === NO_UNIT) isFree[k] = 1;
  });
  return isFree;
}
