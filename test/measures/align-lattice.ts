/**
 * Alignments of layers drawn as letters: squares of 1,000 m, one block of people a square.
 */
import type { Layer } from '../../src/layer/layer.js';
import type { Measure } from '../../src/layer/people.js';
import { align, type AlignReport, type AlignWishes } from '../../src/measures/align/align.js';
import type { Cell } from '../../src/result/table.js';
import { drawLayer } from '../arrangement/lattice-map.js';

const SQUARE = 1000;

/** A layer of a drawing, its units the letters; with people in mind nothing else is known of it. */
export function drawnLayer(id: string, text: string, kind: string | null = null): Layer {
  const { codes, layer } = drawLayer(text, { square: SQUARE });
  return {
    id,
    kind,
    vintage: null,
    codes,
    names: codes.map((code) => `Unit ${code}`),
    ods: null,
    kept: [],
    codeField: `${id}_code`,
    nameField: null,
    land: {
      shapes: layer.shapes,
      featureUnit: layer.featureUnit,
      fill: 'parity',
      accuracy: { metres: 1, from: 'drawn', finest: 0 },
      system: {
        id: 'EPSG:27700',
        name: 'British National Grid',
        kind: 'planar',
        units: 'metre',
        definition: '',
        isBritishNationalGrid: true,
        accuracyMetres: 5,
        howKnown: 'given',
        remark: null,
      },
    },
    membership: null,
    findings: [],
    notes: [],
  };
}

/** People of each square, read from a drawing of whole numbers; one point in the middle of every square. */
export function drawnPeople(text: string, name = 'people'): AlignWishes['measures'][number] {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const squares = rows.flatMap((row, r) =>
    row.map((people, c) => ({
      code: `${String(r).padStart(3, '0')}-${String(c).padStart(3, '0')}`,
      people,
      x: (c + 0.5) * SQUARE,
      y: (rows.length - r - 0.5) * SQUARE,
    })),
  );
  const measure: Measure = {
    name,
    basis: 'people as drawn',
    blocks: squares.map(({ code }) => code),
    values: Float64Array.from(squares, ({ people }) => people),
    blockCounts: null,
    blocksWithoutNumber: [],
    isPublic: true,
    total: squares.reduce((sum, { people }) => sum + people, 0),
    notes: [],
  };
  return {
    measure,
    blocks: {
      form: 'points',
      codes: measure.blocks,
      positions: Float64Array.from(squares.flatMap(({ x, y }) => [x, y])),
      method: 'point in area',
      source: 'squares',
    },
  };
}

/** The report on some layers; options as they are by default. */
export function alignDrawn(
  layers: readonly Layer[],
  measures: AlignWishes['measures'] = [],
  wishes: Partial<AlignWishes> = {},
): AlignReport {
  return align({
    layers,
    measures,
    planar: true,
    tolerance: 'auto',
    sensitivity: false,
    includeOutside: false,
    bands: null,
    audit: null,
    metrics: 'headline',
    neighbour: null,
    toLongitudeLatitude: (positions) => positions,
    // Drawn layers may leave squares out.
    ...wishes,
  });
}

/** Rows of a table as records by heading. */
export function rowsOf(report: AlignReport, name: string): Record<string, Cell>[] {
  const table = report.tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i] ?? null])),
  );
}

/** Some columns of a table, row by row. */
export const columnsOf = (report: AlignReport, name: string, headings: readonly string[]): Cell[][] =>
  rowsOf(report, name).map((row) => headings.map((heading) => row[heading]!));
