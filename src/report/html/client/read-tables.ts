/**
 * The tables' data: cells parsed from the CSV that the page carries, and figures as people read them.
 */
import type { Page } from './page-data.js';

/** Adds `cells`, `display` and `rowsOf` to the page. */
export function readTables(page: Page): void {
  const parsed: string[][][] = [];
  page.cells = (table) => (parsed[table] ??= parse(page.data.tables[table]!.csv));
  const parse = (csv: string): string[][] => {
    const rows: string[][] = [];
    const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
    let row: string[] = [];
    while (field.lastIndex < csv.length) {
      const [, text, end] = field.exec(csv)!;
      row.push(text!.startsWith('"') ? text!.slice(1, -1).replaceAll('""', '"') : text!);
      if (end === ',') continue;
      rows.push(row);
      row = [];
    }
    return rows.slice(1);
  };
  const decimalsOf: Readonly<Record<string, number>> = {
    people: 0,
    count: 0,
    percent: 1,
    kilometres: 1,
    hectares: 0,
    metres: 0,
    share: 3,
    degrees: 4,
    number: 4,
  };
  page.display = (text, kind, decimals) => {
    if (text === '') return '';
    if (kind === 'flag') return text === 'true' ? 'yes' : 'no';
    const places = decimalsOf[kind];
    if (places === undefined || !/^-?\d+(\.\d+)?$/.test(text)) return text;
    const value = Number(text);
    const shown = Math.min(kind === 'hectares' && Math.abs(value) < 10 ? 1 : places, decimals ?? places);
    const least = 10 ** -shown;
    if (value > 0 && value < least / 2) return `<${page.number(least, shown)}`;
    if (kind === 'percent' && value < 100 && value > 100 - least / 2)
      return `>${page.number(100 - least, shown)}`;
    if (decimals === null) return String(Number(value.toFixed(shown)));
    return page.number(value, shown);
  };
  page.rowsOf = (target) =>
    page.data.tables.flatMap((table, t) => {
      if (target.kind === 'shape') {
        return table.name === target.shape.data.table ? [{ table: t, rows: [target.shape.data.row] }] : [];
      }
      const columns = table.codes
        .filter(([, layer]) => layer === target.unit.layer)
        .map(([column]) => column);
      if (columns.length === 0) return [];
      const rows = page
        .cells(t)
        .flatMap((row, r) => (columns.some((c) => row[c] === target.unit.code) ? [r] : []));
      return rows.length === 0 ? [] : [{ table: t, rows }];
    });
}
