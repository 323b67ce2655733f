/** What a page carries: all of a small result, the largest rows and pieces of a large one, and that it says so. */
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../src/report/html/page.js';
import { bytesOf, PAGE_BYTES } from '../../src/report/html/fit-content.js';
import { contentWithin, wholeContent } from '../../src/report/html/page-content.js';
import type { PageData } from '../../src/report/html/client/page-data.js';
import { jsonBytes } from '../../src/report/html/escape.js';
import { csvLines } from '../../src/report/csv.js';
import type { Result } from '../../src/result/result.js';
import type { ShapeRecord } from '../../src/result/shape-record.js';
import { column, sampleResult } from './sample-result.js';

const dataOf = (html: string): PageData =>
  JSON.parse(
    /<script type="application\/json" id="page-data">([\s\S]*?)<\/script>/.exec(html)![1]!,
  ) as PageData;

const columns = [column('piece', 'text'), column('area_ha', 'hectares')];
const small = { name: 'small', caption: 'Few rows.', columns, rows: [['one', 1] as const] };

/** A table of so many rows, each with a shape; the land grows to the middle and shrinks again. */
function large(count: number): Pick<Result, 'tables' | 'shapes'> {
  const rows = Array.from(
    { length: count },
    (_, i) => [`piece ${i} ${'x'.repeat(60)}`, Math.min(i, count - i) + 1] as const,
  );
  return {
    tables: [small, { name: 'pieces', caption: 'Many rows.', columns, rows }],
    shapes: rows.map(([piece, area], i): ShapeRecord => ({
      table: 'pieces',
      properties: { piece, area_ha: area },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [i / 1e4, 52],
            [i / 1e4 + 0.01, 52],
            [i / 1e4, 52.01],
            [i / 1e4, 52],
          ],
        ],
      },
    })),
  };
}

const resultOf = (count: number): Result => {
  const { map: _, ...rest } = sampleResult;
  return { ...rest, ...large(count) };
};

describe('a page', () => {
  const many = resultOf(20_000);
  const heavy = writeHtml(many);

  it('carries everything where that is small, and says nothing of leaving out', () => {
    const html = writeHtml(resultOf(50));
    expect(html).toBe(writeHtml(resultOf(50), { fullPage: true }));
    expect(html).not.toContain('to keep it small');
  });

  it('is of 3 MB at most, however many rows and pieces there are; in full it is not', () => {
    expect(bytesOf(heavy)).toBeLessThanOrEqual(PAGE_BYTES);
    expect(bytesOf(heavy)).toBeGreaterThan(0.9 * PAGE_BYTES);
    const full = writeHtml(many, { fullPage: true });
    expect(bytesOf(full)).toBeGreaterThan(PAGE_BYTES);
    expect(dataOf(full).shapes).toHaveLength(20_000);
  });

  it('says how many rows and pieces it has of how many, and where the rest is', () => {
    const html = heavy;
    const { tables, shapes } = dataOf(html);
    const rows = tables[1]!.csv.split('\r\n').length - 2;
    const text = (count: number): string => count.toLocaleString('en-GB');
    expect(html).toContain(`The largest ${text(rows)} of 20,000 rows are on this page`);
    expect(html).toContain(`-o ${sampleResult.command}-pieces.csv`);
    expect(html).toContain(`The largest ${text(shapes.length)} of 20,000 pieces are drawn`);
    expect(html.match(/to keep it small/g)).toHaveLength(1);
    expect(html).toContain('Download these rows');
  });

  it('keeps the row of every piece that it draws, and each piece leads to its own', () => {
    const { tables, shapes } = dataOf(heavy);
    const lines = tables[1]!.csv.split('\r\n').slice(1, -1);
    shapes.forEach((shape, s) => {
      expect(tables[1]!.targets[shape.row]).toBe(`s:${s}`);
      const land = Number(lines[shape.row]!.split(',')[1]);
      expect(shape.title.replaceAll(',', '')).toMatch(new RegExp(`^${land}(\\.0)? ha$`));
    });
    expect(shapes.length).toBeGreaterThan(100);
  });
});

describe('content within so many bytes', () => {
  const result = resultOf(9);
  const weigh = (): number => 100;
  const all = result.tables.flatMap((table) => csvLines(table).map((line) => jsonBytes(line) + 24));
  const total = all.reduce((sum, bytes) => sum + bytes, 0);

  it('has every piece where two fifths hold them, one fewer where they just do not', () => {
    const many = 9 * 100;
    expect(contentWithin(result, many / 0.4, weigh).shapes.length).toBeLessThanOrEqual(9);
    expect(contentWithin(result, many / 0.4 + 1, weigh).shapes).toHaveLength(9);
    expect(contentWithin(result, many / 0.4 - 1, weigh).shapes).toHaveLength(8);
  });

  it('has every row where there is just room, and not where there is a byte less', () => {
    const rowsWithin = (bytes: number): number[] =>
      contentWithin(result, bytes, () => Infinity).tables.map(({ rows }) => rows.length);
    expect(rowsWithin(total)).toEqual([1, 9]);
    expect(rowsWithin(total + 1)).toEqual([1, 9]);
    expect(rowsWithin(total - 1)).toEqual([1, 8]);
    expect(rowsWithin(0)).toEqual([0, 0]);
  });

  it('takes the largest, in the order in which they stood, small tables before large ones', () => {
    const half = contentWithin(result, all[0]! + 3 * all[1]!, () => Infinity);
    expect(half.tables[0]!.rows).toHaveLength(1);
    expect(half.tables[1]!.rows.map(([, area]) => area)).toEqual([4, 5, 5]);
    expect(half.rows).toEqual([1, 9]);
  });

  it('is all of a result that is not cut', () => {
    expect(wholeContent(result)).toMatchObject({
      tables: result.tables,
      rows: [1, 9],
      pieces: 9,
      pairs: true,
    });
  });
});
