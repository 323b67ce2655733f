/**
 * What kind of small area a list of codes is about, as far as the codes themselves say.
 *
 * GSS codes begin with their entity (E01 an LSOA, E00 an output area); ODS codes of networks and practices and
 * postcodes have shapes of their own. English LSOAs of 2011 end at E01033768, later ones are of 2021.
 */
import { compareCodes } from '../trouble/order.js';
import { kinds } from './kinds.js';

/** What the areas of an entity are called: as their kind of layer, but for those of one tier, or of none. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...kinds].reverse().flatMap((k) => k.entities.map((entity) => [entity, k.many]))),
  S01: 'data zones',
  E06: 'councils',
  E07: 'councils',
  E08: 'councils',
  E09: 'councils',
  W06: 'councils',
  S12: 'councils',
  N09: 'councils',
  E10: 'counties',
  E38: 'sub ICB locations',
};

/** Last English LSOA code of the 2011 areas. */
export const LAST_LSOA_2011 = 'E01033768';

/** The kind of a code in the plural, or null where its shape says nothing. */
export function codeKind(code: string): string | null {
  if (code.length < 5 || code.length > 9) return null;
  if (/^[EWSNKJ]\d{8}$/.test(code)) return ENTITIES[code.slice(0, 3)] ?? `${code.slice(0, 3)} areas`;
  if (/^U\d{5}$/.test(code)) return 'primary care networks';
  if (/^[A-Z]\d{5}$/.test(code)) return 'practices';
  if (/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/.test(code)) return 'postcodes';
  return null;
}

/** The commonest kind among codes (ties by name), with the census year where LSOA codes show it; or null. */
export function kindOfCodes(codes: readonly string[]): string | null {
  const tally = new Map<string, number>();
  for (const code of codes) {
    const kind = codeKind(code);
    if (kind !== null) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  }
  const sorted = [...tally].sort((a, b) => b[1] - a[1] || compareCodes(a[0], b[0]));
  const kind = sorted[0]?.[0] ?? null;
  if (kind !== 'LSOAs') return kind;
  const year = lsoaYear(codes);
  return year === null ? kind : `${kind} of ${year}`;
}

/** 2021 where codes hold LSOAs made in 2021; 2011 where a large set holds none of them; otherwise null. */
export function lsoaYear(codes: readonly string[]): 2011 | 2021 | null {
  let english = 0;
  for (const code of codes) {
    if (!code.startsWith('E01')) continue;
    if (code > LAST_LSOA_2011) return 2021;
    english++;
  }
  return english > 20000 ? 2011 : null;
}

/** True for a code of an area outside England, and for codes that stand for no known place (`NO2011`). */
export function isOutsideEngland(code: string): boolean {
  return !/^E\d{8}$/.test(code);
}
