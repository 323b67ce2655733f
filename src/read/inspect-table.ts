/**
 * What the columns of a plain table are: for `inspect`, where a workbook has no features to describe.
 */
import type { Table } from '../layer/table.js';
import type { InspectedField } from './inspect-features.js';

const EXAMPLES = 3;

/** The columns of a table; `samples` false leaves all values out. */
export function inspectTable(table: Table, samples: boolean): InspectedField[] {
  return table.headings.map((field, column) => {
    const { values, index } = table.distinct(column);
    const filled = values.filter((value) => value !== '');
    const empty = values.indexOf('');
    const isNumber =
      filled.length > 0 && filled.every((value) => Number.isFinite(Number(value.replaceAll(',', ''))));
    return {
      field,
      type: filled.length === 0 ? 'empty' : isNumber ? 'number' : 'text',
      distinct: filled.length,
      blank: empty < 0 ? 0 : index.reduce((count, at) => count + (at === empty ? 1 : 0), 0),
      examples: samples ? filled.slice(0, EXAMPLES) : [],
    };
  });
}
