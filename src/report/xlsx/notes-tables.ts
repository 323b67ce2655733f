/**
 * What stands beside the figures of a workbook: how they were made, what the columns mean, what was found in the data.
 */
import { layerNamed, layersNamed } from '../../result/layer-words.js';
import type { FindingRecord, Result } from '../../result/result.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { readingLines } from '../reading-lines.js';
import { counted, spaced } from '../../trouble/count-text.js';
import { distinctTitles, shownColumns } from './table-sheet.js';
import { reconciliationText, sensitivityText } from '../reconciliation-text.js';

/** What a note is about, and what it says. */
type Note = readonly string[];

/** Notes line by line: what each is about, and what it says. */
export function notesTable(result: Result): Table {
  const vintages = new Map(result.layers.map(({ id, vintage }) => [id, vintage]));
  const vintageOf = (id: string): string => (vintages.get(id) ? `, ${vintages.get(id)!}` : '');
  const rows: Note[] = [
    ...result.inputs.map(({ id, role, file, format, sha256 }) => [
      `input: ${layerNamed(id, result)}`,
      `${role}, ${file} (${format})${vintageOf(id)}${sha256 === null ? '' : `, SHA-256 ${sha256}`}`,
    ]),
    ...result.layers.map(({ many, title, units, system, accuracyMetres, accuracyFrom }) => [
      `layer: ${many}`,
      [
        `${title}, ${counted(units, 'unit')}`,
        ...(system === null ? [] : [system]),
        ...(accuracyMetres === null
          ? []
          : [`nominal accuracy ${accuracyMetres} m (${accuracyFrom ?? 'unknown'})`]),
      ].join(', '),
    ]),
    ...(result.area_model === null ? [] : [['areas', result.area_model]]),
    ...result.tolerances.map(({ layers, metres, from }) => [
      `tolerance of ${layersNamed(layers, result)}`,
      `${metres} m: ${from}`,
    ]),
    ...reconciliationText(result).map((text) => ['does it add up?', text]),
    ...sensitivityText(result).map((text) => ['sensitivity', text]),
    ...readingLines(result).map((text) => ['how it was read', text]),
    ...result.notes.map((text) => ['note', text]),
  ];
  return makeTable<Note>({
    name: 'notes',
    title: 'How the figures were made',
    caption: 'How the figures were made: inputs, layers, tolerance, reconciliation.',
    rows,
    columns: [words('about', ([about]) => about!), words('note', ([, note]) => note!)],
  });
}

/** A column of text, or of what else it is; it needs no description. */
const words = <Row>(
  heading: string,
  value: (row: Row) => Cell,
  more: Partial<Pick<ColumnOf<Row>, 'kind' | 'about' | 'title'>> = {},
): ColumnOf<Row> => ({
  heading,
  title: spaced(heading),
  kind: 'text',
  description: '',
  value,
  ...more,
});

/** Every column of every table: what it is called here and in the CSV, and what it says. */
export const columnsTable = (result: Result, names: readonly string[]): Table =>
  makeTable<{ sheet: string; title: string; column: Column; shown: boolean }>({
    name: 'columns',
    title: 'What the columns say',
    caption: 'What each column of each sheet says, and its heading in the CSV.',
    rows: result.tables.flatMap((table, t) => {
      const shown = new Set(shownColumns(table));
      return distinctTitles(table).map((title, c) => ({
        sheet: names[t]!,
        title,
        column: table.columns[c]!,
        shown: shown.has(c),
      }));
    }),
    columns: [
      words('sheet', ({ sheet }) => sheet),
      words('column', ({ title }) => title),
      words('heading_in_csv', ({ column }) => column.heading, { title: 'heading in the CSV' }),
      words('unit', ({ column }) => column.kind),
      words('on_sheet', ({ shown }) => (shown ? 'yes' : 'no (blank or all the same)')),
      words('says', ({ column }) => column.description),
    ],
  });

/** Findings in the data, as the result document has them. */
export const findingsTable = (result: Result): Table =>
  makeTable<FindingRecord>({
    name: 'findings',
    title: 'Findings in the data',
    caption: 'What was found in the data: one row a finding.',
    rows: result.findings,
    columns: [
      words('layer', ({ layer }) => layerNamed(layer, result)),
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
    ],
  });
