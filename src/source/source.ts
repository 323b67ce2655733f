/**
 * What can be fetched, and how: the words of this folder.
 *
 *     fetchSource(wanted, options)      brings it into the cache, or finds it there: fetch-source.ts
 *     storeAs(fetched, path, {force})   puts it where the user wants it, with its provenance: store-as.ts
 *     describeService(address, options) what a service holds: describe-service.ts
 *     searchPortal(search, options)     what a portal's catalogue has of some words: search-portal.ts
 *     getJson(address, options)         any JSON, with the same manners: get-json.ts
 *
 * Loaded only where an address is given or something is to be fetched; nothing else of the tool imports it.
 */
import type { Provenance } from '../result/provenance.js';

/** A layer or table of an ArcGIS feature or map service. */
export interface LayerWanted {
  /** Address of the service, up to `/FeatureServer` or `/MapServer`. */
  readonly service: string;
  /** Number of the layer; where it is left out the service must have one only. */
  readonly layer?: number;
  /** Which features, in SQL; all where it is left out. */
  readonly where?: string;
  /** Fields that are wanted, in commas; all where it is left out. The object id comes along. */
  readonly outFields?: string;
  /** The field that features are put in order by; where it is left out the field of codes by its name, else none. */
  readonly codeField?: string;
  /**
   * EPSG number of the system that positions come in; 4326 where it is left out, as GeoJSON has it. 27700 keeps
   * British National Grid as the publisher drew it, and is fetched as Esri JSON, which says so.
   */
  readonly outSR?: number;
  /** False for the fields alone. */
  readonly shapes?: boolean;
  /** Features a page; the server's own most where it is left out, and never more than that. */
  readonly pageSize?: number;
  /** Other parameters of the query as they are to be sent: `geometry`, `token`. A token goes nowhere else. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A file at an address. */
export interface FileWanted {
  readonly address: string;
}

/** What is known of either beforehand, from a catalogue. */
export interface KnownOfIt {
  /** What the stored file is called, without its ending; made of the address where it is left out. */
  readonly name?: string;
  readonly licence?: string;
  readonly attribution?: string;
}

/** What is wanted: an address as it was typed, a layer, or a file. */
export type Wanted = string | ((LayerWanted | FileWanted) & KnownOfIt);

/** How far a fetching has come. */
export interface FetchProgress {
  /** What is fetched, without secrets. */
  readonly name: string;
  /** Bytes that came in so far, as they are on the wire. */
  readonly bytes: number;
  /** All bytes, where the server said how many. */
  readonly ofBytes: number | null;
  /** Features so far, and of how many; null for a plain file. */
  readonly features: number | null;
  readonly ofFeatures: number | null;
}

/** Bounds and manners of fetching; `DEFAULT_LIMITS` says each with its reason. */
export interface Limits {
  /** Most bytes of one file or layer, unpacked. */
  readonly bytes: number;
  /** Most bytes of one reply that is read whole: a page, a description. */
  readonly replyBytes: number;
  readonly redirects: number;
  /** Milliseconds until a connection must stand. */
  readonly connectMs: number;
  /** Milliseconds without a byte, or until the first one. */
  readonly silenceMs: number;
  /** Milliseconds that one reply may take as a whole. */
  readonly replyMs: number;
  /** Milliseconds that everything may take. */
  readonly wholeMs: number;
  /** Further tries of one reply after the first. */
  readonly retries: number;
  /** Milliseconds before the first further try; twice as long before each one after it, by up to a half more or less. */
  readonly backOffMs: number;
  /** Most milliseconds before a further try, also where the server asks for longer. */
  readonly mostBackOffMs: number;
  /** Pages that are asked for at the same time. */
  readonly atOnce: number;
  /** Most features a page, whatever the server allows. */
  readonly pageSize: number;
  /** Features a page below which a page that takes too long is not halved any more. */
  readonly leastPageSize: number;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly limits?: Partial<Limits>;
  /** Seed of the jitter before further tries; of the moment where it is left out. */
  readonly seed?: number;
  /** Environment that proxies are read from; the process's where it is left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface FetchOptions extends AskOptions {
  /** Where fetched files are kept; the user's cache folder where it is left out (`cache-folder.ts`). */
  readonly cacheFolder?: string;
  /** Takes what is kept and asks no network; throws where nothing is kept. */
  readonly offline?: boolean;
  /** Fetches anew whatever is kept. */
  readonly refresh?: boolean;
  readonly progress?: (progress: FetchProgress) => void;
}

/** What a fetching gave. */
export interface Fetched {
  /** The file in the cache; it is whole, and its name ends as its format does. */
  readonly path: string;
  readonly provenance: Provenance;
  /** `fetched` now; `unchanged`, asked for and still the same; `kept`, not asked for. */
  readonly how: 'fetched' | 'unchanged' | 'kept';
}
