/**
 * The date that a title of the portal says: `Integrated Care Boards (April 2026) Boundaries EN BGC`.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year and month as `2026-04`; the year alone as `2026-01`; null where the title has none. */
export function dateOfTitle(title: string): string | null {
  const dated = [...title.matchAll(/(?<![a-z])([a-z]{3,9})[ _]+((?:19|20)\d{2})(?!\d)/gi)].flatMap(
    ([, month, year]) => {
      const place = MONTHS.indexOf(month!.slice(0, 3).toLowerCase());
      return place < 0 ? [] : [`${year!}-${String(place + 1).padStart(2, '0')}`];
    },
  );
  if (dated.length > 0) return dated.at(-1)!;
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(title)?.[1];
  return year === undefined ? null : `${year}-01`;
}
