/**
 * The table `matches`: the unit of each other layer that a neighbourhood is most like.
 */
import type { Cell, Table } from '../../result/table.js';
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import { column } from './columns.js';
import type { Covered } from './covered.js';

/** One row for each neighbourhood and layer. */
export function matchesTable(covered: Covered): Table {
  const { layer, withParents } = covered;
  const basis = withParents.land.measures[0]?.name ?? 'land';
  return {
    name: 'matches',
    caption: `One row for each unit of ${layer.id} and other layer: the unit most like it.`,
    columns: [
      ...codeAndName(layer),
      column('layer', 'text', null, 'The other layer'),
      column(
        'match',
        'text',
        null,
        'coterminous, near, composed (of whole units), nested (in one), shared or uncovered',
      ),
      column('match_code', 'code', null, 'The unit most like it'),
      column('jaccard', 'share', 4, `${basis} that both have, over ${basis} that either has`),
    ],
    rows: covered.matches.map(({ unit, pair, match, best, jaccard }): Cell[] => [
      ...codeAndNameCells(layer, unit),
      pair.b.id,
      match,
      best < 0 ? null : pair.b.codes[best]!,
      jaccard,
    ]),
  };
}
