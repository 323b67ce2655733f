/**
 * Columns and cells that several tables of the report share.
 */
import type { Layer } from '../../layer/layer.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { Column } from '../../result/table.js';

/** A column in one line. */
export const column = (
  heading: string,
  kind: Column['kind'],
  decimals: number | null,
  description: string,
): Column => ({ heading, kind, decimals, description });

/** A column of people of a measure. */
export const peopleColumn = (heading: string, measure: PlacedMeasure, what: string): Column =>
  column(heading, 'people', measure.decimals, `${what}: ${measure.basis}`);

/** Basis and method of every measure, at the end of a table. */
export const basisColumns = (measures: readonly PlacedMeasure[]): Column[] =>
  measures.flatMap(({ name }) => [
    column(`${name}_basis`, 'text', null, 'What was counted, and when'),
    column(`${name}_method`, 'text', null, 'How people were placed'),
  ]);

/** Cells for those. */
export const basisCells = (measures: readonly PlacedMeasure[]): string[] =>
  measures.flatMap(({ basis, method }) => [basis, method]);

/** Codes of some units, joined by semicolons. */
export const codesOf = (layer: Layer, units: readonly number[]): string =>
  units.map((unit) => layer.codes[unit]!).join(';');
