/**
 * Layers below the council: wards out of blocks, area committees and neighbourhoods out of wards, and the blocks
 * that neighbourhoods treat in a way of their own (the marks n, w, s and y of the map).
 */
import { divide, parts } from './divide.mjs';
import { councils, wardName } from './names.mjs';

const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const two = (n) => String(n).padStart(2, '0');

/** Sets `ward` on every block: about ten blocks each, inside one council; the islands are one ward. */
export function makeWards(blocks) {
  const wards = [];
  const add = (members) => {
    const n = wards.length;
    const name = members.some((block) => block.island) ? 'Gannet Isles' : wardName(n);
    const ward = { code: `E05${900001 + n}`, name, blocks: [...members].sort(byCode), ltla: members[0].ltla };
    for (const block of members) block.ward = ward;
    wards.push(ward);
  };
  for (const letter of Object.keys(councils)) {
    const [mainland, ...islands] = parts(blocks.filter((block) => block.letter === letter)).sort(
      (a, b) => b.length - a.length,
    );
    for (const island of islands) for (const block of island) block.island = island;
    const groups = divide(mainland, Math.max(2, Math.round(mainland.length / 10)));
    groups.sort((a, b) => byCode(first(a), first(b)));
    groups.forEach(add);
    if (islands.length > 0) add(islands.flat());
  }
  for (const ward of wards) {
    ward.x = mean(ward.blocks, 'x');
    ward.y = mean(ward.blocks, 'y');
    ward.weight = ward.blocks.reduce((sum, block) => sum + block.people, 0);
    ward.next = [...new Set(ward.blocks.flatMap((block) => block.next.map((beside) => beside.ward)))].filter(
      (beside) => beside !== ward,
    );
  }
  return wards;
}

const first = (blocks) => [...blocks].sort(byCode)[0];
const mean = (places, axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;

/** Wards of one council that are not the islands. */
const mainlandWards = (wards, letter) =>
  wards.filter((ward) => ward.ltla === councils[letter] && !ward.blocks[0].island);

/** Sets `committee` on every ward: two or more wards of one council; the islands go with the ward nearest to them. */
export function makeCommittees(wards) {
  const committees = [];
  for (const letter of Object.keys(councils)) {
    const mine = mainlandWards(wards, letter);
    const groups = divide(mine, Math.max(1, Math.round(mine.length / 2)));
    groups.sort((a, b) => byCode(first(a), first(b)));
    for (const group of groups) {
      const name = `${councils[letter].name} ${group.length === mine.length ? '' : first(group).name} Area Committee`;
      const committee = {
        code: `AC${two(committees.length + 1)}`,
        name: name.replace('  ', ' '),
        ltla: councils[letter],
      };
      for (const ward of group) ward.committee = committee;
      committees.push(committee);
    }
    for (const ward of wards) {
      if (ward.ltla !== councils[letter] || ward.committee) continue;
      const away = (other) => (other.x - ward.x) ** 2 + (other.y - ward.y) ** 2;
      ward.committee = mine.reduce((best, other) => (away(other) < away(best) ? other : best)).committee;
    }
  }
  return committees;
}

/**
 * The neighbourhoods { code, name, blocks, ltla }: wards of one council, 25,000 to 50,000 people as a rule; each
 * island by itself. `exceptions` names the neighbourhood that the blocks marked w, s or y belong to (w as well as
 * their own, s and y instead of it); blocks marked n belong to none.
 */
export function makeNeighbourhoods(blocks, wards, exceptions) {
  const found = [];
  const add = (name, members, ltla) =>
    found.push({ code: `NH${two(found.length + 1)}`, name, blocks: new Set(members), ltla });
  for (const letter of Object.keys(councils)) {
    const mine = mainlandWards(wards, letter);
    const people = mine.reduce((sum, ward) => sum + ward.weight, 0);
    const groups = divide(mine, Math.max(1, Math.round(people / 38000)));
    groups.sort((a, b) => byCode(first(a), first(b)));
    for (const group of groups) {
      const names = [...group].sort((a, b) => b.weight - a.weight || byCode(a, b)).map((ward) => ward.name);
      add(
        names.slice(0, 2).join(' and '),
        group.flatMap((ward) => ward.blocks),
        councils[letter],
      );
    }
    const isles = [
      ...new Set(blocks.filter((block) => block.letter === letter).map((block) => block.island)),
    ];
    for (const isle of isles.filter((island) => island !== undefined)) {
      add(isle.length > 1 ? 'Great Gannet' : 'Scarrock', isle, councils[letter]);
    }
  }
  const named = (code) => found.find((neighbourhood) => neighbourhood.code === code);
  for (const block of blocks) {
    if ('nsy'.includes(block.mark) && block.mark !== ' ') for (const each of found) each.blocks.delete(block);
    if (block.mark in exceptions) named(exceptions[block.mark]).blocks.add(block);
  }
  return found.map((each) => ({ ...each, blocks: [...each.blocks].sort(byCode) }));
}
