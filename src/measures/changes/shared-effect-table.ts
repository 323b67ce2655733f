/**
 * The table `shared` of a comparison: each unit that is shared before or after.
 */
import { isShared } from '../alignment/alignment.js';
import { outsideOf, partnerCodes, type AlignmentFigures } from '../alignment/alignment-figures.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { sharedCodes, type Effect } from './effect.js';

const text = (heading: string, description: string, kind: Column['kind'] = 'text'): Column => ({
  heading,
  kind,
  decimals: null,
  description,
});

/** One row for each unit that is shared before or after: resolved, created, or still shared. */
export function sharedTable(effects: readonly Effect[]): Table {
  const [first] = effects;
  const quantity = first?.before.quantity ?? 'people';
  const count = (heading: string, description: string): Column => ({
    heading,
    kind: 'count',
    decimals: 0,
    description,
  });
  const amount = (heading: string, description: string): Column => ({
    heading,
    kind: quantity === 'hectares' ? 'hectares' : 'people',
    decimals: quantity === 'hectares' ? 2 : 0,
    description,
  });
  return {
    name: 'shared',
    caption: 'One row for each unit that is shared before or after.',
    columns: [
      text('scenario', 'The proposal, or the later vintage'),
      text('against', 'The layer it is held against'),
      text('code', 'Code of the shared unit', 'code'),
      text('name', 'Name of the shared unit', 'name'),
      text('standing', 'no longer shared, no longer there, newly shared, still shared, or shared otherwise'),
      count('parts_before', 'Units it lies in, before'),
      count('parts_after', 'Units it lies in, after'),
      amount('outside_main_before', `${quantity} outside its main unit, before`),
      amount('outside_main_after', `${quantity} outside its main unit, after`),
      text('codes_before', 'Units it lies in, main one first, before'),
      text('codes_after', 'Units it lies in, main one first, after'),
    ],
    rows: effects.flatMap(sharedRows),
  };
}

function sharedRows({ scenario, other, before, after }: Effect): Cell[][] {
  const [earlier, later] = [sharedCodes(before), sharedCodes(after)];
  return [...new Set([...earlier, ...later])].sort().map((code) => {
    const was = find(before, code);
    const is = find(after, code);
    const layer = is === null ? before.aligned.b : after.aligned.b;
    return [
      scenario,
      other.id,
      code,
      layer.names[layer.codes.indexOf(code)]!,
      standing(was, is),
      was?.codes.length ?? null,
      is?.codes.length ?? null,
      was?.outside ?? null,
      is?.outside ?? null,
      was?.codes.join(';') ?? null,
      is?.codes.join(';') ?? null,
    ];
  });
}

interface Standing {
  readonly codes: readonly string[];
  /** 0 for a unit that is not shared. */
  readonly outside: number;
}

/** A unit of the second layer by its code, or null where it is not there. */
function find({ aligned }: AlignmentFigures, code: string): Standing | null {
  const at = aligned.b.codes.indexOf(code);
  if (at < 0) return null;
  const unit = aligned.unitsB[at]!;
  return { codes: partnerCodes(aligned, unit), outside: isShared(unit) ? outsideOf(aligned, unit) : 0 };
}

function standing(was: Standing | null, is: Standing | null): string {
  if (is === null) return 'no longer there';
  if (is.codes.length < 2) return 'no longer shared';
  if (was === null || was.codes.length < 2) return 'newly shared';
  return was.codes.length === is.codes.length && Math.abs(was.outside - is.outside) < 0.5
    ? 'still shared'
    : 'shared otherwise';
}
