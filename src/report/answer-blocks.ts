/**
 * The answer of a story as headed grids of text: what terminal, Markdown and document print alike.
 *
 *     People outside the main ICB
 *       East Suffolk     116,361  47 % of its people, in Norfolk and Waveney
 *       North Yorkshire   56,924  9.2 % of its people, in West Yorkshire, and …
 *       and 10 more
 */
import type {
  Answer,
  FindingList,
  Move,
  MoveList,
  PlaceCard,
  ProposalMatrix,
  RankedList,
  ReportList,
  TimelineAnswer,
} from '../story/story.js';
import type { Table } from '../result/table.js';
import { counted, wholeText } from '../trouble/count-text.js';
import { LINES_OF_SENTENCE, type DisplayColumn } from './column-widths.js';

export interface AnswerBlock {
  readonly heading: string;
  /** None where there is nothing to list. */
  readonly columns: readonly DisplayColumn[];
  /** Sentences under it: how many rows there are more, what stayed the same. */
  readonly notes: readonly string[];
}

/** The blocks in reading order, each with at most `most` rows. */
export function answerBlocks(answer: Answer, most: number): AnswerBlock[] {
  switch (answer.kind) {
    case 'list':
      return listBlocks(answer, most);
    case 'moves':
      return [movesBlock(answer, most)];
    case 'matrix':
      return [matrixBlock(answer)];
    case 'place':
      return placeBlocks(answer, most);
    case 'findings':
      return [findingsBlock(answer, most)];
    case 'reports':
      return [reportsBlock(answer)];
    case 'timeline':
      return timelineBlocks(answer);
  }
}

/** Whether an answer lists the rows of a table, so that who prints the table need not print it. */
export const isRowsOf = (answer: Answer, table: Table | undefined): boolean =>
  (answer.kind === 'list' || answer.kind === 'moves') && answer.table === table?.name;

function listBlocks({ heading, groups, empty }: RankedList, most: number): AnswerBlock[] {
  if (groups.length === 0) return [{ heading, columns: [], notes: empty === '' ? [] : [`${empty}.`] }];
  return groups.map((group, g) => ({
    heading: group.heading === null ? heading : g === 0 ? `${heading}: ${group.heading}` : group.heading,
    columns: columnsOf(group.rows.slice(0, most), [
      text('', ({ unit }) => unit.name),
      figure('', (row) => row.figure),
      text('', ({ detail }) => detail),
    ]),
    notes: moreNote(group.rows.length, most),
  }));
}

function movesBlock({ heading, moves, unchanged }: MoveList, most: number): AnswerBlock {
  return {
    heading,
    columns: columnsOf(moves.slice(0, most), [
      figure('piece', ({ number }) => `${number}`),
      text('from', ({ from }) => from?.name ?? 'none before'),
      text('to', ({ to }) => to?.name ?? 'none after'),
      ...(new Set(moves.map(({ kind }) => kind)).size > 1 ? [text<Move>('what', ({ kind }) => kind)] : []),
      figure('size', (move) => move.figure),
    ]),
    notes: [...moreNote(moves.length, most), ...(unchanged === '' ? [] : [`${unchanged}.`])],
  };
}

function matrixBlock({ columns, rows, same }: ProposalMatrix): AnswerBlock {
  return {
    heading: 'Now and with each proposal',
    columns: columnsOf(rows, [
      text('question', ({ question }) => question),
      ...columns.map(({ title }, c) =>
        text<ProposalMatrix['rows'][number]>(title, ({ cells }) => {
          const { value, change } = cells[c]!;
          return change === null ? value : `${value} (${change.arrow} ${change.text})`;
        }),
      ),
    ]),
    notes: same === null ? [] : [`${same.text}.`.replace(/\.\.$/, '.')],
  };
}

const placeBlocks = ({ groups, vintages }: PlaceCard, most: number): AnswerBlock[] => [
  ...groups.map(({ heading, rows }) => ({
    heading,
    columns: columnsOf(rows.slice(0, most), [
      text('', ({ unit }) => unit.name),
      figure('', (row) => row.figure),
      text('', ({ detail }) => detail),
    ]),
    notes: moreNote(rows.length, most),
  })),
  ...vintages.map(({ heading, moments, rows }) => ({
    heading,
    columns: columnsOf(rows, [
      text('partner', ({ name }) => name),
      figure(moments[0], ({ before }) => before),
      figure(moments[1], ({ after }) => after),
      text('', ({ standing }) => standing),
    ]),
    notes: [],
  })),
];

function findingsBlock({ rows, files }: FindingList, most: number): AnswerBlock {
  return {
    heading: 'What was found, worst first',
    columns: columnsOf(rows.slice(0, most), [
      text('severity', ({ severity }) => severity),
      text(
        'what was found',
        ({ file, found, detail }) => `${file}: ${found}${detail === '' ? '' : `. ${detail}`}`,
      ),
      text('what to do', ({ todo }) => todo),
    ]),
    notes: [
      ...moreNote(rows.length, most),
      ...files.map(({ title, verdict, text: said }) => `${title}: ${verdict}. ${said}`),
    ],
  };
}

const reportsBlock = ({ rows }: ReportList): AnswerBlock => ({
  heading: '',
  columns: columnsOf(rows, [text('', ({ title }) => title), text('', ({ headline }) => `${headline}.`)]),
  notes: [],
});

/** A grid for each layer held against, a row a vintage; then one of the steps. */
const timelineBlocks = ({ heading, moments, courses, stepHeading, steps }: TimelineAnswer): AnswerBlock[] => [
  ...courses.map(({ title, points }) => ({
    heading: `${heading}: ${title}`,
    columns: columnsOf(points, [
      text<(typeof points)[number]>('vintage', (point) => moments[points.indexOf(point)]!),
      figure('outside', (point) => point.figure),
      figure('share', ({ share }) => share),
      figure('split', ({ split }) => split),
    ]),
    notes: [],
  })),
  {
    heading: stepHeading,
    columns: columnsOf(steps, [
      text('step', ({ label }) => label),
      figure('moved', (step) => step.figure),
      text('what happened', ({ detail }) => detail),
    ]),
    notes: [],
  },
];

interface Shown<T> extends Pick<DisplayColumn, 'heading' | 'toTheRight' | 'lines'> {
  readonly of: (row: T) => string;
}

const text = <T>(heading: string, of: (row: T) => string): Shown<T> => ({
  heading,
  of,
  toTheRight: false,
  lines: LINES_OF_SENTENCE,
});

const figure = <T>(heading: string, of: (row: T) => string): Shown<T> => ({
  heading,
  of,
  toTheRight: true,
  lines: 1,
});

/** Columns that say something in at least one row. */
const columnsOf = <T>(rows: readonly T[], shown: readonly Shown<T>[]): DisplayColumn[] =>
  shown
    .map(({ of, ...column }) => ({ ...column, texts: rows.map(of) }))
    .filter(({ texts }) => texts.some((cell) => cell !== ''));

const moreNote = (rows: number, most: number): string[] =>
  rows > most ? [`and ${counted(rows - most, 'more', 'more')} of ${wholeText(rows)}`] : [];
