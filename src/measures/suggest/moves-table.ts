/**
 * Moves as rows: the tables `suggest` (single moves) and `fix` (the cheapest set).
 */
import type { Alignment } from '../alignment/alignment.js';
import type { Cell, Column, Table } from '../../result/table.js';
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
  const { a, b, measures } = aligned;
  const quantity = measures[0]?.name ?? 'hectares';
  const kind = measures.length > 0 ? 'people' : 'hectares';
  const decimals = measures[0]?.decimals ?? 2;
  const amount = (heading: string, description: string): Column => ({ heading, kind, decimals, description });
  const text = (heading: string, columnKind: Column['kind'], description: string): Column => ({
    heading,
    kind: columnKind,
    decimals: null,
    description,
  });
  const blocks = moves.some(({ block }) => block !== null);
  return {
    name,
    caption,
    columns: [
      { heading: 'rank', kind: 'count', decimals: 0, description: 'Place in this order' },
      text(`${b.id}_code`, 'code', `Code of the shared unit of ${b.id}`),
      text(`${b.id}_name`, 'name', `Name of the shared unit of ${b.id}`),
      text(`from_${a.id}_code`, 'code', `The unit of ${a.id} that a part of it leaves`),
      text(`to_${a.id}_code`, 'code', `The unit of ${a.id} that it comes to`),
      amount(`people_moved`, `${quantity} that move: ${measures[0]?.basis ?? 'hectares'}`),
      { heading: 'area_ha', kind: 'hectares', decimals: 2, description: 'Hectares that move' },
      amount('outside_main_before', `${quantity} outside main partners over the whole layer, before`),
      amount('outside_main_after', `${quantity} outside main partners over the whole layer, after this move`),
      text('contiguous', 'text', 'Whether both units stay as connected as they are; unknown without shapes'),
      ...(blocks ? [text('block_code', 'code', 'The block that moves')] : []),
    ],
    rows: moves.map((move, i): Cell[] => [
      i + 1,
      b.codes[move.b]!,
      b.names[move.b]!,
      a.codes[move.from]!,
      a.codes[move.to]!,
      move.amount,
      hectaresOrNull(move.area),
      move.outsideBefore,
      move.outsideAfter,
      move.contiguous,
      ...(blocks ? [move.block] : []),
    ]),
  };
}
