/**
 * The noise of drawing between two layers, in metres: from how far they run apart where they run together, and from
 * the slivers between them.
 *
 * No fixed share of distances tells it, because how much of a border has a counterpart differs from pair to pair; nor
 * do distances alone, which do not know that a strip between two borders, if it is the only one, is no noise. So it is
 * the least of what distances allow and of twice the width that no fewer than twenty slivers reach.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import {
  searchBorders,
  type BorderDistances,
  type BorderSearch,
  type ChosenEdges,
} from '../../arrangement/border-distances.js';
import {
  BETWEEN_A,
  BETWEEN_B,
  borderKinds,
  OF_A,
  OF_B,
  type BorderKinds,
} from '../../arrangement/border-kinds.js';
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { patchWidth, type Patches } from '../../arrangement/patches.js';
import { runApart } from './run-apart.js';

/** What was measured between two layers. */
export interface Noise {
  /** Metres that a false overlap may be wide; null where the two run together nowhere, or with too few slivers. */
  readonly metres: number | null;
  /** Whether most of the border of either layer is border of the other too, the very same edges. */
  readonly sharesLinework: boolean;
}

/** No noise is greater, in metres: the coarsest published resolution. */
const GREATEST_NOISE = 500;
/** Positions on the border of a layer that are asked. */
export const POSITIONS = 2000;
/** A sliver is at most so many times as wide as the layers run apart. */
const WIDEST = 2.5;
/** So many slivers make noise of drawing; and it is so many times as wide as the thinnest of the widest twenty. */
const SLIVERS = 20;
const OVER_SLIVERS = 2;

/**
 * Begins to measure the noise between two layers of an arrangement; what is given back takes their patches, which may be
 * found meanwhile, and comes to the end.
 */
export function measureNoise(
  arrangement: Arrangement,
  layerA: number,
  layerB: number,
): (patches: Patches) => Noise {
  const borders = bordersOf(arrangement, layerA, layerB);
  const { sharesLinework } = borders;
  const search = searchBorders(arrangement.edges, borders.kind);
  const betweenUnits = askApart(search, borders, 'between units');
  return (patches) => {
    const t = betweenUnits() ?? askApart(search, borders, 'all')();
    search.close();
    if (t === null) return { metres: null, sharesLinework };
    return { metres: noiseOf(t, sliverWidths(borders.aloneOn, patches)), sharesLinework };
  };
}

/** Noise of layers that run `t` metres apart, with slivers of some widths; null for too few slivers. */
export function noiseOf(t: number, widths: Float64Array): number | null {
  const widest = Math.min(GREATEST_NOISE, WIDEST * t);
  // The widest so many slivers, falling; there are far more of them.
  const most = new Float64Array(SLIVERS);
  let found = 0;
  for (let i = 0; i < widths.length; i++) {
    const width = widths[i]!;
    if (width >= widest || (found === SLIVERS && width <= most[SLIVERS - 1]!)) continue;
    let place = found < SLIVERS ? found++ : SLIVERS - 1;
    for (; place > 0 && most[place - 1]! < width; place--) most[place] = most[place - 1]!;
    most[place] = width;
  }
  return found < SLIVERS ? null : Math.min(widest, OVER_SLIVERS * most[SLIVERS - 1]!);
}

/** Edges by what they are, and how densely the border of each layer lies on its land. */
interface Borders extends Pick<BorderKinds, 'kind' | 'aloneOn'> {
  /** Metres of border on each square metre of the layer. */
  readonly densityA: number;
  readonly densityB: number;
  readonly sharesLinework: boolean;
}

function bordersOf(arrangement: Arrangement, layerA: number, layerB: number): Borders {
  const kinds = borderKinds(arrangement, layerA, layerB);
  const { metresA, metresB, metresBoth } = kinds;
  const { area, labels } = arrangement;
  const [areaA, areaB] = [layerA, layerB].map((layer) => coveredArea(labels[layer]!, area)) as [
    number,
    number,
  ];
  return {
    ...kinds,
    densityA: areaA > 0 ? metresA / areaA : 0,
    densityB: areaB > 0 ? metresB / areaB : 0,
    sharesLinework: 2 * metresBoth > Math.min(metresA, metresB),
  };
}

function coveredArea({ ofFace }: LayerLabels, area: Float64Array): number {
  let sum = 0;
  for (let face = 0; face < area.length; face++) if (ofFace[face] !== NO_UNIT) sum += area[face]!;
  return sum;
}

/**
 * Asks for the distance at which the two run together, along border that only one of them has: that between its units, or
 * all of it. That layer counts of which the larger share is within reach of the other.
 */
function askApart(
  search: BorderSearch,
  { densityA, densityB }: Borders,
  which: 'between units' | 'all',
): () => number | null {
  const [ofA, ofB] = which === 'all' ? [OF_A, OF_B] : [OF_A | BETWEEN_A, OF_B | BETWEEN_B];
  const alone = (mine: number, other: number): ChosenEdges => ({ mask: mine | other, wanted: mine });
  const every = (side: number): ChosenEdges => ({ mask: side, wanted: side });
  const asked = search.ask(alone(ofA, OF_B), every(OF_B), POSITIONS);
  return () => {
    const alongB = search.find(alone(ofB, OF_A), every(OF_A), POSITIONS);
    const alongA = asked();
    return shareWithin(alongA) >= shareWithin(alongB)
      ? runApart(alongA, densityB)
      : runApart(alongB, densityA);
  };
}

const shareWithin = ({ metres, asked }: BorderDistances): number => (asked === 0 ? 0 : metres.length / asked);

/** Widths of patches that have border of either layer alone. */
function sliverWidths(aloneOn: Uint8Array, patches: Patches): Float64Array {
  const { faceStart, ofFace, count } = patches;
  const has = new Uint8Array(count);
  for (let face = 0; face < aloneOn.length; face++) {
    for (let i = faceStart[face]!; i < faceStart[face + 1]!; i++) has[ofFace[i]!]! |= aloneOn[face]!;
  }
  const widths = new Float64Array(count);
  let found = 0;
  for (let patch = 0; patch < count; patch++) {
    if (has[patch] === (OF_A | OF_B)) widths[found++] = patchWidth(patches, patch);
  }
  return widths.subarray(0, found);
}
