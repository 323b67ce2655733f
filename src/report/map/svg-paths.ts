/**
 * Lines of positions as SVG path data, in tenths of a pixel; positions that fall on the one before are left out.
 */
import type { ShapeGeometry } from '../../measures/result.js';
import type { Position } from './map-lines.js';
import type { Paper } from './sheet-of-paper.js';

/** Path data of a line, closed or open; blank where it shrinks to a point. */
export function linePath(line: readonly Position[], { place }: Paper, closed: boolean): string {
  const parts: string[] = [];
  let before = '';
  for (const position of line) {
    const [x, y] = place(position);
    const at = `${tenths(x)} ${tenths(y)}`;
    if (at === before) continue;
    parts.push(`${parts.length === 0 ? 'M' : 'L'}${at}`);
    before = at;
  }
  return parts.length < 2 ? '' : parts.join('') + (closed ? 'Z' : '');
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

const tenths = (value: number): string => String(Math.round(value * 10) / 10 + 0);
