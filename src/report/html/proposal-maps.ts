/**
 * What the small maps above the columns of a matrix show: the units of now, put together as each proposal has it.
 */
import { columnAbout, columnHeaded, columnsAbout } from '../../result/find-column.js';
import type { Result } from '../../result/result.js';
import { shortenName } from '../../result/shorten-name.js';
import type { SmallMapData } from './client/small-map-data.js';

/** One map a column, now first; none where the result has no map of the units that change. */
export function proposalMaps(result: Result, layers: readonly string[]): SmallMapData[] {
  const table = result.tables.find(({ name }) => /^transfers(_|$)/.test(name));
  if (result.map === undefined || table === undefined) return [];
  const [before, after] = columnsAbout(table, { role: 'unit', kind: 'code' });
  if (before === undefined || after === undefined) return [];
  const layer = layers.indexOf(table.columns[before]!.about.layer ?? '');
  if (layer < 0) return [];
  const scenario = columnHeaded(table, 'scenario');
  const becomes = table.columns[after]!.about.layer ?? '';
  const name = columnAbout(table, { role: 'unit', kind: 'name', layer: becomes });
  const borders = layers.findIndex((id) => id !== table.columns[before]!.about.layer && id !== becomes);
  const proposals = new Map<string, Map<string, string[]>>();
  const about = new Set<string>();
  for (const row of table.rows) {
    const groups = proposals.get(String(row[scenario] ?? '')) ?? new Map<string, string[]>();
    proposals.set(String(row[scenario] ?? ''), groups);
    const [code, into] = [String(row[before] ?? ''), shortenName(String(row[name] ?? row[after] ?? ''))];
    if (code === '') continue;
    about.add(code);
    groups.set(into, [...(groups.get(into) ?? []), code]);
  }
  const map = (groups: ReadonlyMap<string, readonly string[]>): SmallMapData => ({
    kind: 'proposal',
    layer,
    about: [...about],
    groups: [...groups].map(([title, codes]) => ({ name: title, codes })),
    borders,
  });
  return [map(new Map()), ...[...proposals.values()].map(map)];
}
