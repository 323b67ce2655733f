/**
 * Which rows of a table are shown, and in which order: numbers of rows in, numbers of rows out.
 */

type Cells = readonly (readonly string[])[];

/** The rows that hold every word of a filter somewhere, in any case; all rows where it has none. */
export function filterRows(cells: Cells, rows: readonly number[], filter: string): readonly number[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((r) => {
    const text = cells[r]!.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** All rows by one column, as text or as figures; blank cells last either way, equal ones in their own order. */
export function sortRows(cells: Cells, column: number, isText: boolean, rising: boolean): number[] {
  const sign = rising ? 1 : -1;
  const compare = (p: string, q: string): number => {
    if (p === '' || q === '') return p === q ? 0 : p === '' ? 1 : -1;
    return sign * (isText ? p.localeCompare(q, 'en-GB') : Number(p) - Number(q));
  };
  return cells.map((_, r) => r).sort((p, q) => compare(cells[p]![column]!, cells[q]![column]!) || p - q);
}
