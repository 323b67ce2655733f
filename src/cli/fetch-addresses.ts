/**
 * Addresses that are given where a file is asked for: fetched one after another, each once, into the cache. What fetches
 * is loaded only here.
 */
import { counted } from '../trouble/count-text.js';
import { engineOptions, sizeText, type FetchWishes } from './engine-options.js';
import { say } from './say.js';

/** What brings an address onto this machine, and gives the path of the file. */
export function fetchAddresses(wishes: FetchWishes): (address: string) => Promise<string> {
  const paths = new Map<string, Promise<string>>();
  let before: Promise<unknown> = Promise.resolve();
  return (address) => {
    let path = paths.get(address);
    if (path === undefined) {
      path = before.then(() => fetchOne(address, wishes));
      before = path.catch(() => undefined);
      paths.set(address, path);
    }
    return path;
  };
}

async function fetchOne(address: string, wishes: FetchWishes): Promise<string> {
  const { fetchSource } = await import('../source/fetch-source.js');
  const { path, provenance, how } = await fetchSource(address, engineOptions(wishes));
  const features = provenance.count === null ? '' : `${counted(provenance.count, 'feature')}, `;
  if (how === 'fetched' && wishes.quiet !== true)
    say(`fetched ${provenance.address}: ${features}${sizeText(provenance.bytes)}, kept as ${path}`);
  return path;
}
