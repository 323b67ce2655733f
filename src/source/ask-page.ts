/**
 * One page of a layer: asked for, and checked to be what was asked for.
 */
import { askJsonOnce, type Json } from './ask-json.js';
import type { Asker } from './asker.js';
import { Fault } from './fault.js';
import type { LayerQuestion } from './layer-question.js';
import type { FeatureId } from './page-store.js';
import { queryUrl } from './wanted-layer.js';

/** A page that is wanted. */
export interface Page {
  readonly offset: number;
  readonly size: number;
  /** Its object ids, in order, where pages are asked for by ids. */
  readonly ids: readonly number[] | null;
}

export interface PageReply {
  readonly features: readonly Json[];
  readonly ids: readonly FeatureId[] | null;
  readonly head: Json;
}

/** The query for a page. */
export function pageUrl({ layer, parameters, order, by, objectIdField }: LayerQuestion, page: Page): URL {
  if (by === 'whole') return queryUrl(layer, parameters);
  if (by === 'offset')
    return queryUrl(layer, {
      ...parameters,
      orderByFields: order,
      resultOffset: String(page.offset),
      resultRecordCount: String(page.size),
    });
  const [first, last] = [page.ids![0]!, page.ids!.at(-1)!];
  return queryUrl(layer, {
    ...parameters,
    where: `(${parameters['where']!}) AND ${objectIdField!} >= ${first} AND ${objectIdField!} <= ${last}`,
  });
}

/**
 * Asks for a page once. Fewer features than asked for come back only where the server says that it has a limit. Throws
 * Fault for anything else.
 */
export async function askPage(
  asker: Asker,
  question: LayerQuestion,
  page: Page,
  came: () => void,
): Promise<PageReply> {
  const { json } = await askJsonOnce(asker, pageUrl(question, page), came);
  const { features } = json;
  if (!Array.isArray(features) || !features.every(isRecord))
    throw new Fault('cut', 'the page has no features');
  const count = features.length;
  if (count > page.size)
    throw new Fault('cut', `the page has ${count} features, and ${page.size} were asked for`);
  if (count < page.size && !(count > 0 && isLimited(json)))
    throw new Fault('cut', `the page has ${count} features, and there should be ${page.size}`);
  const field = question.objectIdField;
  const ids = field === null ? null : features.map((each) => idOf(each, field));
  if (ids !== null) checkIds(ids, page);
  return {
    ...(page.ids === null ? { features, ids } : inOrderOfIds(features, ids!)),
    head: pick(json, question.isGeoJson ? ['crs'] : ESRI_HEAD),
  };
}

/** What Esri JSON says before its features. */
const ESRI_HEAD = [
  'displayFieldName',
  'objectIdFieldName',
  'globalIdFieldName',
  'geometryType',
  'hasZ',
  'hasM',
  'spatialReference',
  'fieldAliases',
  'fields',
];

/** Whether a server says that it had more: at the top, as in Esri JSON, or among the properties, as in GeoJSON. */
export const isLimited = (json: Json): boolean =>
  json['exceededTransferLimit'] === true ||
  (isRecord(json['properties']) && json['properties']['exceededTransferLimit'] === true);

function idOf(feature: Json, field: string): FeatureId {
  const values = [feature['properties'], feature['attributes']].filter(isRecord);
  const id = values.map((each) => each[field]).find((value) => value !== undefined) ?? feature['id'];
  if (typeof id === 'number' || typeof id === 'string') return id;
  throw new Fault('cut', `a feature has no object id (${field})`);
}

function checkIds(ids: readonly FeatureId[], page: Page): void {
  if (new Set(ids).size < ids.length) throw new Fault('cut', 'the page holds a feature twice');
  if (page.ids === null) return;
  const wanted = new Set<FeatureId>(page.ids);
  if (!ids.every((id) => wanted.has(id)))
    throw new Fault('cut', 'the page holds features that were not asked for');
}

/** Pages by ids have no order of the server's, so that halves of one are the same as the whole. */
function inOrderOfIds(features: readonly Json[], ids: readonly FeatureId[]): Omit<PageReply, 'head'> {
  const order = ids.map((_, i) => i).sort((p, q) => Number(ids[p]) - Number(ids[q]));
  return { features: order.map((i) => features[i]!), ids: order.map((i) => ids[i]!) };
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pick = (json: Json, keys: readonly string[]): Json =>
  Object.fromEntries(keys.filter((key) => json[key] !== undefined).map((key) => [key, json[key]]));
