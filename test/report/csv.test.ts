import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/report/csv.js';
import { csvwFileName, csvwMetadata } from '../../src/report/csvw.js';
import { column, overlapTable, sampleResult, sharedTable } from './sample-result.js';

const names = (...rows: string[]) => ({
  name: 'overlap',
  caption: '',
  columns: [column('icb_code', 'code'), column('icb_name', 'name')],
  rows: rows.map((name) => ['E1', name]),
});

describe('a table as CSV', () => {
  test('has the headings of the contract, two places for hectares, four for percentages, whole people', () => {
    const [heading, first] = writeCsv(overlapTable).split('\r\n');
    expect(heading).toBe(overlapTable.columns.map((c) => c.heading).join(','));
    expect(first).toBe(
      "E54000022,NHS Norfolk and Waveney Integrated Care Board,E07000146,King's Lynn and West Norfolk,contains,one-to-many," +
        '143877.20,551904.77,143890.33,26.0692,99.9909,0.04,1,42811.6,154325,1027521,154325,15.0192,100.0000,89,' +
        'Census 2021 usual residents,best fit (population-weighted centroid)',
    );
  });

  test('quotes a name with a comma, leaves cells of a remainder row blank, keeps accents, ends every line', () => {
    const csv = writeCsv(overlapTable);
    expect(csv).toContain(',"Bristol, City of",');
    expect(csv).toContain('\r\n,,W06000001,Ynys Môn,outside,,71157.36,,');
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has no byte-order mark unless it is asked for', () => {
    expect(writeCsv(sharedTable).charCodeAt(0)).not.toBe(0xfeff);
    expect(writeCsv(sharedTable, { bom: true }).charCodeAt(0)).toBe(0xfeff);
  });

  test('guards names that a spreadsheet would run, and no figure', () => {
    const csv = writeCsv({
      ...names('=cmd|calc', '@x,"y"', '-5'),
      columns: [column('change', 'people'), column('name', 'name')],
      rows: [
        [-5, '=cmd|calc'],
        [7, '@x,"y"'],
        [0, '-5'],
      ],
    });
    expect(csv).toBe('change,name\r\n-5,\'=cmd|calc\r\n7,"\'@x,""y"""\r\n0,-5\r\n');
  });

  test('an independent reader gets every name back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const safe = texts.map((text) => `x${text}`);
        const read = parse(writeCsv(names(...safe)), { record_delimiter: '\r\n' });
        expect(read.slice(1).map((row) => row[1])).toEqual(safe);
      }),
    );
  });

  test('a lone blank cell is still a line that readers see', () => {
    const csv = writeCsv({
      name: 't',
      caption: '',
      columns: [column('name', 'name')],
      rows: [[null], ['a']],
    });
    expect(csv).toBe('name\r\n""\r\na\r\n');
  });
});

describe('the metadata beside a CSV', () => {
  const metadata = csvwMetadata(sampleResult, overlapTable, 'overlap 2024.csv') as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

  test('is found by its name and points at the CSV by address', () => {
    expect(csvwFileName('overlap.csv')).toBe('overlap.csv-metadata.json');
    expect(metadata['@context']).toBe('http://www.w3.org/ns/csvw');
    expect(metadata['url']).toBe('overlap%202024.csv');
  });

  test('has every column in order with datatype and unit', () => {
    const columns = metadata['tableSchema'].columns as Record<string, string>[];
    expect(columns.map((c) => c['titles'])).toEqual(overlapTable.columns.map((c) => c.heading));
    expect(columns.find((c) => c['name'] === 'overlap_ha')).toMatchObject({
      datatype: 'decimal',
      'schema:unitText': 'hectares',
      'dc:description': 'Hectares in both units',
    });
    expect(columns.find((c) => c['name'] === 'people')).toMatchObject({
      datatype: 'integer',
      'schema:unitText': 'people',
    });
    expect(columns.find((c) => c['name'] === 'icb_code')).toMatchObject({ datatype: 'string' });
  });

  test('says inputs with SHA-256, vintages, tolerance, area model, basis, method, licence and tool version', () => {
    const facts = Object.fromEntries(
      (metadata['schema:additionalProperty'] as Record<string, unknown>[]).map((f) => [
        f['schema:name'],
        f['schema:value'],
      ]),
    );
    expect(facts).toMatchObject({
      'vintage of icb': '2024',
      'vintage of ltla': '2025',
      'tolerance between icb and ltla': 40,
      'area model': 'ellipsoid (WGS84)',
      people_basis: 'Census 2021 usual residents',
      people_method: 'best fit (population-weighted centroid)',
    });
    expect(
      metadata['prov:wasDerivedFrom'].map((input: Record<string, string>) => input['schema:sha256']),
    ).toEqual(sampleResult.inputs.map(({ sha256 }) => sha256));
    expect(metadata['dc:license']['@id']).toContain('open-government-licence/version/3');
    expect(metadata['prov:wasGeneratedBy']['schema:softwareVersion']).toBe('0.1.0');
  });

  test('claims no open licence for files that do not say theirs', () => {
    const silent = {
      ...sampleResult,
      layers: sampleResult.layers.map((layer) => ({ ...layer, attribution: '' })),
    };
    expect(csvwMetadata(silent, overlapTable, 'x.csv')).not.toHaveProperty('dc:license');
  });

  test('uses only terms that the standard allows: its own, with a prefix, or with @', () => {
    const own = new Set([
      'url',
      'dialect',
      'tableSchema',
      'columns',
      'name',
      'titles',
      'datatype',
      'encoding',
      'header',
      'lineTerminators',
    ]);
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (!Array.isArray(value))
          expect(own.has(key) || /^(dc|prov|schema):\w+$|^@(context|id|type)$/.test(key), key).toBe(true);
        visit(part);
      }
    };
    visit(metadata);
  });

  test('a heading that is no plain word is a column name by percent signs', () => {
    const odd = { ...sharedTable, columns: [column('_a b-é', 'name')], rows: [['x']] };
    const { tableSchema } = csvwMetadata(sampleResult, odd, 'x.csv') as {
      tableSchema: { columns: { name: string }[] };
    };
    expect(tableSchema.columns[0]!.name).toBe('%5Fa%20b%2D%C3%A9');
  });
});
