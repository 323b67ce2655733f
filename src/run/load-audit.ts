/**
 * The lookup to audit: its two columns named, or told by their codes.
 */
import type { Layer } from '../layer/layer.js';
import { followsFrom } from '../layer/follows-from.js';
import { readLookup } from '../layer/read-lookup.js';
import { comparableSet } from '../layer/spelling.js';
import type { Table } from '../layer/table.js';
import { tidyColumn } from '../layer/tidy-codes.js';
import type { AuditRequest } from '../measures/align/audit.js';
import { USUAL_LEAST } from '../measures/align/usual.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { shippedRecodes } from '../layer/shipped-recodes.js';
import { InputError } from '../trouble/input-error.js';
import { inRole } from '../trouble/note.js';
import type { Inputs } from './inputs.js';
import { takeTable } from './read-table.js';
import type { AlignRequest } from './request.js';

export interface LoadedAudit {
  readonly request: AuditRequest;
  readonly notes: Layer['notes'];
}

/** What a request asks to be audited; null where it asks for nothing. */
export async function loadAudit(
  inputs: Inputs,
  { audit, least }: Pick<AlignRequest, 'audit' | 'least'>,
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
): Promise<LoadedAudit | null> {
  if (audit === undefined && least === undefined) return null;
  if (audit === undefined) return { request: { lookup: null, recodes: [], least: least! }, notes: [] };
  const { table, line } = await takeTable(inputs, audit, 'audit', 'audit');
  const blocks = measures.flatMap((measure) =>
    measure.blocks?.form === 'polygons' ? [measure.blocks.layer] : [],
  );
  const { member, group } = audit;
  const columns =
    member !== undefined && group !== undefined
      ? { member, group }
      : { ...guessColumns(table, layers, [...layers, ...blocks]), why: 'matching' as const };
  const lookup = readLookup(table, columns);
  line.reading = lookup.reading;
  return {
    request: { lookup, recodes: shippedRecodes, least: least ?? USUAL_LEAST },
    notes: inRole('lookup', lookup.notes),
  };
}

/** Where rows of one member have several groups: the lookup is of something finer. */
const membersRepeat = (table: Table, { member, group }: { member: string; group: string }): InputError =>
  new InputError({
    id: 'audit-columns',
    file: table.fileName,
    message: `codes of '${member}' stand with several of '${group}', and no finer column holds codes that are known`,
    hint: 'Give what the rows are of as polygons with --people and --blocks, or a lookup with one row for each, or name the columns as --audit FILE:MEMBER:GROUP',
  });

/**
 * The columns whose codes are most surely those of a layer (groups) and of another or of the blocks (members), so that
 * each member has one group; of several the finest members.
 */
function guessColumns(
  table: Table,
  layers: readonly Layer[],
  finer: readonly Layer[],
): { member: string; group: string } {
  const found = table.headings.map((_, column) => {
    const values = [...comparableSet(tidyColumn(table, column).values)];
    const best = (candidates: readonly Layer[]): { layer: Layer | null; share: number } => {
      let most = { layer: null as Layer | null, share: 0.5 };
      for (const layer of candidates) {
        const codes = comparableSet(layer.codes);
        const share = values.filter((value) => codes.has(value)).length / Math.min(values.length, codes.size);
        if (share > most.share) most = { layer, share };
      }
      return most;
    };
    return { column, values: values.length, asGroup: best(layers), asMember: best(finer) };
  });
  const pairs = found.flatMap((member) =>
    found
      .filter((group) => member.asMember.layer !== null && group.asGroup.layer !== null)
      .filter((group) => group.asGroup.layer !== member.asMember.layer && group.values < member.values)
      .map((group) => ({ member, group, share: member.asMember.share + group.asGroup.share })),
  );
  const best = pairs
    .sort((p, q) => q.share - p.share || q.member.values - p.member.values)
    .find(({ member, group }) => followsFrom(table, group.column, member.column));
  const headings = ({ member, group }: (typeof pairs)[number]): { member: string; group: string } => ({
    member: table.headings[member.column]!,
    group: table.headings[group.column]!,
  });
  if (best !== undefined) return headings(best);
  if (pairs.length > 0) throw membersRepeat(table, headings(pairs[0]!));
  throw new InputError({
    id: 'audit-columns',
    file: table.fileName,
    message: 'no two of its columns hold codes of the layers',
    hint: 'Name the columns as --audit FILE:MEMBER:GROUP',
  });
}
