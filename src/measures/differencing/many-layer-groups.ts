/**
 * Groups of three layers and more, or of layers that overlap themselves: sums and differences of any multiples.
 *
 * Every atom is searched for exhaustively within a number of steps; where these do not suffice, groups of one atom are,
 * then of two and so on, so that it can be said up to how many atoms nothing was missed. Units, and what two of the layers
 * alone give, are known beforehand and bound the search.
 */
import { blocksOfSpace, type SpaceBlock } from './blocks-of-space.js';
import { isLightUnit, isPartition, layerCount, weightOf, type Group, type Incidence } from './incidence.js';
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

/** For each atom that is in one, the smallest group found that holds it. */
export function manyLayerGroups(incidence: Incidence, effort: SearchEffort = USUAL_EFFORT): FoundGroups {
  const blocks = blocksOfSpace(incidence);
  const known = knownBeforehand(incidence);
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

/** For each atom the smallest group that a unit is, or that two of the layers give by themselves. */
function knownBeforehand(incidence: Incidence): Map<number, readonly number[]> {
  const best = new Map<number, readonly number[]>();
  const offer = (group: readonly number[]): void => {
    for (const atom of group) {
      const rival = best.get(atom);
      if (rival === undefined || weightOf(incidence, group) < weightOf(incidence, rival))
        best.set(atom, group);
    }
  };
  incidence.atomsOf.forEach((atoms, unit) => {
    if (isLightUnit(incidence, unit)) offer(atoms);
  });
  if (!isPartition(incidence)) return best;
  const layers = layerCount(incidence);
  for (let a = 0; a < layers; a++) {
    for (let b = a + 1; b < layers; b++) {
      const { pair, atomsOfPair } = ofTwoLayers(incidence, a, b);
      for (const { atoms } of twoLayerGroups(pair))
        offer(atoms.flatMap((atom) => atomsOfPair[atom]!).sort((p, q) => p - q));
    }
  }
  return best;
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
