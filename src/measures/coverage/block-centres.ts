/**
 * The centre of each block: its point, or the centre of its land.
 */
import type { Blocks } from '../../layer/blocks.js';
import type { Layer } from '../../layer/layer.js';

/** x, y of each block, in the system of the run; NaN for one without a place. */
export const blockCentres = (blocks: Blocks): Float64Array =>
  blocks.form === 'points' ? blocks.positions : centroids(blocks.layer);

/** Centres of gravity: of the first ring of each polygon, less its other rings. */
function centroids(layer: Layer): Float64Array {
  const { shapes, featureUnit } = layer.land!;
  const { coordinates, ringStart, polygonStart, featureStart } = shapes;
  const sums = new Float64Array(3 * layer.codes.length);
  const ring = new Float64Array(3);
  for (let f = 0; f < featureUnit.length; f++) {
    const unit = featureUnit[f]!;
    if (unit < 0) continue;
    for (let p = featureStart[f]!; p < featureStart[f + 1]!; p++) {
      for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
        momentsOf(coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!), ring);
        const sign = (r === polygonStart[p] ? 1 : -1) * Math.sign(ring[0]!);
        for (let k = 0; k < 3; k++) sums[3 * unit + k]! += sign * ring[k]!;
      }
    }
  }
  return Float64Array.from({ length: 2 * layer.codes.length }, (_, i) => {
    const unit = i >> 1;
    const area = sums[3 * unit]!;
    return area === 0 ? NaN : sums[3 * unit + 1 + (i & 1)]! / area;
  });
}

/** Signed area of a ring, and its first moments in x and y; taken from its start to keep digits. */
function momentsOf(ring: Float64Array, out: Float64Array): void {
  const [x0, y0] = [ring[0]!, ring[1]!];
  let [area, mx, my] = [0, 0, 0];
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const [ax, ay] = [ring[i]! - x0, ring[i + 1]! - y0];
    const [bx, by] = [ring[i + 2]! - x0, ring[i + 3]! - y0];
    const twice = ax * by - bx * ay;
    area += twice / 2;
    mx += (twice * (ax + bx)) / 6;
    my += (twice * (ay + by)) / 6;
  }
  out[0] = area;
  out[1] = mx + area * x0;
  out[2] = my + area * y0;
}
