/**
 * Gaps and doubles of a coverage report as they are drawn and labelled, from the rows of its tables.
 */
import { columnAbout, columnHeaded } from '../../../result/find-column.js';
import type { Result } from '../../../result/result.js';
import type { ShapeGeometry } from '../../../result/shape-record.js';
import type { Cell, Table } from '../../../result/table.js';
import { wholeText } from '../../../trouble/count-text.js';
import { drawnShapes } from '../../drawn-shapes.js';
import type { Position } from '../map-lines.js';

export interface CoverMark {
  readonly kind: 'gap' | 'double';
  readonly position: Position;
  readonly geometry: ShapeGeometry;
  readonly amount: number | null;
  /** People, or hectares where nobody is counted: `6,038`. */
  readonly figure: string;
  /** `King’s Staithe, 652 ha`. */
  readonly place: string;
}

const KINDS = [
  ['gap', /^gaps(_|$)/],
  ['double', /^doubles(_|$)/],
] as const;

/** The gaps and doubles that matter: the largest of each, so that a map shows both, then most people, then most land. */
export function coverMarks(result: Result): CoverMark[] {
  const shapes = drawnShapes(result);
  const marks = result.tables.flatMap((table) => {
    const kind = KINDS.find(([, name]) => name.test(table.name))?.[0];
    if (kind === undefined) return [];
    return shapes
      .filter((shape) => shape.table === table.name)
      .flatMap(({ row, geometry }) => markOf(table, table.rows[row] ?? [], kind, geometry));
  });
  marks.sort((p, q) => (q.amount ?? 0) - (p.amount ?? 0) || q.land - p.land);
  const largest = KINDS.flatMap(([kind]) => marks.find((mark) => mark.kind === kind) ?? []);
  return [
    ...marks.filter((mark) => largest.includes(mark)),
    ...marks.filter((mark) => !largest.includes(mark)),
  ];
}

function markOf(
  table: Table,
  row: readonly Cell[],
  kind: CoverMark['kind'],
  geometry: ShapeGeometry,
): (CoverMark & { readonly land: number })[] {
  const number = (column: number): number | null => {
    const cell = row[column];
    return typeof cell === 'number' ? cell : null;
  };
  const [longitude, latitude] = ['longitude', 'latitude'].map((heading) =>
    number(columnHeaded(table, heading)),
  );
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
  const name = row[columnAbout(table, { role: 'unit', kind: 'name' })];
  const land = number(columnAbout(table, { role: 'amount', kind: 'hectares' }));
  const people = table.columns.findIndex(
    ({ about }) => about.role === 'amount' && about.measure !== undefined,
  );
  const hectares = land === null ? '' : `${wholeText(Math.round(land))} ha`;
  const amount = people < 0 ? land : number(people);
  const parts = [typeof name === 'string' ? name : '', people < 0 ? '' : hectares];
  return [
    {
      kind,
      position: [longitude, latitude],
      geometry,
      amount,
      figure: people < 0 ? hectares : amount === null ? '' : wholeText(Math.round(amount)),
      place: parts.filter((part) => part !== '').join(', '),
      land: land ?? 0,
    },
  ];
}
