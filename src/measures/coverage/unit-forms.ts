/**
 * The form of every unit of a layer: its parts, and how compact it is.
 *
 *     Polsby-Popper  4πA / P²    1 for a circle, less for a long or ragged border (Polsby and Popper 1991)
 *     Reock          A / A_c     A_c: area of the smallest circle around the unit (Reock 1961)
 *
 * A unit in several parts is measured as one: all its land, all its border, one circle around everything.
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { valueX, valueY } from '../../arrangement/lattice.js';
import { findPatches, patchWidth } from '../../arrangement/patches.js';
import { SetTable } from '../../arrangement/set-table.js';
import { enclosingCircle } from './enclosing-circle.js';
import { localPlane } from './local-plane.js';

export interface UnitForm {
  /** Square metres. */
  readonly area: number;
  /** Metres of border, holes included. */
  readonly perimeter: number;
  /** Pieces that touch at most in corners, those thinner than the tolerance set aside; at least 1 where there is land. */
  readonly parts: number;
  /** Null without land. */
  readonly polsbyPopper: number | null;
  readonly reock: number | null;
}

/** The form of each unit; parts thinner than `tolerance` metres are crumbs unless they are most of their unit. */
export function unitForms(
  arrangement: Arrangement,
  layer: number,
  unitCount: number,
  tolerance: number,
): UnitForm[] {
  const labels = arrangement.labels[layer]!;
  const nothing: LayerLabels = {
    ofFace: new Int32Array(arrangement.area.length).fill(NO_UNIT),
    sets: new SetTable(0),
    disputed: [],
  };
  // Patches of a layer beside one that covers nothing are the parts of its units.
  const patches = findPatches({ ...arrangement, labels: [labels, nothing] }, 0, 1);
  const areas = new ExactSums(unitCount);
  const perimeters = new ExactSums(unitCount);
  patches.unitA.forEach((unit, patch) => {
    areas.add(unit, patches.area[patch]!);
    perimeters.add(unit, patches.perimeter[patch]!);
  });
  const [area, perimeter] = [areas.values(), perimeters.values()];
  const parts = new Int32Array(unitCount);
  patches.unitA.forEach((unit, patch) => {
    const most = patches.area[patch]! > area[unit]! / 2;
    if (most || patchWidth(patches, patch) >= tolerance) parts[unit]!++;
  });
  const rims = nodesOfUnits(arrangement, labels, unitCount);
  return Array.from({ length: unitCount }, (_, unit): UnitForm => {
    const [a, p] = [area[unit]!, perimeter[unit]!];
    if (!(a > 0)) return { area: 0, perimeter: p, parts: 0, polsbyPopper: null, reock: null };
    const { radius } = enclosingCircle(inMetres(arrangement, rims[unit]!));
    return {
      area: a,
      perimeter: p,
      parts: Math.max(1, parts[unit]!),
      polsbyPopper: (4 * Math.PI * a) / (p * p),
      reock: a / (Math.PI * radius * radius),
    };
  });
}

/** Nodes on the border of each unit, each once. */
function nodesOfUnits(
  arrangement: Arrangement,
  { ofFace, sets }: LayerLabels,
  unitCount: number,
): number[][] {
  const nodes = Array.from({ length: unitCount }, () => new Set<number>());
  const { from, to } = arrangement.edges;
  for (let e = 0; e < from.length; e++) {
    const left = ofFace[leftFace(arrangement, e)]!;
    const right = ofFace[rightFace(arrangement, e)]!;
    if (left === right) continue;
    for (const [here, there] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const unit of sets.members(here)) {
        if (!sets.has(there, unit)) nodes[unit]!.add(from[e]!).add(to[e]!);
      }
    }
  }
  return nodes.map((set) => [...set]);
}

/** Positions of nodes in metres, on the plane of the run or on one of their own. */
function inMetres({ edges }: Arrangement, nodes: readonly number[]): Float64Array {
  const { lattice, nodeX, nodeY } = edges;
  const metres = new Float64Array(2 * nodes.length);
  const [xs, ys] = [
    nodes.map((n) => valueX(lattice, nodeX[n]!)),
    nodes.map((n) => valueY(lattice, nodeY[n]!)),
  ];
  const project = lattice.model === 'planar' ? null : localPlane(middle(xs), middle(ys));
  nodes.forEach((_, i) => {
    const [x, y] = project === null ? [xs[i]!, ys[i]!] : project(xs[i]!, ys[i]!);
    metres[2 * i] = x;
    metres[2 * i + 1] = y;
  });
  return metres;
}

function middle(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return (least + most) / 2;
}
