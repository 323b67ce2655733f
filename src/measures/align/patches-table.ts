/**
 * The misaligned patches: each piece of a unit of the second layer that lies outside its main partner.
 *
 *     ┌─────────────┬─────┐
 *     │  main       │  p  │     p is one row: where it is, how wide, how many people live there
 *     └─────────────┴─────┘
 *
 * Splinters thinner than the tolerance are left out, those of large pairs too.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { patchWidth } from '../../arrangement/patches.js';
import { findThinPatches } from '../../arrangement/thin-patches.js';
import { pointInPolygons } from '../../arrangement/point-inside.js';
import { tracePatches } from '../../arrangement/trace-members.js';
import type { Polygon } from '../../arrangement/trace.js';
import type { Sheet } from '../people/sheet.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import type { Alignment } from '../alignment/alignment.js';
import { basisAndMethod, basisAndMethodCells, column, peopleColumn } from './columns.js';
import { peopleByPatch } from '../people/people-by-patch.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { pointOf, polygonsShape, recordShapes } from '../land/shape-records.js';

interface Piece {
  readonly patch: number;
  readonly a: number;
  readonly b: number;
  readonly main: number;
  readonly area: number;
  readonly people: readonly number[];
  readonly polygons: readonly Polygon[];
  readonly point: readonly [number, number];
}

/** One row a misaligned patch, most people first, and its shape. */
export function patchesTable(
  alignment: Alignment,
  shapes: ShapePairs,
  sheet: Sheet,
  toLongitudeLatitude: ToLongitudeLatitude,
): { readonly table: Table; readonly shapes: ShapeRecord[] } {
  const { a, b, measures } = alignment;
  const pieces = findPieces(alignment, shapes, sheet);
  const rows = pieces.map((piece, i): Cell[] => [
    i + 1,
    ...codeAndNameCells(b, piece.b),
    ...codeAndNameCells(a, piece.a),
    a.codes[piece.main]!,
    hectares(piece.area),
    patchWidth(shapes.patches, piece.patch),
    ...measures.flatMap((measure, m) => [piece.people[m]!, ...basisAndMethodCells(measure)]),
    ...pointOf(piece.point, toLongitudeLatitude),
  ]);
  const table: Table = {
    name: 'patches',
    caption: `One row for each piece of a unit of ${b.id} outside its main partner and wider than the tolerance, most people first.`,
    columns: [
      column('patch', 'count', 'Number of the patch, in the order of the table'),
      ...codeAndName(b),
      ...codeAndName(a),
      column(`main_${a.id}_code`, 'code', `Code of the main partner of the unit of ${b.id}`),
      column('area_ha', 'hectares', 'Hectares of the patch'),
      column('width_m', 'metres', 'Mean width of the patch (twice the area over the perimeter), in metres'),
      ...measures.flatMap((measure) => [
        peopleColumn(measure.name, measure, `People in the patch: ${measure.basis}`),
        ...basisAndMethod(measure),
      ]),
      column('longitude', 'degrees', 'A point inside the patch'),
      column('latitude', 'degrees', 'A point inside the patch'),
    ],
    rows,
  };
  const geometries = pieces.map(({ polygons }) => polygonsShape(polygons, toLongitudeLatitude));
  return { table, shapes: recordShapes(table, geometries) };
}

function findPieces({ unitsB, measures }: Alignment, shapes: ShapePairs, sheet: Sheet): Piece[] {
  const { patches, list } = shapes;
  const thin = findThinPatches(patches, shapes.areasA, shapes.areasB, list.tolerance);
  const wanted: number[] = [];
  for (let patch = 0; patch < patches.count; patch++) {
    const unit = patches.unitB[patch]!;
    if (unit === NO_UNIT || list.patchMaterial[patch] === 0 || thin[patch] === 1) continue;
    const { main, outside } = unitsB[unit]!;
    if (main === NO_UNIT || patches.unitA[patch] === main) continue;
    if (patches.unitA[patch] !== NO_UNIT || outside !== null) wanted.push(patch);
  }
  if (wanted.length === 0) return [];
  const people = measures.map((_, m) => peopleByPatch(sheet, shapes, m).people);
  const traced = tracePatches(sheet.arrangement, patches, wanted);
  const pieces = wanted.map((patch, i): Piece => ({
    patch,
    a: patches.unitA[patch]!,
    b: patches.unitB[patch]!,
    main: unitsB[patches.unitB[patch]!]!.main,
    area: patches.area[patch]!,
    people: people.map((ofPatch) => ofPatch[patch]!),
    polygons: traced[i]!,
    point: pointInPolygons(traced[i]!)!,
  }));
  return pieces.sort(
    (p, q) =>
      (q.people[0] ?? 0) - (p.people[0] ?? 0) ||
      q.area - p.area ||
      p.b - q.b ||
      p.a - q.a ||
      p.point[0] - q.point[0] ||
      p.point[1] - q.point[1],
  );
}
