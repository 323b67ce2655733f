/**
 * What the tables of `compare` hold, for its story: pieces that changed hands, what became of units, the whole.
 */
import { columnAbout, columnHeaded, measuresOf } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import type { UnitRef } from './story.js';
import { figureOf, sumOrNull, textOf } from './cells.js';
import { unitName } from './unit-name.js';
import { tableNamed } from './named-table.js';

/** A piece in another unit than before, or in none. */
export interface Transfer {
  readonly change: string;
  readonly from: UnitRef | null;
  readonly to: UnitRef | null;
  /** People by the first measure; null where nobody is counted or the figure is withheld. */
  readonly people: number | null;
  readonly hectares: number | null;
  /** Per cent of the unit before and of the unit after, of people, else of land. */
  readonly ofBefore: number | null;
  readonly ofAfter: number | null;
}

export interface Comparison {
  readonly before: LayerRecord;
  readonly after: LayerRecord;
  /** Name of the first measure; null where land alone is compared. */
  readonly measure: string | null;
  readonly basis: string;
  /** Pieces that matter, most first; then those that do not. */
  readonly transfers: readonly Transfer[];
  readonly small: readonly Transfer[];
  /** What units that gave or took a piece have kept, where people are counted. */
  readonly stays: readonly { readonly from: UnitRef; readonly to: UnitRef; readonly people: number }[];
  /** All that was compared: people, or hectares. */
  readonly total: number | null;
  /** What became of the units before and after, one word or a few for each. */
  readonly ofBefore: readonly string[];
  readonly ofAfter: readonly string[];
}

/** What a piece is ranked by: people, or hectares where nobody is counted. */
export const amountOf = ({ measure }: Comparison, { people, hectares }: Transfer): number | null =>
  measure === null ? hectares : people;

/** The comparison in a result; null for one that lacks its tables. */
export function readComparison(result: Result): Comparison | null {
  const [before, after] = result.layers;
  const [transfers, units, summary] = ['transfers', 'units', 'summary'].map((name) =>
    tableNamed(result.tables, name),
  );
  if (before === undefined || after === undefined || !transfers || !units || !summary) return null;
  const [measure = null] = measuresOf(units);
  const basis = columnAbout(units, measure === null ? {} : { role: 'basis', measure });
  const pieces = readTransfers(transfers, before, after, measure);
  const amount = amountPlace(units, measure);
  return {
    before,
    after,
    measure,
    basis: measure === null ? '' : textOf((units.rows[0] ?? [])[basis]),
    transfers: pieces.filter(({ matters }) => matters),
    small: pieces.filter(({ matters }) => !matters),
    stays: staysOf(readTransfers(units, before, after, measure), pieces),
    total: sumOrNull(units.rows.map((row) => figureOf(row[amount]))),
    ofBefore: changesOf(summary, before),
    ofAfter: changesOf(summary, after),
  };
}

/** Rows of the table of all pieces that are no transfer, of units that one is about. */
function staysOf(all: readonly Transfer[], transfers: readonly Transfer[]): Comparison['stays'] {
  const key = ({ from, to }: Transfer): string => `${from?.code ?? ''} ${to?.code ?? ''}`;
  const moved = new Set(transfers.map(key));
  const about = new Set(transfers.flatMap(({ from, to }) => [`f ${from?.code}`, `t ${to?.code}`]));
  return all.flatMap((piece) => {
    const { from, to, people } = piece;
    if (from === null || to === null || people === null || moved.has(key(piece))) return [];
    return about.has(`f ${from.code}`) || about.has(`t ${to.code}`) ? [{ from, to, people }] : [];
  });
}

const amountPlace = (table: Table, measure: string | null): number =>
  columnAbout(table, measure === null ? { role: 'amount', kind: 'hectares' } : { role: 'amount', measure });

function readTransfers(
  table: Table,
  before: LayerRecord,
  after: LayerRecord,
  measure: string | null,
): (Transfer & { readonly matters: boolean })[] {
  const unitIn = ({ id }: LayerRecord): ((row: readonly Cell[]) => UnitRef | null) => {
    const code = columnAbout(table, { role: 'unit', kind: 'code', layer: id });
    const name = columnAbout(table, { role: 'unit', kind: 'name', layer: id });
    return (row) =>
      textOf(row[code]) === ''
        ? null
        : { layer: id, code: textOf(row[code]), name: unitName(textOf(row[name])) };
  };
  const [from, to] = [unitIn(before), unitIn(after)];
  const change = columnHeaded(table, 'change');
  const matters = columnAbout(table, { role: 'matters' });
  const people = measure === null ? -1 : amountPlace(table, measure);
  const hectares = amountPlace(table, null);
  const [ofBefore, ofAfter] = [before, after].map(({ id }) =>
    columnAbout(table, { role: 'share', layer: id, measure }),
  );
  return table.rows.map((row) => ({
    change: textOf(row[change]),
    from: from(row),
    to: to(row),
    people: figureOf(row[people]),
    hectares: figureOf(row[hectares]),
    ofBefore: figureOf(row[ofBefore!]),
    ofAfter: figureOf(row[ofAfter!]),
    // Documents of before pieces were judged have no such column: all of theirs count.
    matters: matters < 0 || row[matters] === true,
  }));
}

function changesOf(summary: Table, { id }: LayerRecord): string[] {
  const [vintage, change] = [columnHeaded(summary, 'vintage'), columnHeaded(summary, 'change')];
  return summary.rows.flatMap((row) => (textOf(row[vintage]) === id ? [textOf(row[change])] : []));
}
