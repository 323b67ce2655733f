/**
 * Quantities of an align report beside its shared units: patches, border, metrics and policy tests.
 *
 *     patches, patches_ha          misaligned patches
 *     deviating_km                 border between units that the other layer's border does not follow
 *     v_measure …                  any metric of the metrics table by its id; `_a_to_b` or `_b_to_a` after it says
 *                                  which direction, `_by_2`, `_by_3` … which basis in the order of the table
 *     p1_not_met, p1_share …       policy tests
 */
import { columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { lessIsWorse, moreIsWorse, quantityKey, type Quantity } from './quantity.js';
import { amountPlace, cellReader, sumOf, tableNamed, textOf } from './read-tables.js';

/** The quantities, none where the result has no such tables. */
export function alignQuantities(result: Result): Quantity[] {
  const of = (name: string, read: (table: Table) => Quantity[]): Quantity[] => {
    const table = tableNamed(result, name);
    return table === null ? [] : read(table);
  };
  return [
    ...of('patches', (table) => [
      ...moreIsWorse('patches', table.rows.length, 'misaligned patches'),
      ...moreIsWorse('patches_ha', sumOf(table, amountPlace(table, null)), 'hectares of misaligned patches'),
    ]),
    ...of('border', (table) =>
      moreIsWorse(
        'deviating_km',
        sumOf(table, columnHeaded(table, 'deviating_km')),
        'kilometres of border that deviate',
      ),
    ),
    ...of('metrics', metricQuantities),
    ...of('tests', testQuantities),
  ];
}

/** Metrics of which more means better aligned; of all others less does. */
const MORE_IS_BETTER = new Set([
  'share_in_whole_areas',
  'v_measure',
  'homogeneity',
  'completeness',
  'purity',
  'continuity',
  'mutual_information',
  'rand',
  'adjusted_rand',
  'pair_jaccard',
  'mapcurves',
  'mapcurves_area',
]);

/** The first row of a metric has its bare name; every row has one with its direction and, from the second, basis. */
function metricQuantities(table: Table): Quantity[] {
  const cell = cellReader(table);
  const bases: string[] = [];
  const bare = new Set<string>();
  return table.rows.flatMap((row) => {
    const [metric, basis, direction] = ['metric', 'basis', 'direction'].map((heading) =>
      textOf(cell(row, heading)),
    ) as [string, string, string];
    const value = cell(row, 'value');
    if (!bases.includes(basis)) bases.push(basis);
    if (typeof value !== 'number') return [];
    const place = bases.indexOf(basis);
    const suffix = `${direction === 'both' ? '' : `_${quantityKey(direction)}`}${place === 0 ? '' : `_by_${place + 1}`}`;
    const names = [...(bare.has(metric) ? [] : [metric]), ...(suffix === '' ? [] : [metric + suffix])];
    bare.add(metric);
    const make = MORE_IS_BETTER.has(metric) ? lessIsWorse : moreIsWorse;
    return names.flatMap((name) => make(name, value, `metric of ${basis}`));
  });
}

/** Each test under its own name, and under its name and layer where several layers are tested. */
function testQuantities(table: Table): Quantity[] {
  const cell = cellReader(table);
  const times = new Map<string, number>();
  for (const row of table.rows) {
    const test = textOf(cell(row, 'test'));
    times.set(test, (times.get(test) ?? 0) + 1);
  }
  return table.rows.flatMap((row) => {
    const test = textOf(cell(row, 'test'));
    const layer = (times.get(test) ?? 0) > 1 ? `_${textOf(cell(row, 'layer'))}` : '';
    const name = quantityKey(test + layer);
    const [notMet, share] = [cell(row, 'not_met'), cell(row, 'share')];
    const statement = textOf(cell(row, 'statement'));
    return [
      ...moreIsWorse(`${name}_not_met`, typeof notMet === 'number' ? notMet : null, `not met: ${statement}`),
      ...lessIsWorse(
        `${name}_share`,
        typeof share === 'number' ? share : null,
        `share met, 0 to 1: ${statement}`,
      ),
    ];
  });
}
