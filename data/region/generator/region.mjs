/**
 * The whole region in one value: the mesh, the blocks with all their units, wards, neighbourhoods, practices.
 *
 * It also insists on what the README promises: which neighbourhoods are out of the ordinary, which blocks nobody
 * lives in, that one block alone has two networks with the same number of patients.
 */
import { makeBlocks } from './blocks.mjs';
import { parts } from './divide.mjs';
import { buildMesh } from './mesh.mjs';
import { neighbourhoodOfMark } from './names.mjs';
import { makeCommittees, makeNeighbourhoods, makeWards } from './places.mjs';
import { byNetwork, makeNetworks, makePractices, makeRegistrations, winNetworks } from './registrations.mjs';

/** Builds everything from the drawn map; always the same. */
export function buildRegion() {
  const mesh = buildMesh();
  const blocks = makeBlocks(mesh);
  const wards = makeWards(blocks);
  const committees = makeCommittees(wards);
  const neighbourhoods = makeNeighbourhoods(blocks, wards, neighbourhoodOfMark);
  const foreshore = mesh.cells.filter((cell) => cell.letter === '~');
  const foreign = mesh.cells
    .filter((cell) => cell.letter === '#')
    .map((cell, i) => ({
      ...cell,
      code: `W01${900001 + i}`,
      x: cell.col + (cell.row & 1) / 2,
      y: cell.row * 0.87,
    }));
  const practices = makePractices(wards);
  const networks = makeNetworks(practices);
  const registrations = makeRegistrations(blocks, foreign, practices);
  const networkRows = byNetwork(registrations);
  const ties = winNetworks(blocks, networkRows);
  const region = { mesh, blocks, wards, committees, neighbourhoods, foreshore, foreign, practices, networks };
  Object.assign(region, { registrations, networkRows, ties });
  assertAsPromised(region);
  return region;
}

function assertAsPromised({ blocks, neighbourhoods, ties, networks }) {
  const insist = (holds, what) => {
    if (!holds) throw new Error(`the map no longer shows what the README promises: ${what}`);
  };
  const codes = (list) => list.map((each) => each.code).join(' ');
  const inParts = neighbourhoods.filter((each) => parts(each.blocks).length > 1);
  const across = neighbourhoods.filter((each) => new Set(each.blocks.map((block) => block.ltla)).size > 1);
  insist(codes(inParts) === neighbourhoodOfMark.s, `neighbourhoods in parts ${codes(inParts)}`);
  insist(codes(across) === neighbourhoodOfMark.y, `neighbourhoods across councils ${codes(across)}`);
  const covers = (block) => neighbourhoods.filter((each) => each.blocks.includes(block)).length;
  for (const block of blocks) {
    const wanted = block.mark === 'n' ? 0 : block.mark === 'w' ? 2 : 1;
    insist(covers(block) === wanted, `block ${block.code} in ${covers(block)} neighbourhoods`);
    insist((block.people === 0) === 'xz'.includes(block.mark.trim() || '-'), `people of ${block.code}`);
    insist((block.pcn.code === '') === (block.people === 0), `network of ${block.code}`);
  }
  for (const mark of 'nw')
    insist(parts(blocks.filter((block) => block.mark === mark)).length === 1, `one ${mark}`);
  insist(ties.length === 1 && ties[0].block.mark === 'e', `ties in ${ties.map((tie) => tie.block.code)}`);
  const winners = networks.filter((network) => blocks.some((block) => block.pcn === network));
  insist(winners.length === networks.length - 1, 'one network wins nothing');
  const shared = new Set(blocks.filter((block) => block.mark === 'o').map((block) => block.letter));
  insist([...shared].sort().join('') === 'fg', 'two councils shared');
}
