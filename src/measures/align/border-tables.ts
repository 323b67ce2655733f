/**
 * The border of the first layer held against the second: how much of it runs along a border there, and where not.
 */
import { withArticle } from '../../trouble/count-text.js';
import { borderTable as borderRows, type BorderRow } from '../../arrangement/border-table.js';
import { borderLengths, classifyBorder, type BorderLength } from '../../arrangement/borders.js';
import { deviatingStretches, type Stretch } from '../../arrangement/deviating-stretches.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { findThinPatches } from '../../arrangement/thin-patches.js';
import type { Layer } from '../../layer/layer.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Table } from '../../result/table.js';
import { kilometres } from '../../result/units-of-measure.js';
import { codeOf, nameOf, unitColumns } from '../columns.js';
import { nationalBorder } from './national-border.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { lineShape, placeColumns, pointOf, recordShapes } from '../land/shape-records.js';

export interface BorderFacts {
  /** Metres of border between units of the first layer, each edge once. */
  readonly between: BorderLength;
  /** Metres of its outer edge. */
  readonly outer: BorderLength;
  /** Metres of the outer edge along the neighbouring country; null where none was given. */
  readonly national: number | null;
  /** Between units, longest first. */
  readonly stretches: readonly Stretch[];
  readonly tables: readonly Table[];
  readonly shapes: readonly ShapeRecord[];
}

/** Border and stretches of two crossed layers with shapes. `neighbour` is a layer of the country next door, or null. */
export function borderFacts(
  { a, b, shapes, tolerance }: CrossedPair,
  sheet: Sheet,
  neighbour: Layer | null,
  toLongitudeLatitude: ToLongitudeLatitude,
): BorderFacts {
  const { patches, areasA, areasB } = shapes!;
  const { arrangement } = sheet;
  const thin = findThinPatches(patches, areasA, areasB, tolerance!.metres);
  const border = classifyBorder(arrangement, sheet.positionOf(a), sheet.positionOf(b), patches, thin);
  const stretches = deviatingStretches(arrangement, border);
  const rows = borderRows(arrangement, border, a.codes.length);
  const national = neighbour === null ? null : nationalBorder(sheet, border, neighbour, tolerance!.metres);
  const found = stretchTable(a, b, stretches, toLongitudeLatitude);
  return {
    ...borderLengths(arrangement, border),
    national: national === null ? null : national.reduce((sum, row) => sum + row.total, 0),
    stretches,
    tables: [tableOfBorder(a, shortWords([a, b])(a.id), rows, national, neighbour), found.table],
    shapes: found.shapes,
  };
}

/** A border of a unit, and on its other side a unit of its own layer or of the country next door. */
interface BorderPart {
  readonly row: BorderRow;
  readonly edge: 'neighbour' | 'outer';
  /** Layer of the neighbour; null on the coast. */
  readonly beyond: Layer | null;
}

function tableOfBorder(
  a: Layer,
  word: string,
  rows: readonly BorderRow[],
  national: readonly BorderRow[] | null,
  country: Layer | null,
): Table {
  return makeTable({
    name: 'border',
    title: `borders of ${unitWord(a, 2)}`,
    caption: `One row for each ${unitWord(a, 1)} and each neighbour of it; a border between two units is in the rows of both.`,
    rows: rows.flatMap((row): BorderPart[] => {
      if (row.neighbour !== NO_UNIT) return [{ row, edge: 'neighbour', beyond: a }];
      const along = (national ?? []).filter(({ unit }) => unit === row.unit);
      const coast = along.reduce(without, row);
      return [
        ...along.map((part): BorderPart => ({ row: part, edge: 'outer', beyond: country })),
        ...(coast.total > 0 ? [{ row: coast, edge: 'outer', beyond: null } as const] : []),
      ];
    }),
    columns: [
      ...unitColumns<BorderPart>(a, word, ({ row }) => row.unit),
      ...neighbourColumns(a, country),
      ...lengthColumns,
    ],
  });
}

const without = (row: BorderRow, part: BorderRow): BorderRow => ({
  ...row,
  total: row.total - part.total,
  exact: row.exact - part.exact,
  within: row.within - part.within,
  deviating: row.deviating - part.deviating,
});

function neighbourColumns(a: Layer, country: Layer | null): ColumnOf<BorderPart>[] {
  const outer =
    country === null
      ? 'blank at the outer edge'
      : `at the outer edge ${withArticle(unitWord(country, 1))} where that is the national border, blank on the coast`;
  return [
    {
      heading: 'neighbour_code',
      title: 'neighbour code',
      kind: 'code',
      description: `Code of the ${unitWord(a, 1)} on the other side; ${outer}`,
      about: { layer: a.id, role: 'neighbour' },
      value: ({ row, beyond }) => (beyond === null ? null : codeOf(beyond, row.neighbour)),
    },
    {
      heading: 'neighbour_name',
      title: 'neighbour',
      kind: 'name',
      description: `Name of the neighbour; ${outer}`,
      about: { layer: a.id, role: 'neighbour' },
      value: ({ row, beyond }) => (beyond === null ? null : nameOf(beyond, row.neighbour)),
    },
    {
      heading: 'edge',
      title: 'edge',
      kind: 'text',
      description: 'neighbour, or outer: the coast or a national border',
      value: ({ edge }) => edge,
    },
  ];
}

const lengthColumns: readonly ColumnOf<BorderPart>[] = [
  {
    heading: 'border_km',
    title: 'border (km)',
    kind: 'kilometres',
    description: 'Kilometres of border with this neighbour',
    value: ({ row }) => kilometres(row.total),
  },
  {
    heading: 'exact_km',
    title: 'exact (km)',
    kind: 'kilometres',
    description: 'Kilometres that are the very border of the other layer',
    value: ({ row }) => kilometres(row.exact),
  },
  {
    heading: 'within_tolerance_km',
    title: 'within tolerance (km)',
    kind: 'kilometres',
    description: 'Kilometres that bound a sliver: the border of the other layer is close by',
    value: ({ row }) => kilometres(row.within),
  },
  {
    heading: 'deviating_km',
    title: 'deviating (km)',
    kind: 'kilometres',
    description: 'Kilometres where the other layer has no border',
    value: ({ row }) => kilometres(row.deviating),
  },
];

function stretchTable(
  a: Layer,
  b: Layer,
  stretches: readonly Stretch[],
  toDegrees: ToLongitudeLatitude,
): { table: Table; shapes: ShapeRecord[] } {
  const word = shortWords([a, b]);
  const furthest = new Map(stretches.map((stretch) => [stretch, pointOf(stretch.furthest, toDegrees)]));
  const side = (
    role: 'left' | 'right',
    description: string,
    unitOf: (stretch: Stretch) => number,
  ): ColumnOf<Stretch> => ({
    heading: `${a.id}_${role}_code`,
    title: `${word(a.id)} ${role} code`,
    kind: 'code',
    description,
    about: { layer: a.id, role },
    value: (stretch) => codeOf(a, unitOf(stretch)),
  });
  const table = makeTable({
    name: 'stretches',
    title: `borders of ${word(a.id, 2)} that cut through ${word(b.id, 2)}`,
    caption: `One row for each stretch of border between ${unitWord(a, 2)} that runs through ${withArticle(unitWord(b, 1))}, longest first.`,
    rows: stretches,
    columns: [
      {
        heading: 'stretch',
        title: 'stretch',
        kind: 'count',
        description: 'Number of the stretch, in the order of the table',
        value: (_, place) => place + 1,
      },
      side('left', `Code of the ${unitWord(a, 1)} on the left of the line`, ({ unitLeft }) => unitLeft),
      side('right', `Code of the ${unitWord(a, 1)} on its right`, ({ unitRight }) => unitRight),
      ...unitColumns<Stretch>(b, word(b.id), ({ unitB }) => unitB),
      {
        heading: 'deviating_km',
        title: 'deviating (km)',
        kind: 'kilometres',
        description: 'Kilometres of the stretch',
        value: ({ length }) => kilometres(length),
      },
      {
        heading: 'max_distance_m',
        title: 'max distance (m)',
        kind: 'metres',
        description: `Metres from its furthest point to the nearest border of ${unitWord(b, 2)}`,
        value: ({ maxDistance }): Cell => (Number.isFinite(maxDistance) ? maxDistance : null),
      },
      ...placeColumns<Stretch>('That furthest point', (stretch) => furthest.get(stretch)!),
    ],
  });
  return {
    table,
    shapes: recordShapes(
      table,
      stretches.map(({ positions }) => lineShape(positions, toDegrees)),
    ),
  };
}
