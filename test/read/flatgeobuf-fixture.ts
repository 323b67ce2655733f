/**
 * Writes the two districts of the format fixtures as FlatGeobuf, with just enough of FlatBuffers for it.
 */
import { ByteWriter, districts, utf8 } from './formats-fixtures.js';

/** A field of a table: bytes inside it, or something after it; `away` writes that and gives where to point. */
type Field = { readonly inside: Uint8Array } | { readonly away: (writer: ByteWriter) => number };
type Fields = Readonly<Record<number, Field>>;

const inside = (write: (writer: ByteWriter) => ByteWriter): Field => ({
  inside: write(new ByteWriter()).done(),
});

const list = (count: number, write: (writer: ByteWriter) => ByteWriter): Field => ({
  away: (writer) => {
    const at = writer.bytes.length;
    write(writer.u32(count));
    return at;
  },
});

const text = (value: string): Field => list(utf8(value).length, (writer) => writer.text(value));

const table = (fields: Fields): Field => ({ away: (writer) => writeTable(writer, fields) });

const tables = (items: readonly Fields[]): Field => ({
  away: (writer) => {
    const at = writer.bytes.length;
    writer.u32(items.length).zeros(4 * items.length);
    items.forEach((item, i) => {
      const slot = at + 4 + 4 * i;
      writer.patch32(slot, writeTable(writer, item) - slot);
    });
    return at;
  },
});

/** Writes vtable, table and what it points to; gives where the table begins. */
function writeTable(writer: ByteWriter, fields: Fields): number {
  const indexes = Object.keys(fields).map(Number);
  const offsets = new Array<number>(Math.max(-1, ...indexes) + 1).fill(0);
  let size = 4;
  for (const index of indexes) {
    const field = fields[index]!;
    offsets[index] = size;
    size += 'inside' in field ? field.inside.length : 4;
  }
  writer.u16(4 + 2 * offsets.length).u16(size);
  for (const offset of offsets) writer.u16(offset);
  const at = writer.bytes.length;
  writer.u32(4 + 2 * offsets.length);
  for (const index of indexes) {
    const field = fields[index]!;
    if ('inside' in field) writer.u8(...field.inside);
    else writer.zeros(4);
  }
  for (const index of indexes) {
    const field = fields[index]!;
    const slot = at + offsets[index]!;
    if ('away' in field) writer.patch32(slot, field.away(writer) - slot);
  }
  return at;
}

/** A length, then a buffer of that length that begins with where its root table is. */
function sized(fields: Fields): Uint8Array {
  const writer = new ByteWriter().zeros(4);
  writer.patch32(0, writeTable(writer, fields));
  return new ByteWriter()
    .u32(writer.bytes.length)
    .u8(...writer.bytes)
    .done();
}

const columns = [
  { name: 'code', type: 11 },
  { name: 'name', type: 11 },
  { name: 'people', type: 5 },
];

/** The districts; with `index`, behind a spatial index (its content does not matter to a reader of everything). */
export function flatgeobufBytes({ index = true } = {}): Uint8Array {
  const header = sized({
    0: text('districts'),
    2: inside((w) => w.u8(6)),
    7: tables(columns.map(({ name, type }) => ({ 0: text(name), 1: inside((w) => w.u8(type)) }))),
    8: inside((w) => w.u32(districts.length).u32(0)),
    9: inside((w) => w.u16(index ? 16 : 0)),
    10: table({ 0: text('EPSG'), 1: inside((w) => w.u32(27700)) }),
  });
  const features = districts.map(({ code, name, people, polygons }) => {
    const properties = new ByteWriter();
    [code, name].forEach((value, i) => properties.u16(i).u32(utf8(value).length).text(value));
    properties.u16(2).u32(people);
    const parts = polygons.map((polygon): Fields => {
      const ends = polygon.map((_, i) => polygon.slice(0, i + 1).flat().length);
      const positions = polygon.flat(2);
      return {
        0: list(ends.length, (w) => ends.reduce((writer, end) => writer.u32(end), w)),
        1: list(positions.length, (w) => w.f64(...positions)),
      };
    });
    const geometry: Fields = { 6: inside((w) => w.u8(6)), 7: tables(parts) };
    return sized({ 0: table(geometry), 1: list(properties.bytes.length, (w) => w.u8(...properties.bytes)) });
  });
  return new ByteWriter()
    .u8(0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0)
    .u8(...header)
    .zeros(index ? 40 * (districts.length + 1) : 0)
    .u8(...features.flatMap((feature) => [...feature]))
    .done();
}
