/**
 * The border of the first layer held against the second: how much of it runs along a border there, and where not.
 */
import { borderTable as borderRows, type BorderRow } from '../../arrangement/border-table.js';
import { borderLengths, classifyBorder, type BorderLength } from '../../arrangement/borders.js';
import { deviatingStretches, type Stretch } from '../../arrangement/deviating-stretches.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { findThinPatches } from '../../arrangement/thin-patches.js';
import type { Layer } from '../../layer/layer.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { kilometres } from '../../result/units-of-measure.js';
import { column } from './columns.js';
import { nationalBorder } from './national-border.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { lineShape, pointOf, recordShapes } from '../land/shape-records.js';

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
    tables: [tableOfBorder(a, rows, national, neighbour), found.table],
    shapes: found.shapes,
  };
}

function tableOfBorder(
  a: Layer,
  rows: readonly BorderRow[],
  national: readonly BorderRow[] | null,
  country: Layer | null,
): Table {
  const cells = (row: BorderRow, neighbour: Cell[], edge: string): Cell[] => [
    ...codeAndNameCells(a, row.unit),
    ...neighbour,
    edge,
    kilometres(row.total),
    kilometres(row.exact),
    kilometres(row.within),
    kilometres(row.deviating),
  ];
  return {
    name: 'border',
    caption: `One row for each unit of ${a.id} and each neighbour of it; a border between two units is in the rows of both.`,
    columns: borderColumns(a, country),
    rows: rows.flatMap((row) => {
      if (row.neighbour !== NO_UNIT) return [cells(row, codeAndNameCells(a, row.neighbour), 'neighbour')];
      const along = (national ?? []).filter(({ unit }) => unit === row.unit);
      const coast = along.reduce(without, row);
      return [
        ...along.map((part) => cells(part, codeAndNameCells(country!, part.neighbour), 'outer')),
        ...(coast.total > 0 ? [cells(coast, [null, null], 'outer')] : []),
      ];
    }),
  };
}

const without = (row: BorderRow, part: BorderRow): BorderRow => ({
  ...row,
  total: row.total - part.total,
  exact: row.exact - part.exact,
  within: row.within - part.within,
  deviating: row.deviating - part.deviating,
});

function borderColumns(a: Layer, country: Layer | null): Column[] {
  const outer =
    country === null
      ? 'blank at the outer edge'
      : `at the outer edge a unit of ${country.id} where that is the national border, blank on the coast`;
  return [
    ...codeAndName(a),
    column('neighbour_code', 'code', `Code of the unit of ${a.id} on the other side; ${outer}`),
    column('neighbour_name', 'name', `Name of the neighbour; ${outer}`),
    column('edge', 'text', 'neighbour, or outer: the coast or a national border'),
    column('border_km', 'kilometres', 'Kilometres of border with this neighbour'),
    column('exact_km', 'kilometres', 'Kilometres that are the very border of the other layer'),
    column(
      'within_tolerance_km',
      'kilometres',
      'Kilometres that bound a sliver: the border of the other layer is close by',
    ),
    column('deviating_km', 'kilometres', 'Kilometres where the other layer has no border'),
  ];
}

function stretchTable(
  a: Layer,
  b: Layer,
  stretches: readonly Stretch[],
  toDegrees: ToLongitudeLatitude,
): { table: Table; shapes: ShapeRecord[] } {
  const table: Table = {
    name: 'stretches',
    caption: `One row for each stretch of border between units of ${a.id} that runs through a unit of ${b.id}, longest first.`,
    columns: [
      column('stretch', 'count', 'Number of the stretch, in the order of the table'),
      column(`${a.id}_left_code`, 'code', `Code of the unit of ${a.id} on the left of the line`),
      column(`${a.id}_right_code`, 'code', `Code of the unit of ${a.id} on its right`),
      ...codeAndName(b),
      column('deviating_km', 'kilometres', 'Kilometres of the stretch'),
      column('max_distance_m', 'metres', `Metres from its furthest point to the nearest border of ${b.id}`),
      column('longitude', 'degrees', 'That furthest point'),
      column('latitude', 'degrees', 'That furthest point'),
    ],
    rows: stretches.map((stretch, i): Cell[] => [
      i + 1,
      a.codes[stretch.unitLeft]!,
      a.codes[stretch.unitRight]!,
      ...codeAndNameCells(b, stretch.unitB),
      kilometres(stretch.length),
      Number.isFinite(stretch.maxDistance) ? stretch.maxDistance : null,
      ...pointOf(stretch.furthest, toDegrees),
    ]),
  };
  return {
    table,
    shapes: recordShapes(
      table,
      stretches.map(({ positions }) => lineShape(positions, toDegrees)),
    ),
  };
}
