/**
 * The country of the United Kingdom that a code of the Office for National Statistics is of.
 */

const COUNTRIES: Readonly<Record<string, string>> = {
  E: 'England',
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
};

/** `England` for E06000001; null for a code of any other make. */
export const countryOfCode = (code: string): string | null =>
  /^[EWSN]\d{8}$/.test(code) ? COUNTRIES[code[0]!]! : null;
