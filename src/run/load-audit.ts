/**
 * The lookup of --audit: FILE:MEMBER:GROUP, or a file whose columns of members and groups are told by their codes.
 */
import type { Layer } from '../layer/layer.js';
import { readRecodes } from '../layer/recode.js';
import { readLookup } from '../layer/read-lookup.js';
import type { Table } from '../layer/table.js';
import type { AuditRequest } from '../measures/align/audit.js';
import { USUAL_LEAST } from '../measures/align/usual.js';
import type { MeasureRequest } from '../measures/crossing/measure-request.js';
import type { InputRecord } from '../result/result.js';
import { InputError } from '../trouble/input-error.js';
import { embedded } from '../cli/embedded-data.js';
import { parseLayerArgument } from './layer-argument.js';
import { exists, fileSource } from '../cli/read-source.js';
import { readTable } from './read-table.js';

export interface LoadedAudit {
  readonly request: AuditRequest;
  readonly inputs: readonly InputRecord[];
  readonly notes: readonly string[];
}

/** What --audit and --least ask for; null where neither was given. */
export async function loadAudit(
  { audit, least }: { readonly audit: string | null; readonly least: number | null },
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
  progress: (text: string) => void,
): Promise<LoadedAudit | null> {
  if (audit === null && least === null) return null;
  if (audit === null) return { request: { lookup: null, recodes: [], least: least! }, inputs: [], notes: [] };
  const argument = parseLayerArgument(audit, exists);
  const path = argument.form === 'lookup' || argument.form === 'file' ? argument.path : audit;
  const source = fileSource(path);
  progress(`reading ${source.shortName}`);
  const { table, format, seal } = await readTable(source, null);
  const blocks = measures.flatMap((measure) =>
    measure.blocks?.form === 'polygons' ? [measure.blocks.layer] : [],
  );
  const columns = argument.form === 'lookup' ? argument : guessColumns(table, layers, [...layers, ...blocks]);
  const lookup = readLookup(table, { member: columns.member, group: columns.group });
  const recodes = readRecodes((await readTable(fileSource(embedded('england/recodes.csv')), null)).table);
  return {
    request: { lookup, recodes, least: least ?? USUAL_LEAST },
    inputs: [{ id: 'audit', role: 'lookup', file: source.shortName, format, ...seal }],
    notes: lookup.notes,
  };
}

/** The columns whose codes are most surely those of a layer (groups) and of another or of the blocks (members). */
function guessColumns(
  table: Table,
  layers: readonly Layer[],
  finer: readonly Layer[],
): { member: string; group: string } {
  const found = table.headings.map((heading, column) => {
    const { values } = table.distinct(column);
    const best = (candidates: readonly Layer[]): { layer: Layer | null; share: number } => {
      let most = { layer: null as Layer | null, share: 0.5 };
      for (const layer of candidates) {
        const codes = new Set(layer.codes);
        const share = values.filter((value) => codes.has(value)).length / Math.min(values.length, codes.size);
        if (share > most.share) most = { layer, share };
      }
      return most;
    };
    return { heading, values: values.length, asGroup: best(layers), asMember: best(finer) };
  });
  const pairs = found.flatMap((member) =>
    found
      .filter((group) => member.asMember.layer !== null && group.asGroup.layer !== null)
      .filter((group) => group.asGroup.layer !== member.asMember.layer && group.values < member.values)
      .map((group) => ({
        member: member.heading,
        group: group.heading,
        share: member.asMember.share + group.asGroup.share,
      })),
  );
  const best = pairs.reduce<(typeof pairs)[number] | null>(
    (most, pair) => (most === null || pair.share > most.share ? pair : most),
    null,
  );
  if (best !== null) return best;
  throw new InputError({
    id: 'audit-columns',
    file: table.fileName,
    message: 'no two of its columns hold codes of the layers',
    hint: 'Name the columns as --audit FILE:MEMBER:GROUP',
  });
}
