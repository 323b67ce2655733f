/**
 * The table of groups: one row each, with the subtraction written out.
 *
 * Under a disclosure rule a row says only that there are fewer people than asked.
 */
import type { Layer } from '../../layer/layer.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import { amountColumn, basisAndMethod } from '../columns.js';
import type { AtomMeasure } from './placed-people.js';
import type { ToldGroup, ToldGroups } from './told-groups.js';
import { writeSubtraction } from './write-subtraction.js';

/** The table; `withheld` where counts are not to be shown. */
export function differencingTable(
  layers: readonly Layer[],
  measures: readonly AtomMeasure[],
  { groups, nameOf }: ToldGroups,
  under: number,
  withheld: boolean,
): Table {
  return makeTable({
    name: 'differencing',
    title: 'Groups that can be had by subtraction',
    caption:
      'One row for each group of people that can be had by subtracting published units from one another.',
    rows: groups,
    columns: [
      {
        heading: 'group',
        title: 'group',
        kind: 'count',
        description: 'Number of the group in this table',
        value: (_, place) => place + 1,
      },
      {
        heading: 'layers',
        title: 'layers',
        kind: 'text',
        description: 'Ids of the layers whose counts are needed',
        value: (group) => group.layers.join(';'),
      },
      {
        heading: 'subtraction',
        title: 'subtraction',
        kind: 'text',
        description: 'How the group is worked out from units, by their codes',
        value: ({ text }) => text,
      },
      {
        heading: 'in_words',
        title: 'in words',
        kind: 'text',
        description: 'The same by the names of units',
        value: (group) => writeSubtraction(group.subtraction, nameOf),
      },
      {
        heading: 'units',
        title: 'units',
        kind: 'count',
        description: 'Units that stand in the subtraction',
        value: (group) => group.subtraction.terms.length,
      },
      {
        heading: 'atoms',
        title: 'combinations',
        kind: 'count',
        description: 'Combinations of units, one of each layer, that the group is made of',
        value: (group) => group.atoms.length,
      },
      {
        heading: 'atom_codes',
        title: 'combinations of codes',
        kind: 'text',
        description: 'These combinations: codes of one joined by |, a dash for no unit',
        value: (group) => atomCodes(layers, group),
      },
      ...peopleColumns(measures, withheld),
      {
        heading: 'fewer_than',
        title: 'fewer than',
        kind: 'count',
        description: 'Groups of fewer people than this were asked for',
        value: () => under,
      },
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares of land that the people of the group are on; blank without shapes',
        about: { role: 'amount' },
        value: (group) => hectaresOrNull(group.area),
      },
      {
        heading: 'smallest',
        title: 'smallest',
        kind: 'flag',
        description:
          'true where it is proved that no smaller group holds some of its people, false where it is not',
        value: (group) => group.proved,
      },
    ],
  });
}

const peopleColumns = (measures: readonly AtomMeasure[], withheld: boolean): ColumnOf<ToldGroup>[] =>
  measures.flatMap((measure, m) => [
    amountColumn<ToldGroup>(
      measure,
      `People of the group: ${measure.basis}${withheld ? '; withheld under the disclosure rule' : ''}`,
      (group) => (withheld ? null : group.people[m]!),
    ),
    ...basisAndMethod<ToldGroup>(measure),
  ]);

const atomCodes = (layers: readonly Layer[], { atoms }: ToldGroup): string =>
  atoms
    .map(({ units }) =>
      units
        .map((list, l) => (list.length === 0 ? '-' : list.map((unit) => layers[l]!.codes[unit]!).join('+')))
        .join('|'),
    )
    .join('; ');
