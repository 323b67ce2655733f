/**
 * The first sheet of a workbook: what this is, what was found, and what is on the other sheets.
 */
import type { Result } from '../../result/result.js';
import { counted } from '../../trouble/count-text.js';
import type { Sheet, SheetCell } from './sheet.js';

/** The cover; `contents` are the other sheets with a sentence for each. */
export function coverSheet(
  result: Result,
  name: string,
  contents: readonly { readonly name: string; readonly says: string; readonly rows: number | null }[],
): Sheet {
  const line = (text: string): SheetCell[] => [{ text, look: 'wrapped' }];
  const attributions = [...new Set(result.layers.map(({ attribution }) => attribution))].filter(
    (text) => text !== '',
  );
  return {
    name,
    rows: [
      [{ text: coverTitle(result), look: 'title' }],
      ...result.summary.map(line),
      ...result.rules.map(({ rule, met, detail }) =>
        line(`${met ? 'Rule met' : 'Rule broken'}: ${rule} (${detail})`),
      ),
      [],
      [
        { text: 'Sheet', look: 'heading' },
        { text: 'What it holds', look: 'heading' },
        { text: 'Rows', look: 'heading' },
      ],
      ...contents.map((sheet): SheetCell[] => [
        { text: sheet.name, look: 'link', linkTo: sheet.name },
        { text: sheet.says, look: 'wrapped' },
        sheet.rows === null ? null : { number: String(sheet.rows), decimals: 0 },
      ]),
      [],
      ...attributions.map(line),
      line(`Made with coterminous ${result.tool.version} from ${counted(result.inputs.length, 'input')}.`),
    ],
    widths: [90, 70, 12],
    isTable: false,
  };
}

/** `coterminous align: icb and ltla`. */
export const coverTitle = ({ command, layers }: Result): string =>
  `coterminous ${command}${layers.length === 0 ? '' : `: ${layers.map(({ id }) => id).join(', ')}`}`;
