/**
 * Esri JSON, what an ArcGIS server hands out for `f=json`: features of attributes, and rings without order.
 *
 *     {"spatialReference":{"wkid":27700}, "exceededTransferLimit":true,
 *      "features":[{"attributes":{"LAD24CD":"E07000901"}, "geometry":{"rings":[[[x,y],…]]}}]}
 *
 * Also several pages, one a line or in an array. Quantised pages (with a `transform`) hold steps from one position to
 * the next, in units of the transform.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { parseJson } from '../../trouble/parse-json.js';
import { InputError } from '../../trouble/input-error.js';
import { wordsOfReply } from '../geojson/server-reply.js';
import { saysYes } from '../geojson/server-says.js';
import { damagedFile, guardAgainstDamage, notJson } from './damaged.js';
import type { BoundaryFormat } from './format.js';
import { stemOf } from './format.js';
import { looksLikeEsri } from './json-kinds.js';
import { polygonsOfRings, type Ring } from './rings-by-winding.js';
import { stateSystem } from './state-system.js';
import { propertyRecord, TableBuilder } from './table-builder.js';

interface Page {
  readonly features?: unknown;
  readonly spatialReference?: {
    readonly wkid?: unknown;
    readonly latestWkid?: unknown;
    readonly wkt?: unknown;
  };
  readonly exceededTransferLimit?: unknown;
  readonly properties?: { readonly exceededTransferLimit?: unknown };
  readonly transform?: {
    readonly originPosition?: string;
    readonly scale: readonly number[];
    readonly translate: readonly number[];
  };
  readonly error?: unknown;
}

export const esriJson: BoundaryFormat = {
  id: 'esri-json',
  name: 'Esri JSON',
  extensions: ['.json', '.esrijson'],
  detect: (bytes) => looksLikeEsri(bytes),
  listLayers: (_bytes, fileName) => Promise.resolve([stemOf(fileName)]),
  read: (bytes, fileName) => guardAgainstDamage(fileName, 'Esri JSON', () => readPages(bytes, fileName)),
};

function readPages(bytes: Uint8Array, fileName: string): FeatureTable {
  const builder = new TableBuilder(fileName);
  let isCut = false;
  let features = 0;
  let stated: string | null = null;
  for (const page of pagesOf(new TextDecoder().decode(bytes), fileName)) {
    if (page.error !== undefined) throw refusal(fileName, wordsOfReply({ error: page.error }) ?? 'an error');
    if (!Array.isArray(page.features)) throw damagedFile(fileName, 'Esri JSON', 'it has no list of features');
    isCut ||= saysYes(page.exceededTransferLimit) || saysYes(page.properties?.exceededTransferLimit);
    const system = systemOf(page);
    if (stated !== null && system !== null && system !== stated) {
      throw damagedFile(
        fileName,
        'Esri JSON',
        `its pages are in two coordinate systems, ${stated} and ${system}`,
      );
    }
    stated ??= system;
    for (const feature of page.features as { attributes?: object; geometry?: unknown }[]) {
      features++;
      builder.startFeature(propertyRecord(Object.entries(feature.attributes ?? {})));
      addGeometry(feature.geometry, page, builder);
    }
  }
  const table = builder.finish(stated);
  return isCut ? { ...table, truncated: { features, of: null } } : table;
}

/** The pages: one document, an array of them, or one a line. */
function pagesOf(text: string, fileName: string): Page[] {
  const parse = (part: string): Page[] => {
    const parsed = parseJson(part) as Page | Page[];
    return Array.isArray(parsed) ? parsed : [parsed];
  };
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    const lines = text
      .replaceAll('\u001e', '\n')
      .split('\n')
      .filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1) return lines.flatMap(parse);
    } catch {
      // What is wrong with the whole is told below.
    }
    throw notJson(fileName, 'Esri JSON', thrown);
  }
}

function systemOf({ spatialReference: system }: Page): string | null {
  const code = system?.latestWkid ?? system?.wkid;
  const wkt = typeof system?.wkt === 'string' ? system.wkt : '';
  if (typeof code === 'number') return stateSystem('EPSG', code, wkt);
  return wkt === '' ? null : wkt;
}

function addGeometry(geometry: unknown, page: Page, builder: TableBuilder): void {
  if (typeof geometry !== 'object' || geometry === null) {
    builder.note('null-geometry');
    return;
  }
  const { rings, paths, points, x, y, curveRings } = geometry as Record<string, unknown>;
  if (curveRings !== undefined) {
    throw builder.trouble(
      'geometry-curved',
      'the geometry has curved edges',
      'Ask the server for it without returnTrueCurves.',
    );
  }
  if (Array.isArray(rings)) {
    for (const polygon of polygonsOfRings(rings.map((ring) => positionsOf(ring, page, builder)))) {
      builder.startPolygon();
      for (const ring of polygon) {
        for (const [px, py] of ring) builder.position(px!, py!);
        builder.endRing();
      }
    }
  } else if (Array.isArray(points)) {
    for (const [px, py] of positionsOf(points, page, builder)) builder.point(px!, py!);
  } else if (Array.isArray(paths)) builder.note('line-geometry');
  else if (typeof x === 'number' && typeof y === 'number') {
    for (const [px, py] of positionsOf([[x, y]], page, builder)) builder.point(px!, py!);
  } else builder.note('null-geometry');
}

/** The positions of one ring, in the units of the system. */
function positionsOf(ring: unknown, { transform }: Page, builder: TableBuilder): Ring {
  if (!Array.isArray(ring)) throw builder.trouble('geometry-damaged', 'a ring is not a list of positions');
  let [sumX, sumY] = [0, 0];
  return ring.map((position: unknown) => {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number')
      throw builder.trouble('geometry-damaged', 'a position is not two numbers');
    if ((position as unknown[]).length > 2) builder.noteFile('extra-dimension');
    if (transform === undefined) return [x, y];
    [sumX, sumY] = [sumX + x, sumY + y];
    const down = transform.originPosition === 'lowerLeft' ? 1 : -1;
    return [
      transform.translate[0]! + sumX * transform.scale[0]!,
      transform.translate[1]! + down * sumY * transform.scale[1]!,
    ];
  });
}

const refusal = (file: string, words: string): InputError =>
  new InputError({
    id: 'server-error',
    file,
    message: `it holds no features but a server’s answer: ${words}`,
    hint: 'Mend the query or the address, and download it again.',
  });
