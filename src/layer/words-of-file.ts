/**
 * What a layer of unknown kind and its units are called by the words of its file.
 *
 *     Bsol_localities_2024_bng.geojson        BSol localities 2024       localities
 *     boundaries.gpkg#police_zones            police zones               zones
 *     data.geojson with WARD_NAME             data                       wards
 */
import { nounOf, plainWord, type Noun } from './area-nouns.js';
import { isPlural, pluralOf, singularOf } from './plural.js';

/** Words of files and fields that say nothing of what the units are. */
const SAY_NOTHING = new Set(
  'boundaries boundary bounds polygons shapes shape features layers layer maps map data export output results result limits borders outlines final new old copy clean clipped simplified files coordinates areas area units unit codes names details points lines poly geo'.split(
    ' ',
  ),
);

/** How a map was made, at the end of a file's name: coordinate systems, resolutions, versions. */
const HOW_MADE =
  /^(bng|osgb|osgb36|wgs|wgs84|epsg\d*|4326|27700|3857|utm\d*|etrs\d*|bfc|bfe|bgc|bsc|buc|v\d+|crs\d*)$/i;

/** The last parts of names of fields: `WARD_NAME`, `zone_no`, `libelle_commune`. */
const ROLES = new Set(
  'name names nm code cd no num number nr id ids ref label title nom libelle nombre naam navn namn nome nazwa nazev name1 kode cod codigo text desc en fr of the gss ons uid guid key'.split(
    ' ',
  ),
);

/** The words of a text: `Bsol_localities-2024` and `bsolLocalities2024` alike. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

/** A file's name without folders and endings. */
const bareName = (file: string): string =>
  file
    .replace(/^.*[/\\]/, '')
    .replace(/(\.(geo|topo)?json(l|seq)?|\.(shp|gpkg|zip|csv|tsv|xlsx|gml|kml|kmz|parquet|fgb|gz))+$/i, '');

/** What the units are by the last word of a text that says so, plurals first (`wards_of_the_city`); or null. */
export function nounIn(text: string): Noun | null {
  const found = wordsOf(text)
    .reverse()
    .flatMap((word) => (SAY_NOTHING.has(plainWord(word)) ? [] : [[plainWord(word), nounOf(word)] as const]))
    .filter(([, noun]) => noun !== null);
  const plural = found.find(([word, noun]) => word === plainWord(noun!.many));
  return (plural ?? found[0])?.[1] ?? null;
}

/** What the units are by the name of their field of codes or names: `zone_no`, `Ward Name`; null for a plain `name`. */
export function nounOfField(field: string): Noun | null {
  const words = wordsOf(field).filter((word) => !ROLES.has(plainWord(word)) && !/^\d+$/.test(word));
  return words.length > 3 || words.some((word) => /^places?$/i.test(word)) ? null : nounIn(words.join(' '));
}

/** What the units are by a name that ends in some plural no list has: `hexes.geojson`, `school_sites.shp`. */
function pluralIn(text: string): Noun | null {
  const words = wordsOf(text).filter((word) => !/\d/.test(word) && !HOW_MADE.test(word));
  const last = plainWord(words.at(-1) ?? '');
  if (last.length < 5 || !isPlural(last) || SAY_NOTHING.has(last)) return null;
  const one = singularOf(last);
  return { one, many: pluralOf(one) === last ? last : pluralOf(one) };
}

/** What a layer was read from. */
export interface Origin {
  /** The id given by the user, or null. */
  readonly given: string | null;
  /** Name of the file, with folders or without; '' for none. */
  readonly file: string;
  /** The layer inside of it. */
  readonly inner?: string | undefined;
  readonly codeField: string;
  readonly nameField: string | null;
}

/** What the units are by what the layer was read from: the id that the user gave, fields, the inner layer, the file; or null. */
export function nounOfOrigin({ given, file, inner = '', codeField, nameField }: Origin): Noun | null {
  const bare = bareName(file);
  return (
    nounIn(given ?? '') ??
    nounOfField(codeField) ??
    nounOfField(nameField ?? '') ??
    nounIn(inner) ??
    nounIn(bare) ??
    pluralIn(given ?? '') ??
    pluralIn(inner) ??
    pluralIn(bare)
  );
}

/** Names of places and bodies as they are written, where a file has them in other letters. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  ['BSol', 'NHS', 'UK', 'GP', 'INT', 'INTs'].map((word) => [word.toLowerCase(), word]),
);

/** A layer's title: the id that the user gave, or the words of the inner layer or the file; `layer` where there are none. */
export function titleOfOrigin({ given, file, inner }: Origin): string {
  const words = (given ?? inner ?? bareName(file))
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !HOW_MADE.test(word));
  return words.length === 0 ? 'layer' : words.map(writtenAs).join(' ');
}

function writtenAs(word: string): string {
  const noun = nounOf(word);
  if (noun !== null && /^\p{Lu}+$/u.test(noun.one)) return isPlural(word) ? noun.many : noun.one;
  return WRITTEN.get(word.toLowerCase()) ?? word;
}
