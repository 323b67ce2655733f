/**
 * A whole result for reading in a terminal: the answer, the table, then in a paragraph each what else was found and how
 * it was made.
 *
 *     12 of 296 councils lie in more than one ICB: 386,898 people are outside the main one
 *     … figures, list, table …
 *     In detail: 309 real overlaps between 42 ICBs and 296 councils …
 *     Method: icbs.geojson: 42 units, codes in 'ICB24CD' …
 */
import type { Result } from '../result/result.js';
import { tableTitle, type Table } from '../result/table.js';
import type { Answer, Story } from '../story/story.js';
import { tellStory } from '../story/tell-story.js';
import { counted } from '../trouble/count-text.js';
import { shownTexts } from '../trouble/shown-text.js';
import { answerBlocks, isRowsOf, type AnswerBlock } from './answer-blocks.js';
import { fitColumns, LINES_OF_SENTENCE, type DisplayColumn } from './column-widths.js';
import { findingLines } from './finding-lines.js';
import { methodSentences, paragraphOf } from './method-text.js';
import type { Paint } from './paint.js';
import { sensitivityText } from './reconciliation-text.js';
import { rowsForReading } from './rows-for-reading.js';
import { headingLines, rowLines } from './terminal-grid.js';
import { terminalTable } from './terminal-table.js';
import { foldText } from './text-width.js';

export interface TerminalReportOptions {
  readonly width: number;
  readonly paint: Paint;
  /** Rows of the table to print at most, 20 if not given. */
  readonly rows?: number;
  /** Name of the table to print; the command's main table if not given. */
  readonly table?: string;
}

/** Rows of a list that stands above a table, of that table, and of a list that stands for it. */
const ROWS_ABOVE = 5;
const ROWS_BELOW = 10;
const ROWS_INSTEAD = 20;

/** The report as text that ends with a line feed; blocks are parted by an empty line. */
export function terminalReport(given: Result, options: TerminalReportOptions): string {
  const { width, paint } = options;
  const result = shownTexts(given);
  const story = tellStory(result);
  const table = result.tables.find(({ name }) => name === options.table) ?? result.tables[0];
  const isWhole = options.table === undefined && story.answer !== null && standsForTable(story.answer);
  const folded = (text: string, indent = '  '): string[] => foldText(text, width, indent);
  const list = answerLines(story.answer, isWhole, table, options);
  const detail = result.summary.slice(1);
  const method = [...story.footnotes, ...methodSentences(result)].filter((text) => !detail.includes(text));
  const blocks = [
    openingLines(story, options),
    ...list,
    isWhole
      ? folded(otherTables(result)).map(paint.dim)
      : table === undefined
        ? []
        : tableBlock(rowsForReading(table, story.map?.subject ?? null), {
            ...(list.length > 0 ? { rows: ROWS_BELOW } : {}),
            ...options,
          }),
    result.rules.flatMap(({ rule, met, detail }) => {
      const lines = folded(`${met ? 'met' : 'BROKEN'}: ${rule}${detail === '' ? '' : ` (${detail})`}`);
      return met ? lines : lines.map(paint.warn);
    }),
    sensitivityText(result),
    story.answer?.kind === 'findings'
      ? []
      : findingLines(result, 1).flatMap(({ severity, text }) =>
          folded(`${severity}: ${text}`).map(paint.warn),
        ),
    paragraph('In detail', detail, folded).map(paint.dim),
    paragraph('Method', method, folded).map(paint.dim),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((text) => `${text}\n`).join(''))
    .join('\n');
}

/** Headline, what it counts, the three figures. */
function openingLines(story: Story, { width, paint }: TerminalReportOptions): string[] {
  return [
    ...foldText(`${story.headline}.`, width).map(paint.bold),
    ...(story.subtitle === '' ? [] : foldText(story.subtitle, width).map(paint.dim)),
    ...gridLines(
      [
        figureColumn(story.figures.map(({ value, beside }) => `${value} ${beside}`.trim())),
        sentenceColumn(story.figures.map(({ text }) => text)),
      ],
      width,
    ),
  ];
}

const figureColumn = (texts: readonly string[]): DisplayColumn => ({
  heading: '',
  texts,
  toTheRight: false,
  lines: 1,
});

const sentenceColumn = (texts: readonly string[]): DisplayColumn => ({
  ...figureColumn(texts),
  lines: LINES_OF_SENTENCE,
});

/** Whether an answer holds all that the main table says, so that the table need not follow. */
const standsForTable = ({ kind }: Answer): boolean => kind !== 'list';

/** The blocks of the answer; none where the table that follows is the list itself. */
function answerLines(
  answer: Answer | null,
  isWhole: boolean,
  table: Table | undefined,
  options: TerminalReportOptions,
): string[][] {
  if (answer === null || isRowsOf(answer, table)) return [];
  return answerBlocks(answer, isWhole ? ROWS_INSTEAD : ROWS_ABOVE).map((block) => blockLines(block, options));
}

function blockLines(
  { heading, columns, notes }: AnswerBlock,
  { width, paint }: TerminalReportOptions,
): string[] {
  return [
    ...(heading === '' ? [] : foldText(heading, width).map(paint.accent)),
    ...gridLines(columns, width),
    ...notes.flatMap((note) => foldText(note, width, '  ')).map(paint.dim),
  ];
}

/** All columns side by side, set in by two; where they do not fit, each row as a sentence. */
function gridLines(columns: readonly DisplayColumn[], width: number): string[] {
  const rows = columns[0]?.texts ?? [];
  if (rows.length === 0) return [];
  const every = columns.map((_, i) => i);
  const fitted = fitColumns(columns, every, width - 2);
  if (fitted.length < columns.length)
    return rows.flatMap((_, r) => foldText(rowSentence(columns, r), width, '  '));
  const named = headingLines(fitted);
  return [
    ...(named === null ? [] : [...named.headings, named.rule]),
    ...rows.flatMap((_, r) => rowLines(fitted, r)),
  ].map((line) => `  ${line}`);
}

const rowSentence = (columns: readonly DisplayColumn[], r: number): string =>
  columns
    .map(({ heading, texts }) => (heading === '' ? texts[r]! : `${heading}: ${texts[r]!}`))
    .filter((text) => text !== '')
    .reduce((before, text) => `${before}${/[.:]$/.test(before) ? '' : ','} ${text}`);

function tableBlock(table: Table, { width, paint, rows }: TerminalReportOptions): string[] {
  const body = terminalTable(table, { width, paint, ...(rows === undefined ? {} : { rows }) });
  return [...foldText(tableTitle(table), width).map(paint.accent), ...body.trimEnd().split('\n')];
}

const otherTables = ({ tables }: Result): string =>
  tables.length === 0
    ? ''
    : `All rows are in the CSV: ${tables.map((table) => `${tableTitle(table)} (${counted(table.rows.length, 'row')})`).join(', ')}`;

/** Sentences folded to one paragraph behind what they are. */
const paragraph = (
  name: string,
  sentences: readonly string[],
  folded: (text: string) => string[],
): string[] => (sentences.length === 0 ? [] : folded(`${name}: ${paragraphOf(sentences)}`));
