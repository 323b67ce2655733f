/**
 * Whole layers drawn as letters, one letter a hectare (a square of 100 m), with people drawn as digits.
 *
 *     icb   a a b      ltla  x y y      people  1 0 4
 *           a a b            x y y              2 0 0
 *
 * Units are called by their letters; the answer is a count of letters, or a sum of digits.
 */
import { givenSystem } from '../../src/read/systems/recognise-system.js';
import type { Blocks } from '../../src/layer/blocks.js';
import type { Layer } from '../../src/layer/layer.js';
import { makeMeasure } from '../../src/layer/people.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import { overlap, type OverlapWishes } from '../../src/measures/overlap/overlap.js';
import type { Report } from '../../src/measures/report.js';
import type { Cell, Table } from '../../src/result/table.js';
import { drawLayer } from '../arrangement/lattice-map.js';

/** Metres of a square's side. */
export const SIDE = 100;

/** A layer with an id, drawn. */
export function draw(id: string, text: string): Layer {
  const { codes, layer } = drawLayer(text, { square: SIDE });
  return {
    id,
    kind: null,
    vintage: null,
    codes,
    names: codes.map((code) => code.toUpperCase()),
    ods: null,
    kept: [],
    codeField: 'letter',
    nameField: 'letter',
    land: {
      ...layer,
      system: givenSystem('EPSG:27700', 'drawing'),
      accuracy: { metres: 0, from: 'drawn by hand', finest: 0 },
    },
    membership: null,
    findings: [],
    notes: [],
  };
}

/** People in the middle of every square, as many as its digit says; each square is a block. */
export function people(text: string, name = 'people'): MeasureRequest {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const squares = rows.flatMap((row, r) =>
    row.map((value, c) => ({
      code: `r${r}c${c}`,
      value,
      x: (c + 0.5) * SIDE,
      y: (rows.length - r - 0.5) * SIDE,
    })),
  );
  squares.sort((p, q) => (p.code < q.code ? -1 : 1));
  const codes = squares.map(({ code }) => code);
  const blocks: Blocks = {
    form: 'points',
    codes,
    positions: Float64Array.from(squares.flatMap(({ x, y }) => [x, y])),
    method: 'point in area',
    source: 'squares',
  };
  const measure = makeMeasure({
    name,
    basis: 'digits',
    blocks: codes,
    values: Float64Array.from(squares, ({ value }) => value),
    blocksWithoutNumber: [],
    isPublic: true,
    notes: [],
  });
  return { measure, blocks };
}

/** The overlap of drawn layers, at tolerance 0 unless told otherwise. */
export const overlapOf = (layers: readonly Layer[], wishes: Partial<OverlapWishes> = {}): Report =>
  overlap({
    layers,
    planar: true,
    tolerance: 0,
    measures: [],
    includeSlivers: false,
    includeOutside: false,
    sensitivity: false,
    ...wishes,
  });

/** Some columns of every row, cells joined by blanks; `-` for a blank cell, figures to two decimals at most. */
export function rowsOf(table: Table, headings: string): string[] {
  const columns = headings.split(' ').map((heading) => {
    const at = table.columns.findIndex((column) => column.heading === heading);
    if (at < 0) throw new Error(`the table has no column ${heading}`);
    return at;
  });
  return table.rows.map((row) => columns.map((at) => textOf(row[at]!)).join(' '));
}

const textOf = (cell: Cell): string =>
  cell === null ? '-' : typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : String(cell);
