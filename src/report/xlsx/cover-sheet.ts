/**
 * The first two sheets of a workbook: what this is and what was found; and what is on the other sheets.
 */
import { attributionsOf } from '../../result/attributions.js';
import type { Result } from '../../result/result.js';
import { counted } from '../../trouble/count-text.js';
import { reportSubtitle, reportTitle } from '../report-title.js';
import type { Sheet, SheetCell } from './sheet.js';

/** The cover: title, what was found, rules, whose data it is. */
export function coverSheet(result: Result, name: string, contents: string): Sheet {
  const line = (text: string): SheetCell[] => [{ text, look: 'wrapped' }];
  const under = (text: string): SheetCell[] => [{ text, look: 'subtitle' }];
  const section = (title: string, lines: readonly string[]): SheetCell[][] =>
    lines.length === 0 ? [] : [under(title), ...lines.map(line)];
  const rules = result.rules.map(
    ({ rule, met, detail }) => `${met ? 'Met' : 'Broken'}: ${rule}${detail === '' ? '' : ` (${detail})`}`,
  );
  return {
    name,
    rows: [
      [{ text: reportTitle(result), look: 'title' }],
      line(reportSubtitle(result)),
      [{ text: 'Contents', look: 'link', linkTo: contents }],
      ...section('What was found', result.summary),
      ...section('Rules', rules),
      ...section('Source and licence', [
        ...attributionsOf(result),
        `Made with coterminous ${result.tool.version} from ${counted(result.inputs.length, 'input')}; the sheet notes names them.`,
      ]),
    ],
    widths: [100],
    overflowing: [0],
    table: null,
  };
}

/** The contents: each of the other sheets with what it holds. */
export function contentsSheet(
  name: string,
  tableName: string,
  sheets: readonly { readonly name: string; readonly title: string; readonly rows: number }[],
): Sheet {
  const heading = (text: string): SheetCell => ({ text, look: 'heading' });
  return {
    name,
    rows: [
      [{ text: 'Contents', look: 'title' }],
      [
        {
          text: `One table of ${counted(sheets.length, 'row')}: the other sheets of this workbook.`,
          look: 'plain',
        },
      ],
      [heading('Sheet'), heading('What it holds'), { text: 'Rows', look: 'figure heading' }],
      ...sheets.map((sheet): SheetCell[] => [
        { text: sheet.name, look: 'link', linkTo: sheet.name },
        { text: sheet.title, look: 'wrapped' },
        { number: String(sheet.rows), format: '#,##0' },
      ]),
    ],
    widths: [34, 60, 10],
    overflowing: [0, 1],
    table: { name: tableName, headings: 2 },
  };
}
