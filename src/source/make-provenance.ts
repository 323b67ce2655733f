/**
 * The provenance of what was fetched.
 */
import type { Provenance } from '../result/provenance.js';
import { toolVersion } from '../result/tool-version.js';
import type { KnownOfIt } from './source.js';

/** What differs from one fetching to another. */
export type FetchedFacts = Pick<
  Provenance,
  'address' | 'query' | 'edited' | 'entity_tag' | 'title' | 'count' | 'bytes' | 'sha256'
> & {
  /** The server's own date, as it stands in a header. */
  readonly date: string | undefined;
  /** What the server says of its sources. */
  readonly copyright?: string | null;
};

/** The provenance; what is known beforehand goes before what the server says. */
export function makeProvenance(
  { date, copyright, ...facts }: FetchedFacts,
  known: KnownOfIt,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Provenance {
  const { address, query, title, count, edited, entity_tag, bytes, sha256 } = facts;
  return {
    document: 'coterminous-provenance',
    version: 1,
    tool: `coterminous ${toolVersion}`,
    address,
    query,
    fetched: fetchedAt(date, environment),
    edited,
    entity_tag,
    title,
    count,
    licence: known.licence ?? null,
    attribution: known.attribution ?? copyright ?? null,
    bytes,
    sha256,
  };
}

/** The server's date; where SOURCE_DATE_EPOCH is set, so that the same bytes come out again, that one. */
function fetchedAt(
  date: string | undefined,
  { SOURCE_DATE_EPOCH: epoch }: Readonly<Record<string, string | undefined>>,
): string | null {
  if (epoch !== undefined && /^\d{1,11}$/.test(epoch)) return isoDate(Number(epoch) * 1000);
  return date === undefined ? null : isoDate(Date.parse(date));
}

/** A date in milliseconds as ISO 8601 in whole seconds; null where it is none. */
export const isoDate = (ms: number): string | null =>
  Number.isNaN(ms) ? null : new Date(ms).toISOString().replace('.000Z', 'Z');
