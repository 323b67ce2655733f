/**
 * Pairs of units from a table of combinations of three or more layers. Land and people of a combination are those of
 * all its units together, so pairs made of them say only that two units overlap.
 */
import { columnsAbout, columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { textOf } from './cells.js';
import type { PairList } from './splits.js';

/** What combinations do not say of a pair. */
const NOTHING_MORE = { relation: '', hectares: null, people: [] } as const;

/** The pairs of any two layers of the table; what only touches in slivers is set aside. */
export function pairsOfCombinations(result: Result, table: Table): PairList[] {
  const places = columnsAbout(table, { role: 'unit', kind: 'code' });
  const sliver = columnHeaded(table, 'sliver');
  const rows = table.rows.filter((row) => row[sliver] !== true);
  return places.flatMap((first, i) =>
    places.slice(i + 1).flatMap((second): PairList[] => {
      const [a, b] = [first, second].map((place) =>
        result.layers.find(({ id }) => id === table.columns[place]!.about.layer),
      );
      if (a === undefined || b === undefined) return [];
      const names = new Map([a, b].map(({ id }) => [id, new Map<string, string>()]));
      const pairs = new Map<string, PairList['rows'][number]>();
      for (const row of rows) {
        const [as, bs] = [first, second].map((place) => unitsIn(textOf(row[place]), textOf(row[place + 1])));
        for (const [layer, units] of [
          [a, as!],
          [b, bs!],
        ] as const)
          for (const { code, name } of units) names.get(layer.id)!.set(code, name);
        for (const { code: p } of as!)
          for (const { code: q } of bs!)
            pairs.set(`${p} ${q}`, { a: p, b: q, nameA: '', nameB: '', ...NOTHING_MORE });
      }
      const nameOf = ({ id }: typeof a, code: string): string => names.get(id)!.get(code)!;
      const named = [...pairs.values()].map((row) => ({
        ...row,
        nameA: nameOf(a, row.a),
        nameB: nameOf(b, row.b),
      }));
      return [{ a, b, measures: [], wholes: new Map(), rows: named }];
    }),
  );
}

/** Where units of one layer overlap a cell has several, separated by semicolons. */
function unitsIn(codes: string, names: string): { code: string; name: string }[] {
  if (codes === '') return [];
  const [all, called] = [codes.split(';'), names.split(';')];
  return all.map((code, i) => ({ code, name: called.length === all.length ? called[i]! : code }));
}
