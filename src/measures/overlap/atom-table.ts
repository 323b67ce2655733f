/**
 * The table of three or more layers: one row an atom, all land that carries one and the same label in every layer.
 *
 * An atom is a sliver where any two of its units only touch in slivers. Where a layer covers land twice, the atom
 * names both units, separated by a semicolon, so that no land is counted in two rows.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Cell, Column, Table } from '../result.js';
import { hectares } from '../units-of-measure.js';
import { codeAndName, type RowWishes } from './overlap-table.js';

/** Atoms of an arrangement: distinct labels, their land, and which faces they are made of. */
export interface Atoms {
  /** Set number of each layer for each atom: atom t has sets[t * layers] to sets[t * layers + layers - 1]. */
  readonly sets: Int32Array;
  readonly layers: number;
  readonly count: number;
  /** Square metres. */
  readonly area: Float64Array;
  /** Atom of each face; -1 for faces that no layer covers. */
  readonly ofFace: Int32Array;
}

/** Groups faces by their labels in the given layers. */
export function findAtoms(arrangement: Arrangement, layers: readonly number[]): Atoms {
  const labels = layers.map((layer) => arrangement.labels[layer]!.ofFace);
  const faces = arrangement.area.length;
  const numbers = new Map<string, number>();
  const ofFace = new Int32Array(faces).fill(-1);
  const sets: number[] = [];
  for (let face = 1; face < faces; face++) {
    if (labels.every((ofLayer) => ofLayer[face] === NO_UNIT)) continue;
    const key = labels.map((ofLayer) => ofLayer[face]!).join(' ');
    let atom = numbers.get(key);
    if (atom === undefined) {
      atom = numbers.size;
      numbers.set(key, atom);
      for (const ofLayer of labels) sets.push(ofLayer[face]!);
    }
    ofFace[face] = atom;
  }
  const area = new ExactSums(numbers.size);
  for (let face = 1; face < faces; face++)
    if (ofFace[face]! >= 0) area.add(ofFace[face]!, arrangement.area[face]!);
  return {
    sets: Int32Array.from(sets),
    layers: layers.length,
    count: numbers.size,
    area: area.values(),
    ofFace,
  };
}

/** People of one measure on every atom. */
export interface AtomMeasure {
  readonly name: string;
  readonly basis: string;
  readonly method: string;
  readonly decimals: number;
  readonly people: Float64Array;
}

/** Whether two units, of layers i and j (positions in the table), have a material pair. */
export type AreMaterial = (i: number, unitI: number, j: number, unitJ: number) => boolean;

/** The atom table. Atoms that only one layer of all covers are left out unless the wishes include the outside. */
export function atomTable(
  layers: readonly Layer[],
  members: (layer: number, set: number) => readonly number[],
  atoms: Atoms,
  areMaterial: AreMaterial,
  measures: readonly AtomMeasure[],
  wishes: RowWishes,
): Table {
  const rows: { key: string; cells: Cell[] }[] = [];
  for (let atom = 0; atom < atoms.count; atom++) {
    const units = layers.map((_, l) => members(l, atoms.sets[atom * atoms.layers + l]!));
    const sliver = isSliver(units, areMaterial);
    if (sliver && !wishes.includeSlivers) continue;
    if (!wishes.includeOutside && units.filter((list) => list.length > 0).length < 2) continue;
    const join = (l: number, texts: readonly string[]): string | null =>
      units[l]!.length === 0 ? null : units[l]!.map((unit) => texts[unit]!).join(';');
    const codes = layers.map((layer, l) => join(l, layer.codes));
    rows.push({
      key: codes.map((code) => code ?? '\uffff').join('\u0000'),
      cells: [
        ...layers.flatMap((layer, l) => [codes[l]!, join(l, layer.names)]),
        hectares(atoms.area[atom]!),
        ...measures.flatMap((measure) => [measure.people[atom]!, measure.basis, measure.method]),
        sliver,
      ],
    });
  }
  rows.sort((p, q) => (p.key < q.key ? -1 : p.key > q.key ? 1 : 0));
  return {
    name: 'overlap',
    caption: 'One row for each combination of units, one of each layer, that share land.',
    columns: atomColumns(layers, measures),
    rows: rows.map((row) => row.cells),
  };
}

function isSliver(units: readonly (readonly number[])[], areMaterial: AreMaterial): boolean {
  for (let i = 0; i < units.length; i++) {
    for (let j = i + 1; j < units.length; j++) {
      if (units[i]!.some((p) => units[j]!.some((q) => !areMaterial(i, p, j, q)))) return true;
    }
  }
  return false;
}

/** Columns of the atom table. */
export function atomColumns(
  layers: readonly Layer[],
  measures: readonly Pick<AtomMeasure, 'name' | 'basis' | 'method' | 'decimals'>[],
): Column[] {
  return [
    ...layers.flatMap(codeAndName),
    {
      heading: 'area_ha',
      kind: 'hectares',
      decimals: 2,
      description: 'Hectares that all the units of the row share',
    },
    ...measures.flatMap((measure): Column[] => [
      {
        heading: measure.name,
        kind: 'people',
        decimals: measure.decimals,
        description: `People: ${measure.basis}`,
      },
      {
        heading: `${measure.name}_basis`,
        kind: 'text',
        decimals: null,
        description: 'What was counted, and when',
      },
      {
        heading: `${measure.name}_method`,
        kind: 'text',
        decimals: null,
        description: 'How people were placed',
      },
    ]),
    {
      heading: 'sliver',
      kind: 'flag',
      decimals: null,
      description: 'true where two of the units only touch in slivers',
    },
  ];
}
