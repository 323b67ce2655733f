/**
 * Groups with all there is to tell of them: how they are worked out, who and what land they are.
 */
import type { Layer } from '../../layer/layer.js';
import { shortWords } from '../../layer/unit-words.js';
import { roundNumber } from '../../result/format-number.js';
import { compareCodes } from '../../trouble/order.js';
import type { FoundGroups } from './many-layer-groups.js';
import { findGroups } from './find-groups.js';
import { isLightUnit, makeIncidence } from './incidence.js';
import type { PopulatedAtom, PopulatedAtoms } from './populated-atoms.js';
import { writeSubtraction } from './write-subtraction.js';
import { subtractionOf, type Subtraction } from './subtraction.js';

/** A group. */
export interface ToldGroup {
  /** Ids of the layers that it is worked out from. */
  readonly layers: readonly string[];
  readonly subtraction: Subtraction;
  /** The same in codes. */
  readonly text: string;
  readonly atoms: readonly PopulatedAtom[];
  /** People of each measure. */
  readonly people: readonly number[];
  /** Square metres; null where no shapes were read. */
  readonly area: number | null;
  /** Whether it is proved that no smaller group holds some of its people. */
  readonly proved: boolean;
}

export interface ToldGroups {
  /** Fewest people first, or in the order of their texts where counts are withheld, which tells nothing of their size. */
  readonly groups: readonly ToldGroup[];
  readonly completeTo: FoundGroups['completeTo'];
  /** Units of any layer that have fewer people themselves. */
  readonly smallUnits: number;
  /** Name of a unit by its number through all layers, with the layer where the name is not enough. */
  readonly nameOf: (unit: number) => string;
}

/** All groups of fewer than so many people, by the first measure; `withheld` where counts are not to be shown. */
export function toldGroups(
  layers: readonly Layer[],
  { atoms, measures }: PopulatedAtoms,
  under: number,
  withheld: boolean,
): ToldGroups {
  const offsets = layers.map((_, l) => layers.slice(0, l).reduce((sum, { codes }) => sum + codes.length, 0));
  const units = layers.flatMap(({ codes }, layer) => codes.map((_, unit) => ({ layer, unit })));
  const scale = 10 ** measures[0]!.decimals;
  const incidence = makeIncidence(
    units.map(({ layer }) => layer),
    atoms.map((atom) => atom.units.flatMap((list, l) => list.map((unit) => offsets[l]! + unit))),
    atoms.map(({ people }) => Math.round(people[0]! * scale)),
    Math.ceil(under * scale),
  );
  const { groups, completeTo } = findGroups(incidence);
  const { codeOf, nameOf } = wordsOf(layers, units);
  const told = groups.map((group): ToldGroup => {
    const subtraction = subtractionOf(incidence, group.atoms);
    const held = group.atoms.map((atom) => atoms[atom]!);
    const used = new Set(subtraction.terms.map(({ unit }) => units[unit]!.layer));
    return {
      layers: layers.flatMap(({ id }, l) => (used.has(l) ? [id] : [])),
      subtraction,
      text: writeSubtraction(subtraction, codeOf),
      atoms: held,
      people: measures.map(({ decimals }, m) =>
        roundNumber(
          held.reduce((sum, { people }) => sum + people[m]!, 0),
          decimals,
        ),
      ),
      area: held.some(({ area }) => area === null) ? null : held.reduce((sum, { area }) => sum + area!, 0),
      proved: group.proved,
    };
  });
  const size = (group: ToldGroup): number => (withheld ? 0 : group.people[0]!);
  return {
    groups: told.sort((p, q) => size(p) - size(q) || compareCodes(p.text, q.text)),
    completeTo,
    smallUnits: units.filter((_, unit) => isLightUnit(incidence, unit)).length,
    nameOf,
  };
}

/** Codes and names of units, with their layer where another layer has the same. */
function wordsOf(
  layers: readonly Layer[],
  units: readonly { readonly layer: number; readonly unit: number }[],
): { codeOf: (unit: number) => string; nameOf: (unit: number) => string } {
  const repeated = (textsOf: (layer: Layer) => readonly string[]): Set<string> => {
    const distinct = layers.flatMap((layer) => [...new Set(textsOf(layer))]);
    const seen = new Set<string>();
    return new Set(distinct.filter((text) => seen.has(text) || !seen.add(text)));
  };
  const [codes, names] = [repeated((layer) => layer.codes), repeated((layer) => layer.names)];
  const word = shortWords(layers);
  return {
    codeOf: (number) => {
      const { layer, unit } = units[number]!;
      const code = layers[layer]!.codes[unit]!;
      // Codes of one layer among those of another would not say which is meant.
      return codes.size > 0 ? `${layers[layer]!.id}:${code}` : code;
    },
    nameOf: (number) => {
      const { layer, unit } = units[number]!;
      const name = layers[layer]!.names[unit]!;
      return names.has(name) ? `${name} (${word(layers[layer]!.id)})` : name;
    },
  };
}
