/**
 * Addresses of layers taken apart, and queries put together.
 *
 *     …/FeatureServer              the one layer of the service
 *     …/FeatureServer/0            that layer
 *     …/MapServer/3/query?where=…  that layer, asked as the address says
 *
 * Parameters that say which features and fields are wanted are kept; those that say how they come (pages, format,
 * order) are this tool's own; a query for something else than features is refused.
 */
import { InputError } from '../trouble/input-error.js';
import { shownAddress } from './secrets.js';
import type { LayerWanted } from './source.js';

const SERVICE = /^(.*\/(?:FeatureServer|MapServer))(?:\/(\d+))?(?:\/query)?\/?$/i;

/** Parameters that this tool sets itself. */
const OWN = new Set([
  'f',
  'resultoffset',
  'resultrecordcount',
  'orderbyfields',
  'resulttype',
  'where',
  'outfields',
  'outsr',
  'returngeometry',
  'returnexceededlimitfeatures',
  'cachehint',
  'callback',
]);

/** Parameters that ask for something else than whole features; blank and false ask for nothing. */
const SOMETHING_ELSE =
  /^(returnCountOnly|returnIdsOnly|returnUniqueIdsOnly|returnExtentOnly|returnDistinctValues|returnCentroid|outStatistics|groupByFieldsForStatistics|having|quantizationParameters|returnTrueCurves|featureEncoding|fullText|multipatchOption|lod)$/i;

/** The layer that an address means; null where it is that of a file. Throws InputError for a query of something else. */
export function layerOfAddress(url: URL): LayerWanted | null {
  const parts = SERVICE.exec(url.pathname);
  if (parts === null) return null;
  const given = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const parameters: Record<string, string> = {};
  for (const { name, value } of given.values()) {
    if (value === '' || OWN.has(name.toLowerCase())) continue;
    if (SOMETHING_ELSE.test(name)) {
      if (/^(false|esriDefault)$/i.test(value)) continue;
      throw queryRefused(url, `it asks for something else than whole features: ${name}`, `Leave ${name} out`);
    }
    parameters[name] = value;
  }
  const text = (name: string): string | undefined => given.get(name)?.value || undefined;
  const where = text('where');
  const outFields = text('outfields');
  const outSR = systemNumber(url, text('outsr'));
  const shapes = text('returngeometry')?.toLowerCase() !== 'false';
  return {
    service: url.origin + parts[1]!,
    ...(parts[2] === undefined ? {} : { layer: Number(parts[2]) }),
    ...(where === undefined ? {} : { where }),
    ...(outFields === undefined ? {} : { outFields }),
    ...(outSR === null ? {} : { outSR }),
    ...(shapes ? {} : { shapes }),
    parameters,
  };
}

function systemNumber(url: URL, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number =
    /^\s*(?:EPSG:)?(\d+)\s*$/i.exec(text)?.[1] ?? /"(?:latestW|w)kid"\s*:\s*(\d+)/i.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  throw queryRefused(
    url,
    `outSR=${text.slice(0, 40)} is not the number of a coordinate system`,
    'Give outSR=4326 or outSR=27700',
  );
}

/** A query of a layer's, with some parameters in the order given. */
export function queryUrl(layer: string, parameters: Readonly<Record<string, string>>): URL {
  const url = new URL(`${layer}/query`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** The address of a layer's own description or of a service's, with its token where there is one. */
export function descriptionUrl(address: string, { parameters = {} }: Pick<LayerWanted, 'parameters'>): URL {
  const url = new URL(address);
  url.searchParams.set('f', 'json');
  const token = Object.entries(parameters).find(([name]) => name.toLowerCase() === 'token')?.[1];
  if (token !== undefined) url.searchParams.set('token', token);
  return url;
}

const queryRefused = (url: URL, message: string, hint: string): InputError =>
  new InputError({ id: 'query-refused', file: shownAddress(url), message, hint });
