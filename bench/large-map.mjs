/**
 * A seeded pair of large maps: two mosaics of wiggly squares over one square degree and more, written as GeoJSON.
 *
 *     counties 6 × 7      districts 17 × 18, drawn apart: no shared linework, so every border of one
 *     ┌──┬──┬──┐          crosses the other's cells, and where both follow one line they leave slivers
 *     └──┴──┴──┘
 *
 * Neighbours share their vertices exactly. The same seed gives the same bytes.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

/** A small seeded generator of numbers in [0, 1) (xorshift). */
export function chance(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const WEST = -2;
export const SOUTH = 51;
export const SPAN = 2;

/** Writes a mosaic of columns × rows units whose sides have `points` vertices each; gives the vertices of all rings. */
export function writeMosaic(file, { columns, rows, points, seed, entity, stem }) {
  const random = chance(seed);
  const corner = [];
  for (let r = 0; r <= rows; r++) {
    for (let c = 0; c <= columns; c++) {
      const inner = r > 0 && r < rows && c > 0 && c < columns;
      const stray = inner ? 0.25 : 0;
      corner.push([
        WEST + (SPAN * (c + stray * (random() - 0.5))) / columns,
        SOUTH + (SPAN * (r + stray * (random() - 0.5))) / rows,
      ]);
    }
  }
  const side = (from, to, wiggle) => {
    const line = [];
    let drift = 0;
    for (let i = 0; i < points; i++) {
      const t = i / points;
      drift = i === 0 ? 0 : drift * 0.98 + (random() - 0.5) * wiggle;
      const damp = Math.min(t, 1 - t) * 4 > 1 ? 1 : Math.min(t, 1 - t) * 4;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      line.push([from[0] + t * dx - drift * damp * dy, from[1] + t * dy + drift * damp * dx]);
    }
    return line;
  };
  const at = (c, r) => corner[r * (columns + 1) + c];
  const across = [];
  const upward = [];
  for (let r = 0; r <= rows; r++) {
    for (let c = 0; c < columns; c++) across.push(side(at(c, r), at(c + 1, r), r > 0 && r < rows ? 0.01 : 0));
  }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c <= columns; c++)
      upward.push(side(at(c, r), at(c, r + 1), c > 0 && c < columns ? 0.01 : 0));
  }
  // One feature at a time: thirty million vertices are longer than a string may be.
  const out = openSync(file, 'w');
  writeSync(out, '{"type":"FeatureCollection","features":[\n');
  let vertices = 0;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const below = across[r * columns + c];
      const above = across[(r + 1) * columns + c];
      const left = upward[r * (columns + 1) + c];
      const right = upward[r * (columns + 1) + c + 1];
      const ring = [
        ...below,
        ...right,
        at(c + 1, r + 1),
        ...above.slice(1).reverse(),
        at(c, r + 1),
        ...left.slice(1).reverse(),
        at(c, r),
      ];
      const code = `${entity}${String(r * columns + c + 1).padStart(6, '0')}`;
      const coordinates = [ring.map(([x, y]) => [Number(x.toFixed(7)), Number(y.toFixed(7))])];
      const feature = {
        type: 'Feature',
        properties: { [`${stem}CD`]: code, [`${stem}NM`]: `Unit ${code}` },
        geometry: { type: 'Polygon', coordinates },
      };
      writeSync(out, `${vertices === 0 ? '' : ',\n'}${JSON.stringify(feature)}`);
      vertices += ring.length;
    }
  }
  writeSync(out, '\n]}\n');
  closeSync(out);
  return vertices;
}

/**
 * Writes counties and districts of some `size` vertices in all, which grow like a country does: by more units of the same
 * detail. Gives the vertices and the units.
 */
export function writeCountry(counties, districts, size) {
  // Seven tenths are the districts', whose sides have a hundred vertices each.
  const fine = Math.max(2, Math.round(Math.sqrt((0.7 * size) / 400)));
  const coarse = Math.max(1, Math.round(fine / 3));
  const square = (count, points, seed, entity, stem) => ({
    columns: count,
    rows: count,
    points,
    seed,
    entity,
    stem,
  });
  const vertices =
    writeMosaic(counties, square(coarse, 300, 1, 'C', 'CTY24')) +
    writeMosaic(districts, square(fine, 100, 2, 'D', 'LAD24'));
  return { vertices, units: coarse ** 2 + fine ** 2 };
}
