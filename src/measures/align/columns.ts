/**
 * Columns that several tables of the align report share.
 */
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { Column, ColumnKind } from '../../result/table.js';

const decimalsOf: Partial<Record<ColumnKind, number>> = {
  count: 0,
  hectares: 2,
  percent: 4,
  metres: 1,
  kilometres: 3,
  share: 6,
  degrees: 7,
};

/** A column with the decimals that are usual for its kind. */
export const column = (heading: string, kind: ColumnKind, description: string): Column => ({
  heading,
  kind,
  decimals: decimalsOf[kind] ?? null,
  description,
});

/** A column of people with the decimals that the placing of the measure deserves. */
export const peopleColumn = (heading: string, measure: PlacedMeasure, description: string): Column => ({
  heading,
  kind: 'people',
  decimals: measure.decimals,
  description,
});

/** What was counted, and how it was placed: the two columns that follow the figures of every measure. */
export const basisAndMethod = (measure: PlacedMeasure): Column[] => [
  column(`${measure.name}_basis`, 'text', 'What was counted, and when'),
  column(`${measure.name}_method`, 'text', 'How people were placed'),
];

/** The cells of those columns. */
export const basisAndMethodCells = (measure: PlacedMeasure): string[] => [measure.basis, measure.method];
