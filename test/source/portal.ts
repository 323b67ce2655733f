/**
 * A portal on this machine that imitates feature services, with the ways in which they fail; it listens on 127.0.0.1 alone,
 * answers so many questions at most, and stops by itself.
 *
 *     const portal = await openPortal({ units: 100 });
 *     portal.fail('reset', 2)        the second question for a page from now on breaks off, once
 *     portal.change(…)               what the layer holds, from now on
 *     await portal.close()
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Ways in which one reply fails. */
export const ALL_FAILING = [
  ...(['reset', 'cut', 'cut-json', 'long-length', 'short-length', 'gzip-cut', 'slow', 'busy'] as const),
  ...(['unavailable', '500', '504', 'page', 'error-inside', 'duplicate', 'too-few', 'too-many'] as const),
  ...(['limited', 'redirect', 'empty', 'no-ids'] as const),
] as const;

export type Failing = (typeof ALL_FAILING)[number];

export interface Service {
  readonly units: number;
  readonly maxRecordCount?: number;
  readonly pagination?: boolean;
  readonly orderBy?: boolean;
  readonly geoJson?: boolean;
  readonly objectIds?: boolean;
  readonly table?: boolean;
  readonly gzip?: boolean;
  readonly editingDate?: number | null;
  /** Layers of the service; one where it is left out. */
  readonly layers?: number;
  /** Token without which nothing is answered. */
  readonly token?: string;
  /** Milliseconds before the reply to a page, by its place among all. */
  readonly slowMs?: number;
  readonly delay?: (page: number) => number;
}

export interface Portal {
  /** Address of the layer. */
  readonly layer: string;
  readonly service: string;
  readonly origin: string;
  /** Everything that was asked for, in order. */
  readonly asked: string[];
  /** Headers of the last question. */
  headers(): IncomingMessage['headers'];
  /** Pages asked for, by their first feature. */
  offsets(): number[];
  /** Most pages that were being answered at the same time. */
  readonly atOnce: () => number;
  /** Lets the n-th page from now on fail, once. */
  fail(how: Failing, nth?: number): void;
  /** Lets pages fail, each once and each in its own way: of every first feature that is asked for, the first question. */
  failFirst(hows: readonly Failing[]): void;
  /** Ways of `failFirst` in which none failed yet. */
  unfailed(): number;
  /** Lets every page of more features than so many fail. */
  failLarger(than: number, how: Failing): void;
  /** Lets the next counts be wrong by so many. */
  miscount(...by: number[]): void;
  /** Called before each page is answered, with its place among all. */
  onPage(call: (page: number) => void): void;
  change(how: Partial<Service>): void;
  /** Takes a unit out, by its object id. */
  remove(id: number): void;
  /** Puts a file at a path. */
  serve(path: string, answer: (asked: IncomingMessage, answer: ServerResponse) => void): void;
  close(): Promise<void>;
}

const MOST_QUESTIONS = 2000;
const LASTS_MS = 120_000;

export const codeOf = (id: number): string => `E01${String(id).padStart(6, '0')}`;

interface Unit {
  readonly id: number;
  readonly fields: object;
  readonly ring: readonly (readonly [number, number])[];
}

/** Units are small squares in rows; their codes run against their object ids. */
function unitsOf(count: number): Unit[] {
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [-2 + (i % 200) * 0.01, 51 + Math.floor(i / 200) * 0.005 + 1 / 3e9];
    return {
      id: i + 1,
      fields: { FID: i + 1, LSOA21CD: codeOf(count - i), LSOA21NM: `Made-up “place” ${i}, of ${count}` },
      ring: [
        [x, y],
        [x, y + 0.005],
        [x + 0.01, y + 0.005],
        [x + 0.01, y],
        [x, y],
      ],
    };
  });
}

export async function openPortal(given: Service): Promise<Portal> {
  let service = given;
  let units = unitsOf(service.units);
  const failing = new Map<number, Failing>();
  const files = new Map<string, (asked: IncomingMessage, answer: ServerResponse) => void>();
  const asked: string[] = [];
  let [pages, questions, busyNow, mostNow] = [0, 0, 0, 0];
  let lastHeaders: IncomingMessage['headers'] = {};
  let wrongCounts: number[] = [];
  let waiting: Failing[] = [];
  let begun = new Set<number>();
  let larger: { than: number; how: Failing } | null = null;
  let onPage: (page: number) => void = () => undefined;

  const server = createServer((question, answer) => {
    lastHeaders = question.headers;
    asked.push(question.url!);
    if (++questions > MOST_QUESTIONS) return void question.socket.destroy();
    const url = new URL(question.url!, 'http://portal');
    const file = files.get(url.pathname);
    if (file !== undefined) return file(question, answer);
    if (service.token !== undefined && url.searchParams.get('token') !== service.token)
      return send(answer, { error: { code: 499, message: 'Token Required', details: [] } });
    if (/\/FeatureServer\/?$/.test(url.pathname)) return send(answer, describeService());
    const layer = /\/FeatureServer\/(\d+)$/.exec(url.pathname);
    if (layer !== null) return send(answer, describeLayer(Number(layer[1])));
    if (!/\/FeatureServer\/\d+\/query$/.test(url.pathname)) return send(answer, 'nothing here', 404);
    return query(url, answer);
  });

  const describeService = (): object => ({
    layers: Array.from({ length: service.layers ?? 1 }, (_, id) => ({
      id,
      name: `Layer ${id}`,
      type: 'Feature Layer',
    })),
    tables: [],
  });

  const describeLayer = (id: number): object => ({
    id,
    name: `LSOA_DEC_2021_EW_${id}`,
    fields: [
      { name: 'FID', type: 'esriFieldTypeOID' },
      { name: 'LSOA21CD', type: 'esriFieldTypeString' },
      { name: 'LSOA21NM', type: 'esriFieldTypeString' },
    ].slice(service.objectIds === false ? 1 : 0),
    ...(service.objectIds === false ? {} : { objectIdField: 'FID' }),
    ...(service.table === true ? {} : { geometryType: 'esriGeometryPolygon' }),
    extent: { xmin: -6, ymin: 49, xmax: 2, ymax: 56, spatialReference: { wkid: 27700, latestWkid: 27700 } },
    maxRecordCount: service.maxRecordCount ?? 2000,
    supportedQueryFormats: service.geoJson === false ? 'JSON' : 'JSON, geoJSON, PBF',
    advancedQueryCapabilities: {
      supportsPagination: service.pagination !== false,
      supportsOrderBy: service.orderBy !== false,
    },
    ...(service.editingDate === null
      ? {}
      : { editingInfo: { lastEditDate: service.editingDate ?? 1_790_000_000_000 } }),
    copyrightText: 'Made up for a test',
  });

  const chosen = (url: URL): Unit[] => {
    const where = url.searchParams.get('where') ?? '1=1';
    const range = /FID >= (\d+) AND FID <= (\d+)/.exec(where);
    const code = /LSOA21CD < '(\w+)'/.exec(where)?.[1];
    const found = units.filter(
      ({ id, fields }) =>
        (range === null || (id >= Number(range[1]) && id <= Number(range[2]))) &&
        (code === undefined || (fields as { LSOA21CD: string }).LSOA21CD < code),
    );
    return (url.searchParams.get('orderByFields') ?? '').startsWith('LSOA21CD') ? found.reverse() : found;
  };

  const query = (url: URL, answer: ServerResponse): void => {
    const text = (name: string): string | null => url.searchParams.get(name);
    const all = chosen(url);
    if (text('returnCountOnly') === 'true')
      return send(answer, { count: all.length + (wrongCounts.shift() ?? 0) });
    if (text('returnIdsOnly') === 'true')
      return send(answer, { objectIdFieldName: 'FID', objectIds: all.map(({ id }) => id).reverse() });
    const page = ++pages;
    onPage(page);
    const offset = Number(text('resultOffset') ?? 0);
    const size = Math.min(Number(text('resultRecordCount') ?? Infinity), service.maxRecordCount ?? 2000);
    let how = failing.get(page);
    failing.delete(page);
    if (how === undefined && !begun.has(offset)) how = waiting.shift();
    begun.add(offset);
    if (larger !== null && Math.min(size, all.length) > larger.than) how = larger.how;
    if (service.pagination === false && text('resultOffset') !== null)
      return send(answer, { error: { code: 400, message: 'Pagination is not supported.', details: [] } });
    mostNow = Math.max(mostNow, ++busyNow);
    const wait = how === 'slow' ? (service.slowMs ?? 3000) : (service.delay?.(page) ?? 0);
    const reply = (): void => {
      busyNow--;
      if (!answer.destroyed) answerPage(url, answer, all, offset, size, how);
    };
    if (wait === 0) reply();
    else setTimeout(reply, wait).unref();
  };

  const answerPage = (
    url: URL,
    answer: ServerResponse,
    all: readonly Unit[],
    offset: number,
    size: number,
    how: Failing | undefined,
  ): void => {
    const at = how === 'duplicate' ? Math.max(0, offset - size) : offset;
    const count =
      how === 'too-few' || how === 'limited' ? Math.floor(size / 2) : how === 'too-many' ? size + 1 : size;
    const given = all.slice(at, at + count);
    const isLimited = at + count < all.length && how !== 'too-few';
    const { body } = bodyOf(url, given, isLimited, how);
    switch (how) {
      case 'reset':
        return void answer.socket!.destroy();
      case 'busy':
        answer.setHeader('Retry-After', '0');
        return send(answer, 'slow down', 429);
      case 'unavailable':
        return send(answer, '<html><title>Maintenance</title></html>', 503);
      case '500':
        return send(answer, 'oh', 500);
      case '504':
        return send(answer, '<html><body>Gateway time-out</body></html>', 504);
      case 'page':
        return send(
          answer,
          '<!DOCTYPE html>\n<html><head><title>Access denied</title></head></html>',
          200,
          'text/html',
        );
      case 'error-inside':
        return send(answer, {
          error: { code: 500, message: 'Error performing query operation', details: [] },
        });
      case 'empty':
        return send(answer, '');
      case 'cut-json':
        return send(answer, body.slice(0, body.length >> 1));
      case 'short-length':
        answer.setHeader('Content-Length', Buffer.byteLength(body) - 20);
        answer.write(body);
        return void answer.end();
      case 'cut':
      case 'long-length':
        answer.setHeader('Content-Length', Buffer.byteLength(body) + (how === 'cut' ? 0 : 50));
        answer.write(how === 'cut' ? body.slice(0, body.length >> 1) : body);
        return void setTimeout(() => answer.socket?.destroy(), 20).unref();
      case 'gzip-cut': {
        answer.setHeader('Content-Encoding', 'gzip');
        const packed = gzipSync(body);
        return void answer.end(packed.subarray(0, packed.length >> 1));
      }
      case 'redirect':
        answer.setHeader('Location', `${url.pathname}${url.search}&hop=1`);
        return send(answer, '', 302);
      default:
        return send(answer, body);
    }
  };

  const bodyOf = (url: URL, given: readonly Unit[], isLimited: boolean, how?: Failing): { body: string } => {
    const shapes = url.searchParams.get('returnGeometry') !== 'false' && service.table !== true;
    const isGeoJson = url.searchParams.get('f') === 'geojson';
    const limit = isLimited || how === 'limited' ? { exceededTransferLimit: true } : {};
    if (isGeoJson) {
      const features = given.map(({ id, fields, ring }) => ({
        type: 'Feature',
        ...(how === 'no-ids' || service.objectIds === false ? {} : { id }),
        geometry: shapes ? { type: 'Polygon', coordinates: [ring] } : null,
        properties: how === 'no-ids' || service.objectIds === false ? { ...fields, FID: undefined } : fields,
      }));
      return {
        body: JSON.stringify({
          type: 'FeatureCollection',
          ...(Object.keys(limit).length === 0 ? {} : { properties: limit }),
          features,
        }),
      };
    }
    const wkid = Number(url.searchParams.get('outSR') ?? 4326);
    const placed = (ring: Unit['ring']): number[][] =>
      ring.map(([x, y]) => (wkid === 27700 ? [400_000 + x * 69_000, 100_000 + (y - 50) * 111_000] : [x, y]));
    return {
      body: JSON.stringify({
        objectIdFieldName: 'FID',
        geometryType: 'esriGeometryPolygon',
        spatialReference: { wkid, latestWkid: wkid },
        fields: [{ name: 'FID' }, { name: 'LSOA21CD' }, { name: 'LSOA21NM' }],
        ...limit,
        features: given.map(({ fields, ring }) => ({
          attributes: fields,
          ...(shapes ? { geometry: { rings: [placed(ring)] } } : {}),
        })),
      }),
    };
  };

  const send = (
    answer: ServerResponse,
    body: object | string,
    status = 200,
    type = 'application/json',
  ): void => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const bytes = service.gzip === true ? gzipSync(text) : Buffer.from(text);
    answer.writeHead(status, {
      'Content-Type': type,
      'Content-Length': bytes.length,
      ETag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}"`,
      ...(service.gzip === true ? { 'Content-Encoding': 'gzip' } : {}),
    });
    answer.end(bytes);
  };

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  const close = (): Promise<void> => {
    clearTimeout(end);
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  const end = setTimeout(() => void close(), LASTS_MS).unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const name = `${origin}/x/arcgis/rest/services/LSOA_December_2021_Boundaries_EW_BGC/FeatureServer`;
  return {
    origin,
    service: name,
    layer: `${name}/0`,
    asked,
    headers: () => lastHeaders,
    offsets: () =>
      asked.flatMap((each) => {
        const offset = new URL(each, origin).searchParams.get('resultOffset');
        return offset === null ? [] : [Number(offset)];
      }),
    atOnce: () => mostNow,
    fail: (how, nth = 1) => void failing.set(pages + nth, how),
    failFirst: (hows) => {
      waiting = [...hows];
      begun = new Set();
    },
    unfailed: () => waiting.length,
    failLarger: (than, how) => void (larger = { than, how }),
    miscount: (...by) => void (wrongCounts = by),
    onPage: (call) => void (onPage = call),
    change: (how) => {
      service = { ...service, ...how };
      if (how.units !== undefined) units = unitsOf(how.units);
    },
    remove: (id) => void (units = units.filter((unit) => unit.id !== id)),
    serve: (path, answer) => void files.set(path, answer),
    close,
  };
}
