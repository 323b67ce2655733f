/**
 * One layer or file from its address into the cache.
 */
import type { FetchOptions, Fetched, Wanted } from './source.js';

/**
 * Brings what is wanted onto this machine, or finds that what is kept is still the same. Throws InputError for an address that
 * is none, a server that does not answer or answers wrongly, data that changed on the way, and for what is not kept
 * where no network is to be asked; an AbortError where `signal` says so.
 */
export function fetchSource(wanted: Wanted, options: FetchOptions = {}): Promise<Fetched> {
  void wanted;
  void options;
  throw new Error('under construction');
}
