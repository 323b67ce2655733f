/**
 * A Shapefile's rows: deleted ones, and names in every encoding that a .cpg or the language byte states.
 */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { plainTools } from '../../src/read/formats/format.js';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { InputError } from '../../src/trouble/input-error.js';
import * as made from './formats-fixtures.js';

const { utf8 } = made;
const ROWS_FROM = 32 + 4 * 32 + 1;
const ROW = 42;

async function read(dbf: Uint8Array, cpg?: string): Promise<FeatureTable> {
  const siblings = {
    '.dbf': dbf,
    '.prj': utf8(made.gridWkt),
    ...(cpg === undefined ? {} : { '.cpg': utf8(cpg) }),
  };
  return (await readBoundaryFile(made.shpBytes(), 'd.shp', null, { ...plainTools, siblings })).table;
}

/** A .dbf whose second name is `Ynys Môn` in an encoding, with a language byte. */
function named(encoding: string, languageByte = 0): Uint8Array {
  const dbf = made.dbfBytes((text) => iconv.encode(text.replace('Bexhill-ŵrth', 'Ynys Môn'), encoding));
  dbf[29] = languageByte;
  return dbf;
}

const secondName = async (dbf: Uint8Array, cpg?: string): Promise<unknown> =>
  (await read(dbf, cpg)).properties[1]!['NAME'];

describe('a row marked as deleted', () => {
  const deleted = (...rows: number[]): Uint8Array => {
    const dbf = made.dbfBytes();
    for (const row of rows) dbf[ROWS_FROM + row * ROW] = 0x2a;
    return dbf;
  };
  it('is left out with its shape, which is noted', async () => {
    const table = await read(deleted(0), 'UTF-8');
    expect(table.properties.map(({ CODE }) => CODE)).toEqual(['E07000902']);
    expect(made.ringsOf(table)).toEqual([made.expectedRings[1]]);
    expect(table.notes).toContainEqual({ note: 'deleted-record', feature: -1, count: 1, position: null });
  });
  it('is counted as often as there are some', async () => {
    const table = await read(deleted(0, 1), 'UTF-8');
    expect(table.properties).toEqual([]);
    expect(table.notes.find(({ note }) => note === 'deleted-record')?.count).toBe(2);
  });
});

describe('names', () => {
  it.each([
    ['cp850', 'CP850'],
    ['cp850', '850\r\n'],
    ['cp850', 'OEM 850'],
    ['cp437', 'IBM437'],
    ['cp1252', 'ANSI 1252'],
    ['cp1252', '1252'],
    ['utf8', 'UTF-8'],
    ['utf8', '65001'],
    ['iso-8859-1', '88591'],
    ['iso-8859-1', 'ISO-8859-1'],
    ['iso-8859-14', 'ISO 8859-14'],
    ['iso-8859-15', '885915'],
    ['macroman', '10000'],
    ['utf8', 'utf8\0\0'],
  ])('in %s are read where the .cpg says %j', async (encoding, cpg) => {
    expect(await secondName(named(encoding), cpg)).toBe('Ynys Môn');
  });
  it.each([
    ['cp437', 0x01],
    ['cp850', 0x02],
    ['cp1252', 0x03],
    ['macroman', 0x04],
    ['cp1252', 0x57],
    ['cp852', 0x64],
    ['cp1252', 0],
  ])('in %s are read by the language byte %i where there is no .cpg', async (encoding, languageByte) => {
    expect(await secondName(named(encoding, languageByte))).toBe('Ynys Môn');
  });
  it('that are valid UTF-8 are UTF-8 whatever the language byte says', async () => {
    expect(await secondName(named('utf8', 0x02))).toBe('Ynys Môn');
  });
  it('in an encoding that is not known are refused by its name', async () => {
    const error = await read(named('cp850'), 'EBCDIC-XX').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).trouble).toMatchObject({ id: 'encoding-unknown', file: 'd.shp' });
    expect((error as InputError).message).toContain("'EBCDIC-XX'");
  });
  it('that are not in the encoding stated are noted', async () => {
    const table = await read(named('cp1252'), 'UTF-8');
    expect(table.notes.find(({ note }) => note === 'not-utf8')?.count).toBe(1);
  });
});

describe('cells', () => {
  it('are text, numbers and days, null where blank or without sense', async () => {
    const dbf = made.dbfBytes();
    dbf.set(utf8('        '), ROWS_FROM + 26);
    dbf.set(utf8('20241332'), ROWS_FROM + 34);
    const [first, second] = (await read(dbf, 'UTF-8')).properties;
    expect(first).toEqual({ CODE: 'E07000901', NAME: 'Ashby', PEOPLE: null, SINCE: null });
    expect(second).toEqual({ CODE: 'E07000902', NAME: 'Bexhill-ŵrth', PEOPLE: 800, SINCE: '2024-04-01' });
  });
  it('of a type that is not known are refused by the name of their field', async () => {
    const dbf = made.dbfBytes();
    dbf[32 + 32 + 11] = 'G'.charCodeAt(0);
    await expect(read(dbf)).rejects.toThrow(/the field 'NAME' of its \.dbf is of type 'G'/);
  });
});

it('a layer of shapes without their .dbf is refused by the name of the file that is missing', async () => {
  const { table } = await readBoundaryFile(made.shpBytes(), 'maps/d.shp');
  expect(() => makeLayer(table, 'maps/d.shp')).toThrow(/there is no d\.dbf beside it/);
});
