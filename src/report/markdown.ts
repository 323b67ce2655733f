/**
 * A result as Markdown, for pull requests and notes: title, headline, figures, the answer and the table, then how it was
 * made: sums, findings, inputs.
 *
 * GitHub's tables are meant. Text from files is escaped, so that no name can open a tag, a link or a further cell.
 */
import { reportSubtitle, reportTitle } from './report-title.js';
import { layerNamed } from '../result/layer-words.js';
import { attributionsOf } from '../result/attributions.js';
import type { Result } from '../result/result.js';
import { columnTitle, tableTitle, type Table } from '../result/table.js';
import { capital, counted, wholeText } from '../trouble/count-text.js';
import type { StoryFigure } from '../story/story.js';
import { tellStory } from '../story/tell-story.js';
import { answerBlocks, isRowsOf, type AnswerBlock } from './answer-blocks.js';
import { displayColumn, sayCell } from './display-column.js';
import { isFigure } from '../result/format-cell.js';
import { constantColumns, isBlank, rankColumns } from './rank-columns.js';
import { readingLines } from './reading-lines.js';
import { reconciliationText, sensitivityText } from './reconciliation-text.js';
import { rowsForReading } from './rows-for-reading.js';
import { setAsideText } from './set-aside-text.js';
import { verificationText } from './verification-text.js';

export interface MarkdownOptions {
  /** The table to show; the command's main table if not given. */
  readonly table?: Table;
  /** Rows to show at most, 20 if not given. */
  readonly rows?: number;
}

/** More columns than this do not fit a page. */
const MOST_COLUMNS = 8;
const MOST_FINDINGS = 20;

/** The result as Markdown text that ends with a line feed. */
export function writeMarkdown(result: Result, options: MarkdownOptions = {}): string {
  const story = tellStory(result);
  const given = options.table ?? result.tables[0];
  const table = given === undefined ? undefined : rowsForReading(given, story.map?.subject ?? null);
  const setAside = setAsideText(result);
  const others = result.tables.filter(({ name }) => name !== table?.name);
  const details = result.summary.slice(1);
  const blocks = [
    [`# ${plain(reportTitle(result))}`],
    [plain(reportSubtitle(result))].filter((text) => text !== ''),
    [`**${plain(`${story.headline}.`)}**`],
    [plain(story.subtitle)].filter((text) => text !== ''),
    story.figures.map(figureLine),
    bullets(
      result.rules.map(
        ({ rule, met, detail }) => `${met ? 'Met' : 'Broken'}: ${rule}${detail && ` (${detail})`}`,
      ),
    ),
    ...(story.answer === null || isRowsOf(story.answer, table)
      ? []
      : answerBlocks(story.answer, options.rows ?? 20).map(blockLines)),
    table === undefined ? [] : tableLines(table, options.rows ?? 20),
    others.length === 0
      ? []
      : [
          `Other tables: ${others.map((table) => `${plain(tableTitle(table))} (${counted(table.rows.length, 'row')})`).join(', ')}.`,
        ],
    section('In detail', bullets(details)),
    ['## Method'],
    bullets([...new Set([...story.footnotes, ...result.notes])].filter((text) => !details.includes(text))),
    part('Does it add up?', [
      ...bullets([...(setAside === null ? [] : [setAside]), ...reconciliationText(result)]),
      ...codeBlock(sensitivityText(result)),
      ...bullets(verificationText(result)),
    ]),
    part('Findings', findingLines(result)),
    part('How inputs were read', bullets(readingLines(result))),
    part('Inputs', inputLines(result)),
    [
      `coterminous ${plain(result.tool.version)}${result.area_model === null ? '' : `, areas: ${plain(result.area_model)}`}`,
    ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** Text on one line with everything escaped that Markdown or HTML would take for its own. */
export function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*[\]|~$#!]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

const figureLine = ({ value, beside, text }: StoryFigure): string =>
  `- **${plain(`${value} ${beside}`.trim())}** ${plain(text)}`;

/** A block of the answer; a table without headings has blank ones, as GitHub's tables must have some. */
function blockLines({ heading, columns, notes }: AnswerBlock): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = columns[0]?.texts ?? [];
  return [
    ...(heading === '' ? [] : [`## ${plain(heading)}`]),
    ...(rows.length === 0
      ? []
      : [
          '',
          line(columns.map((column) => plain(capital(column.heading)))),
          line(columns.map(({ toTheRight }) => (toTheRight ? '---:' : '---'))),
          ...rows.map((_, r) => line(columns.map(({ texts }) => plain(texts[r]!)))),
        ]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => plain(capital(note)))]),
  ];
}

function tableLines(table: Table, most: number): string[] {
  const heading = [`## ${plain(tableTitle(table))}`, '', plain(table.caption), ''];
  if (table.rows.length === 0) return [...heading, 'No rows.'];
  const rows = table.rows.slice(0, most);
  const shown = rankColumns(table)
    .slice(0, MOST_COLUMNS)
    .sort((x, y) => x - y);
  const columns = shown.map((i) => ({
    column: table.columns[i]!,
    texts: displayColumn(
      rows.map((row) => row[i] ?? null),
      table.columns[i]!,
    ),
  }));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    ...heading,
    line(columns.map(({ column }) => plain(columnTitle(column)))),
    line(columns.map(({ column }) => (isFigure(column) ? '---:' : '---'))),
    ...rows.map((_, r) => line(columns.map(({ texts }) => plain(texts[r]!)))),
    ...tableNotes(table, rows.length, shown),
  ];
}

function tableNotes(table: Table, shownRows: number, shown: readonly number[]): string[] {
  const more = table.rows.length - shownRows;
  const constant = constantColumns(table).filter((i) => !shown.includes(i));
  const left = table.columns.filter(
    (_, i) => !shown.includes(i) && !constant.includes(i) && !isBlank(table, i),
  );
  const notes = [
    ...(more > 0 ? [`… and ${counted(more, 'more row')} in the CSV.`] : []),
    ...constant.map(
      (i) => `${plain(columnTitle(table.columns[i]!))} in every row: ${plain(sayCell(table, i))}.`,
    ),
    ...(left.length > 0
      ? [`Columns only in the CSV: ${left.map(({ title }) => plain(title)).join(', ')}.`]
      : []),
  ];
  return notes.length === 0 ? [] : ['', notes.join(' ')];
}

function findingLines(result: Result): string[] {
  const { findings } = result;
  const shown = findings.slice(0, MOST_FINDINGS);
  const more = findings.length - shown.length;
  return [
    ...bullets(
      shown.map(
        ({ severity, layer, detail }) => `${severity}: ${layer && `${layerNamed(layer, result)}: `}${detail}`,
      ),
    ),
    ...(more > 0 ? [`- … and ${wholeText(more)} more in the JSON`] : []),
  ];
}

function inputLines(result: Result): string[] {
  const { inputs, layers } = result;
  if (inputs.length === 0) return [];
  const vintages = new Map(layers.map(({ id, vintage }) => [id, vintage ?? '']));
  return [
    '| file | role | gave | vintage | SHA-256 |',
    '| --- | --- | --- | --- | --- |',
    ...inputs.map(
      ({ id, role, file, sha256 }) =>
        `| ${[file, role, layerNamed(id, result), vintages.get(id) ?? ''].map(plain).join(' | ')} | ${sha256 === null ? '' : `\`${sha256.replace(/[^0-9a-f]/gi, '')}\``} |`,
    ),
    ...attributionsOf(result).flatMap((text) => ['', plain(text)]),
  ];
}

const bullets = (texts: readonly string[]): string[] => texts.map((text) => `- ${plain(text)}`);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines];

/** A part of a section. */
const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`### ${title}`, '', ...lines];

const codeBlock = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', '```text', ...lines.map((text) => text.replaceAll('`', "'")), '```'];
