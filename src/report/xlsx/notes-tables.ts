/**
 * What stands beside the figures of a workbook: how they were made, what the columns mean, what was found in the data.
 */
import type { FindingRecord, Result } from '../../result/result.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { readingLines } from '../reading-lines.js';
import { reconciliationText, sensitivityText } from '../reconciliation-text.js';

/** What a note is about, and what it says. */
type Note = readonly string[];

/** Notes line by line: what each is about, and what it says. */
export function notesTable(result: Result): Table {
  const vintages = new Map(result.layers.map(({ id, vintage }) => [id, vintage]));
  const vintageOf = (id: string): string => (vintages.get(id) ? `, ${vintages.get(id)!}` : '');
  const rows: Note[] = [
    ...result.inputs.map(({ id, role, file, format, sha256 }) => [
      `input ${id}`,
      `${role}, ${file} (${format})${vintageOf(id)}${sha256 === null ? '' : `, SHA-256 ${sha256}`}`,
    ]),
    ...result.layers.map(({ id, title, units, system, accuracyMetres, accuracyFrom }) => [
      `layer ${id}`,
      [
        `${title}, ${units} units`,
        ...(system === null ? [] : [system]),
        ...(accuracyMetres === null
          ? []
          : [`nominal accuracy ${accuracyMetres} m (${accuracyFrom ?? 'unknown'})`]),
      ].join(', '),
    ]),
    ...(result.area_model === null ? [] : [['areas', result.area_model]]),
    ...result.tolerances.map(({ layers, metres, from }) => [
      `tolerance of ${layers.join(' and ')}`,
      `${metres} m: ${from}`,
    ]),
    ...reconciliationText(result).map((text) => ['does it add up?', text]),
    ...sensitivityText(result).map((text) => ['sensitivity', text]),
    ...readingLines(result).map((text) => ['how it was read', text]),
    ...result.notes.map((text) => ['note', text]),
  ];
  return makeTable<Note>({
    name: 'notes',
    caption: 'How the figures were made: inputs, layers, tolerance, reconciliation.',
    rows,
    columns: [words('about', ([about]) => about!), words('note', ([, note]) => note!)],
  });
}

/** A column of text, or of what else it is; it needs no description. */
const words = <Row>(
  heading: string,
  value: (row: Row) => Cell,
  more: Partial<Pick<ColumnOf<Row>, 'kind' | 'about'>> = {},
): ColumnOf<Row> => ({
  heading,
  title: heading.replaceAll('_', ' '),
  kind: 'text',
  description: '',
  value,
  ...more,
});

/** Every column of every table, in words. */
export const columnsTable = (result: Result, names: readonly string[]): Table =>
  makeTable<{ sheet: string; column: Column }>({
    name: 'columns',
    caption: 'What each column of each sheet says.',
    rows: result.tables.flatMap((table, t) => table.columns.map((column) => ({ sheet: names[t]!, column }))),
    columns: [
      words('sheet', ({ sheet }) => sheet),
      words('column', ({ column }) => column.heading),
      words('unit', ({ column }) => column.kind),
      words('says', ({ column }) => column.description),
    ],
  });

/** Findings in the data, as the result document has them. */
export const findingsTable = ({ findings }: Result): Table =>
  makeTable<FindingRecord>({
    name: 'findings',
    caption: 'What was found in the data: one row a finding.',
    rows: findings,
    columns: [
      words('layer', ({ layer }) => layer),
      words('finding', ({ finding }) => finding),
      words('severity', ({ severity }) => severity),
      words('code', ({ code }) => code, { kind: 'code', about: { role: 'unit' } }),
      words('name', ({ name }) => name, { kind: 'name', about: { role: 'unit' } }),
      words('other_code', ({ other_code }) => other_code, { kind: 'code', about: { role: 'other' } }),
      words('area_ha', ({ area_ha }) => area_ha, { kind: 'hectares' }),
      words('width_m', ({ width_m }) => width_m, { kind: 'metres' }),
      words('longitude', ({ longitude }) => longitude, { kind: 'degrees' }),
      words('latitude', ({ latitude }) => latitude, { kind: 'degrees' }),
      words('detail', ({ detail }) => detail),
      words('id', ({ id }) => id),
    ],
  });
