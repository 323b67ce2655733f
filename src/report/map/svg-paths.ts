/**
 * Lines of positions as SVG path data, in tenths of a pixel, each from the one before; positions that fall on the one before are left out.
 */
import type { ShapeGeometry } from '../../result/shape-record.js';
import type { Position } from './map-lines.js';
import type { Paper } from './sheet-of-paper.js';

/** Path data of a line, closed or open; blank where it shrinks to a point. */
export function linePath(line: readonly Position[], { place }: Paper, closed: boolean): string {
  let path = '';
  let [lastX, lastY] = [0, 0];
  for (const position of line) {
    const [x, y] = place(position).map((value) => Math.round(value * 10)) as [number, number];
    if (path === '') path = `M${x / 10} ${y / 10}`;
    else if (x !== lastX || y !== lastY) path += `l${(x - lastX) / 10} ${(y - lastY) / 10}`;
    [lastX, lastY] = [x, y];
  }
  return path.includes('l') ? path.replaceAll(' -', '-') + (closed ? 'Z' : '') : '';
}

/** Path data of a geometry: rings closed, lines open. */
export function geometryPath(geometry: ShapeGeometry, paper: Paper): string {
  switch (geometry.type) {
    case 'LineString':
      return linePath(geometry.coordinates, paper, false);
    case 'Polygon':
      return geometry.coordinates.map((ring) => linePath(ring, paper, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates
        .flatMap((polygon) => polygon.map((ring) => linePath(ring, paper, true)))
        .join('');
  }
}
