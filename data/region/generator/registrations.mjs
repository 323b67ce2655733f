/**
 * Practices, the networks they form, and how many patients of each block are registered with each practice.
 *
 * People register near home, more with large practices, and take no notice of borders; some live in the neighbour
 * country. One practice for students draws a few from all over Port Merrin and wins no block. A network's blocks are
 * those where it has more patients than any other network; in the block marked `e` on the map two have the same
 * number, and the lower code wins.
 */
import { chance, sway } from './chance.mjs';
import { nearest, spread } from './divide.mjs';
import { metresBetween, inside } from './ground.mjs';

const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const three = (n) => String(n).padStart(3, '0');

/** A position near the centre of a block and inside it. */
export function placeIn(block, word, n) {
  const [x, y] = block.centre;
  const reach = metresBetween(block.polygons[0][0][0], block.centre) * 30;
  for (let attempt = 0; attempt < 9; attempt++) {
    const place = [
      x + Math.round(reach * sway(`${word} x`, n, attempt)),
      y + Math.round(reach * 0.6 * sway(`${word} y`, n, attempt)),
    ];
    if (inside(place, block.polygons[0][0])) return place;
  }
  return block.centre;
}

/** About seventy practices { code, name, block, position, size, x, y, network }, one or two in every ward. */
export function makePractices(wards) {
  const practices = [];
  const add = (name, block, size, student) => {
    const n = practices.length + 1;
    const position = placeIn(block, 'practice', n);
    practices.push({ code: `Z90${three(n)}`, name, block, position, size, student, x: block.x, y: block.y });
  };
  wards.forEach((ward, n) => {
    const homes = ward.blocks.filter((block) => block.people > 0);
    const away = (block) => (block.x - ward.x) ** 2 + (block.y - ward.y) ** 2;
    const middle = homes.reduce((a, b) => (away(b) < away(a) ? b : a));
    const kinds = ['SURGERY', 'MEDICAL CENTRE', 'HEALTH CENTRE', 'FAMILY PRACTICE'];
    const kind = kinds[Math.floor(kinds.length * chance('practice', n))];
    add(`${ward.name.toUpperCase()} ${kind}`, middle, 0.6 + chance('size', n), false);
    if (n % 6 === 5) {
      const end = homes.reduce((a, b) => (away(b) > away(a) ? b : a));
      add(`${ward.name.toUpperCase()} GREEN SURGERY`, end, 0.4 + chance('size', n, 1), false);
    }
  });
  const campus = wards.find((ward) => ward.ltla.name.startsWith('Port Merrin')).blocks[0];
  add('MERRIN STUDENT HEALTH', campus, 1, true);
  return practices;
}

/** Sets `network` on every practice: 25 groups of near ones, whatever council or ICB they are in, and the students'. */
export function makeNetworks(practices) {
  const usual = practices.filter((practice) => !practice.student);
  const of = nearest(usual, spread(usual, 25));
  const groups = [...new Set(of)]
    .map((i) => usual.filter((_, j) => of[j] === i))
    .sort((a, b) => byCode(a[0], b[0]));
  groups.push(practices.filter((practice) => practice.student));
  return groups.map((group, i) => {
    const place = group[0].block.ward.name;
    const name = group[0].student ? 'MERRIN STUDENT PCN' : `${place.toUpperCase()} PCN`;
    const network = { code: `U990${String(i + 1).padStart(2, '0')}`, name, practices: group };
    for (const practice of group) practice.network = network;
    return network;
  });
}

/** Whole numbers in the proportion of the weights that add up to the total (largest remainders). */
function share(total, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  const rest = total - whole.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, rest)) whole[i]++;
  return whole;
}

/** Rows { lsoa, block, practice, patients } by block and practice; `block` is null across the national border. */
export function makeRegistrations(blocks, foreign, practices) {
  const rows = [];
  for (const place of [...blocks, ...foreign]) {
    const abroad = place.people === undefined;
    if (place.people === 0) continue;
    const total = abroad
      ? 20 + Math.floor(120 * chance('abroad', place.col, place.row))
      : Math.floor(place.people * (1.02 + 0.07 * chance('lists', place.col, place.row)));
    const drawn = practices.map((practice) => {
      if (practice.student) return place.letter === 'M' ? 0.12 : 0;
      const d = ((place.x - practice.x) ** 2 + (place.y - practice.y) ** 2) / 3;
      return practice.size / ((1 + d) * (1 + d));
    });
    const all = drawn.reduce((a, b) => a + b, 0);
    const near = practices.filter((_, i) => drawn[i] / all >= 0.03);
    const patients = share(
      total,
      near.map((practice) => drawn[practices.indexOf(practice)]),
    );
    if (place.mark === 'e') evenOut(near, patients);
    near.forEach((practice, i) => {
      rows.push({ lsoa: place.code, block: abroad ? null : place, practice, patients: patients[i] });
    });
  }
  return rows;
}

/** Gives the two largest networks of a block the same number of patients. */
function evenOut(near, patients) {
  const networks = [...new Set(near.map((practice) => practice.network))].sort(byCode);
  const sum = (network) =>
    near.reduce((n, practice, i) => n + (practice.network === network ? patients[i] : 0), 0);
  const [first, second] = networks.sort((a, b) => sum(b) - sum(a));
  patients[near.findIndex((practice) => practice.network === second)] += sum(first) - sum(second);
}

/** Rows { lsoa, block, network, patients } by block and network, from those by practice. */
export function byNetwork(registrations) {
  const sums = new Map();
  for (const { lsoa, block, practice, patients } of registrations) {
    const key = `${lsoa} ${practice.network.code}`;
    if (!sums.has(key)) sums.set(key, { lsoa, block, network: practice.network, patients: 0 });
    sums.get(key).patients += patients;
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/**
 * Sets `pcn` on every block: the network with most patients, the lower code where two have the same number, none
 * where nobody is registered. Returns the blocks where two had the same number.
 */
export function winNetworks(blocks, rows) {
  const ties = [];
  for (const block of blocks) block.pcn = { code: '', name: '' };
  const of = groupByBlock(rows);
  for (const block of blocks) {
    const mine = [...(of.get(block) ?? [])].sort(
      (a, b) => b.patients - a.patients || byCode(a.network, b.network),
    );
    if (mine.length === 0) continue;
    block.pcn = mine[0].network;
    if (mine[1]?.patients === mine[0].patients)
      ties.push({ block, networks: mine.slice(0, 2).map((row) => row.network) });
  }
  return ties;
}

function groupByBlock(rows) {
  const of = new Map();
  for (const row of rows) {
    if (!of.has(row.block)) of.set(row.block, []);
    of.get(row.block).push(row);
  }
  return of;
}
