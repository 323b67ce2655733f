/**
 * The same layers for the command and for an engine: files for the one, tables for the other, and what the command says.
 */
import { parse } from 'csv-parse/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, runCommand } from '../cli/run-command.js';
import type { Loaded, Row } from './engine.js';
import type { DrawnPerson, DrawnUnit } from './random-layers.js';

/** Rings of each polygon of a unit, in degrees. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly polygons: readonly DrawnUnit['rings'][];
}

export interface Case {
  readonly a: readonly Unit[];
  readonly b: readonly Unit[];
  readonly people: readonly DrawnPerson[];
  readonly tolerance: number;
}

/** Units of a boundary file in longitude and latitude. */
export function unitsOf(text: string, code: string, name: string): Unit[] {
  const { features } = JSON.parse(text) as {
    features: { properties: Record<string, string>; geometry: { type: string; coordinates: unknown } }[];
  };
  return features.map(({ properties, geometry }) => ({
    code: properties[code]!,
    name: properties[name]!,
    polygons: (geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.coordinates) as Unit['polygons'],
  }));
}

const wktOf = ({ polygons }: Pick<Unit, 'polygons'>): string =>
  `MULTIPOLYGON(${polygons.map((rings) => `(${rings.map((ring) => `(${ring.map((at) => at.join(' ')).join(',')})`).join(',')})`).join(',')})`;

/** The tables a, b and people for an engine. */
export const tablesOf = ({ a, b, people }: Case): Loaded[] => [
  ...[a, b].map((units, i) => ({
    name: 'ab'[i]!,
    rows: units.map((unit) => ({ code: unit.code, name: unit.name, geom: wktOf(unit), srid: 4326 })),
  })),
  {
    name: 'people',
    rows: people.map(({ people: n, at }) => ({ n, geom: `POINT(${at.join(' ')})`, srid: 4326 })),
  },
];

/** Our rows of a table of a report on the case; without people where that is said. */
export async function ourRows(
  { a, b, people, tolerance }: Case,
  report: 'overlap' | 'align' | 'coverage',
  table: string,
  withPeople = true,
): Promise<Row[]> {
  const folder = makeFolder({
    'a.geojson': collectionOf(a),
    'b.geojson': collectionOf(b),
    'people.csv': `n,longitude,latitude\n${people.map(({ people: n, at }) => `${n},${at.join(',')}\n`).join('')}`,
  });
  const layers =
    report === 'coverage' ? ['a=a.geojson', '--within', 'b=b.geojson'] : ['a=a.geojson', 'b=b.geojson'];
  const { code, stdout, stderr } = await runCommand(
    [
      report,
      ...layers,
      ...FIELDS,
      '--tolerance',
      String(tolerance),
      '--table',
      table,
      '--format',
      'csv',
      '--allow-unmatched',
      '100',
      ...(report === 'overlap' ? ['--include-slivers', '--include-outside'] : []),
      ...(withPeople ? ['--people', 'n=people.csv:n'] : []),
    ],
    { cwd: folder.path },
  );
  folder.remove();
  if (code !== 0) throw new Error(stderr);
  return rowsOf(stdout);
}

const FIELDS = ['a', 'b'].flatMap((id) => ['--code', `${id}=code`, '--name', `${id}=name`]);

/** The exported faces of the case, as a table for an engine; `read` makes our rows of the counts it gives back. */
export async function exportedFaces({ a, b, tolerance }: Case): Promise<{
  readonly table: Loaded;
  read(counts: readonly Row[], report: 'overlap' | 'align' | 'coverage', table: string): Promise<Row[]>;
  remove(): void;
}> {
  const folder = makeFolder({ 'a.geojson': collectionOf(a), 'b.geojson': collectionOf(b) });
  const run = async (words: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand([...words, '--tolerance', String(tolerance)], {
      cwd: folder.path,
    });
    if (code !== 0) throw new Error(stderr);
    return stdout;
  };
  await run(['export', 'atoms', 'a=a.geojson', 'b=b.geojson', ...FIELDS, '-o', 'faces.geojson']);
  const { features } = JSON.parse(readFileSync(join(folder.path, 'faces.geojson'), 'utf8')) as {
    features: {
      properties: { face: number; layers: number };
      geometry: { type: string; coordinates: unknown };
    }[];
  };
  return {
    table: {
      name: 'faces',
      rows: features.map(({ properties, geometry }) => ({
        face: properties.face,
        layers: properties.layers,
        geom: wktOf({
          polygons: (geometry.type === 'Polygon'
            ? [geometry.coordinates]
            : geometry.coordinates) as Unit['polygons'],
        }),
        srid: 4326,
      })),
    },
    read: async (counts, report, table) => {
      writeFileSync(
        join(folder.path, 'counts.csv'),
        `face,people\n${counts.map(({ face, people }) => `${face ?? ''},${people}\n`).join('')}`,
      );
      const slivers = report === 'overlap' ? ['--include-slivers', '--include-outside'] : [];
      const out = ['--as', report, '--table', table, '--format', 'csv', '--allow-unmatched', '100'];
      return rowsOf(
        await run(['read', 'n=counts.csv:people', '--faces', 'faces.geojson', ...out, ...slivers]),
      );
    },
    remove: () => folder.remove(),
  };
}

const rowsOf = (csv: string): Row[] =>
  parse(csv, { columns: true, cast: (cell: string) => (cell === '' ? null : cell) });

const collectionOf = (units: readonly Unit[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: units.map(({ code, name, polygons }) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  });
