/**
 * Neighbourhoods from blocks.
 *
 *     blocks ──► which parent, which kept units ──► who borders on whom ──► each parent by itself ──► groups, numbered
 *
 * What is found for a parent depends on its own blocks, the seed and its code alone, so it is the same whichever other
 * parents are asked for.
 */
import { piecesOf, blockGraph, type BlockBorder } from './block-graph.js';
import type { Layer } from '../../layer/layer.js';
import type { Measure } from '../../layer/people.js';
import { InputError } from '../../trouble/input-error.js';
import { groupedLand } from '../land/grouped-land.js';
import { pickUnits } from '../land/pick-units.js';
import { placeBlocks } from '../land/place-blocks.js';
import type { Built, BuiltParent, Neighbourhood, NeighbourhoodWishes } from './built.js';
import { landOfBlocks, perimetersOf, type LandOfBlocks } from './land-of-blocks.js';
import { cornersOnPlane, linkParts, type CornersOf } from './link-parts.js';
import type { Problem } from './problem.js';
import { seededRandom } from './random.js';
import { solveParent } from './solve-parent.js';

/** Builds them. Throws InputError where no block lies in a unit that is asked for. `step` is told of each parent. */
export function buildNeighbourhoods(wishes: NeighbourhoodWishes, step: (text: string) => void): Built {
  const { within, only, planar, measure } = wishes;
  const parentOfAll = placeBlocks(wishes.blocks.codes, wishes.blocks, within, only, planar);
  const takesPart = (block: number): boolean =>
    parentOfAll[block]! >= 0 && (only === null || only.has(parentOfAll[block]!));
  const blocks = pickUnits(wishes.blocks, takesPart);
  if (blocks.codes.length === 0) throw noBlocks(within);
  const parentOf = parentOfAll.filter((_, block) => takesPart(block));
  step('finding which blocks border on which');
  const land = landOfBlocks(blocks, planar);
  const keptOf = wishes.kept.map((layer) => placeBlocks(blocks.codes, blocks, layer, null, planar));
  const { people, uncounted } = peopleOf(blocks, measure);
  const corners = lazily(() => cornersOnPlane(land.arrangement, planar));
  const blocksOf = new Map<number, number[]>();
  parentOf.forEach((unit, block) => {
    const own = blocksOf.get(unit);
    if (own === undefined) blocksOf.set(unit, [block]);
    else own.push(block);
  });
  const bordersOf = bordersByParent(land, parentOf);
  const units = [...blocksOf.keys()].sort((p, q) => p - q);
  const parents: BuiltParent[] = [];
  const neighbourhoods: Neighbourhood[] = [];
  const neighbourhoodOf = new Int32Array(blocks.codes.length).fill(-1);
  for (const [i, unit] of units.entries()) {
    const name = within.names[unit]!;
    step(`building neighbourhoods of ${name} (${i + 1} of ${units.length})`);
    const own = blocksOf.get(unit)!;
    const { problem, links } = problemOf(own, bordersOf.get(unit) ?? [], { people, keptOf, wishes, corners });
    const random = seededRandom(wishes.seed, within.codes[unit]!);
    const solution = solveParent(problem, { effort: wishes.effort, random });
    const parent: BuiltParent = { unit, blocks: own, problem, solution, links, first: neighbourhoods.length };
    own.forEach((block, b) => (neighbourhoodOf[block] = parent.first + solution.group[b]!));
    parents.push(parent);
    neighbourhoods.push(...neighbourhoodsOf(parent, within, people));
  }
  const here = new Set(blocks.codes);
  const perimeters = perimetersOf(land, neighbourhoodOf, neighbourhoods.length);
  return {
    wishes,
    blocks,
    land,
    people,
    keptOf,
    parents,
    neighbourhoodOf,
    neighbourhoods: neighbourhoods.map((each, n) => ({ ...each, perimeter: perimeters[n]! })),
    grouped: groupedLand(land.arrangement, (block) => neighbourhoodOf[block]!, neighbourhoods.length),
    peopleElsewhere: peopleIn(measure, (code) => !here.has(code)),
    blocksElsewhere: parentOfAll.reduce((sum, unit) => sum + (unit < 0 ? 1 : 0), 0),
    blocksUncounted: uncounted,
  };
}

function peopleOf(blocks: Layer, measure: Measure): { people: Float64Array; uncounted: string[] } {
  const at = new Map(measure.blocks.map((code, index) => [code, index]));
  const uncounted = blocks.codes.filter((code) => !at.has(code));
  const people = Float64Array.from(blocks.codes, (code) => {
    const index = at.get(code);
    return index === undefined ? 0 : measure.values[index]!;
  });
  return { people, uncounted };
}

/** People of a measure in blocks that a test picks. */
const peopleIn = (measure: Measure, isPicked: (code: string) => boolean): number =>
  measure.blocks.reduce((sum, code, index) => (isPicked(code) ? sum + measure.values[index]! : sum), 0);

/** Borders between blocks of one parent. */
function bordersByParent({ borders }: LandOfBlocks, parentOf: Int32Array): Map<number, BlockBorder[]> {
  const found = new Map<number, BlockBorder[]>();
  for (const border of borders) {
    const unit = parentOf[border.a]!;
    if (parentOf[border.b] !== unit) continue;
    const own = found.get(unit);
    if (own === undefined) found.set(unit, [border]);
    else own.push(border);
  }
  return found;
}

interface Given {
  readonly people: Float64Array;
  readonly keptOf: readonly Int32Array[];
  readonly wishes: NeighbourhoodWishes;
  readonly corners: () => CornersOf;
}

/** The question of one parent, its blocks numbered by themselves, with links between parts of its land. */
function problemOf(
  blocks: readonly number[],
  borders: readonly BlockBorder[],
  { people, keptOf, wishes, corners }: Given,
): { readonly problem: Problem; readonly links: BuiltParent['links'] } {
  const { low, high, number } = wishes;
  const numberOf = new Map(blocks.map((block, i) => [block, i]));
  const own = borders.map(({ a, b, metres }) => ({ a: numberOf.get(a)!, b: numberOf.get(b)!, metres }));
  const inBlocks = Float64Array.from(blocks, (block) => people[block]!);
  const isOne = piecesOf(blockGraph(inBlocks, own), new Int32Array(blocks.length)).count === 1;
  const links = isOne ? [] : linkParts(inBlocks, own, low, (block) => corners()(blocks[block]!));
  const graph = blockGraph(inBlocks, [...own, ...links.map(({ a, b }) => ({ a, b, metres: 0 }))]);
  return {
    problem: { graph, kept: keptOf.map((unitOf) => renumbered(blocks, unitOf)), low, high, number },
    links: links.map(({ a, b, distance }) => ({ a: blocks[a]!, b: blocks[b]!, distance })),
  };
}

/** Units of some blocks from 0 on; a block in none is a unit of its own. */
function renumbered(blocks: readonly number[], unitOf: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(blocks, (block) => {
    const unit = unitOf[block]! < 0 ? -1 - block : unitOf[block]!;
    if (!numbers.has(unit)) numbers.set(unit, numbers.size);
    return numbers.get(unit)!;
  });
}

function neighbourhoodsOf(parent: BuiltParent, within: Layer, people: Float64Array): Neighbourhood[] {
  const { solution, unit, blocks } = parent;
  const digits = String(solution.groups).length;
  return Array.from({ length: solution.groups }, (_, group) => {
    const own = blocks.filter((_, b) => solution.group[b] === group);
    return {
      code: `${within.codes[unit]!}-${String(group + 1).padStart(digits, '0')}`,
      name: solution.groups === 1 ? within.names[unit]! : `${within.names[unit]!} ${group + 1}`,
      parent,
      blocks: own,
      people: own.reduce((sum, block) => sum + people[block]!, 0),
      perimeter: 0,
    };
  });
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const noBlocks = (within: Layer): InputError =>
  new InputError({
    id: 'no-blocks-within',
    unit: within.id,
    message: 'none of the blocks lies in a unit that is asked for',
    hint: 'Check that --blocks covers --within, and that a lookup has the codes of these blocks',
  });
