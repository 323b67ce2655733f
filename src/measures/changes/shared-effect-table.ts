/**
 * The table `shared` of an alignment before and after: which units are no longer shared, newly, still or otherwise.
 */
import { capital, spaced } from '../../trouble/count-text.js';
import { isShared } from '../alignment/alignment.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { outsideOf, partnerCodes, type AlignmentFigures } from '../alignment/alignment-figures.js';
import { sharedCodes, type Effect } from './effect.js';

/** One row for each unit that is shared before or after: resolved, created, or still shared. */
export function sharedTable(effects: readonly Effect[]): Table {
  return makeTable({
    name: 'shared',
    title: 'Units that are split, before and after',
    caption: 'One row for each unit that is shared before or after.',
    rows: effects.flatMap(sharedRows),
    columns: [
      ...unitColumns,
      ...(['before', 'after'] as const).map((moment): ColumnOf<SharedRow> => ({
        heading: `parts_${moment}`,
        title: `parts ${moment}`,
        kind: 'count',
        description: `Units it lies in, ${moment}`,
        value: (row) => standingAt(row, moment)?.codes.length ?? null,
      })),
      ...(['before', 'after'] as const).map((moment) => outsideColumn(effects[0], moment)),
      ...(['before', 'after'] as const).map((moment): ColumnOf<SharedRow> => ({
        heading: `codes_${moment}`,
        title: `codes ${moment}`,
        kind: 'text',
        description: `Units it lies in, main one first, ${moment}`,
        about: { role: 'partners' },
        value: (row) => standingAt(row, moment)?.codes.join(';') ?? null,
      })),
    ],
  });
}

const unitColumns: readonly ColumnOf<SharedRow>[] = [
  {
    heading: 'scenario',
    title: 'scenario',
    kind: 'text',
    description: 'The proposal, or the later vintage',
    about: { role: 'id' },
    value: ({ effect }) => effect.scenario,
  },
  {
    heading: 'against',
    title: 'against',
    kind: 'text',
    description: 'The layer it is held against',
    about: { role: 'id' },
    value: ({ effect }) => effect.other.id,
  },
  {
    heading: 'code',
    title: 'code',
    kind: 'code',
    description: 'Code of the shared unit',
    about: { role: 'unit' },
    value: ({ code }) => code,
  },
  {
    heading: 'name',
    title: 'name',
    kind: 'name',
    description: 'Name of the shared unit',
    about: { role: 'unit' },
    value: ({ name }) => name,
  },
  {
    heading: 'standing',
    title: 'standing',
    kind: 'text',
    description: 'no longer shared, no longer there, newly shared, still shared, or shared otherwise',
    value: ({ was, is }) => standing(was, is),
  },
];

function outsideColumn(effect: Effect | undefined, moment: 'before' | 'after'): ColumnOf<SharedRow> {
  const quantity = effect?.before.quantity ?? 'people';
  const isLand = quantity === 'hectares';
  return {
    heading: `outside_main_${moment}`,
    title: `outside main ${moment}`,
    kind: isLand ? 'hectares' : 'people',
    decimals: isLand ? 2 : 0,
    description: `${capital(spaced(quantity))} outside its main unit, ${moment}`,
    about: { role: 'outside_main', ...(isLand ? {} : { measure: quantity }) },
    value: (row) => standingAt(row, moment)?.outside ?? null,
  };
}

const standingAt = ({ was, is }: SharedRow, moment: 'before' | 'after'): SharedStanding | null =>
  moment === 'before' ? was : is;

/** A unit that is shared before, after or both. */
interface SharedRow {
  readonly effect: Effect;
  readonly code: string;
  readonly name: string;
  readonly was: SharedStanding | null;
  readonly is: SharedStanding | null;
}

function sharedRows(effect: Effect): SharedRow[] {
  const { before, after } = effect;
  return [...new Set([...sharedCodes(before), ...sharedCodes(after)])].sort().map((code) => {
    const was = sharedStanding(before, code);
    const is = sharedStanding(after, code);
    const layer = is === null ? before.aligned.b : after.aligned.b;
    return { effect, code, name: layer.names[layer.codes.indexOf(code)]!, was, is };
  });
}

/** How a unit lies at one moment. */
export interface SharedStanding {
  readonly codes: readonly string[];
  /** 0 for a unit that is not shared. */
  readonly outside: number;
}

/** A unit of the second layer by its code, or null where it is not there. */
export function sharedStanding({ aligned }: AlignmentFigures, code: string): SharedStanding | null {
  const at = aligned.b.codes.indexOf(code);
  if (at < 0) return null;
  const unit = aligned.unitsB[at]!;
  return { codes: partnerCodes(aligned, unit), outside: isShared(unit) ? outsideOf(aligned, unit) : 0 };
}

function standing(was: SharedStanding | null, is: SharedStanding | null): string {
  if (is === null) return 'no longer there';
  if (is.codes.length < 2) return 'no longer shared';
  if (was === null || was.codes.length < 2) return 'newly shared';
  return was.codes.length === is.codes.length && Math.abs(was.outside - is.outside) < 0.5
    ? 'still shared'
    : 'shared otherwise';
}
