/**
 * A place that is no more: a council, board or CCG of an earlier year, answered by what its area is in now.
 *
 *     Harrogate (council, 2021)   ──►  North Yorkshire: all of its people, 26 % of those there
 */
import type { Layer } from '../../layer/layer.js';
import type { Measure } from '../../layer/people.js';
import { unitOfBlocks } from '../../layer/membership.js';
import { unitsCalled, type Place } from '../../layer/units-called.js';

/** A layer of an earlier year and the one that has its place. */
export interface Succession {
  readonly past: Layer;
  readonly now: Layer;
  /** People of the blocks of both. */
  readonly people: Measure;
}

export interface OldPlace {
  readonly was: Place<Layer>;
  /** Where its people are now, most first. */
  readonly successors: readonly { readonly place: Place<Layer>; readonly people: number }[];
}

/** The units of earlier years that a word is the code or the name of, with what became of each; those of the latest year first. */
export function oldPlaces(successions: readonly Succession[], word: string): OldPlace[] {
  return successions.flatMap(({ past, now, people }) => {
    const { by, places } = unitsCalled([past]).find(word);
    return by === 'code' || by === 'name'
      ? places.map((was) => ({ was, successors: successorsOf(was, now, people) }))
      : [];
  });
}

function successorsOf({ layer, unit }: Place<Layer>, now: Layer, people: Measure): OldPlace['successors'] {
  const [of, is] = [unitOfBlocks(layer.membership!), unitOfBlocks(now.membership!)];
  const values = new Map(people.blocks.map((block, b) => [block, people.values[b]!]));
  const at = new Map(now.membership!.blocks.map((block, b) => [block, b]));
  const sums = new Map<number, number>();
  layer.membership!.blocks.forEach((block, b) => {
    const successor = is[at.get(block) ?? -1] ?? -1;
    if (of[b] === unit && successor >= 0)
      sums.set(successor, (sums.get(successor) ?? 0) + (values.get(block) ?? 0));
  });
  return [...sums]
    .map(([successor, count]) => ({ place: { layer: now, unit: successor }, people: count }))
    .sort((p, q) => q.people - p.people || p.place.unit - q.place.unit);
}
