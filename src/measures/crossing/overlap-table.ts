/**
 * The overlap table: one row a pair, to the contract of the command line.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { publishedPercent, publishedTotal } from '../people/disclose-pairs.js';
import type { OverlapPair, PairsOfLayers, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import { cardinalityOf, relationOf, standings, type Standings } from '../pairs/relations.js';
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';

export interface RowWishes {
  readonly includeSlivers: boolean;
  readonly includeOutside: boolean;
}

/** Fewer blocks than this under a figure and it is marked. */
export const FEW_BLOCKS = 5;

/** The table of all pairs of two layers that the wishes let in. */
export function overlapTable(a: Layer, b: Layer, found: PairsOfLayers, wishes: RowWishes): Table {
  const standing = standings(found, a.codes.length, b.codes.length);
  const shown = found.pairs.filter((pair) => isShown(pair, standing, wishes));
  return {
    name: 'overlap',
    caption:
      'One row for each pair of units that overlap, and one for land that only one of the layers covers.',
    columns: overlapColumns(a, b, found.measures),
    rows: shown.map((pair) => overlapRow(a, b, found, pair, standing)),
  };
}

/** Slivers and units wholly outside the other layer are set aside unless they are asked for. */
export function isShown(pair: OverlapPair, standing: Standings, wishes: RowWishes): boolean {
  if (pair.a !== NO_UNIT && pair.b !== NO_UNIT) return pair.material || wishes.includeSlivers;
  const leftOut = pair.b === NO_UNIT ? standing.a[pair.a]!.leftOut : standing.b[pair.b]!.leftOut;
  if (leftOut) return wishes.includeOutside;
  return pair.material || wishes.includeSlivers;
}

function overlapColumns(a: Layer, b: Layer, measures: readonly PlacedMeasure[]): Column[] {
  const percentOf = (layer: Layer, what: string, name: string): Column => ({
    heading: `pct_of_${layer.id}_${name}`,
    kind: 'percent',
    decimals: 4,
    description: `${what} as a percentage of the whole unit of ${layer.id}`,
  });
  const ha = (heading: string, description: string): Column => ({
    heading,
    kind: 'hectares',
    decimals: 2,
    description,
  });
  return [
    ...codeAndName(a),
    ...codeAndName(b),
    {
      heading: 'relation',
      kind: 'text',
      decimals: null,
      description:
        'coterminous, within (first in second), contains, partial, sliver, or outside (land that only one layer covers)',
    },
    {
      heading: 'cardinality',
      kind: 'text',
      decimals: null,
      description: 'How many units share each side: one-to-one, many-to-one, one-to-many or many-to-many',
    },
    ha('overlap_ha', 'Hectares in both units'),
    ha(`${a.id}_ha`, `Hectares of the whole unit of ${a.id}`),
    ha(`${b.id}_ha`, `Hectares of the whole unit of ${b.id}`),
    percentOf(a, 'overlap_ha', 'area'),
    percentOf(b, 'overlap_ha', 'area'),
    ha('sliver_ha', 'The part of overlap_ha in patches thinner than the tolerance'),
    {
      heading: 'patches',
      kind: 'count',
      decimals: 0,
      description: 'Separate material pieces of the overlap',
    },
    {
      heading: 'max_width_m',
      kind: 'metres',
      decimals: 1,
      description: 'Mean width (twice the area over the perimeter) of the widest piece, in metres',
    },
    ...measures.flatMap((measure) => measureColumns(a, b, measure, percentOf)),
    ...odsColumns(a, b),
    ...[a, b].flatMap((layer) =>
      layer.kept.map(({ field }) => textColumn(`${layer.id}_${field}`, `${field} of ${layer.id}`)),
    ),
  ];
}

const textColumn = (heading: string, description: string): Column => ({
  heading,
  kind: 'text',
  decimals: null,
  description,
});

function measureColumns(
  a: Layer,
  b: Layer,
  measure: PlacedMeasure,
  percentOf: (layer: Layer, what: string, name: string) => Column,
): Column[] {
  const { name, basis } = measure;
  const people = (heading: string, description: string): Column => ({
    heading,
    kind: 'people',
    decimals: measure.decimals,
    description,
  });
  return [
    people(name, `People in the overlap: ${basis}`),
    people(`${a.id}_${name}`, `People of the whole unit of ${a.id}: ${basis}`),
    people(`${b.id}_${name}`, `People of the whole unit of ${b.id}: ${basis}`),
    percentOf(a, name, name),
    percentOf(b, name, name),
    {
      heading: `${name}_blocks`,
      kind: 'count',
      decimals: 0,
      description: 'Small areas (blocks) that the figure rests on',
    },
    textColumn(`${name}_basis`, 'What was counted, and when'),
    textColumn(`${name}_method`, 'How people were placed'),
  ];
}

function odsColumns(a: Layer, b: Layer): Column[] {
  return [a, b]
    .filter((layer) => layer.ods !== null)
    .map((layer) => textColumn(`${layer.id}_ods`, `ODS code of the unit of ${layer.id}`));
}

function overlapRow(
  a: Layer,
  b: Layer,
  found: PairsOfLayers,
  pair: OverlapPair,
  standing: Standings,
): Cell[] {
  const areaA = pair.a === NO_UNIT || found.areasA === null ? null : found.areasA[pair.a]!;
  const areaB = pair.b === NO_UNIT || found.areasB === null ? null : found.areasB[pair.b]!;
  return [
    ...codeAndNameCells(a, pair.a),
    ...codeAndNameCells(b, pair.b),
    relationOf(pair, standing),
    cardinalityOf(pair, standing),
    hectaresOrNull(pair.area),
    hectaresOrNull(areaA),
    hectaresOrNull(areaB),
    percent(pair.area, areaA),
    percent(pair.area, areaB),
    hectaresOrNull(pair.sliverArea),
    pair.patches,
    pair.maxWidth,
    ...found.measures.flatMap((measure, m) => measureCells(pair, measure, m)),
    ...[
      { layer: a, unit: pair.a },
      { layer: b, unit: pair.b },
    ].flatMap(({ layer, unit }) => (layer.ods === null ? [] : [unit === NO_UNIT ? null : layer.ods[unit]!])),
    ...a.kept.map(({ values }) => (pair.a === NO_UNIT ? null : values[pair.a]!)),
    ...b.kept.map(({ values }) => (pair.b === NO_UNIT ? null : values[pair.b]!)),
  ];
}

function measureCells(pair: OverlapPair, measure: PlacedMeasure, m: number): Cell[] {
  const amount = pair.amounts[m]!;
  const { people, blocks, suppressed } = amount;
  const { a, b } = pair;
  // Under a disclosure rule the mark would tell a number of blocks that the cell withholds.
  const isFew = measure.withheld === undefined && blocks !== null && blocks > 0 && blocks < FEW_BLOCKS;
  return [
    suppressed === true ? null : people,
    a === NO_UNIT ? null : publishedTotal(measure, 'a', a),
    b === NO_UNIT ? null : publishedTotal(measure, 'b', b),
    a === NO_UNIT ? null : publishedPercent(amount, measure, 'a', a),
    b === NO_UNIT ? null : publishedPercent(amount, measure, 'b', b),
    blocks,
    measure.basis,
    measure.method + (isFew ? '; fewer than five blocks' : ''),
  ];
}
