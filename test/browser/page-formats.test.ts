/**
 * A file of every format dropped on the page in a browser with the network off: each is told in a sentence and measured, or
 * refused with words that say what to do; what is taken away begins as such a file begins; a run that is ended leaves the
 * desk as it was.
 */
import { gzipSync, zipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePage } from '../../src/cli/commands/page.js';
import { flatgeobufBytes } from '../read/flatgeobuf-fixture.js';
import * as made from '../read/formats-fixtures.js';
import { haveBrowser, openPage, scratch, startBrowser } from './open-page.js';

const { utf8 } = made;
const geojson = utf8(made.geojsonText());
const { features } = JSON.parse(made.geojsonText()) as { features: unknown[] };
const kml = utf8(
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${made.districts
    .map(({ code, name }, i) => {
      const ring = [0, 1, 1, 0, 0].map((x, n) => `${i + x},${52 + (n < 2 || n > 3 ? 0 : 1)}`);
      const data = `<SimpleData name="code">${code}</SimpleData><SimpleData name="name">${name}</SimpleData>`;
      return `<Placemark><ExtendedData><SchemaData>${data}</SchemaData></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring.join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
    })
    .join('')}</Document></kml>`,
);
const sheet = (rows: string): Uint8Array =>
  zipSync({
    '_rels/.rels': utf8(
      '<Relationships><Relationship Id="a" Type="http://t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': utf8(
      '<workbook xmlns:r="r"><sheets><sheet name="All" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      '<Relationships><Relationship Id="rId1" Type="http://t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': utf8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
const PEOPLE = [
  ['LSOA21CD', 'residents'],
  ['E01000001', '40'],
  ['E01000002', '60'],
] as const;
const xlsx = sheet(
  PEOPLE.map(
    (row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
  ).join(''),
);
const ods = zipSync({
  mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'),
  'content.xml': utf8(
    `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="All">${PEOPLE.map(
      (row) =>
        `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`,
    ).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
  ),
});

const DISTRICTS = /2 councils .*codes in code/;
const HUNDRED = /residents in column residents, 100 in all/;

/** Each with what is said of it. */
const READ: readonly (readonly [
  name: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
  said: RegExp,
])[] = [
  ['a.geojson', () => geojson, DISTRICTS],
  ['a.geojsonl', () => utf8(features.map((each) => JSON.stringify(each)).join('\n')), DISTRICTS],
  ['a.geojson.gz', () => gzipSync(geojson), DISTRICTS],
  ['a.topojson', () => utf8(made.topojsonText()), DISTRICTS],
  ['a.zip', () => made.zippedShapefile(), /2 councils .*codes in CODE/],
  ['a.gpkg', () => made.geopackageBytes(), DISTRICTS],
  ['a.fgb', () => flatgeobufBytes(), DISTRICTS],
  ['a.kml', () => kml, DISTRICTS],
  ['a.kmz', () => zipSync({ 'doc.kml': kml }), DISTRICTS],
  ['a.parquet', () => made.geoparquetBytes(), DISTRICTS],
  [
    'lookup.csv',
    () => utf8('LSOA21CD,LAD24CD\nE01000001,E07000001\nE01000002,E07000002\n'),
    /A lookup of LSOA21CD \(2 codes\)/,
  ],
  ['people.xlsx', () => xlsx, HUNDRED],
  ['people.ods', () => ods, HUNDRED],
];

/** Each with the way out. */
const REFUSED: readonly (readonly [name: string, bytes: Uint8Array, way: RegExp])[] = [
  [
    'a.gml',
    utf8(
      '<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"></gml:FeatureCollection>',
    ),
    /is GML.*QGIS.*GeoPackage.*ogr2ogr -f GPKG a\.gpkg a\.gml/s,
  ],
  ['a.tab', utf8('!table\n!version 300\nDefinition Table\n'), /is a MapInfo file.*QGIS.*ogr2ogr/s],
  [
    'a.gdb.zip',
    zipSync({ 'a.gdb/a00000001.gdbtable': utf8('x'), 'a.gdb/gdb': utf8('x') }),
    /file geodatabase.*ogr2ogr/s,
  ],
  ['a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /Save it as \.xlsx/],
  ['a.pdf', utf8('%PDF-1.7\n'), /Ask who published it/],
  [
    'patients.csv',
    utf8(`nhs_number,lsoa\n${'9434765919,E01000001\n'.repeat(5)}`),
    /holds NHS numbers.*Remove the column/s,
  ],
];

const idle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getElementById('progress')!.hidden, null, { timeout: 60_000 });

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  await page.setInputFiles('#choose', { name, mimeType: '', buffer: Buffer.from(bytes) });
  await page.locator('.file').filter({ hasText: name }).waitFor();
  await idle(page);
  return (await page.locator('#files').innerText()).replaceAll(/\s+/g, ' ');
}

describe.skipIf(!haveBrowser)('the page in a browser', () => {
  const path = scratch('formats.html');
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(path, composePage());
    browser = await startBrowser();
  });
  afterAll(async () => browser.close());

  it.each(READ)('reads %s', async (name, bytes, said) => {
    const { page, complaints, requests } = await openPage(browser, path);
    expect(await drop(page, name, await bytes())).toMatch(said);
    expect(await page.locator('.refusal').count()).toBe(0);
    if (!name.startsWith('people')) {
      await page.click('#run');
      await page.waitForSelector('#result:not([hidden])');
      expect(await page.frameLocator('#answer').locator('h1').innerText()).toMatch(/\w/);
    }
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(file|blob|data|about):/.test(url))).toEqual([]);
    await page.context().close();
  });

  it.each(REFUSED)('refuses %s and says what to do', async (name, bytes, way) => {
    const { page } = await openPage(browser, path);
    expect(await drop(page, name, bytes)).toMatch(way);
    expect(await page.locator('.refusal').count()).toBe(1);
    await page.context().close();
  });

  it('gives files that begin as their kind begins', async () => {
    const { page, complaints } = await openPage(browser, path);
    await page.click('#region');
    await page.waitForSelector('#run');
    await idle(page);
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    const begins: readonly (readonly [label: RegExp, magic: string])[] = [
      [/^Workbook|\(XLSX\)/, 'PK\x03\x04'],
      [/\(PNG\)/, '\x89PNG\r\n\x1a\n'],
      [/\(GeoPackage\)/, 'SQLite format 3\0'],
      [/\(DOCX\)/, 'PK\x03\x04'],
      [/\(HTML\)/, '<!doctype html>'],
    ];
    for (const [label, magic] of begins) {
      if ((await page.locator('#take-away[open]').count()) === 0) await page.click('#take-away summary');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#take-away button').filter({ hasText: label }).first().click(),
      ]);
      const saved = scratch(download.suggestedFilename());
      await download.saveAs(saved);
      expect(readFileSync(saved).subarray(0, magic.length).toString('latin1')).toBe(magic);
      await idle(page);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('ends a run that is cancelled, and answers when it is asked again', async () => {
    const { page, complaints } = await openPage(browser, path);
    await page.click('#region');
    await page.waitForSelector('#run');
    await idle(page);
    // Pressed in one go, so that the run cannot be over before.
    await page.evaluate(() => {
      document.getElementById('run')!.click();
      document.getElementById('cancel')!.click();
    });
    await idle(page);
    expect(await page.locator('#result').isHidden()).toBe(true);
    expect(await page.locator('.refusal').count()).toBe(0);
    await page.click('#run');
    await page.waitForSelector('#result:not([hidden])');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
