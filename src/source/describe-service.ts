/**
 * What a service holds, from its own description.
 */
import { InputError } from '../trouble/input-error.js';
import { checkAddress } from './address.js';
import { askJson, type Json } from './ask-json.js';
import { withAsker, type Asker } from './asker.js';
import { shownAddress } from './secrets.js';
import type { AskOptions, LayerWanted } from './source.js';
import { descriptionUrl, queryUrl } from './wanted-layer.js';

export interface DescribedLayer {
  readonly number: number;
  readonly name: string;
  /** Whether it is a table without shapes. */
  readonly isTable: boolean;
}

/** One layer as its service describes it. */
export interface LayerDescription {
  /** Its own address, without secrets. */
  readonly address: string;
  readonly number: number;
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  /** The field of object ids; null where none is named. */
  readonly objectIdField: string | null;
  /** `esriGeometryPolygon` and the like; null for a table. */
  readonly geometryType: string | null;
  /** EPSG number of the system it is kept in; null where it names none. */
  readonly system: number | null;
  readonly extent: {
    readonly xmin: number;
    readonly ymin: number;
    readonly xmax: number;
    readonly ymax: number;
  } | null;
  readonly maxRecordCount: number | null;
  readonly supportsPagination: boolean;
  readonly supportsOrderBy: boolean;
  readonly supportsGeoJson: boolean;
  /** When its data was last edited, ISO 8601 in UTC; null where it says nothing. */
  readonly edited: string | null;
  /** What it says of its sources; null where it says nothing. */
  readonly copyright: string | null;
}

/** The layers and tables of a service, in its order. Throws InputError as `fetchSource` does. */
export function layersOfService(service: string, options: AskOptions = {}): Promise<DescribedLayer[]> {
  return withAsker(options, (asker) => askForLayers(asker, { service }));
}

/** One layer of a service. Throws InputError as `fetchSource` does. */
export function describeLayer(
  service: string,
  layer: number,
  options: AskOptions = {},
): Promise<LayerDescription> {
  return withAsker(
    options,
    async (asker) => (await askForDescription(asker, { service }, layer)).description,
  );
}

/** How many features of a layer a condition (all where it is left out) holds for. Throws InputError as `fetchSource` does. */
export function countFeatures(
  service: string,
  layer: number,
  where?: string,
  options: AskOptions = {},
): Promise<number> {
  return withAsker(options, (asker) =>
    askForCount(asker, `${trimmed(service)}/${layer}`, { where: where ?? '1=1' }),
  );
}

const trimmed = (service: string): string => service.replace(/\/+$/, '');

type Service = Pick<LayerWanted, 'service' | 'parameters'>;

/** The same, by somebody who asks already. */
export async function askForLayers(asker: Asker, wanted: Service): Promise<DescribedLayer[]> {
  const url = descriptionUrl(checkAddress(trimmed(wanted.service)).href, wanted);
  const { json } = await askJson(asker, url);
  const listed = (key: string, isTable: boolean): DescribedLayer[] =>
    records(json[key]).flatMap(({ id, name, type, subLayerIds }) =>
      typeof id !== 'number' ||
      type === 'Group Layer' ||
      (Array.isArray(subLayerIds) && subLayerIds.length > 0)
        ? []
        : [{ number: id, name: typeof name === 'string' ? name : '', isTable }],
    );
  if (!Array.isArray(json['layers']) && !Array.isArray(json['tables'])) throw noService(url);
  return [...listed('layers', false), ...listed('tables', true)];
}

/** The same, with the date of the server. */
export async function askForDescription(
  asker: Asker,
  wanted: Service,
  layer: number,
): Promise<{
  readonly description: LayerDescription;
  readonly date: string | undefined;
  readonly tag: string | undefined;
}> {
  const address = `${trimmed(checkAddress(wanted.service).href)}/${layer}`;
  const url = descriptionUrl(address, wanted);
  const { json, headers } = await askJson(asker, url);
  if (!Array.isArray(json['fields'])) throw noLayer(url);
  return {
    description: describe(json, shownAddress(address), layer),
    date: headers['date'],
    tag: headers['etag'],
  };
}

/** How many features a query gives. */
export async function askForCount(
  asker: Asker,
  layer: string,
  parameters: Readonly<Record<string, string>>,
): Promise<number> {
  const url = queryUrl(layer, { ...parameters, returnCountOnly: 'true', f: 'json' });
  const { json } = await askJson(asker, url);
  const count = json['count'];
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  throw new InputError({
    id: 'fetch-no-count',
    file: shownAddress(url),
    message: 'the server does not say how many features there are',
    hint: 'Download the layer in a browser, and give the file',
  });
}

function describe(json: Json, address: string, number: number): LayerDescription {
  const advanced = record(json['advancedQueryCapabilities']);
  const editing = record(json['editingInfo']);
  const fields = records(json['fields']).flatMap(({ name, type }) =>
    typeof name === 'string' ? [{ name, type: String(type) }] : [],
  );
  const extent = record(json['extent']);
  const reference = record(json['sourceSpatialReference'] ?? extent['spatialReference']);
  const [xmin, ymin, xmax, ymax] = ['xmin', 'ymin', 'xmax', 'ymax'].map((key) => extent[key]);
  const geometryType = text(json['geometryType']);
  return {
    address,
    number,
    name: text(json['name']) ?? '',
    fields,
    objectIdField:
      text(json['objectIdField']) ??
      text(record(json['uniqueIdField'])['name']) ??
      fields.find(({ type }) => type === 'esriFieldTypeOID')?.name ??
      null,
    geometryType: geometryType === 'esriGeometryNull' ? null : geometryType,
    system: number_(reference['latestWkid']) ?? number_(reference['wkid']),
    extent: [xmin, ymin, xmax, ymax].every((each) => Number.isFinite(each))
      ? { xmin: xmin as number, ymin: ymin as number, xmax: xmax as number, ymax: ymax as number }
      : null,
    maxRecordCount: number_(json['maxRecordCount']),
    supportsPagination: (advanced['supportsPagination'] ?? json['supportsPagination']) === true,
    supportsOrderBy: (advanced['supportsOrderBy'] ?? json['supportsOrderBy'] ?? true) === true,
    supportsGeoJson: /geojson/i.test(text(json['supportedQueryFormats']) ?? ''),
    edited: dateText(editing['dataLastEditDate'] ?? editing['lastEditDate']),
    copyright: text(json['copyrightText']),
  };
}

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const records = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : []);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const number_ = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;

/** A date in milliseconds since 1970 as ISO 8601; null for anything else. */
export const dateText = (value: unknown): string | null =>
  typeof value === 'number' && Math.abs(value) < 8.64e15 ? new Date(value).toISOString() : null;

const noService = (url: URL): InputError =>
  new InputError({
    id: 'not-a-service',
    file: shownAddress(url),
    message: 'what answers is no feature or map service',
    hint: 'Give the address of one, up to /FeatureServer or /MapServer',
  });

const noLayer = (url: URL): InputError =>
  new InputError({
    id: 'not-a-layer',
    file: shownAddress(url),
    message: 'what answers is no layer of features',
    hint: 'Give the address of a layer: …/FeatureServer/0',
  });
