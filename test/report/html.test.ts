/**
 * The page as text: words, escaping, what it forbids and what it carries. How it behaves is tested in a browser.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { InputReading } from '../../src/result/input-reading.js';
import type { Result } from '../../src/result/result.js';
import { writeCsv } from '../../src/report/csv.js';
import type { PageData } from '../../src/report/html/client/page-data.js';
import { encodeLines } from '../../src/report/html/line-text.js';
import { decodeTexts } from '../../src/report/html/short-text.js';
import { escapeHtml, scriptJson } from '../../src/report/html/escape.js';
import { layerWords } from '../../src/result/layer-words.js';
import { writeHtml } from '../../src/report/html/page.js';
import { sha256Base64 } from '../../src/result/sha256.js';
import { findSplits } from '../../src/story/splits.js';
import { writerFor } from '../../src/report/writers.js';
import { column, sampleResult } from './sample-result.js';

const page = writeHtml(sampleResult);
const inside = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) => text!);
const dataOf = (html: string): PageData =>
  JSON.parse(
    /<script type="application\/json" id="page-data">([\s\S]*?)<\/script>/.exec(html)![1]!,
  ) as PageData;

describe('the page', () => {
  it('is what -o x.html writes, the same bytes each time', async () => {
    const written = await writerFor('x.html').write(sampleResult, sampleResult.tables[0]!);
    expect(written).toBe(page);
    expect(writeHtml(sampleResult)).toBe(page);
  });

  it('asks for nothing from elsewhere and lets only its own style and script run', () => {
    expect(page).not.toMatch(/\b(src|href)="(?!#)/);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(page).not.toMatch(/ style="/);
    expect(page).not.toMatch(/ on[a-z]+="/);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash(inside(page, 'style')[0]!)}'`);
    expect(policy).toContain(`script-src 'sha256-${hash(inside(page, 'script')[0]!)}'`);
  });

  it('says in words which units are shared and how many people are outside the main one', () => {
    const [split] = findSplits(sampleResult);
    expect(split!.units.length).toBeGreaterThan(0);
    const text = page.replace(/<[^>]*>/g, '');
    expect(text).toContain(`In all, ${split!.units.length} `);
    for (const { name } of split!.units) expect(text).toContain(escapeHtml(name));
  });

  it('has a language, captions, scopes, one h1, and a name for every scrolling region', () => {
    expect(page).toContain('<html lang="en-GB">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const tables = page.match(/<table/g)!.length;
    expect(page.match(/<caption/g)).toHaveLength(tables);
    expect(page).not.toMatch(/<th(?![^>]* scope=)[ >]/);
    for (const [region] of page.matchAll(/<div class="scroll"[^>]*>/g))
      expect(region).toMatch(/aria-label(ledby)?="/);
  });

  it('carries each table as the CSV file has it, guarded against formulas', () => {
    const data = dataOf(page);
    expect(data.tables.map(({ csv }) => csv)).toEqual(sampleResult.tables.map((table) => writeCsv(table)));
  });

  it('names inputs by hash, and tolerance, method and attribution', () => {
    for (const { sha256, file } of sampleResult.inputs) {
      expect(page).toContain(sha256);
      expect(page).toContain(escapeHtml(file));
    }
    for (const cell of [
      'people: <code>residents</code>, by its heading; also possible: <code>males</code>',
      '33,756 rows',
      '1 row without a code (12 people)',
      '56,490,048 residents',
      '33,755 of 33,755 of blocks',
    ])
      expect(page).toContain(cell);
    for (const { metres } of sampleResult.tolerances) expect(page).toContain(`${metres} m`);
    for (const { attribution } of sampleResult.layers) expect(page).toContain(escapeHtml(attribution));
  });
});

describe('text from files', () => {
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'&';
  const evilReading: InputReading = {
    line: evil,
    fields: [{ use: evil, field: evil, why: evil, candidates: [evil] }],
    of: evil,
    read: 2,
    counted: 1,
    left: [{ what: evil, count: 1, people: 1, codes: [evil] }],
    makes: { count: 1, of: evil },
    total: { count: 1, of: evil },
    matched: {
      with: evil,
      percent: 50,
      codes: 1,
      of_codes: 2,
      others: 1,
      of_others: 2,
      people: null,
      of_people: null,
    },
  };
  const hostile: Result = {
    ...sampleResult,
    summary: [evil],
    notes: [evil],
    layers: sampleResult.layers.map((layer) => ({
      ...layer,
      title: evil,
      attribution: evil,
      codeField: evil,
    })),
    inputs: sampleResult.inputs.map((input) => ({ ...input, file: evil, id: evil, reading: evilReading })),
    tables: [
      {
        name: 'units',
        caption: evil,
        columns: [
          column('code', 'code', { title: evil, description: evil }),
          column('name', 'name', { title: evil, description: evil }),
          column(evil, 'text', { title: evil, description: evil }),
        ],
        rows: [
          ['=1+1', evil, evil],
          ['@x', '=cmd()', 'two'],
        ],
      },
    ],
    findings: sampleResult.findings.map((finding) => ({ ...finding, detail: evil, name: evil })),
    map: {
      step: 1e-5,
      west: 0,
      south: 50,
      arcs: [[0, 0, 10, 0, 0, 10, -10, -10]],
      layers: [{ id: sampleResult.layers[0]!.id, units: [{ code: evil, name: evil, polygons: [[[0]]] }] }],
      pairs: [],
    },
  };
  const html = writeHtml(hostile);

  it('opens no tag and ends no script', () => {
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(html).not.toContain('alert(1)</script>');
  });

  it('survives in the data as it was, and is guarded in the CSV', () => {
    const data = dataOf(html);
    expect(decodeTexts(data.layers[0]!.codes)[0]).toBe(evil);
    expect(data.tables[0]!.csv).toContain("'=1+1");
    expect(data.tables[0]!.csv).toContain("'=cmd()");
  });

  it('is escaped by name and in JSON', () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
    expect(scriptJson('</script>\u2028')).toBe('"\\u003c/script>\\u2028"');
  });
});

describe('a result without shapes', () => {
  it('has no map, and all its words and tables', () => {
    const { map, shapes, ...rest } = sampleResult;
    expect([map, shapes].length).toBe(2);
    const html = writeHtml(rest);
    expect(html).not.toContain('id="map-frame"');
    expect(html).toContain('id="table-0"');
  });
});

describe('figures that are withheld', () => {
  it('are said to be withheld, and no sum is made of them', () => {
    const table = sampleResult.tables.find(({ name }) => name === 'overlap')!;
    const people = table.columns.findIndex(({ heading }) => heading === 'people' || heading === 'residents');
    const before = findSplits(sampleResult)[0]!;
    const code = before.units[0]!.code;
    const rows = table.rows.map((row) =>
      row.includes(code) ? row.map((cell, i) => (i === people ? null : cell)) : row,
    );
    const result = { ...sampleResult, tables: [{ ...table, rows }] };
    const unit = findSplits(result)[0]!.units.find((each) => each.code === code)!;
    expect(unit.outside).toBeNull();
    expect(writeHtml(result)).toContain('not counting 1 whose figures are withheld');
  });
});

describe('the parts of the page', () => {
  it('hashes as the standard does', () => {
    for (const text of ['', 'abc', 'é'.repeat(100), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64)]) {
      expect(sha256Base64(text)).toBe(createHash('sha256').update(text).digest('base64'));
    }
  });

  it('heads columns with their titles', () => {
    const headings = [...page.matchAll(/<th scope="col" data-column[^>]*>([^<]*)/g)].map(([, text]) => text);
    for (const title of ['Overlap (ha)', '% of ICB area', 'Main ICB', 'ICB code'])
      expect(headings).toContain(title);
  });

  it('speaks of layers as people do', () => {
    const [layer] = sampleResult.layers;
    const council = { ...layer!, kind: 'ltla', title: 'councils (lower tier or unitary)' };
    expect(layerWords(council, { layers: [council] })).toEqual({
      many: 'lower-tier or unitary councils',
      one: 'lower-tier or unitary council',
      short: 'council',
    });
  });

  it('packs lines into letters', () => {
    expect(encodeLines([])).toBe('');
    expect(encodeLines([[0, -1, 1, 16]])).toBe('ABCgB');
    expect(encodeLines([[5], [-5]])).toBe('K J');
  });
});
