/**
 * Partners of a place at two vintages side by side, from the table `vintages`; nothing where they are the same.
 */
import { columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import { manyOfKind } from './place-headline.js';
import { figureOf, textOf } from './cells.js';
import { tableNamed } from './named-table.js';
import { amountText } from './place-card.js';
import type { PlaceFacts } from './place-facts.js';
import type { VintagesBeside } from './story.js';
import { unitName } from './unit-name.js';

/** One for each two vintages of a layer, in the order of the table. */
export function placeVintages({ place, measure }: PlaceFacts, result: Result): VintagesBeside[] {
  const table = tableNamed(result.tables, 'vintages');
  if (!table) return [];
  const at = (heading: string): number => columnHeaded(table, heading);
  const amount = (moment: string): number => at(`${measure === null ? 'ha' : 'people'}_${moment}`);
  const own = table.rows.filter((row) => row[at('place_code')] === place.code);
  const steps = new Map<string, typeof own>();
  for (const row of own) {
    const key = `${textOf(row[at('before_layer')])} ${textOf(row[at('after_layer')])}`;
    steps.set(key, [...(steps.get(key) ?? []), row]);
  }
  return [...steps].flatMap(([key, rows]): VintagesBeside[] => {
    if (rows.every((row) => textOf(row[at('standing')]) === 'as before')) return [];
    const [before, after] = key.split(' ').map((id) => result.layers.find((layer) => layer.id === id));
    if (before === undefined || after === undefined) return [];
    const moments: [string, string] = [before.vintage ?? before.title, after.vintage ?? after.title];
    const said = (row: (typeof rows)[number], moment: 'before' | 'after'): string =>
      row[at(`${moment}_code`)] === null
        ? 'none'
        : amountText(figureOf(row[amount(moment)]), measure) || 'yes';
    return [
      {
        heading: `${manyOfKind(after, result)}, ${moments[0]} and ${moments[1]}`,
        moments,
        rows: rows.map((row) => ({
          name: unitName(textOf(row[at('name')])),
          before: said(row, 'before'),
          after: said(row, 'after'),
          standing: textOf(row[at('standing')]),
        })),
      },
    ];
  });
}
