/**
 * People that a unit should have, as text: MIN, MIN:MAX or :MAX; and where both ends are wanted LEAST:MOST.
 */

/** At least and at most, one of which may be left out; null for what says neither. */
export function sizeGuideOf(value: string): { readonly least?: number; readonly most?: number } | null {
  const parts = partsOf(value);
  const [least, most] = parts;
  const wrong =
    parts.length > 2 ||
    parts.some((part) => part !== undefined && !(part >= 0)) ||
    (least === undefined && most === undefined) ||
    (least !== undefined && most !== undefined && least > most);
  return wrong
    ? null
    : { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

/** At least and at most, from `30000:50000`; null for what is none. */
export function sizeBandOf(value: string): { readonly least: number; readonly most: number } | null {
  const [least = NaN, most = NaN, ...more] = partsOf(value);
  const wrong = more.length > 0 || !(least >= 1) || !(most >= least) || most === Infinity;
  return wrong ? null : { least, most };
}

const partsOf = (value: string): (number | undefined)[] =>
  value.split(':').map((part) => (part.trim() === '' ? undefined : Number(part.replace(/[,_]/g, ''))));
