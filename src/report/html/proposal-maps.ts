/**
 * What the small maps above the columns of a matrix show: the units of now, put together as each proposal has it, and
 * who is outside the main partner of each.
 *
 *     pairs of units now ──► pairs of the units put together ──► land outside the main one, a circle at its largest piece
 */
import { columnAbout, columnHeaded, columnsAbout } from '../../result/find-column.js';
import type { Result } from '../../result/result.js';
import { shortenName } from '../../result/shorten-name.js';
import { changingUnits } from '../../story/changing-units.js';
import { readProposals, type UnitAt } from '../../story/read-proposals.js';
import { pairLists } from '../../story/splits.js';
import { wholeText } from '../../trouble/count-text.js';
import type { ProposalCircle, SmallMapData } from './client/small-map-data.js';

/** A map of one column. */
type ProposalMap = SmallMapData & { readonly kind: 'proposal' };

/** One map a column, now first; none where the result has no map of the units that change. */
export function proposalMaps(result: Result, layers: readonly string[]): SmallMapData[] {
  const table = result.tables.find(({ name }) => /^transfers(_|$)/.test(name));
  const about = changingUnits(result)?.codes;
  if (result.map === undefined || table === undefined || about === undefined) return [];
  const [before, after] = columnsAbout(table, { role: 'unit', kind: 'code' });
  if (before === undefined || after === undefined) return [];
  const layer = layers.indexOf(table.columns[before]!.about.layer ?? '');
  if (layer < 0) return [];
  const scenario = columnHeaded(table, 'scenario');
  const becomes = table.columns[after]!.about.layer ?? '';
  const name = columnAbout(table, { role: 'unit', kind: 'name', layer: becomes });
  const borders = layers.findIndex((id) => id !== layers[layer] && id !== becomes);
  const proposals = new Map<string, Map<string, Group>>();
  for (const row of table.rows) {
    const key = String(row[scenario] ?? '');
    const groups = proposals.get(key) ?? new Map<string, Group>();
    proposals.set(key, groups);
    const [code, into] = [String(row[before] ?? ''), String(row[after] ?? '')];
    if (code === '') continue;
    const title = shortenName(String(row[name] ?? into));
    groups.set(into, { name: title, codes: [...(groups.get(into)?.codes ?? []), code] });
  }
  const outsideOf = outsides(result, layers, layer, borders);
  const map = (groups: ReadonlyMap<string, Group>, units: readonly UnitAt[]): ProposalMap => {
    const grouped = new Set([...groups.values()].flatMap(({ codes }) => codes));
    const kept = [...about].filter((code) => !grouped.has(code)).map((code) => [code, [code]] as const);
    const all = [...[...groups].map(([code, { codes }]) => [code, codes] as const), ...kept];
    const found = all.map(([code, codes]) => outsideOf(codes, units, code));
    return {
      kind: 'proposal',
      layer,
      about: [...about],
      groups: [...groups.values()],
      borders,
      outside: found.flatMap(({ outside }) => outside),
      circles: found.flatMap(({ circle }) => (circle === null ? [] : [circle])),
      most: 1,
    };
  };
  const columns = readProposals(result)?.columns ?? [];
  const maps = [new Map<string, Group>(), ...proposals.values()].map((groups, c) =>
    map(groups, columns[c]?.units ?? []),
  );
  const most = Math.max(1, ...maps.flatMap(({ circles }) => circles.map(({ amount }) => amount)));
  return maps.map((each) => ({ ...each, most }));
}

interface Group {
  readonly name: string;
  readonly codes: readonly string[];
}

interface Outside {
  readonly outside: ProposalMap['outside'];
  readonly circle: ProposalCircle | null;
}

/** Tells what of some units together is outside their main partner in the layer of the borders; the figure is the unit's own. */
function outsides(
  result: Result,
  layers: readonly string[],
  layer: number,
  borders: number,
): (codes: readonly string[], units: readonly UnitAt[], unit: string) => Outside {
  const [own, other] = [layers[layer]!, layers[borders] ?? ''];
  const list = pairLists(result).find(
    ({ a, b }) => [a.id, b.id].includes(own) && [a.id, b.id].includes(other),
  );
  const isTurned = list?.a.id === other;
  const pairs = (list?.rows ?? []).map(({ a, b, people, hectares }) => ({
    code: isTurned ? b : a,
    partner: isTurned ? a : b,
    amount: (list!.measures.length > 0 ? people[0] : hectares) ?? 0,
  }));
  const places = new Map(
    (result.map?.pieces ?? []).flatMap(({ layers: ids, codes, longitude, latitude }) => {
      const [u, p] = [ids.indexOf(own), ids.indexOf(other)];
      return u < 0 || p < 0 ? [] : [[`${codes[u]} ${codes[p]}`, [longitude, latitude] as const] as const];
    }),
  );
  return (codes, units, unit) => {
    const members = pairs.filter(({ code }) => codes.includes(code));
    const sums = new Map<string, number>();
    for (const { partner, amount } of members) sums.set(partner, (sums.get(partner) ?? 0) + amount);
    const [main] = [...sums].sort(([, p], [, q]) => q - p);
    const rest = members.filter(({ partner, amount }) => partner !== main?.[0] && amount > 0);
    const [largest] = [...rest].sort((p, q) => q.amount - p.amount);
    const amount = units.find((each) => each.unit.code === unit)?.against.get(other)?.outside ?? 0;
    return {
      outside: [...new Set(rest.map(({ partner }) => partner))].map((partner) => [codes, borders, partner]),
      circle:
        largest === undefined || amount < 0.5
          ? null
          : {
              amount,
              figure: wholeText(amount),
              at: places.get(`${largest.code} ${largest.partner}`) ?? null,
              within: largest.code,
            },
    };
  };
}
