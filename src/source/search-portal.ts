/**
 * What an ArcGIS portal's own catalogue has of some words.
 */
import { askJson, type Json } from './ask-json.js';
import { withAsker } from './asker.js';
import { dateText } from './describe-service.js';
import type { AskOptions } from './source.js';

export interface PortalSearch {
  /** Address of the portal; ArcGIS Online where it is left out. */
  readonly portal?: string;
  /** Id of the organisation whose items are meant; everybody's where it is left out. */
  readonly organisation?: string;
  /** All of them must be found in an item. */
  readonly words: readonly string[];
  /** Most items that are asked for. */
  readonly most?: number;
}

export interface PortalItem {
  readonly id: string;
  readonly title: string;
  /** `Feature Service` and the like. */
  readonly type: string;
  /** Address of its service; null for an item without one. */
  readonly address: string | null;
  /** ISO 8601 in UTC; null where the portal says nothing. */
  readonly modified: string | null;
}

const ARCGIS_ONLINE = 'https://www.arcgis.com';

/** The items found, the one modified last first, and how many there are in all. Throws InputError as `fetchSource` does. */
export function searchPortal(
  search: PortalSearch,
  options: AskOptions = {},
): Promise<{ readonly items: readonly PortalItem[]; readonly total: number }> {
  return withAsker(options, async (asker) => {
    const { json } = await askJson(asker, searchUrl(search));
    const results = Array.isArray(json['results']) ? (json['results'] as Json[]) : [];
    const items = results.map(itemOf).filter((item) => item !== null);
    return { items, total: typeof json['total'] === 'number' ? json['total'] : items.length };
  });
}

/** The address of a search; words are words to the portal, never signs of its grammar. */
export function searchUrl({ portal = ARCGIS_ONLINE, organisation, words, most = 50 }: PortalSearch): URL {
  const url = new URL(`${portal.replace(/\/+$/, '')}/sharing/rest/search`);
  const terms = [
    ...(organisation === undefined ? [] : [`orgid:${organisation.replace(/\W/g, '')}`]),
    'type:"Feature Service"',
    ...words.map((word) => `"${word.replace(/["\\]/g, ' ').trim()}"`).filter((term) => term !== '""'),
  ];
  const parameters = {
    q: terms.join(' AND '),
    sortField: 'modified',
    sortOrder: 'desc',
    num: String(Math.min(100, Math.max(1, most))),
    f: 'json',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

function itemOf(json: Json): PortalItem | null {
  const { id, title, type, url, modified } = json;
  if (typeof id !== 'string' || typeof title !== 'string') return null;
  return {
    id,
    title,
    type: typeof type === 'string' ? type : '',
    address: typeof url === 'string' && url !== '' ? url : null,
    modified: dateText(modified),
  };
}
