/**
 * Gaps and double covers, a row and a shape each, most people first.
 */
import { pointInPolygons } from '../../arrangement/point-inside.js';
import { tracePatches } from '../../arrangement/trace-members.js';
import { polygonsShape } from '../land/shape-records.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { ShapeGeometry } from '../../result/shape-record.js';
import type { Table } from '../../result/table.js';
import { hectares, hectaresOrNull } from '../../result/units-of-measure.js';
import { amountColumn, basisAndMethod, codesOf, inDoubtColumn, unitColumns } from '../columns.js';
import { isLeftOut } from '../pairs/relations.js';
import { mattersColumn, pieceMatters } from '../pairs/pieces-that-matter.js';
import type { CoverPiece } from './cover-pieces.js';
import { arrangementOf, type Covered } from './covered.js';

export interface ShownPiece {
  readonly piece: CoverPiece;
  /** Longitude and latitude of a point inside, or null without shapes. */
  readonly point: readonly [number, number] | null;
  /** Its polygons in longitude and latitude, or null without shapes. */
  readonly shape: ShapeGeometry | null;
}

/** Gaps in parents that are shown, or double covers, in the order of their table. */
export function findShownPieces(covered: Covered, kind: 'gap' | 'double'): ShownPiece[] {
  const { cover, standing, request } = covered;
  const leftOut = (parent: number): boolean =>
    parent >= 0 && isLeftOut(standing.b, parent) && !request.includeOutside;
  const numbers = cover.pieces.flatMap((piece, number) =>
    piece.kind === kind && (piece.material || request.includeSlivers) && !leftOut(piece.parent)
      ? [number]
      : [],
  );
  const nonEmpty = numbers.filter((number) => (cover.pieces[number]!.area ?? 1) > 0);
  nonEmpty.sort((p, q) => byMost(cover.pieces[p]!, cover.pieces[q]!) || p - q);
  if (cover.patches === null) {
    return nonEmpty.map((number) => ({ piece: cover.pieces[number]!, point: null, shape: null }));
  }
  const polygons = tracePatches(arrangementOf(covered), cover.patches, nonEmpty);
  const inside = Float64Array.from(polygons.flatMap((traced) => pointInPolygons(traced) ?? [NaN, NaN]));
  const points = request.toDegrees(inside);
  return nonEmpty.map((number, row) => ({
    piece: cover.pieces[number]!,
    point: [points[2 * row]!, points[2 * row + 1]!],
    shape: polygonsShape(polygons[row]!, request.toDegrees),
  }));
}

function byMost(p: CoverPiece, q: CoverPiece): number {
  const people = (q.people[0] ?? 0) - (p.people[0] ?? 0);
  if (people !== 0) return people;
  const area = (q.area ?? 0) - (p.area ?? 0);
  if (area !== 0) return area;
  return p.parent - q.parent || (p.units[0] ?? -1) - (q.units[0] ?? -1);
}

/** The table of gaps or of double covers. */
export function piecesTable(covered: Covered, kind: 'gap' | 'double', shown: readonly ShownPiece[]): Table {
  const { layer, parents, withParents } = covered;
  const { measures } = withParents.land;
  const word = shortWords([layer, parents]);
  return makeTable({
    name: `${kind}s`,
    title: kind === 'gap' ? `land in no ${word(layer.id)}` : `land in two or more ${word(layer.id, 2)}`,
    caption:
      kind === 'gap'
        ? `One row for each piece of ${unitWord(parents, 2)} that no ${unitWord(layer, 1)} covers, most people first.`
        : `One row for each piece of land with one set of two or more ${unitWord(layer, 2)}, most people first.`,
    rows: shown,
    columns: [
      {
        heading: kind,
        title: kind,
        kind: 'count',
        description: 'Number of the piece, in the order of this table',
        value: (_, place) => place + 1,
      },
      ...unitColumns<ShownPiece>(parents, word(parents.id), ({ piece }) => piece.parent),
      {
        heading: `${layer.id}_codes`,
        title: `${word(layer.id)} codes`,
        kind: 'text',
        description: kind === 'gap' ? 'Units that border it' : 'Units that cover it',
        about: { layer: layer.id, role: 'partners' },
        value: ({ piece }) => codesOf(layer, piece.neighbours),
      },
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares of the piece',
        about: { role: 'amount' },
        value: ({ piece }) => hectaresOrNull(piece.area),
      },
      {
        heading: 'width_m',
        title: 'width (m)',
        kind: 'metres',
        description: 'Mean width: twice the area over the perimeter, in metres',
        value: ({ piece }) => piece.width,
      },
      ...measures.map((measure, m) =>
        amountColumn<ShownPiece>(
          measure,
          `People of the piece: ${measure.basis}`,
          ({ piece }) => piece.people[m]!,
        ),
      ),
      ...(['longitude', 'latitude'] as const).map((heading, i): ColumnOf<ShownPiece> => ({
        heading,
        title: heading,
        kind: 'degrees',
        decimals: 6,
        description: i === 0 ? 'Longitude of a point inside' : 'Latitude of a point inside',
        value: ({ point }) => point?.[i] ?? null,
      })),
      ...measures.flatMap((measure) => basisAndMethod<ShownPiece>(measure)),
      mattersColumn<ShownPiece>(({ piece }) => matters(piece, covered)),
      inDoubtColumn<ShownPiece>(({ piece }) =>
        piece.inDoubt ? (piece.material ? 'counted' : 'set aside') : undefined,
      ),
    ],
  });
}

/** A gap is weighed by its parent, double cover by the smallest of the units that overlap. */
function matters({ kind, parent, units, area, people }: CoverPiece, { withParents }: Covered): boolean {
  const { measures, areasA, areasB } = withParents.land;
  const [measure] = measures;
  const ofParent = measure === undefined ? areasB : measure.unitsB;
  const ofUnits = measure === undefined ? areasA : measure.unitsA;
  const wholes =
    kind === 'gap'
      ? parent < 0
        ? []
        : [ofParent?.[parent] ?? 0]
      : units.map((unit) => ofUnits?.[unit] ?? 0);
  const whole = Math.min(...wholes);
  return measure === undefined
    ? pieceMatters({ amount: hectares(area ?? 0), whole: hectares(whole) }, null)
    : pieceMatters({ amount: people[0]!, whole }, measure.name);
}
