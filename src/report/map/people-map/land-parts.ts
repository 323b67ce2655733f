/**
 * Land of units that hangs together: polygons that have an arc in common are one part.
 */
import type { MapUnit } from '../../../result/map-record.js';
import { ringPositions, type Position } from '../map-lines.js';
import { boundsOf } from '../sheet-of-paper.js';
import type { LandPart } from './far-islands.js';

/** A part of the land, the arcs it is bounded by, and the units that have land in it. */
export interface DrawnPart extends LandPart {
  readonly arcs: readonly number[];
  readonly units: readonly MapUnit[];
}

/** The parts of the land of units, in the order of their first polygons. Land is in square degrees of latitude. */
export function landPartsOf(units: readonly MapUnit[], arcs: readonly (readonly Position[])[]): DrawnPart[] {
  const polygons = units.flatMap((unit) => unit.polygons.map((rings) => ({ unit, rings })));
  const rootOf = polygons.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (rootOf[root] !== root) root = rootOf[root] = rootOf[rootOf[root]!]!;
    return root;
  };
  const ownerOf = new Map<number, number>();
  polygons.forEach(({ rings }, i) => {
    for (const k of rings.flat()) {
      const arc = k < 0 ? ~k : k;
      const owner = ownerOf.get(arc);
      if (owner === undefined) ownerOf.set(arc, i);
      else {
        const [p, q] = [find(owner), find(i)];
        rootOf[Math.max(p, q)] = Math.min(p, q);
      }
    }
  });
  const members = new Map<number, number[]>();
  polygons.forEach((_, i) => {
    const root = find(i);
    const own = members.get(root);
    if (own === undefined) members.set(root, [i]);
    else own.push(i);
  });
  return [...members.values()].flatMap((own): DrawnPart[] => {
    const used = [...new Set(own.flatMap((i) => polygons[i]!.rings.flat().map((k) => (k < 0 ? ~k : k))))];
    const bounds = boundsOf(used.map((k) => arcs[k]!));
    if (bounds === null) return [];
    const land = own.reduce((sum, i) => sum + areaOf(ringPositions(polygons[i]!.rings[0]!, arcs)), 0);
    return [{ bounds, land, arcs: used, units: [...new Set(own.map((i) => polygons[i]!.unit))] }];
  });
}

/** Area within a ring in square degrees of latitude. */
function areaOf(ring: readonly Position[]): number {
  let twice = 0;
  const narrowing = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  for (let i = 1; i < ring.length; i++)
    twice += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return (Math.abs(twice) / 2) * narrowing;
}
