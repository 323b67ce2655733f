/**
 * Columns that tables of many reports share: codes and names of units, people of a measure, how they were counted.
 */
import { unitWord } from '../layer/unit-words.js';
import { NO_UNIT } from '../arrangement/labels.js';
import type { Layer } from '../layer/layer.js';
import type { ColumnOf } from '../result/make-table.js';
import type { About, Cell } from '../result/table.js';
import type { Doubt } from './pairs/doubts.js';
import type { PlacedMeasure } from './pairs/pairs-of-layers.js';
import { spaced } from '../trouble/count-text.js';

/** Code and name of the unit of a layer that `unitOf` finds for a row; blank for none. `word` is for the layer's units. */
export const unitColumns = <Row>(
  layer: Layer,
  word: string,
  unitOf: (row: Row) => number,
): ColumnOf<Row>[] => [
  {
    heading: `${layer.id}_code`,
    title: `${word} code`,
    kind: 'code',
    description: `Code of the ${unitWord(layer, 1)} (${layer.codeField})`,
    about: { layer: layer.id, role: 'unit' },
    value: (row) => codeOf(layer, unitOf(row)),
  },
  {
    heading: `${layer.id}_name`,
    title: word,
    kind: 'name',
    description: `Name of the ${unitWord(layer, 1)}`,
    about: { layer: layer.id, role: 'unit' },
    value: (row) => nameOf(layer, unitOf(row)),
  },
];

/** Code of a unit; null for none. */
export const codeOf = (layer: Layer, unit: number): string | null =>
  unit === NO_UNIT ? null : layer.codes[unit]!;

/** Name of a unit; null for none. */
export const nameOf = (layer: Layer, unit: number): string | null =>
  unit === NO_UNIT ? null : layer.names[unit]!;

/** Codes of some units, joined by semicolons. */
export const codesOf = (layer: Layer, units: readonly number[]): string =>
  units.map((unit) => layer.codes[unit]!).join(';');

/** The name of a measure in words. */
export const measureWord = ({ name }: { readonly name: string }): string => spaced(name);

/** A column of people with the decimals that the placing of the measure deserves. */
export const peopleColumn = <Row>(
  measure: Pick<PlacedMeasure, 'name' | 'decimals'>,
  heading: string,
  title: string,
  about: About,
  description: string,
  value: (row: Row) => Cell,
): ColumnOf<Row> => ({
  heading,
  title,
  kind: 'people',
  decimals: measure.decimals,
  description,
  about: { ...about, measure: measure.name },
  value,
});

/** The people that a row speaks of, under the name of the measure itself. */
export const amountColumn = <Row>(
  measure: Pick<PlacedMeasure, 'name' | 'decimals'>,
  description: string,
  value: (row: Row) => Cell,
): ColumnOf<Row> =>
  peopleColumn(measure, measure.name, measureWord(measure), { role: 'amount' }, description, value);

/** What was counted, and how it was placed; `methodOf` where that differs from row to row. */
export const basisAndMethod = <Row>(
  measure: Pick<PlacedMeasure, 'name' | 'basis' | 'method'>,
  methodOf: (row: Row) => string = () => measure.method,
): ColumnOf<Row>[] => [
  {
    heading: `${measure.name}_basis`,
    title: `${measureWord(measure)} basis`,
    kind: 'text',
    description: 'What was counted, and when',
    about: { measure: measure.name, role: 'basis' },
    value: () => measure.basis,
  },
  {
    heading: `${measure.name}_method`,
    title: `${measureWord(measure)} method`,
    kind: 'text',
    description: 'How people were placed',
    about: { measure: measure.name, role: 'method' },
    value: methodOf,
  },
];

/** Whether a row hangs on a tolerance that no one stated, and how it is judged; blank where it does not. */
export const inDoubtColumn = <Row>(value: (row: Row) => Doubt | undefined): ColumnOf<Row> => ({
  heading: 'in_doubt',
  title: 'in doubt',
  kind: 'text',
  description:
    'Where half of a measured tolerance, or twice it, would judge otherwise: counted or set aside, as it is judged, or relation, where only that would be another',
  value: (row) => value(row) ?? null,
});

/** How many blocks a figure rests on. */
export const blocksColumn = <Row>(
  measure: Pick<PlacedMeasure, 'name'>,
  value: (row: Row) => Cell,
): ColumnOf<Row> => ({
  heading: `${measure.name}_blocks`,
  title: `${measureWord(measure)} blocks`,
  kind: 'count',
  description: 'Small areas (blocks) that the figure rests on',
  about: { measure: measure.name, role: 'blocks' },
  value,
});
