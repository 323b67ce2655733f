/**
 * Code and name of a unit: the columns that most tables begin with.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Cell, Column } from '../../result/table.js';

/** Columns of a layer's codes and names. */
export function codeAndName(layer: Layer): Column[] {
  return [
    {
      heading: `${layer.id}_code`,
      kind: 'code',
      decimals: null,
      description: `Code of the unit of ${layer.id} (${layer.codeField})`,
    },
    {
      heading: `${layer.id}_name`,
      kind: 'name',
      decimals: null,
      description: `Name of the unit of ${layer.id}`,
    },
  ];
}

/** Code and name of a unit; blank for none. */
export const codeAndNameCells = (layer: Layer, unit: number): Cell[] =>
  unit === NO_UNIT ? [null, null] : [layer.codes[unit]!, layer.names[unit]!];
