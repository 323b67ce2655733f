/**
 * `--group new=source,lookup.csv[:member:group]` and `--recode FILE`.
 */
import type { Layer } from '../layer/layer.js';
import { readLookup } from '../layer/read-lookup.js';
import { readRecodes, type Recode } from '../layer/recode.js';
import { groupLayer } from '../layer/regroup.js';
import type { Table } from '../layer/table.js';
import type { InputRecord } from '../result/result.js';
import { isCodeHeading } from '../read/table/code-headings.js';
import { InputError } from '../trouble/input-error.js';
import { embedded } from '../cli/embedded-data.js';
import { parseLayerArgument } from './layer-argument.js';
import { exists, fileSource } from '../cli/read-source.js';
import { readTable } from './read-table.js';

export interface Grouped {
  readonly layers: readonly Layer[];
  readonly inputs: readonly InputRecord[];
}

/** The layers with every group made; a group takes the place of its source. */
export async function groupLayers(
  layers: readonly Layer[],
  groups: readonly string[],
  recodeFile: string | null,
): Promise<Grouped> {
  if (groups.length === 0) return { layers, inputs: [] };
  const recodes = await loadRecodes(recodeFile);
  const inputs: InputRecord[] = [];
  let grouped = [...layers];
  for (const given of groups) {
    const { id, source, lookup } = parseGroup(given);
    const at = grouped.findIndex((layer) => layer.id === source);
    if (at < 0) throw noSuchSource(given, source, grouped);
    const argument = parseLayerArgument(lookup, exists);
    if (argument.form !== 'file' && argument.form !== 'lookup') throw badGroup(given);
    const file = fileSource(argument.path);
    const { table, format, seal } = await readTable(file, null);
    inputs.push({ id, role: 'lookup', file: file.shortName, format, ...seal });
    const columns = argument.form === 'lookup' ? argument : columnsOf(table, grouped[at]!);
    const made = groupLayer(
      grouped[at]!,
      id,
      readLookup(table, { member: columns.member, group: columns.group }),
      recodes,
    );
    grouped = grouped.map((layer, l) => (l === at ? made : layer));
  }
  return { layers: grouped, inputs };
}

/** The changes in a file given with --recode, and those the package brings. */
async function loadRecodes(file: string | null): Promise<Recode[]> {
  const shipped = readRecodes((await readTable(fileSource(embedded('england/recodes.csv')), null)).table);
  if (file === null) return shipped;
  return [...readRecodes((await readTable(fileSource(file), null)).table), ...shipped];
}

function parseGroup(given: string): { id: string; source: string; lookup: string } {
  const parts = /^([A-Za-z_][A-Za-z0-9_]*)=([A-Za-z_][A-Za-z0-9_]*),(.+)$/s.exec(given);
  if (parts === null) throw badGroup(given);
  return { id: parts[1]!, source: parts[2]!, lookup: parts[3]! };
}

/** The column that holds the source's codes, and the other column of codes. */
function columnsOf(table: Table, source: Layer): { member: string; group: string } {
  const codes = table.headings.flatMap((heading, column) => (isCodeHeading(heading) ? [column] : []));
  const own = new Set(source.codes);
  const matches = (column: number): number =>
    table.distinct(column).values.filter((code) => own.has(code)).length;
  const ranked = [...codes].sort((p, q) => matches(q) - matches(p) || p - q);
  const [member, ...others] = ranked;
  if (member === undefined || matches(member) === 0 || others.length !== 1) {
    throw new InputError({
      id: 'group-columns',
      file: table.fileName,
      message: `it is not clear which columns hold the codes of ${source.id} and of their groups`,
      hint: `Name them, as ${table.fileName}:MEMBER:GROUP; the columns are ${table.headings.join(', ')}`,
    });
  }
  return { member: table.headings[member]!, group: table.headings[others[0]!]! };
}

const badGroup = (given: string): InputError =>
  new InputError({
    id: 'group-form',
    message: `--group ${given} is not of the form new=source,lookup.csv[:member:group]`,
    hint: 'For example --group cauth=ltla,lookup.csv:LAD25CD:CAUTH25CD',
  });

const noSuchSource = (given: string, source: string, layers: readonly Layer[]): InputError =>
  new InputError({
    id: 'group-source',
    message: `--group ${given} regroups '${source}', which is not among the layers (${layers.map((layer) => layer.id).join(', ')})`,
    hint: 'Use the id of a layer',
  });
