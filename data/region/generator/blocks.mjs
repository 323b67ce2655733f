/**
 * The blocks: code, name, people, deprivation, centre, hectares; and the unit of every official layer they lie in.
 *
 * A block is a cell of the mesh that is land of the region: no foreshore, not the neighbour country.
 */
import { chance, sway } from './chance.mjs';
import { outline, stepsOf } from './dissolve.mjs';
import { hectares, inside } from './ground.mjs';
import { towns } from './map.mjs';
import { cellNeighbours } from './mesh.mjs';
import { cauths, councils, counties, fires, forces, icbs, icbs2021, otherIcb } from './names.mjs';

const blank = { code: '', name: '', ods: '' };

/** All blocks, by council in the order of `councils` and then as on the map. `next` holds the blocks beside one. */
export function makeBlocks(mesh) {
  const letters = Object.keys(councils);
  const land = mesh.cells.filter((cell) => letters.includes(cell.letter));
  land.sort(
    (a, b) => letters.indexOf(a.letter) - letters.indexOf(b.letter) || a.row - b.row || a.col - b.col,
  );
  const counted = new Map();
  const blocks = land.map((cell, i) => {
    const council = councils[cell.letter];
    const n = (counted.get(cell.letter) ?? 0) + 1;
    counted.set(cell.letter, n);
    const area = `${String(1 + Math.floor((n - 1) / 4)).padStart(3, '0')}${'ABCD'[(n - 1) % 4]}`;
    return {
      ...cell,
      code: `E01${900001 + i}`,
      name: `${council.name} ${area}`,
      x: cell.col + (cell.row & 1) / 2,
      y: cell.row * 0.87,
      people: peopleOf(cell),
      ...shapeOf(mesh, cell),
      ...unitsOf(cell),
    };
  });
  for (const block of blocks) block.weight = block.people;
  const ofCell = new Map(blocks.map((block) => [mesh.cells[mesh.faces[block.faces[0]].cell], block]));
  const next = cellNeighbours(mesh);
  mesh.cells.forEach((cell, i) => {
    const block = ofCell.get(cell);
    if (block)
      block.next = next[i].map((j) => ofCell.get(mesh.cells[j])).filter((beside) => beside !== undefined);
  });
  rankDeprivation(blocks);
  return blocks;
}

/** Residents: 1,000 to 2,600 as in a real small area, nobody where the map says so. */
function peopleOf({ col, row, mark }) {
  if (mark === 'z' || mark === 'x') return 0;
  return 1000 + Math.floor(800 * chance('people', col, row) + 800 * chance('more people', col, row));
}

/** Outline, hectares and a centre a little off the middle, inside the block. */
function shapeOf(mesh, cell) {
  const polygons = outline(mesh, cell.faces);
  const ring = polygons[0][0];
  const latitude = Math.round(ring.slice(1).reduce((sum, place) => sum + place[1], 0) / (ring.length - 1));
  const [west, east] = widestStretch(ring, latitude);
  const across = (east - west) * (0.5 + 0.2 * sway('centre x', cell.col, cell.row));
  const along = (east - west) * 0.1 * sway('centre y', cell.col, cell.row);
  const tries = [along, 0].map((y) => [Math.round(west + across), Math.round(latitude + y)]);
  const centre = tries.find((place) => inside(place, ring));
  const steps = stepsOf(mesh, cell.faces);
  return { polygons, centre, steps, hectares: hectares(steps, latitude / 1e7) };
}

/** The west and east end of the widest stretch of a parallel inside a ring. */
function widestStretch(ring, latitude) {
  const y = latitude + 0.5;
  const crossings = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[i + 1]];
    if (ay > y !== by > y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
  }
  crossings.sort((a, b) => a - b);
  const stretches = crossings.flatMap((west, i) => (i % 2 === 0 ? [[west, crossings[i + 1]]] : []));
  return stretches.reduce((best, each) => (each[1] - each[0] > best[1] - best[0] ? each : best));
}

/** The units a block lies in, by layer. */
function unitsOf({ letter, mark }) {
  const council = councils[letter];
  const icb = mark === 'o' ? otherIcb[letter] : council.icb;
  const before = mark === 't' ? 3 : icb === 1 && 'ab'.includes(letter) ? 4 : icb;
  return {
    ltla: council,
    utla: counties[council.upper] ?? councils[council.upper],
    cauth: cauths[council.cauth] ?? blank,
    icb: icbs[icb],
    icb2021: icbs2021[before],
    pfa: forces[council.pfa],
    fra: fires[council.fra],
  };
}

/** Deciles of deprivation, 1 the most deprived: town centres more than the country, with chance. */
function rankDeprivation(blocks) {
  const score = ({ col, row }) => {
    const near = towns.map((town) => {
      const [x, y] = [col - town.col, 0.87 * (row - town.row)];
      return town.pull / (1 + (x * x + y * y) / 8);
    });
    return Math.max(...near) + 0.35 * chance('deprived', col, row);
  };
  const ranked = [...blocks].sort((a, b) => score(b) - score(a) || (a.code < b.code ? -1 : 1));
  ranked.forEach((block, i) => {
    block.decile = 1 + Math.floor((10 * i) / ranked.length);
    block.core20 = block.decile <= 2 ? 1 : 0;
  });
}
