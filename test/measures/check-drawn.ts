/**
 * Checks of small drawn files: features in, findings out, through the reader as a user's file would go.
 */
import type { Layer } from '../../src/layer/layer.js';
import type { Recode } from '../../src/layer/recode.js';
import { checkLayers, type CheckWishes } from '../../src/measures/check/check-layers.js';
import type { Report } from '../../src/measures/report.js';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import type { Finding } from '../../src/trouble/finding.js';

export type Ring = readonly (readonly [number, number])[];

export interface Drawn {
  readonly code: string | null;
  readonly name?: string;
  readonly geometry: unknown;
}

/** A ring around a box, counter-clockwise, closed. */
export const box = (x: number, y: number, width = 1, height = width): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

export const polygon = (...rings: readonly Ring[]): unknown => ({ type: 'Polygon', coordinates: rings });
export const polygons = (...parts: readonly (readonly Ring[])[]): unknown => ({
  type: 'MultiPolygon',
  coordinates: parts,
});

/** The layer of drawn features, whose code field is `stem`CD; coordinates are in kilometres of British National Grid. */
export function drawLayer(features: readonly Drawn[], stem = 'X24', lenient = true): Layer {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'EPSG:27700' } },
    features: features.map(({ code, name, geometry }) => ({
      type: 'Feature',
      properties: { [`${stem}CD`]: code, [`${stem}NM`]: name ?? `Unit ${code ?? ''}` },
      geometry: inMetres(geometry),
    })),
  });
  return makeLayer(readGeoJson(new TextEncoder().encode(text), 'drawn.geojson'), 'drawn.geojson', () => ({
    lenient,
  }));
}

/** Kilometres become metres well inside the grid. */
function inMetres(geometry: unknown): unknown {
  if (Array.isArray(geometry)) {
    const isPosition = typeof geometry[0] === 'number';
    return isPosition
      ? [400_000 + 1000 * (geometry[0] as number), 300_000 + 1000 * (geometry[1] as number)]
      : geometry.map(inMetres);
  }
  if (geometry === null || typeof geometry !== 'object') return geometry;
  return Object.fromEntries(
    Object.entries(geometry).map(([key, value]) => [
      key,
      key === 'type' ? (value as unknown) : inMetres(value),
    ]),
  );
}

/** Checks layers on the plane; positions come out in kilometres, as they were drawn. */
export function check(layers: readonly Layer[], wishes: Partial<CheckWishes> = {}): Report {
  return checkLayers({
    layers,
    planar: true,
    measures: [],
    disclosure: null,
    allowOverlap: new Set(),
    allowedGaps: null,
    recodes: [] as readonly Recode[],
    toDegrees: (positions) => positions.map((value, i) => (value - (i % 2 === 0 ? 400_000 : 300_000)) / 1000),
    further: [],
    ...wishes,
  });
}

/** Findings of one kind. */
export const kindOf = (report: Report, kind: string): Finding[] =>
  report.findings.filter(({ finding }) => finding === kind);

/** `kind code` of all findings but those that every layer has. */
export const told = (report: Report): string[] =>
  report.findings
    .filter(({ finding }) => finding !== 'winding' && finding !== 'resolution')
    .map(({ finding, code, otherCode }) =>
      [finding, code, otherCode].filter((part) => part !== '').join(' '),
    );

/** Hectares of each unit, by its code. */
export const footprint = (report: Report): number => report.footprints[0]! / 1e4;
