/**
 * The overlap table: one row a pair, to the contract of the command line.
 */
import { capital, spaced } from '../../trouble/count-text.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import {
  amountColumn,
  basisAndMethod,
  blocksColumn,
  inDoubtColumn,
  measureWord,
  peopleColumn,
  unitColumns,
} from '../columns.js';
import { publishedPeople, publishedPercent, publishedTotal } from '../people/disclose-pairs.js';
import { doubtsOf, type Doubts } from '../pairs/doubts.js';
import type { OverlapPair, PairsOfLayers, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import { cardinalityOf, isLeftOut, relationOf, standings, type Standings } from '../pairs/relations.js';

export interface RowWishes {
  readonly includeSlivers: boolean;
  readonly includeOutside: boolean;
}

/** Fewer blocks than this under a figure and it is marked. */
export const FEW_BLOCKS = 5;

/** The table of all pairs of two layers that the wishes let in. */
export const overlapTable = (a: Layer, b: Layer, found: PairsOfLayers, wishes: RowWishes): Table =>
  overlapRows(a, b, found, wishes).table;

/** The same table, and the pairs that its rows are of. */
export function overlapRows(
  a: Layer,
  b: Layer,
  found: PairsOfLayers,
  wishes: RowWishes,
): { readonly table: Table; readonly pairs: readonly OverlapPair[] } {
  const standing = standings(found, a.codes.length, b.codes.length);
  const { ofPair } = doubtsOf(found, a.codes.length, b.codes.length);
  const pairs = found.pairs.filter((pair) => isShown(pair, standing, wishes) || isListed(pair, ofPair));
  const word = shortWords([a, b]);
  const sides: readonly [Side, Side] = [
    { layer: a, word: word(a.id), side: 'a', unitOf: (pair) => pair.a, areas: found.areasA },
    { layer: b, word: word(b.id), side: 'b', unitOf: (pair) => pair.b, areas: found.areasB },
  ];
  const table = makeTable({
    name: 'overlap',
    title: `overlaps of ${word(a.id, 2)} and ${word(b.id, 2)}`,
    caption:
      'One row for each pair of units that overlap, and one for land that only one of the layers covers.',
    rows: pairs,
    columns: [
      ...sides.flatMap(({ layer, word, unitOf }) => unitColumns(layer, word, unitOf)),
      ...landColumns(sides, standing),
      ...found.measures.flatMap((measure, m) => measureColumns(sides, measure, m)),
      ...sides.flatMap(odsColumns),
      ...sides.flatMap(keptColumns),
      inDoubtColumn<OverlapPair>((pair) => ofPair.get(pair)),
    ],
  });
  return { table, pairs };
}

/** One of the two layers: its units in a pair and their square metres. */
interface Side {
  readonly layer: Layer;
  /** What its units are called in titles. */
  readonly word: string;
  readonly side: 'a' | 'b';
  readonly unitOf: (pair: OverlapPair) => number;
  readonly areas: Float64Array | null;
}

/** Slivers and units wholly outside the other layer are set aside unless they are asked for. */
export function isShown(pair: OverlapPair, standing: Standings, wishes: RowWishes): boolean {
  if (pair.a !== NO_UNIT && pair.b !== NO_UNIT) return pair.material || wishes.includeSlivers;
  const leftOut = pair.b === NO_UNIT ? isLeftOut(standing.a, pair.a) : isLeftOut(standing.b, pair.b);
  if (leftOut) return wishes.includeOutside;
  return pair.material || wishes.includeSlivers;
}

/** A pair of units that is set aside and may be real is listed, as the sliver that it is judged to be. */
const isListed = (pair: OverlapPair, doubts: Doubts['ofPair']): boolean =>
  pair.a !== NO_UNIT && pair.b !== NO_UNIT && doubts.get(pair) === 'set aside';

/** What a list has for the unit of a pair; null where there is none. */
const ofUnit = <T>({ unitOf }: Side, values: ArrayLike<T> | null, pair: OverlapPair): T | null =>
  values === null || unitOf(pair) === NO_UNIT ? null : values[unitOf(pair)]!;

function landColumns(sides: readonly [Side, Side], standing: Standings): ColumnOf<OverlapPair>[] {
  return [
    {
      heading: 'relation',
      title: 'relation',
      kind: 'text',
      description:
        'coterminous, within (first in second), contains, partial, sliver, or outside (land that only one layer covers)',
      value: (pair) => relationOf(pair, standing),
    },
    {
      heading: 'cardinality',
      title: 'cardinality',
      kind: 'text',
      description: 'How many units share each side: one-to-one, many-to-one, one-to-many or many-to-many',
      value: (pair) => cardinalityOf(pair, standing),
    },
    {
      heading: 'overlap_ha',
      title: 'overlap (ha)',
      kind: 'hectares',
      description: 'Hectares in both units',
      about: { role: 'amount' },
      value: ({ area }) => hectaresOrNull(area),
    },
    ...sides.map((side): ColumnOf<OverlapPair> => ({
      heading: `${side.layer.id}_ha`,
      title: `${side.word} (ha)`,
      kind: 'hectares',
      description: `Hectares of the whole ${unitWord(side.layer, 1)}`,
      about: { layer: side.layer.id, role: 'whole' },
      value: (pair) => hectaresOrNull(ofUnit(side, side.areas, pair)),
    })),
    ...sides.map((side): ColumnOf<OverlapPair> => ({
      heading: `pct_of_${side.layer.id}_area`,
      title: `% of ${side.word} area`,
      kind: 'percent',
      description: `The overlap as a percentage of the whole ${unitWord(side.layer, 1)}`,
      about: { layer: side.layer.id, role: 'share' },
      value: (pair) => percent(pair.area, ofUnit(side, side.areas, pair)),
    })),
    {
      heading: 'sliver_ha',
      title: 'sliver (ha)',
      kind: 'hectares',
      description: 'The part of the overlap in patches thinner than the tolerance',
      value: ({ sliverArea }) => hectaresOrNull(sliverArea),
    },
    {
      heading: 'patches',
      title: 'patches',
      kind: 'count',
      description: 'Separate material pieces of the overlap',
      value: ({ patches }) => patches,
    },
    {
      heading: 'max_width_m',
      title: 'max width (m)',
      kind: 'metres',
      description: 'Mean width (twice the area over the perimeter) of the widest piece, in metres',
      value: ({ maxWidth }) => maxWidth,
    },
  ];
}

function measureColumns(
  sides: readonly [Side, Side],
  measure: PlacedMeasure,
  m: number,
): ColumnOf<OverlapPair>[] {
  const { name, basis } = measure;
  const people = ({ amounts }: OverlapPair): number | null => publishedPeople(amounts[m]!, measure);
  return [
    amountColumn(measure, `People in the overlap: ${basis}`, people),
    ...sides.map((side) =>
      peopleColumn<OverlapPair>(
        measure,
        `${side.layer.id}_${name}`,
        `${side.word} ${measureWord(measure)}`,
        { layer: side.layer.id, role: 'whole' },
        `People of the whole ${unitWord(side.layer, 1)}: ${basis}`,
        (pair) =>
          side.unitOf(pair) === NO_UNIT ? null : publishedTotal(measure, side.side, side.unitOf(pair)),
      ),
    ),
    ...sides.map((side): ColumnOf<OverlapPair> => ({
      heading: `pct_of_${side.layer.id}_${name}`,
      title: `% of ${side.word} ${measureWord(measure)}`,
      kind: 'percent',
      description: `${capital(spaced(name))} as a percentage of the whole ${unitWord(side.layer, 1)}`,
      about: { layer: side.layer.id, measure: name, role: 'share' },
      value: (pair) =>
        side.unitOf(pair) === NO_UNIT
          ? null
          : publishedPercent(pair.amounts[m]!, measure, side.side, side.unitOf(pair)),
    })),
    blocksColumn(measure, ({ amounts }) => amounts[m]!.blocks),
    ...basisAndMethod<OverlapPair>(measure, ({ amounts }) => {
      const { blocks } = amounts[m]!;
      // Under a disclosure rule the mark would tell a number of blocks that the cell withholds.
      const isFew = measure.withheld === undefined && blocks !== null && blocks > 0 && blocks < FEW_BLOCKS;
      return measure.method + (isFew ? '; fewer than five blocks' : '');
    }),
  ];
}

function odsColumns(side: Side): ColumnOf<OverlapPair>[] {
  const { id, ods } = side.layer;
  return ods === null
    ? []
    : [
        {
          heading: `${id}_ods`,
          title: `${side.word} ODS`,
          kind: 'text',
          description: `ODS code of the unit of ${id}`,
          about: { layer: id },
          value: (pair) => ofUnit(side, ods, pair),
        },
      ];
}

function keptColumns(side: Side): ColumnOf<OverlapPair>[] {
  const { id, kept } = side.layer;
  return kept.map(({ field, values }) => ({
    heading: `${id}_${field}`,
    title: `${side.word} ${field}`,
    kind: 'text',
    description: `'${field}' of the ${side.word}`,
    about: { layer: id },
    value: (pair) => ofUnit(side, values, pair),
  }));
}
