/**
 * Addresses that are given where a file is asked for: fetched one after another, each once, into the cache. What fetches
 * is loaded only here.
 */
import { counted, wholeText } from '../trouble/count-text.js';
import { say, sayProgress } from './say.js';

export interface FetchWishes {
  /** What is kept alone is taken. */
  readonly offline?: boolean | undefined;
  /** Everything is fetched anew. */
  readonly refresh?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** What brings an address onto this machine, and gives the path of the file. */
export function fetchAddresses({
  offline,
  refresh,
  quiet,
}: FetchWishes): (address: string) => Promise<string> {
  const paths = new Map<string, Promise<string>>();
  let before: Promise<unknown> = Promise.resolve();
  return (address) => {
    let path = paths.get(address);
    if (path === undefined) {
      path = before.then(() => fetchOne(address, { offline, refresh, quiet }));
      before = path.catch(() => undefined);
      paths.set(address, path);
    }
    return path;
  };
}

async function fetchOne(
  address: string,
  { offline = false, refresh = false, quiet = false }: FetchWishes,
): Promise<string> {
  const { fetchSource } = await import('../source/fetch-source.js');
  const show = !quiet && process.stderr.isTTY === true;
  let shownAt = 0;
  const { path, provenance, how } = await fetchSource(address, {
    offline,
    refresh,
    progress: ({ name, bytes, features, ofFeatures }) => {
      const now = performance.now();
      if (!show || now - shownAt < SHOWN_EVERY_MS) return;
      shownAt = now;
      const of =
        features === null || ofFeatures === null
          ? ''
          : `, ${wholeText(features)} of ${wholeText(ofFeatures)} features`;
      sayProgress(`fetching ${name}: ${megabytes(bytes)} MB${of}`);
    },
  });
  if (how === 'fetched' && !quiet)
    say(
      `fetched ${provenance.address}: ${provenance.count === null ? '' : `${counted(provenance.count, 'feature')}, `}${megabytes(provenance.bytes)} MB, kept as ${path}`,
    );
  return path;
}

const SHOWN_EVERY_MS = 250;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
