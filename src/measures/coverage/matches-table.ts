/**
 * One row for each neighbourhood and other layer: the unit most like it.
 */
import { spaced } from '../../trouble/count-text.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { codeOf, unitColumns } from '../columns.js';
import type { Covered } from './covered.js';
import type { Match } from './matches.js';

/** One row for each neighbourhood and layer. */
export function matchesTable(covered: Covered): Table {
  const { layer, withParents } = covered;
  const basis = spaced(withParents.land.measures[0]?.name ?? 'land');
  return makeTable({
    name: 'matches',
    title: `${unitWord(layer, 2)} that are nearly units of other layers`,
    caption: `One row for each ${unitWord(layer, 1)} and other layer: the unit most like it.`,
    rows: covered.matches,
    columns: [
      ...unitColumns<Match>(layer, shortWords([layer])(layer.id), ({ unit }) => unit),
      {
        heading: 'layer',
        title: 'layer',
        kind: 'text',
        description: 'The other layer',
        about: { role: 'id' },
        value: ({ pair }) => pair.b.id,
      },
      {
        heading: 'match',
        title: 'match',
        kind: 'text',
        description: 'coterminous, near, composed (of whole units), nested (in one), shared or uncovered',
        value: ({ match }) => match,
      },
      {
        heading: 'match_code',
        title: 'match code',
        kind: 'code',
        description: 'The unit most like it',
        about: { role: 'match' },
        value: ({ pair, best }) => codeOf(pair.b, best),
      },
      {
        heading: 'jaccard',
        title: 'jaccard',
        kind: 'share',
        decimals: 4,
        description: `${basis} that both have, over ${basis} that either has`,
        value: ({ jaccard }) => jaccard,
      },
    ],
  });
}
