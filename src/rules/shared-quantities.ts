/**
 * Quantities of units that lie in two or more units of another layer: from the shared table of an align report, or
 * worked out from the overlap table.
 *
 *     shared_units            units of the second layer that lie in two or more units of the first
 *     people_outside_main     those of their people who are not in the main partner
 *     share_outside_main      the same as a share of all people of the second layer, 0 to 1
 */
import { columnAbout, columnHeaded, measuresOf } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { mainOf } from '../result/main-partner.js';
import { moreIsWorse, type Quantity } from './quantity.js';
import { amountOf, amountPlace, layersOf, sumOf, tableNamed, textOf, unitPlaces } from './read-tables.js';

/** The quantities, none where the result has neither table. */
export function sharedQuantities(result: Result): Quantity[] {
  // Over time a table of that name has a column for each vintage; `timeline-quantities.ts` reads what it sums up to.
  if (tableNamed(result, 'timeline') !== null) return [];
  const shared = tableNamed(result, 'shared');
  if (shared !== null) return fromSharedTable(result, shared);
  const overlap = tableNamed(result, 'overlap');
  return overlap === null || layersOf(overlap).length !== 2 ? [] : fromOverlapTable(overlap);
}

function fromSharedTable(result: Result, table: Table): Quantity[] {
  const measures = measuresOf(table);
  const units = tableNamed(result, 'units');
  const outside = (measure: string | null): number | null =>
    sumOf(table, columnAbout(table, { role: 'outside_main', measure }));
  return [
    ...moreIsWorse('shared_units', table.rows.length, 'units in two or more units of the other layer'),
    ...moreIsWorse('ha_outside_main', outside(null), 'hectares outside the main partner'),
    ...peopleQuantities(measures, (measure) => ({
      outside: outside(measure),
      total: units === null ? null : sumOf(units, amountPlace(units, measure)),
    })),
  ];
}

/** A unit with its material parts, as rows of the overlap table have them. */
interface Parts {
  readonly rows: (readonly Cell[])[];
}

function fromOverlapTable(table: Table): Quantity[] {
  const [a, b] = layersOf(table) as [string, string];
  const measures = measuresOf(table);
  const ofB = materialParts(table, b);
  const ofA = materialParts(table, a);
  const shared = ofB.filter(({ rows }) => rows.length > 1);
  const land = amountPlace(table, null);
  const people = measures[0] === undefined ? null : amountPlace(table, measures[0]);
  const codePlace = unitPlaces(table, a).code;
  const outside = (place: number): number =>
    shared.reduce((sum, { rows }) => {
      const main = mainOf(rows, (row) => ({
        people: people === null ? 0 : amountOf(row[people]),
        land: amountOf(row[land]),
        code: textOf(row[codePlace]),
      }));
      return rows.filter((row) => row !== main).reduce((part, row) => part + amountOf(row[place]), sum);
    }, 0);
  const hasLand = sumOf(table, land) !== null;
  return [
    ...moreIsWorse('shared_units', shared.length, `units of ${b} in two or more units of ${a}`),
    ...moreIsWorse(
      `shared_units_of_${a}`,
      ofA.filter(({ rows }) => rows.length > 1).length,
      `units of ${a} in two or more units of ${b}`,
    ),
    ...moreIsWorse('ha_outside_main', hasLand ? outside(land) : null, 'hectares outside the main partner'),
    ...peopleQuantities(measures, (measure) => {
      const place = amountPlace(table, measure);
      return { outside: outside(place), total: sumOf(table, place) };
    }),
  ];
}

/** The first measure is also called `people`, whatever its name. */
function peopleQuantities(
  measures: readonly string[],
  amounts: (measure: string) => { outside: number | null; total: number | null },
): Quantity[] {
  const named = measures.map((measure) => ({ measure, called: measure }));
  if (measures.length > 0 && !measures.includes('people'))
    named.unshift({ measure: measures[0]!, called: 'people' });
  return named.flatMap(({ measure, called }) => {
    const { outside, total } = amounts(measure);
    const share = outside === null || total === null || total === 0 ? null : outside / total;
    return [
      ...moreIsWorse(
        `${called}_outside_main`,
        outside,
        `${measure} of shared units outside their main partner`,
      ),
      ...moreIsWorse(
        called === 'people' ? 'share_outside_main' : `${called}_share_outside_main`,
        share,
        `${measure} outside the main partner as a share of all, 0 to 1`,
      ),
    ];
  });
}

/** Rows of the pairs that are real overlaps, by unit of a layer. */
function materialParts(table: Table, layer: string): Parts[] {
  const relationPlace = columnHeaded(table, 'relation');
  const codePlace = unitPlaces(table, layer).code;
  const units = new Map<string, Parts>();
  for (const row of table.rows) {
    const relation = textOf(row[relationPlace]);
    const code = textOf(row[codePlace]);
    if (relation === 'sliver' || relation === 'outside' || code === '') continue;
    const parts = units.get(code);
    if (parts === undefined) units.set(code, { rows: [row] });
    else parts.rows.push(row);
  }
  return [...units.values()];
}
