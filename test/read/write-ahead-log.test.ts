/**
 * A GeoPackage that another program has open is read with the changes that stand in its log alone.
 */
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { plainTools } from '../../src/read/formats/format.js';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { applyLog } from '../../src/read/formats/write-ahead-log.js';
import { Inputs } from '../../src/run/inputs.js';
import { inspectFile } from '../../src/run/inspect-file.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { ByteWriter, geopackageBytes } from './formats-fixtures.js';

const PAGE = 4096;

/** The database after some statements. */
async function changed(before: Uint8Array, ...statements: string[]): Promise<Uint8Array> {
  const database = new (await initSqlJs()).Database(before);
  for (const statement of statements) database.run(statement);
  const after = database.export();
  database.close();
  return after;
}

/** The log that leads from one database to others, one commit each; `big` sums in the other byte order. */
function logOf(states: readonly Uint8Array[], { big = false } = {}): Uint8Array {
  const frames: number[] = [];
  const sum: [number, number] = [0, 0];
  const add = (bytes: readonly number[]): void => {
    const view = new DataView(Uint8Array.from(bytes).buffer);
    for (let at = 0; at < bytes.length; at += 8) {
      sum[0] = (sum[0] + view.getUint32(at, !big) + sum[1]) >>> 0;
      sum[1] = (sum[1] + view.getUint32(at + 4, !big) + sum[0]) >>> 0;
    }
  };
  const words = (...values: number[]): number[] => {
    const writer = new ByteWriter();
    values.forEach((value) => writer.u32Big(value));
    return writer.bytes;
  };
  const salts = words(11, 12);
  const header = [...words(big ? 0x377f0683 : 0x377f0682, 3007000, PAGE, 0), ...salts];
  add(header);
  const sealed = [...header, ...words(...sum)];
  for (let s = 1; s < states.length; s++) {
    const [before, after] = [states[s - 1]!, states[s]!];
    const pages = Array.from({ length: after.length / PAGE }, (_, i) => i).filter((i) => {
      const was = before.subarray(i * PAGE, (i + 1) * PAGE);
      return !after.subarray(i * PAGE, (i + 1) * PAGE).every((byte, at) => byte === was[at]);
    });
    pages.forEach((page, i) => {
      const isLast = i === pages.length - 1;
      const head = words(page + 1, isLast ? after.length / PAGE : 0);
      const content = [...after.subarray(page * PAGE, (page + 1) * PAGE)];
      add(head);
      add(content);
      frames.push(...head, ...salts, ...words(...sum), ...content);
    });
  }
  return Uint8Array.from([...sealed, ...frames]);
}

const inWriteAheadMode = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes).fill(2, 18, 20);

async function read(bytes: Uint8Array, log?: Uint8Array): Promise<FeatureTable> {
  const siblings = log === undefined ? {} : { '.gpkg-wal': log };
  return (await readBoundaryFile(bytes, 'd.gpkg', null, { ...plainTools, siblings })).table;
}
const codes = (table: FeatureTable): unknown[] => table.properties.map(({ code }) => code);
const notes = (table: FeatureTable): string[] => table.notes.map(({ note }) => note);

describe('a GeoPackage with a log', () => {
  it.each([{ big: false }, { big: true }])('has what the log took away and put in (%j)', async (order) => {
    const before = await geopackageBytes();
    const fewer = await changed(before, `DELETE FROM districts WHERE code = 'E07000901'`);
    const more = await changed(
      fewer,
      `INSERT INTO districts VALUES (9, NULL, 'E07000909', '${'long '.repeat(4000)}', 1)`,
    );
    expect(more.length).toBeGreaterThan(before.length);
    const table = await read(inWriteAheadMode(before), logOf([before, fewer, more], order));
    expect(codes(table)).toEqual(['E07000902', 'E07000909']);
    expect(notes(table)).toContain('changes-in-log');
  });

  it('counts up to the last commit that is whole', async () => {
    const before = await geopackageBytes();
    const first = await changed(before, `DELETE FROM districts WHERE code = 'E07000901'`);
    const second = await changed(first, `DELETE FROM districts`);
    const whole = logOf([before, first, second]);
    const wholeFirst = logOf([before, first]).length;
    expect(codes(await read(before, whole))).toEqual([]);
    expect(codes(await read(before, whole.subarray(0, whole.length - 1)))).toEqual(['E07000902']);
    expect(codes(await read(before, whole.subarray(0, wholeFirst)))).toEqual(['E07000902']);
    expect(codes(await read(before, whole.subarray(0, wholeFirst - 1)))).toEqual(['E07000901', 'E07000902']);
    const damaged = Uint8Array.from(whole);
    damaged[wholeFirst + 100]! ^= 1;
    expect(codes(await read(before, damaged))).toEqual(['E07000902']);
  });

  it('has the layers that the log put in', async () => {
    const before = await geopackageBytes();
    const after = await changed(
      before,
      `INSERT INTO gpkg_contents VALUES ('wards', 'features', 27700)`,
      `INSERT INTO gpkg_geometry_columns VALUES ('wards', 'shape', 'MULTIPOLYGON', 27700, 0, 0)`,
      `CREATE TABLE wards AS SELECT * FROM districts`,
    );
    const files = { 'd.gpkg': inWriteAheadMode(before), 'd.gpkg-wal': logOf([before, after]) };
    const inspect = async (path: string, some: object): Promise<(string | null)[]> =>
      (await inspectFile(new Inputs(memoryFiles({ ...some })), path, false)).layers.map(({ inner }) => inner);
    expect(await inspect('d.gpkg', files)).toEqual(['districts', 'wards']);
    expect(await inspect('d.gpkg', { 'd.gpkg': before })).toEqual([null]);
    expect(await inspect('d.gpkg#wards', files)).toEqual(['wards']);
  });

  it('that is empty, of another kind or of other salts is as it stands', async () => {
    const before = await geopackageBytes();
    const after = await changed(before, `DELETE FROM districts`);
    const salted = logOf([before, after]);
    salted[32 + 8]! ^= 1;
    for (const log of [new Uint8Array(0), new Uint8Array(40), before, salted]) {
      expect(applyLog(before, log)).toEqual({ bytes: before, pages: 0 });
    }
    expect(notes(await read(inWriteAheadMode(before), new Uint8Array(0)))).toEqual(['write-ahead-log']);
    expect(notes(await read(before, new Uint8Array(0)))).toEqual([]);
  });
});
