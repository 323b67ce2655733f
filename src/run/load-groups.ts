/**
 * Layers made by regrouping others through a lookup: councils to counties, ICBs to clusters.
 */
import type { Layer } from '../layer/layer.js';
import { readLookup } from '../layer/read-lookup.js';
import { groupLayer } from '../layer/regroup.js';
import { layersCalled } from '../layer/units-called.js';
import { comparable } from '../trouble/order.js';
import { comparableSet } from '../layer/spelling.js';
import { columnNamed, type Table } from '../layer/table.js';
import { codesForNames, withCodes } from '../layer/codes-for-names.js';
import { tidyColumn } from '../layer/tidy-codes.js';
import { isCodeHeading } from '../read/table/code-headings.js';
import { InputError } from '../trouble/input-error.js';
import type { Inputs } from './inputs.js';
import { loadRecodes } from './load-recodes.js';
import { takeTable } from './read-table.js';
import type { CommonWishes, GroupSource } from './request.js';

/** The layers with every group made; a group takes the place of its source. */
export async function groupLayers(
  inputs: Inputs,
  layers: readonly Layer[],
  { groups = [], recode }: Pick<CommonWishes, 'groups' | 'recode'>,
): Promise<readonly Layer[]> {
  if (groups.length === 0) return layers;
  const recodes = await loadRecodes(inputs, recode);
  let grouped = [...layers];
  for (const group of groups) {
    const { id, from, lookup } = group;
    const called = layersCalled(from, grouped);
    const at = called.length === 1 ? grouped.indexOf(called[0]!) : -1;
    if (at < 0) throw noSuchSource(group, grouped);
    const { table, line } = await takeTable(inputs, lookup, 'group', id);
    const { member, group: column } = lookup;
    const columns =
      member !== undefined && column !== undefined
        ? { member, group: column }
        : { ...columnsOf(table, grouped[at]!), why: 'matching' as const };
    const made = inputs.onceOf(grouped[at]!, JSON.stringify([group, recode]), () =>
      groupLayer(
        grouped[at]!,
        id,
        readLookup(withCodes(table, columnNamed(table, columns.member), grouped[at]!), columns),
        recodes,
      ),
    );
    line.reading = made.reading;
    grouped = grouped.map((layer, l) => (l === at ? made.layer : layer));
  }
  return grouped;
}

/** The column that holds the source's codes, or its names where none does, and the other column of codes. */
function columnsOf(table: Table, source: Layer): { member: string; group: string } {
  const codes = table.headings.flatMap((heading, column) => (isCodeHeading(heading) ? [column] : []));
  const own = comparableSet(source.codes);
  const matches = (column: number): number =>
    tidyColumn(table, column).values.filter((code) => own.has(comparable(code))).length;
  const ranked = [...codes].sort((p, q) => matches(q) - matches(p) || p - q);
  const byCode = ranked.length > 0 && matches(ranked[0]!) > 0;
  const [member, ...others] = byCode ? ranked : byNames(table, source);
  if (member === undefined || others.length !== 1) {
    throw new InputError({
      id: 'group-columns',
      file: table.fileName,
      message: `it is not clear which columns hold the codes of ${source.id} and of their groups`,
      hint: `Name them, as ${table.fileName}:MEMBER:GROUP; the columns are ${table.headings.join(', ')}`,
    });
  }
  return { member: table.headings[member]!, group: table.headings[others[0]!]! };
}

/** The column that names most units of the source, and the others; none where no column names any. */
function byNames(table: Table, source: Layer): number[] {
  const named = table.headings.map((_, column) => codesForNames(table.distinct(column).values, source).size);
  const most = Math.max(0, ...named);
  const columns = table.headings.map((_, column) => column);
  return most === 0 ? [] : columns.sort((p, q) => named[q]! - named[p]! || p - q);
}

const noSuchSource = ({ id, from }: GroupSource, layers: readonly Layer[]): InputError =>
  new InputError({
    id: 'group-source',
    message: `the group '${id}' regroups '${from}', which is not among the layers (${layers.map((layer) => layer.id).join(', ')})`,
    hint: 'Use the id of a layer',
  });
