/**
 * Groups of three layers and more, or of layers that overlap themselves: sums and differences of any multiples.
 *
 * Every atom is searched for exhaustively within a number of steps; where these do not suffice, groups of one atom are,
 * then of two and so on, so that it can be said up to how many atoms nothing was missed. What two of the layers alone
 * give is known beforehand and bounds the search.
 */
import { blocksOfSpace, type SpaceBlock } from './blocks-of-space.js';
import { isPartition, lightUnitsOf, weightOf, type Group, type Incidence } from './incidence.js';
import { searchBlock } from './search-block.js';
import { twoLayerGroups } from './two-layer-groups.js';

/** Steps of a run, shared between its atoms, and at most of an atom. */
export interface SearchEffort {
  readonly all: number;
  readonly atom: number;
}

const USUAL_EFFORT: SearchEffort = { all: 3_000_000, atom: 100_000 };
const LEAST_STEPS = 500;

/** The groups, and up to how many atoms none was missed: null where none was at all. */
export interface FoundGroups {
  readonly groups: readonly Group[];
  readonly completeTo: number | null;
}

/** For each atom that is in one, the smallest group found that holds it and no unit that it is in. */
export function manyLayerGroups(incidence: Incidence, effort: SearchEffort = USUAL_EFFORT): FoundGroups {
  const blocks = blocksOfSpace(incidence);
  const known = knownOfPairs(incidence);
  const count = blocks.reduce((sum, { atoms }) => sum + atoms.length, 0);
  const steps = Math.max(LEAST_STEPS, Math.min(effort.atom, Math.floor(effort.all / count)));
  const groups: Group[] = [];
  let completeTo = Infinity;
  for (const block of blocks) {
    for (const atom of block.atoms) {
      const found = searchAtom(incidence, block, atom, known.get(atom) ?? null, steps);
      completeTo = Math.min(completeTo, found.completeTo);
      if (found.atoms !== null) groups.push({ atoms: found.atoms, proved: found.completeTo === Infinity });
    }
  }
  return { groups, completeTo: completeTo === Infinity ? null : completeTo };
}

function searchAtom(
  incidence: Incidence,
  block: SpaceBlock,
  atom: number,
  known: readonly number[] | null,
  steps: number,
): { atoms: readonly number[] | null; completeTo: number } {
  const placeOf = new Map(block.atoms.map((each, place) => [each, place]));
  const asked = {
    column: placeOf.get(atom)!,
    weight: Float64Array.from(block.atoms, (each) => incidence.weight[each]!),
    // A unit that reaches beyond the block no group of it can hold.
    forbidden: lightUnitsOf(incidence, atom)
      .map((unit) => incidence.atomsOf[unit]!.map((each) => placeOf.get(each) ?? -1))
      .filter((columns) => columns.every((column) => column >= 0)),
    steps,
  };
  let best = known;
  const search = (mostColumns: number): boolean => {
    const below = best === null ? incidence.limit : weightOf(incidence, best);
    const { columns, finished } = searchBlock(block, { ...asked, below, mostColumns });
    if (columns !== null) best = columns.map((column) => block.atoms[column]!);
    return finished;
  };
  if (search(Infinity)) return { atoms: best, completeTo: Infinity };
  let completeTo = 0;
  while (completeTo < block.atoms.length && search(completeTo + 1)) completeTo++;
  return { atoms: best, completeTo: completeTo < block.atoms.length ? completeTo : Infinity };
}

/** For each atom the smallest group that two of the layers give by themselves. */
function knownOfPairs(incidence: Incidence): Map<number, number[]> {
  const best = new Map<number, number[]>();
  const layers = Math.max(...incidence.layerOf) + 1;
  if (layers < 3 || !isPartition(incidence)) return best;
  for (let a = 0; a < layers; a++) {
    for (let b = a + 1; b < layers; b++) {
      const { pair, atomsOfPair } = ofTwoLayers(incidence, a, b);
      for (const { atoms } of twoLayerGroups(pair)) {
        const group = atoms.flatMap((atom) => atomsOfPair[atom]!).sort((p, q) => p - q);
        for (const atom of group) {
          const rival = best.get(atom);
          if (rival !== undefined && weightOf(incidence, rival) <= weightOf(incidence, group)) continue;
          if (!holdsUnitOf(incidence, group, atom)) best.set(atom, group);
        }
      }
    }
  }
  return best;
}

/** Whether a group holds all atoms of a unit that an atom is in. */
function holdsUnitOf(incidence: Incidence, group: readonly number[], atom: number): boolean {
  const held = new Set(group);
  return incidence.atoms[atom]!.some((unit) => incidence.atomsOf[unit]!.every((each) => held.has(each)));
}

/** Two of the layers alone: atoms that they do not tell apart are one; those in neither are left out. */
function ofTwoLayers(
  { layerOf, atoms, weight, limit }: Incidence,
  a: number,
  b: number,
): { pair: Incidence; atomsOfPair: number[][] } {
  const found = new Map<string, { units: number[]; atoms: number[] }>();
  const numbers = layerOf.map((layer) => (layer === a ? 0 : layer === b ? 1 : -1));
  atoms.forEach((all, atom) => {
    const units = all.filter((unit) => numbers[unit]! >= 0);
    if (units.length === 0) return;
    const key = units.join(' ');
    const same = found.get(key);
    if (same === undefined) found.set(key, { units, atoms: [atom] });
    else same.atoms.push(atom);
  });
  const together = [...found.values()];
  const atomsOf: number[][] = layerOf.map(() => []);
  together.forEach(({ units }, atom) => units.forEach((unit) => atomsOf[unit]!.push(atom)));
  return {
    pair: {
      layerOf: numbers,
      atoms: together.map(({ units }) => units),
      weight: together.map((each) => each.atoms.reduce((sum, atom) => sum + weight[atom]!, 0)),
      limit,
      atomsOf,
    },
    atomsOfPair: together.map((each) => each.atoms),
  };
}
