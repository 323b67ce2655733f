/**
 * A result as one page for a committee: what was found in sentences, the main table cut to what fits, a map if there
 * is one, and what the figures do not say.
 */
import { layersNamed } from '../../result/layer-words.js';
import type { Result } from '../../result/result.js';
import { columnTitle, tableTitle, type Table } from '../../result/table.js';
import { counted } from '../../trouble/count-text.js';
import { displayColumn } from '../display-column.js';
import { isFigure } from '../../result/format-cell.js';
import { constantColumns, rankColumns } from '../rank-columns.js';
import { readingLines } from '../reading-lines.js';
import { setAsideText } from '../set-aside-text.js';
import { reportSubtitle, reportTitle } from '../report-title.js';
import { documentBytes, PICTURE_RELATION } from './document.js';
import { paragraph, pictureParagraph, wordTable, type Picture, type TableColumn } from './paragraphs.js';

const MOST_COLUMNS = 6;
const MOST_ROWS = 12;

/** The bytes of a DOCX file about one table of the result. */
export function writeDocx(result: Result, table: Table, picture: Picture | null): Uint8Array {
  const title = reportTitle(result);
  const [headline, ...sentences] = result.summary;
  const body = [
    paragraph('Title', title),
    paragraph('Subtitle', reportSubtitle(result)),
    ...(headline === undefined ? [] : [paragraph('Normal', headline)]),
    ...sentences.map((text) => paragraph('ListBullet', text)),
    ...result.rules.map(({ rule, met, detail }) =>
      paragraph('ListBullet', `Rule ${met ? 'met' : 'broken'}: ${rule} (${detail})`),
    ),
    ...tableParts(table),
    ...(picture === null
      ? []
      : [pictureParagraph(picture, PICTURE_RELATION), paragraph('Note', picture.description)]),
    paragraph('Heading1', 'How to read this'),
    ...caveats(result).map((text) => paragraph('Note', text)),
  ];
  return documentBytes(body.join(''), title, picture?.bytes ?? null);
}

function tableParts(table: Table): string[] {
  const heading = paragraph('Heading1', tableTitle(table));
  if (table.rows.length === 0)
    return [heading, paragraph('Caption', table.caption), paragraph('Normal', 'No rows.')];
  const rows = table.rows.slice(0, MOST_ROWS);
  const constant = new Set(constantColumns(table));
  const shown = rankColumns(table)
    .filter((i) => !constant.has(i))
    .slice(0, MOST_COLUMNS)
    .sort((x, y) => x - y);
  const texts = shown.map((i) =>
    displayColumn(
      rows.map((row) => row[i] ?? null),
      table.columns[i]!,
    ),
  );
  const weights = shown.map((i, k) =>
    Math.min(
      34,
      Math.max(9, ...[table.columns[i]!.title.length / 2, ...texts[k]!.map(({ length }) => length)]),
    ),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const columns = shown.map((i, k): TableColumn => ({
    heading: columnTitle(table.columns[i]!),
    texts: texts[k]!,
    toTheRight: isFigure(table.columns[i]!),
    share: weights[k]! / all,
  }));
  const more = table.rows.length - rows.length;
  return [
    heading,
    paragraph('Caption', table.caption),
    wordTable(columns, table.caption),
    paragraph(
      'Note',
      `${more > 0 ? `And ${counted(more, 'more row')}. ` : ''}The CSV and the workbook have every row and column.`,
    ),
  ];
}

/** What stands under the figures: what they count, how they were made, whose data they are. */
function caveats(result: Result): string[] {
  const setAside = setAsideText(result);
  const speaksOfPatients = result.summary.some((text) => /patients/i.test(text));
  const isIcb = result.layers.some(({ kind }) => kind === 'icb');
  return [
    ...(isIcb && !speaksOfPatients
      ? ['Figures of ICBs are residents of the area, not the patients the ICB pays for.']
      : []),
    ...(setAside === null ? [] : [setAside]),
    ...result.tolerances.map(
      ({ layers, metres, from }) => `Tolerance of ${layersNamed(layers, result)}: ${metres} m (${from}).`,
    ),
    'Computed on boundaries; it says nothing of how bodies work together.',
    ...readingLines(result),
    ...result.notes,
    ...new Set(result.layers.map(({ attribution }) => attribution).filter((text) => text !== '')),
    `Made with coterminous ${result.tool.version} from ${result.inputs.map(({ file }) => file).join(', ')}.`,
  ];
}
