/**
 * How a layer is asked for its features: the query, its order, and how it is cut into pages.
 *
 *     pages can be begun anywhere, in an order   resultOffset, by the code and the object id
 *     else, with object ids                      all ids first, then from one id to another
 *     else                                       one page, which must be all
 */
import { chooseGeoJson } from './choose-format.js';
import type { LayerDescription } from './describe-service.js';
import type { LayerWanted, Limits } from './source.js';

export interface LayerQuestion {
  /** Address of the layer. */
  readonly layer: string;
  /** The query without paging and order, as it is sent with each page. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Fields that pages by offset are put in order by; else blank. */
  readonly order: string;
  readonly by: 'offset' | 'ids' | 'whole';
  readonly objectIdField: string | null;
  readonly isGeoJson: boolean;
  /** Features a page. */
  readonly pageSize: number;
}

/** What servers send at once where they do not say. */
const USUAL_MOST = 1000;

/** A field of codes as the Office for National Statistics names it: `LAD26CD`. */
const CODES = /^[A-Z]+\d{2}CD$/i;

/** The question for a layer as it describes itself. */
export function questionFor(
  wanted: LayerWanted,
  description: LayerDescription,
  address: string,
  limits: Limits,
): LayerQuestion {
  const { objectIdField, fields, supportsOrderBy, supportsPagination } = description;
  const outSR = wanted.outSR ?? 4326;
  const shapes = wanted.shapes !== false && description.geometryType !== null;
  const isGeoJson = chooseGeoJson(description, outSR, shapes);
  const code = namedField(fields, wanted.codeField) ?? fields.find(({ name }) => CODES.test(name))?.name;
  const order = [code, objectIdField].filter((name) => typeof name === 'string');
  const isOrdered = supportsOrderBy && order.length > 0;
  const by = supportsPagination && isOrdered ? 'offset' : objectIdField !== null ? 'ids' : 'whole';
  const most = Math.min(
    description.maxRecordCount ?? USUAL_MOST,
    wanted.pageSize ?? limits.pageSize,
    limits.pageSize,
  );
  return {
    layer: address,
    parameters: {
      ...wanted.parameters,
      where: wanted.where ?? '1=1',
      outFields: withObjectId(wanted.outFields ?? '*', objectIdField),
      ...(shapes ? { outSR: String(outSR) } : { returnGeometry: 'false' }),
      f: isGeoJson ? 'geojson' : 'json',
    },
    order: by === 'offset' ? [...new Set(order)].join(',') : '',
    by,
    objectIdField,
    isGeoJson,
    pageSize: Math.max(1, most),
  };
}

const namedField = (fields: LayerDescription['fields'], wanted: string | undefined): string | undefined =>
  fields.find(({ name }) => name.toLowerCase() === wanted?.toLowerCase())?.name;

function withObjectId(outFields: string, objectIdField: string | null): string {
  const names = outFields.split(',').map((name) => name.trim().toLowerCase());
  return objectIdField === null || names.includes('*') || names.includes(objectIdField.toLowerCase())
    ? outFields
    : `${outFields},${objectIdField}`;
}
