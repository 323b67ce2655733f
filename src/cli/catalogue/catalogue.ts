/**
 * The catalogue of what can be fetched, as data/catalogue.yaml has it: schema/catalogue.schema.json says what each key means.
 */

/** A layer of a feature service. */
export interface ServicePlace {
  /** The suffix of a published resolution; left out for points and tables. */
  readonly resolution?: string;
  readonly service: string;
  readonly layer: number;
  readonly page: number;
  readonly seen: string;
  readonly as?: string;
}

/** A file at an address. */
export interface FilePlace {
  readonly address: string;
  /** The member of the archive or the sheet of the workbook that is meant. */
  readonly inside?: string;
  readonly seen: string;
  readonly as?: string;
}

/** Where an entry lies. */
export type Place = ServicePlace | FilePlace;

/** One layer, set of points, lookup or table of people, of one vintage. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Year and month. */
  readonly date: string;
  readonly holds: 'boundaries' | 'points' | 'lookup' | 'people';
  readonly kind?: string;
  readonly extent: 'EN' | 'EW' | 'GB' | 'UK';
  readonly code?: string;
  readonly name?: string;
  /** Fields of a lookup that hold the units its areas are in. */
  readonly groups?: readonly string[];
  readonly units?: { readonly all?: number; readonly england?: number };
  readonly attribution?: string;
  /** The usual resolution first. */
  readonly services: readonly Place[];
}

export interface Catalogue {
  readonly services: string;
  readonly portal?: string;
  readonly organisation?: string;
  readonly hosts?: Readonly<Record<string, string>>;
  readonly licence: string;
  readonly attributions: Readonly<Record<string, string>>;
  readonly seen: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
}

/** An entry in one resolution. */
export interface Choice {
  readonly entry: Entry;
  readonly place: Place;
}

export const isFilePlace = (place: Place): place is FilePlace => 'address' in place;

/** The resolution of a place; null for points, tables and files. */
export const resolutionOf = (place: Place): string | null =>
  isFilePlace(place) ? null : (place.resolution ?? null);

/** What an id says before its year: `icb` of `icb@2026`. */
export const wordOf = (id: string): string => id.slice(0, id.indexOf('@'));

/** What it says after it: `2026` or `2025-05`. */
export const vintageOf = (id: string): string => id.slice(id.indexOf('@') + 1);

/** Where the name of a place was seen, as a sentence. */
export const seenText = ({ seen }: Catalogue, place: Place): string =>
  `${seen[place.seen]!}${place.as === undefined ? '' : ` (${place.as})`}`;

/** The attribution of an entry, with its year. */
export function attributionOf({ attributions }: Catalogue, { attribution, date }: Entry): string {
  const text = attribution === undefined ? Object.values(attributions)[0]! : attributions[attribution]!;
  return text.replace('{year}', date.slice(0, 4));
}
