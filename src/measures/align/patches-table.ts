/**
 * The misaligned patches: each piece of a unit of the second layer that lies outside its main partner.
 *
 *     ┌─────────────┬─────┐
 *     │  main       │  p  │     p is one row: where it is, how wide, how many people live there
 *     └─────────────┴─────┘
 *
 * Splinters thinner than the tolerance are left out, those of large pairs too.
 */
import { withArticle } from '../../trouble/count-text.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { patchWidth } from '../../arrangement/patches.js';
import { findThinPatches } from '../../arrangement/thin-patches.js';
import { pointInPolygons } from '../../arrangement/point-inside.js';
import { tracePatches } from '../../arrangement/trace-members.js';
import type { Polygon } from '../../arrangement/trace.js';
import type { Sheet } from '../people/sheet.js';
import { mattersColumn, pieceMatters } from '../pairs/pieces-that-matter.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import { amountColumn, basisAndMethod, inDoubtColumn, unitColumns } from '../columns.js';
import type { Alignment } from '../alignment/alignment.js';
import { peopleByPatch } from '../people/people-by-patch.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { placeColumns, pointOf, polygonsShape, recordShapes } from '../land/shape-records.js';

interface Piece {
  readonly patch: number;
  readonly a: number;
  readonly b: number;
  readonly main: number;
  readonly area: number;
  readonly people: readonly number[];
  /** Whether twice a tolerance that is an estimate would leave it out. */
  readonly inDoubt: boolean;
  readonly polygons: readonly Polygon[];
  /** A point inside. */
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
  const word = shortWords([a, b]);
  const pieces = findPieces(alignment, shapes, sheet);
  const table = makeTable({
    name: 'patches',
    title: `pieces of ${word(b.id, 2)} outside their main ${word(a.id)}`,
    caption: `One row for each piece of ${withArticle(unitWord(b, 1))} outside its main partner and wider than the tolerance, most people first.`,
    rows: pieces.map((piece): Piece => ({ ...piece, point: pointOf(piece.point, toLongitudeLatitude) })),
    columns: [
      {
        heading: 'patch',
        title: 'patch',
        kind: 'count',
        description: 'Number of the patch, in the order of the table',
        value: (_, place) => place + 1,
      },
      ...unitColumns<Piece>(b, word(b.id), (piece) => piece.b),
      ...unitColumns<Piece>(a, word(a.id), (piece) => piece.a),
      {
        heading: `main_${a.id}_code`,
        title: `main ${word(a.id)} code`,
        kind: 'code',
        description: `Code of the main partner of the ${unitWord(b, 1)}`,
        about: { layer: a.id, role: 'main' },
        value: ({ main }) => a.codes[main]!,
      },
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares of the patch',
        about: { role: 'amount' },
        value: ({ area }) => hectares(area),
      },
      {
        heading: 'width_m',
        title: 'width (m)',
        kind: 'metres',
        description: 'Mean width of the patch (twice the area over the perimeter), in metres',
        value: ({ patch }) => patchWidth(shapes.patches, patch),
      },
      ...measures.flatMap((measure, m): ColumnOf<Piece>[] => [
        amountColumn(measure, `People in the patch: ${measure.basis}`, ({ people }) => people[m]!),
        ...basisAndMethod<Piece>(measure),
      ]),
      ...placeColumns<Piece>('A point inside the patch', ({ point }) => point),
      mattersColumn<Piece>((piece) => matters(piece, alignment)),
      inDoubtColumn<Piece>(({ inDoubt }) => (inDoubt ? 'counted' : undefined)),
    ],
  });
  const geometries = pieces.map(({ polygons }) => polygonsShape(polygons, toLongitudeLatitude));
  return { table, shapes: recordShapes(table, geometries) };
}

/** Land in no unit is a place only where people live on it: the rest is coast, or beyond the other layer. */
function matters({ a, b, area, people }: Piece, { measures, unitsB }: Alignment): boolean {
  const [measure] = measures;
  const unit = unitsB[b]!;
  if (measure === undefined) {
    return a !== NO_UNIT && pieceMatters({ amount: hectares(area), whole: hectares(unit.area!) }, null);
  }
  return pieceMatters({ amount: people[0]!, whole: unit.people[0]! }, measure.name);
}

function findPieces({ unitsB, measures }: Alignment, shapes: ShapePairs, sheet: Sheet): Piece[] {
  const { patches, list } = shapes;
  const thin = findThinPatches(patches, shapes.areasA, shapes.areasB, list.tolerance);
  const thinAtTwice = list.isEstimate
    ? findThinPatches(patches, shapes.areasA, shapes.areasB, 2 * list.tolerance)
    : thin;
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
    inDoubt: thinAtTwice[patch] === 1,
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
