/**
 * Where a fetched file came from: what stands in `FILE.provenance.json` beside it (schema/provenance.schema.json).
 *
 * Addresses in it hold no token and no password. It says when the file was fetched; a result, which must not depend on
 * that, keeps the rest.
 */
import { isRecord } from './reading.js';

/** What a file's provenance is called: the file's own name and this. */
export const PROVENANCE_ENDING = '.provenance.json';

/** Where a file came from, as a result keeps it. */
export interface Origin {
  /** The address it was asked for by, without secrets: of the layer, or of the file. */
  readonly address: string;
  /** The query that gave its features, without paging; null for a plain file. */
  readonly query: Readonly<Record<string, string>> | null;
  /** When the server says the data was last edited, ISO 8601 in UTC; null where it says nothing. */
  readonly edited: string | null;
  readonly entity_tag: string | null;
  /** Features; null for a plain file. */
  readonly count: number | null;
  readonly licence: string | null;
  readonly attribution: string | null;
}

export interface Provenance extends Origin {
  readonly document: 'coterminous-provenance';
  readonly version: 1;
  /** The tool that fetched it: `coterminous 0.1.0`. */
  readonly tool: string;
  /** When it was fetched by the server's clock, ISO 8601 in UTC; null where the server gave no date. */
  readonly fetched: string | null;
  /** What the server calls it; null where it has no name. */
  readonly title: string | null;
  readonly bytes: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** The text of a sidecar. The same provenance gives the same bytes. */
export const provenanceText = (provenance: Provenance): string => `${JSON.stringify(provenance, null, 2)}\n`;

/** A sidecar read back; null for anything that is none: what lies beside a file may be anything. */
export function parseProvenance(text: string): Provenance | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(json) || json['document'] !== 'coterminous-provenance' || json['version'] !== 1) return null;
  const isWhole =
    isOrigin(json) &&
    [json['tool'], json['sha256']].every((value) => typeof value === 'string') &&
    [json['fetched'], json['title']].every((value) => value === null || typeof value === 'string') &&
    typeof json['bytes'] === 'number';
  return isWhole ? (json as unknown as Provenance) : null;
}

/** Whether a value is where a file came from, as a result keeps it. */
export function isOrigin(value: unknown): value is Origin {
  if (!isRecord(value)) return false;
  const { address, query, count } = value;
  return (
    typeof address === 'string' &&
    ['edited', 'entity_tag', 'licence', 'attribution'].every(
      (key) => value[key] === null || typeof value[key] === 'string',
    ) &&
    (count === null || typeof count === 'number') &&
    (query === null || (isRecord(query) && Object.values(query).every((each) => typeof each === 'string')))
  );
}

/** What a result keeps of it. */
export const originOf = ({
  address,
  query,
  edited,
  entity_tag,
  count,
  licence,
  attribution,
}: Origin): Origin => ({ address, query, edited, entity_tag, count, licence, attribution });
