/**
 * A portal on this machine with a few small services, and a catalogue that names them; for tests of what the command
 * line makes of a catalogue. How a server can fail is the concern of test/source.
 *
 * It listens on 127.0.0.1 alone, answers so many questions at most, and stops by itself.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { polygon, square } from './small-files.js';

export interface SmallService {
  /** One object of fields a feature. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly geometry: 'esriGeometryPolygon' | 'esriGeometryPoint' | null;
  readonly maxRecordCount?: number;
}

export interface SmallPortal {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface SmallItem {
  readonly title: string;
  readonly service: string;
  readonly type?: string;
}

const MOST_QUESTIONS = 500;
const LASTS_MS = 60_000;

export async function openSmallPortal(
  services: Readonly<Record<string, SmallService>>,
  files: Readonly<Record<string, string>> = {},
  items: readonly SmallItem[] = [],
): Promise<SmallPortal> {
  const asked: string[] = [];
  const server = createServer((question, answer) => {
    asked.push(question.url!);
    if (asked.length > MOST_QUESTIONS) return void question.socket.destroy();
    const url = new URL(question.url!, origin);
    const file = files[url.pathname];
    if (file !== undefined) return send(answer, file, 'text/csv');
    if (url.pathname === '/sharing/rest/search') return json(answer, found(items, url, origin));
    const [, name, layer, isQuery] =
      /\/services\/([^/]+)\/FeatureServer(?:\/(\d+)(\/query)?)?$/.exec(url.pathname) ?? [];
    const service = services[decodeURIComponent(name ?? '')];
    if (service === undefined) return json(answer, { error: { code: 400, message: 'Invalid URL' } });
    if (layer === undefined) return json(answer, { layers: [{ id: 0, name }], tables: [] });
    return json(answer, isQuery === undefined ? described(name!, service) : queried(service, url));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> => {
    clearTimeout(end);
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  const end = setTimeout(() => void close(), LASTS_MS).unref();
  return { origin, asked, close };
}

const described = (name: string, { rows, geometry, maxRecordCount }: SmallService): object => ({
  id: 0,
  name,
  objectIdField: 'FID',
  fields: ['FID', ...Object.keys(rows[0]!)].map((field) => ({
    name: field,
    type: field === 'FID' ? 'esriFieldTypeOID' : 'esriFieldTypeString',
  })),
  ...(geometry === null ? { type: 'Table' } : { geometryType: geometry, type: 'Feature Layer' }),
  maxRecordCount: maxRecordCount ?? 2000,
  supportedQueryFormats: 'JSON, geoJSON',
  advancedQueryCapabilities: { supportsPagination: true, supportsOrderBy: true },
  editingInfo: { lastEditDate: 1_790_000_000_000 },
});

function queried({ rows, geometry }: SmallService, url: URL): object {
  const text = (name: string): string => url.searchParams.get(name) ?? '';
  const prefix = /^(\w+) LIKE '(\w+)%'$/.exec(text('where'));
  const all = rows
    .map((fields, i) => ({ id: i + 1, fields }))
    .filter(({ fields }) => prefix === null || (fields[prefix[1]!] ?? '').startsWith(prefix[2]!));
  if (text('returnCountOnly') === 'true') return { count: all.length };
  if (text('returnIdsOnly') === 'true')
    return { objectIdFieldName: 'FID', objectIds: all.map(({ id }) => id) };
  const offset = Number(text('resultOffset'));
  const page = all.slice(offset, offset + Number(text('resultRecordCount') || '2000'));
  const shapes = geometry !== null && text('returnGeometry') !== 'false';
  return {
    type: 'FeatureCollection',
    features: page.map(({ id, fields }) => ({
      type: 'Feature',
      id,
      geometry: shapes ? shapeOf(id, geometry) : null,
      properties: { FID: id, ...fields },
    })),
  };
}

/** Squares side by side, a tenth of a degree wide; points in their middles. */
const shapeOf = (id: number, geometry: string): unknown =>
  geometry === 'esriGeometryPoint'
    ? { type: 'Point', coordinates: [-1 + (id - 0.5) * 0.1, 52.05] }
    : polygon(square(-1 + (id - 1) * 0.1, 52, 0.1));

function found(items: readonly SmallItem[], url: URL, origin: string): object {
  const words = [...(url.searchParams.get('q') ?? '').matchAll(/"([^"]+)"/g)]
    .map(([, word]) => word!.toLowerCase())
    .filter((word) => word !== 'feature service');
  const results = items
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .map(({ title, service, type }, i) => ({
      id: `item${i}`,
      title,
      type: type ?? 'Feature Service',
      url: `${origin}/x/arcgis/rest/services/${service}/FeatureServer`,
      modified: 1_790_000_000_000,
    }));
  return { total: results.length, start: 1, num: results.length, nextStart: -1, results };
}

const json = (answer: ServerResponse, body: object): void =>
  send(answer, JSON.stringify(body), 'application/json');

function send(answer: ServerResponse, text: string, type: string): void {
  answer.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
  answer.end(text);
}
