/**
 * What an ArcGIS portal's own catalogue has of some words.
 */
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

/** The items found, the one modified last first, and how many there are in all. Throws InputError as `fetchSource` does. */
export function searchPortal(
  search: PortalSearch,
  options: AskOptions = {},
): Promise<{ readonly items: readonly PortalItem[]; readonly total: number }> {
  void search;
  void options;
  throw new Error('under construction');
}
