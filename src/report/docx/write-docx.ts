/**
 * A result as one page for a committee: the headline, three figures, the map, the list of those it is about, and then what
 * the figures do not say.
 */
import { attributionsOf } from '../../result/attributions.js';
import type { Result } from '../../result/result.js';
import { columnTitle, tableTitle, type Table } from '../../result/table.js';
import type { Story, StoryFigure } from '../../story/story.js';
import { tellStory } from '../../story/tell-story.js';
import { capital, counted } from '../../trouble/count-text.js';
import { answerBlocks, type AnswerBlock } from '../answer-blocks.js';
import { displayColumn } from '../display-column.js';
import { isFigure } from '../../result/format-cell.js';
import { constantColumns, rankColumns } from '../rank-columns.js';
import { methodSentences, paragraphOf } from '../method-text.js';
import { reportSubtitle, reportTitle } from '../report-title.js';
import { documentBytes, PICTURE_RELATION } from './document.js';
import { paragraph, pictureParagraph, wordTable, type Picture, type TableColumn } from './paragraphs.js';

const MOST_COLUMNS = 6;
const MOST_ROWS = 12;
/** Rows of each group of the answer. */
const MOST_LISTED = 10;

/** The bytes of a DOCX file about one table of the result. */
export function writeDocx(result: Result, table: Table, picture: Picture | null): Uint8Array {
  const title = reportTitle(result);
  const subtitle = reportSubtitle(result);
  const story = tellStory(result);
  const body = [
    paragraph('Title', title),
    ...(subtitle === '' ? [] : [paragraph('Subtitle', subtitle)]),
    paragraph('Headline', `${story.headline}.`),
    ...(story.subtitle === '' ? [] : [paragraph('Note', story.subtitle)]),
    ...story.figures.map(figureParagraph),
    ...result.rules.map(({ rule, met, detail }) =>
      paragraph('ListBullet', `Rule ${met ? 'met' : 'broken'}: ${rule} (${detail})`),
    ),
    ...(picture === null ? [] : mapParts(picture, story)),
    ...(story.answer === null ? [] : answerBlocks(story.answer, MOST_LISTED).flatMap(blockParts)),
    ...(story.answer === null || table.name !== result.tables[0]?.name ? tableParts(table) : []),
    paragraph('Heading1', 'How to read this'),
    ...caveats(result, story).map((text) => paragraph('Note', text)),
  ];
  return documentBytes(body.join(''), title, picture?.bytes ?? null);
}

const figureParagraph = ({ value, beside, text }: StoryFigure): string =>
  paragraph('Figure', text, `${value} ${beside}`.trim());

/** The picture with what it shows; of proposals it shows them all, not only the one that the map of a page is of. */
const mapParts = (picture: Picture, { map, answer }: Story): string[] => [
  ...(map === null || answer?.kind === 'matrix' ? [] : [paragraph('Caption', map.title)]),
  pictureParagraph(picture, PICTURE_RELATION),
  ...(map === null || map.subtitle === '' ? [] : [paragraph('Note', map.subtitle)]),
];

function blockParts({ heading, columns, notes }: AnswerBlock): string[] {
  const rows = columns[0]?.texts.length ?? 0;
  const shares = sharesOf(columns.map(({ heading: head, texts }) => [head, ...texts]));
  return [
    ...(heading === '' ? [] : [paragraph('Heading1', heading)]),
    ...(rows === 0
      ? []
      : [
          wordTable(
            columns.map((column, i) => ({ ...column, heading: capital(column.heading), share: shares[i]! })),
            heading,
          ),
        ]),
    ...notes.map((note) => paragraph('Note', capital(note))),
  ];
}

/** Shares of the page's width by the longest word and the length of the texts, so that no word is broken. */
function sharesOf(columns: readonly (readonly string[])[]): number[] {
  const weights = columns.map((texts) =>
    Math.max(
      6,
      Math.min(48, Math.max(...texts.map(({ length }) => length))),
      ...texts.flatMap((text) => text.split(' ').map(({ length }) => length + 2)),
    ),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
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
  const shares = sharesOf(shown.map((i, k) => [table.columns[i]!.title, ...texts[k]!]));
  const columns = shown.map((i, k): TableColumn => ({
    heading: columnTitle(table.columns[i]!),
    texts: texts[k]!,
    toTheRight: isFigure(table.columns[i]!),
    share: shares[k]!,
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
function caveats(result: Result, { footnotes }: Story): string[] {
  const details = result.summary.slice(1);
  const said = [...details, ...footnotes];
  const isIcb = result.layers.some(({ kind }) => kind === 'icb');
  return [
    ...(isIcb && !said.some((text) => /patients/i.test(text))
      ? ['Figures of ICBs are residents of the area, not the patients the ICB pays for.']
      : []),
    ...[paragraphOf([...footnotes, ...details])].filter((text) => text !== ''),
    'Computed on boundaries; it says nothing of how bodies work together.',
    paragraphOf(methodSentences(result)),
    ...attributionsOf(result),
    `Made with coterminous ${result.tool.version} from ${result.inputs.map(({ file }) => file).join(', ')}.`,
  ];
}
