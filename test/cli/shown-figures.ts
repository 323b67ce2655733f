/**
 * The figures of a workbook as a spreadsheet shows them: each number by the format of its cell.
 */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** Figures with commas and a fixed number of decimals, as texts; other formats are left out. */
export function shownFigures(path: string): string[] {
  const parts = unzipSync(readFileSync(path));
  const styles = strFromU8(parts['xl/styles.xml']!);
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id!, code!]),
  );
  const looks = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/g)].map(
    ([, id]) => codes.get(id!) ?? (id === '3' ? '#,##0' : ''),
  );
  const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  return sheets.flatMap((name) =>
    [...strFromU8(parts[name]!).matchAll(/<c r="[A-Z]+\d+" s="(\d+)"><v>([^<]*)<\/v>/g)].flatMap(
      ([, look, value]) => {
        const [, decimals] = /^#,##0(?:\.(0+))?$/.exec(looks[Number(look)] ?? '') ?? [null, null];
        return decimals === null ? [] : [grouped(Number(value), decimals?.length ?? 0)];
      },
    ),
  );
}

/** `1,234.5`: so many decimals, commas between thousands. */
export function grouped(value: number, decimals: number): string {
  const [whole, fraction] = value.toFixed(decimals).split('.');
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}
