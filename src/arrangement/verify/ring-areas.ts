/**
 * Areas of units against the sum over their rings as the file has them, before anything was rounded or cut.
 *
 * Only units that are one feature, that every reading of the file gives the same land and of which nothing is drawn
 * twice can be told from their rings alone; the others are counted as not compared.
 */
import type { Arrangement } from '../arrangement.js';
import type { LandLayer } from '../land-layer.js';
import { unitAreas } from '../unit-areas.js';
import { areaBelow } from './edge-area.js';
import { LargestDeviation, type Deviation } from './deviation.js';

/** Metres of a step at most: a degree is no longer than this on the ellipsoid. */
const DEGREE = 111_700;

/** Square metres by which the units of layer `l` differ; `where` is a unit. */
export function checkRingAreas(arrangement: Arrangement, layer: LandLayer, l: number): Deviation {
  const { model, stepsPerUnit } = arrangement.edges.lattice;
  const step = (model === 'planar' ? 1 : DEGREE) / stepsPerUnit;
  const { ofUnit } = unitAreas(arrangement, l, layer.unitCount);
  const { coordinates, ringStart, polygonStart, featureStart } = layer.shapes;
  const areaOf = new Float64Array(layer.unitCount);
  const border = new Float64Array(layer.unitCount);
  const positions = new Uint32Array(layer.unitCount);
  const odd = oddUnits(arrangement, layer, l);
  for (let f = 0; f < layer.featureUnit.length; f++) {
    const unit = layer.featureUnit[f]!;
    if (unit < 0 || odd[unit] === 1) continue;
    for (let p = featureStart[f]!; p < featureStart[f + 1]!; p++) {
      for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
        let signed = 0;
        for (let i = ringStart[r]!; i < ringStart[r + 1]! - 1; i++) {
          const [x1, y1] = [coordinates[2 * i]!, coordinates[2 * i + 1]!];
          const [x2, y2] = [coordinates[2 * i + 2]!, coordinates[2 * i + 3]!];
          signed += areaBelow(model, x1, y1, x2, y2);
          border[unit]! += Math.hypot(x2 - x1, y2 - y1) * (model === 'planar' ? 1 : DEGREE);
          positions[unit]!++;
        }
        areaOf[unit]! += r === polygonStart[p] ? Math.abs(signed) : -Math.abs(signed);
      }
    }
  }
  const found = new LargestDeviation();
  for (let unit = 0; unit < layer.unitCount; unit++) {
    // A position moves by less than a step, and an edge is bent by less than one through places of others.
    if (odd[unit] === 0 && positions[unit]! > 0)
      found.add(unit, ofUnit[unit]! - areaOf[unit]!, step * border[unit]! + 0.01);
  }
  return found.get();
}

/** 1 for units whose land the rings alone do not tell. */
function oddUnits({ labels, repeats, edges }: Arrangement, layer: LandLayer, l: number): Uint8Array {
  const { featureStart, polygonStart } = layer.shapes;
  const odd = new Uint8Array(layer.unitCount);
  const features = new Uint32Array(layer.unitCount);
  const unitOf = new Int32Array(polygonStart.length - 1);
  layer.featureUnit.forEach((unit, f) => {
    if (unit >= 0 && ++features[unit]! > 1) odd[unit] = 1;
    unitOf.fill(unit, featureStart[f], featureStart[f + 1]);
  });
  const mark = (polygon: number): void => {
    if (unitOf[polygon]! >= 0) odd[unitOf[polygon]!] = 1;
  };
  for (const { unit } of labels[l]!.disputed) odd[unit] = 1;
  repeats[l]!.ofPolygon.forEach((first, polygon) => first !== polygon && mark(polygon));
  for (const polygon of repeats[l]!.outlines.keys()) mark(polygon);
  // A ring that meets itself is several outlines, each counted by its own direction.
  const { ring, layerStart } = edges.outlines;
  const loops = new Uint32Array(layer.shapes.ringStart.length - 1);
  for (let o = layerStart[l]!; o < layerStart[l + 1]!; o++) loops[ring[o]!]!++;
  for (let p = 0; p < unitOf.length; p++)
    for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) if (loops[r] !== 1) mark(p);
  return odd;
}
