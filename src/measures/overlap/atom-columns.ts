/**
 * The columns of the tables of three or more layers: a code and a name for each, land, people, whether it is a sliver.
 */
import type { Layer } from '../../layer/layer.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import type { ColumnOf } from '../../result/make-table.js';
import { amountColumn, basisAndMethod, inDoubtColumn } from '../columns.js';
import type { Doubt } from '../pairs/doubts.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';

/** What the cells of a row are made from, for a layer or a measure by its number. */
export interface AtomCells<Row> {
  /** Those of the texts, one a unit, that are of its units in the layer, joined by semicolons; null where there are none. */
  readonly joined: (row: Row, layer: number, texts: readonly string[]) => string | null;
  /** Hectares; null where no shapes were read. */
  readonly area: (row: Row) => number | null;
  /** Null for a count that disclosure control took away. */
  readonly people: (row: Row, measure: number) => number | null;
  readonly isSliver: (row: Row) => boolean;
  readonly inDoubt: (row: Row) => Doubt | undefined;
}

/** The columns for rows of any form. */
export function atomColumns<Row>(
  layers: readonly Layer[],
  measures: readonly Pick<PlacedMeasure, 'name' | 'basis' | 'method' | 'decimals'>[],
  cells: AtomCells<Row>,
): ColumnOf<Row>[] {
  const word = shortWords(layers);
  return [
    ...layers.flatMap((layer, l): ColumnOf<Row>[] => {
      const { id, codeField, codes, names } = layer;
      return [
        {
          heading: `${id}_code`,
          title: `${word(id)} code`,
          kind: 'code',
          description: `Code of the ${unitWord(layer, 1)} (${codeField})`,
          about: { layer: id, role: 'unit' },
          value: (row) => cells.joined(row, l, codes),
        },
        {
          heading: `${id}_name`,
          title: word(id),
          kind: 'name',
          description: `Name of the ${unitWord(layer, 1)}`,
          about: { layer: id, role: 'unit' },
          value: (row) => cells.joined(row, l, names),
        },
      ];
    }),
    {
      heading: 'area_ha',
      title: 'area (ha)',
      kind: 'hectares',
      description: 'Hectares that all the units of the row share',
      about: { role: 'amount' },
      value: cells.area,
    },
    ...measures.flatMap((measure, m) => [
      amountColumn<Row>(measure, `People: ${measure.basis}`, (row) => cells.people(row, m)),
      ...basisAndMethod<Row>(measure),
    ]),
    {
      heading: 'sliver',
      title: 'sliver',
      kind: 'flag',
      description: 'true where two of the units only touch in slivers',
      value: cells.isSliver,
    },
    inDoubtColumn(cells.inDoubt),
  ];
}
