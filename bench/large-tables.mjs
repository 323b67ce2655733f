/**
 * Seeded tables of millions of rows: people by small area, lookups from small areas to units, and points.
 *
 *     people.csv.gz    area,people             A0000001,1204          one row an area
 *     lookup_a.csv.gz  area,ICB24CD,ICB24NM    A0000001,E54000012,…   units are runs of areas, so most nest
 *     lookup_b.csv.gz  area,LAD24CD,LAD24NM
 *     points.csv.gz    id,longitude,latitude,people
 *
 * The same seed gives the same bytes.
 */
import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { chance } from './large-map.mjs';

const code = (stem, number, width) => `${stem}${String(number).padStart(width, '0')}`;

/** Writes people and two lookups of `rows` areas each into a folder. */
export function writeAreaTables(folder, rows) {
  const random = chance(3);
  const units = (count, stem) => (row) => {
    // One row in five hundred strays into the next unit, so that borders are not clean.
    const unit = Math.floor((row * count) / rows) + (random() < 0.002 ? 1 : 0);
    return code(stem, (unit % count) + 1, 6);
  };
  const [a, b] = [units(42, 'E54'), units(309, 'E07')];
  write(
    `${folder}/people.csv.gz`,
    'area,people',
    rows,
    (row) => `${area(row)},${Math.floor(random() * 3000)}`,
  );
  write(`${folder}/lookup_a.csv.gz`, 'area,ICB24CD,ICB24NM', rows, (row) => named(area(row), a(row)));
  write(`${folder}/lookup_b.csv.gz`, 'area,LAD24CD,LAD24NM', rows, (row) => named(area(row), b(row)));
}

/** Writes `rows` points with people, over the square of the seeded maps. */
export function writePoints(folder, rows, { west, south, span }) {
  const random = chance(4);
  const place = (from) => (from + span * random()).toFixed(6);
  write(`${folder}/points.csv.gz`, 'id,longitude,latitude,people', rows, (row) =>
    [code('P', row + 1, 8), place(west), place(south), 1 + Math.floor(random() * 60)].join(','),
  );
}

const area = (row) => code('A', row + 1, 7);
const named = (place, unit) => `${place},${unit},"Unit ${unit}, named"`;

function write(file, heading, rows, line) {
  const lines = [heading];
  for (let row = 0; row < rows; row++) lines.push(line(row));
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`, { level: 1 }));
}
