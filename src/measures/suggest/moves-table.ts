/**
 * Moves as rows: the tables `suggest` (single moves) and `fix` (the cheapest set).
 */
import { capital, spaced } from '../../trouble/count-text.js';
import type { Alignment } from '../alignment/alignment.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import type { Move } from './moves.js';

export interface RatedMove extends Move {
  /** People (or hectares) outside main partners over the whole layer, before and after this move. */
  readonly outsideBefore: number;
  readonly outsideAfter: number;
  readonly contiguous: string;
}

/** A table of moves in the order given. */
export function movesTable(
  name: 'suggest' | 'fix',
  caption: string,
  aligned: Alignment,
  moves: readonly RatedMove[],
): Table {
  const blocks = moves.some(({ block }) => block !== null);
  return makeTable({
    name,
    title: name === 'fix' ? 'The cheapest set of moves' : 'Single moves, best first',
    caption,
    rows: moves,
    columns: [
      {
        heading: 'rank',
        title: 'rank',
        kind: 'count',
        description: 'Place in this order',
        value: (_, place) => place + 1,
      },
      ...unitColumns(aligned),
      ...amountColumns(aligned),
      {
        heading: 'contiguous',
        title: 'contiguous',
        kind: 'text',
        description: 'Whether both units stay as connected as they are; unknown without shapes',
        value: ({ contiguous }) => contiguous,
      },
      ...(blocks ? [blockColumn] : []),
      ...targetNames(aligned),
    ],
  });
}

function unitColumns({ a, b }: Alignment): ColumnOf<RatedMove>[] {
  const word = shortWords([a, b]);
  return [
    {
      heading: `${b.id}_code`,
      title: `${word(b.id)} code`,
      kind: 'code',
      description: `Code of the shared ${unitWord(b, 1)}`,
      about: { layer: b.id, role: 'unit' },
      value: (move) => b.codes[move.b]!,
    },
    {
      heading: `${b.id}_name`,
      title: word(b.id),
      kind: 'name',
      description: `Name of the shared ${unitWord(b, 1)}`,
      about: { layer: b.id, role: 'unit' },
      value: (move) => b.names[move.b]!,
    },
    {
      heading: `from_${a.id}_code`,
      title: `from ${word(a.id)} code`,
      kind: 'code',
      description: `The ${unitWord(a, 1)} that a part of it leaves`,
      about: { layer: a.id, role: 'from' },
      value: ({ from }) => a.codes[from]!,
    },
    {
      heading: `to_${a.id}_code`,
      title: `to ${word(a.id)} code`,
      kind: 'code',
      description: `The ${unitWord(a, 1)} that it comes to`,
      about: { layer: a.id, role: 'to' },
      value: ({ to }) => a.codes[to]!,
    },
  ];
}

/** Names of the units that lose and gain, beside their codes. */
function targetNames({ a }: Alignment): ColumnOf<RatedMove>[] {
  const word = shortWords([a])(a.id);
  return (['from', 'to'] as const).map((role) => ({
    heading: `${role}_${a.id}_name`,
    title: `${role} ${word}`,
    kind: 'name',
    description: `Name of the ${unitWord(a, 1)} that ${role === 'from' ? 'it leaves' : 'it comes to'}`,
    about: { layer: a.id, role },
    value: (move) => a.names[move[role]]!,
  }));
}

/** What moves and what is outside main partners: in people by the first measure, or in hectares where nobody is counted. */
function amountColumns({ measures }: Alignment): ColumnOf<RatedMove>[] {
  const [measure] = measures;
  const quantity = measure?.name ?? 'hectares';
  const amount = {
    kind: measure === undefined ? 'hectares' : 'people',
    decimals: measure?.decimals ?? 2,
  } as const;
  const about = measure === undefined ? {} : { measure: measure.name };
  return [
    {
      ...amount,
      heading: 'people_moved',
      title: `${measure === undefined ? 'hectares' : 'people'} moved`,
      description: `${capital(spaced(quantity))} that move: ${measure?.basis ?? 'hectares'}`,
      about: { ...about, role: 'amount' },
      value: (move) => move.amount,
    },
    {
      heading: 'area_ha',
      title: 'area (ha)',
      kind: 'hectares',
      description: 'Hectares that move',
      about: { role: 'amount' },
      value: ({ area }) => hectaresOrNull(area),
    },
    {
      ...amount,
      heading: 'outside_main_before',
      title: 'outside main before',
      description: `${capital(spaced(quantity))} outside main partners over the whole layer, before`,
      about: { ...about, role: 'outside_main' },
      value: ({ outsideBefore }) => outsideBefore,
    },
    {
      ...amount,
      heading: 'outside_main_after',
      title: 'outside main after',
      description: `${capital(spaced(quantity))} outside main partners over the whole layer, after this move`,
      about: { ...about, role: 'outside_main' },
      value: ({ outsideAfter }) => outsideAfter,
    },
  ];
}

const blockColumn: ColumnOf<RatedMove> = {
  heading: 'block_code',
  title: 'block code',
  kind: 'code',
  description: 'The block that moves',
  about: { role: 'block' },
  value: ({ block }) => block,
};
