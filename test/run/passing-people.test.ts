/**
 * A table of people at points that goes by in pieces gives what the same table gives when it is read whole: every row,
 * note and message, however it is cut.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/run/run.js';
import { Inputs } from '../../src/run/inputs.js';
import type { Files } from '../../src/run/files.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import type { Request } from '../../src/run/request.js';
import { CsvPieces } from '../../src/read/table/csv-pieces.js';
import { troubleOf } from '../trouble-of.js';

/** Squares of a tenth of a degree in a row, from a longitude on. */
const squares = (west: number, codes: readonly string[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((code, at) => {
      const [x, y] = [west + at / 10, 53];
      const ring = [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]; // prettier-ignore
      return {
        type: 'Feature',
        properties: { code, name: `Unit ${code}` },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  });

const LAYERS = {
  'a.geojson': squares(-2, ['A1', 'A2', 'A3']),
  'b.geojson': squares(-1.95, ['B1', 'B2', 'B3']),
};

/** Rows by chance: on land, on borders, off land, some without coordinates or without a number. */
function rows(count: number, odd: (row: number) => string | null = () => null): string {
  let seed = 7;
  const chance = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, row) => {
    const x = -2.1 + Math.floor(chance() * 60) / 100 + (chance() < 0.3 ? 0 : chance() / 100);
    const y = 52.98 + chance() * 0.14;
    return odd(row) ?? `p${row},${x.toFixed(7)},${y.toFixed(7)},${Math.floor(chance() * 40) / 4}`;
  }).join('\n');
}

const HEADINGS = 'id,longitude,latitude,people\n';

type Report = 'overlap' | 'align' | 'coverage' | 'differencing';

/** The whole document of a report, or its trouble; `over` bytes go by in pieces. */
async function documentOf(
  table: string | Uint8Array,
  over: number,
  {
    name = 'people.csv',
    report = 'overlap',
    more = {},
    lent = {},
  }: { name?: string; report?: Report; more?: object; lent?: Partial<Files> } = {},
): Promise<string> {
  const files = { ...memoryFiles({ ...LAYERS, [name]: table }), passingOver: over, ...lent };
  const [a, b] = [{ path: 'a.geojson' }, { path: 'b.geojson' }];
  const layers = report === 'coverage' ? { neighbourhoods: a, within: b } : { layers: [a, b] };
  const request = { command: report, ...layers, people: [{ path: name }], tolerance: 5, ...more } as Request;
  try {
    return JSON.stringify(await run(request, new Inputs(files)));
  } catch (error) {
    return String(error);
  }
}

/** That both ways tell the same, and the second where nothing of a row is kept as well. */
async function alike(
  table: string | Uint8Array,
  options?: Parameters<typeof documentOf>[2],
): Promise<string> {
  const whole = await documentOf(table, Infinity, options);
  expect(await documentOf(table, 0, options)).toBe(whole);
  expect(await documentOf(table, 0, { ...options, lent: { maxMemory: 2 ** 40 } })).toBe(whole);
  return whole;
}

describe('people that go by in pieces', () => {
  it.each(['overlap', 'align', 'coverage', 'differencing'] as const)(
    'give the document of %s',
    async (report) => {
      const more = report === 'differencing' ? { under: 10 } : {};
      const whole = await alike(HEADINGS + rows(4000), { report, more });
      expect(whole).toContain('"people"');
    },
  );

  it.each([
    ['packed', gzipSync(HEADINGS + rows(900)), 'people.csv.gz'],
    ['quoted', `id,longitude,latitude,people\n"a, ""b""\nc",-1.9,53.05,4\n${rows(400)}`, 'people.csv'],
    ['divided by semicolons', (HEADINGS + rows(300)).replaceAll(',', ';'), 'people.csv'],
    [
      'with a byte-order mark and returns',
      `\ufeff${HEADINGS}${rows(300)}`.replaceAll('\n', '\r\n'),
      'people.csv',
    ],
    [
      'in metres',
      'id,easting,northing,people\na,400000,350000,4\nb,403000,350500,7\nc,,,2\nd,406000,351000,',
      'people.csv',
    ],
    [
      'of Northern Ireland too',
      'pcds,oseast1m,osnrth1m\nM1 1AA,400000,350000\nBT1 1AA,333800,374400\nM1 1AB,403000,350500',
      'people.csv',
    ],
    ['without numbers', `id,lon,lat\n${rows(300).replaceAll(/,[^,\n]*$/gm, '')}`, 'people.csv'],
    ['with notes below', `${HEADINGS}${rows(300)}\n\nSource: made up\n`, 'people.csv'],
    ['as Windows-1252', Buffer.from(`${HEADINGS}${rows(300)}\nzoë,-1.9,53.05,3`, 'latin1'), 'people.csv'],
    [
      'some without a place or a number',
      HEADINGS +
        rows(500, (row) => (row % 50 === 3 ? `q${row},,,5` : row % 70 === 4 ? `q${row},-1.9,53.05,` : null)),
      'people.csv',
    ],
    ['of UTF-16, which is read whole', Buffer.from(`\ufeff${HEADINGS}${rows(300)}`, 'utf16le'), 'people.csv'],
  ])('give the same document %s', async (_, table, name) => {
    const whole = await alike(table, { name });
    expect(whole).toMatch(/^\{/);
  });

  it('keep to a rule of disclosure', async () => {
    const whole = await alike(HEADINGS + rows(200), { more: { disclosure: { under: 8, round: 5 } } });
    expect(whole).toMatch(/^\{/);
  });

  it.each([
    ['a word for a number', 'q,-1.9,53.05,many', 'line 302: .*is not a number'],
    ['a number below nought', 'q,-1.9,53.05,-4', 'line 302: .*less than nought'],
    ['a word for a coordinate', 'q,here,53.05,4', 'line 302: .*not a coordinate'],
    ['metres among degrees', 'q,400000,350000,4', 'line 302: .*metres'],
    ['a cell too many', 'q,-1.9,53.05,4,5', 'line 302: 5 cells'],
    ['an open quotation mark', '"q,-1.9,53.05,4', 'line 302: .*never closed'],
  ])('are refused for %s as they are when read whole', async (_, bad, words) => {
    const whole = await alike(`${HEADINGS}${rows(300)}\n${bad}\n${rows(40)}`);
    expect(whole).toMatch(new RegExp(words));
  });

  it('are refused where they hold NHS numbers, or lie outside all layers', async () => {
    const numbers = rows(300).replaceAll(/^p\d+/gm, '943 476 5919');
    expect(await alike(HEADINGS + numbers)).toContain('NHS numbers');
    expect(await alike(HEADINGS + rows(50).replaceAll('-1.', '-5.').replaceAll('-2.', '-6.'))).toContain(
      'outside all layers',
    );
  });
});

describe('a table cut into pieces', () => {
  const text = `${HEADINGS}${rows(60, (row) => (row % 7 === 2 ? `"a\n${row}, ""x""",-1.9,53.05,3` : null))}`;
  const bytes = new TextEncoder().encode(text);

  it.each([1, 7, 64, 1000, 1 << 20])('has all rows in order, in pieces of %i bytes at least', (least) => {
    const found: string[] = [];
    const pieces = new CsvPieces(
      'people.csv',
      (table, firstRow) => {
        expect(firstRow).toBe(found.length);
        for (let row = 0; row < table.rowCount; row++)
          found.push([0, 1, 2, 3].map((c) => table.text(c, row)).join('|'));
      },
      'utf-8',
      Math.max(least, 200),
    );
    for (let at = 0; at < bytes.length; at += least) pieces.add(bytes.subarray(at, at + least));
    pieces.end();
    expect(pieces.rowCount).toBe(60);
    expect(found[2]).toBe('a\n2, "x"|-1.9|53.05|3');
    expect(new Set(found).size).toBe(60);
  });

  it('is refused where a quotation mark stays open for several pieces, before all of it is held', () => {
    const pieces = new CsvPieces('people.csv', () => undefined, 'utf-8', 100);
    const open = new TextEncoder().encode(`${HEADINGS}a,1,2,3\n"b,1,2,3\n${'c,1,2,3\n'.repeat(1000)}`);
    const trouble = troubleOf(() => {
      for (let at = 0; at < open.length; at += 50) pieces.add(open.subarray(at, at + 50));
    });
    expect(trouble).toMatchObject({ id: 'quote-open', place: 'line 3' });
  });
});
