/**
 * The rows of the table `baseline`, for formats that tell a script what is new.
 */
import { columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';

export interface BaselineRow {
  /** `new`, `fixed` or `still there`. */
  readonly standing: string;
  readonly finding: string;
  readonly code: string;
  readonly name: string;
  readonly detail: string;
  readonly id: string;
}

/** The rows in their order; null where the run had no baseline. */
export function baselineRows(result: Result): BaselineRow[] | null {
  const table = result.tables.find(({ name }) => name === 'baseline');
  if (table === undefined) return null;
  return table.rows.map((row) => {
    const text = (heading: string): string => String(row[columnHeaded(table, heading)] ?? '');
    return {
      standing: text('standing'),
      finding: text('finding'),
      code: text('code'),
      name: text('name'),
      detail: text('detail'),
      id: text('id'),
    };
  });
}

/** `Hart (E07000089), shared unit: in 2 units of icb`. */
export function baselineSentence({ name, code, finding, detail }: BaselineRow): string {
  const who = name === '' ? code : `${name}${code === '' ? '' : ` (${code})`}`;
  return `${who === '' ? '' : `${who}, `}${finding}: ${detail}`;
}
