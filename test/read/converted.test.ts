/**
 * Formats that are read by way of a program of others: what is handed over, and what of its answer is believed. The
 * program is played here; GDAL itself is tried in test/cli/gdal.test.ts.
 */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import type { Converter, ConvertibleLayer } from '../../src/read/formats/converter.js';
import { formatOf, listBoundaryLayers, readBoundaryFile } from '../../src/read/formats/formats.js';
import { InputError } from '../../src/trouble/input-error.js';
import { flatgeobufBytes } from './flatgeobuf-fixture.js';
import { districts, utf8 } from './formats-fixtures.js';

const GML = `<?xml version="1.0"?>\n<wfs:FeatureCollection xmlns:wfs="w" xmlns:gml="http://www.opengis.net/gml/3.2"><a/></wfs:FeatureCollection>\n`;
const TAB = '!table\n!version 300\nDefinition Table\n  Type NATIVE Charset "Neutral"\n';
const MIF = 'Version 300\nCharset "Neutral"\nDelimiter ","\nColumns 1\n  A Char(9)\n';
const whole: ConvertibleLayer = { name: 'districts', features: districts.length, hasShapes: true };

/** A program that finds these layers in whatever it is given, and keeps what happened. */
function played(
  layers: readonly ConvertibleLayer[] = [whole],
  more: Partial<Converter> & { against?: string } = {},
): { converter: Converter; happened: string[] } {
  const happened: string[] = [];
  const converter: Converter = {
    isThere: () => true,
    open: (files, main) => {
      happened.push(`open ${main}: ${files.map(({ name }) => name).join(' ')}`);
      return Promise.resolve({
        layers,
        toFlatGeobuf: (layer) => {
          happened.push(`convert ${layer}`);
          return more.against === undefined
            ? Promise.resolve(flatgeobufBytes())
            : Promise.reject(new Error(more.against));
        },
        close: () => void happened.push('close'),
      });
    },
    ...(more.isThere === undefined ? {} : { isThere: more.isThere }),
  };
  return { converter, happened };
}

const read = async (
  content: string | Uint8Array,
  name: string,
  { converter }: { converter?: Converter } = played(),
  inner: string | null = null,
  siblings: Record<string, Uint8Array> = {},
): Promise<FeatureTable> => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const tools = { unpackLimit: 2 ** 20, siblings, ...(converter === undefined ? {} : { converter }) };
  return (await readBoundaryFile(bytes, name, inner, tools)).table;
};

async function troubleOf(...given: Parameters<typeof read>): Promise<InputError['trouble']> {
  const thrown: unknown = await read(...given).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(InputError);
  return (thrown as InputError).trouble;
}

const mapinfoParts = { '.dat': utf8('d'), '.map': utf8('m'), '.id': utf8('i') };
const gdb = (names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)])));

describe('what is handed over:', () => {
  it.each([
    ['GML', GML, 'a/wards.gml', {}, 'open wards.gml: wards.gml'],
    ['GML by another name', GML, 'wards.xml', {}, 'open wards.gml: wards.gml'],
    ['a MapInfo table', TAB, 'a/wards.TAB', mapinfoParts, 'open wards.tab: wards.tab wards.dat wards.map wards.id'],
    ['an interchange file', MIF, 'w.mif', { '.mid': utf8('"E"\n') }, 'open w.mif: w.mif w.mid'],
    ['a geodatabase', gdb(['x/lad.gdb/a1.gdbtable', 'x/lad.gdb/gdb', 'readme.txt']), 'lad.zip', {}, 'open lad.gdb: lad.gdb/a1.gdbtable lad.gdb/gdb'],
    ['one without its folder', gdb(['a1.gdbtable', 'timestamps']), 'lad.gdb.zip', {}, 'open data.gdb: data.gdb/a1.gdbtable data.gdb/timestamps'],
    ['GML in an archive', zipSync({ 'in/w.gml': strToU8(GML) }), 'w.zip', {}, 'open w.gml: w.gml'],
    ['MapInfo in an archive', zipSync({ 'w.tab': strToU8(TAB), 'w.dat': strToU8('d'), 'w.map': strToU8('m'), 'w.id': strToU8('i') }), 'w.zip', {}, 'open w.tab: w.tab w.dat w.map w.id'],
  ] as const)('%s', async (_, content, name, siblings, opened) => {
    const program = played();
    const table = await read(content, name, program, null, siblings);
    expect(table.properties).toHaveLength(districts.length);
    expect(program.happened).toEqual([opened, 'convert districts', 'close']);
  }); // prettier-ignore

  it('nothing of KML, of a web page, or of what a service says instead', async () => {
    const kml = '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gml="http://www.opengis.net/gml"/>';
    expect(formatOf(utf8(kml), 'a.kml', 'a.kml').id).toBe('kml');
    for (const text of [
      '<ows:ExceptionReport xmlns:gml="http://www.opengis.net/gml"><ows:ExceptionText>no gml</ows:ExceptionText></ows:ExceptionReport>',
      '<html><title>gml</title></html>',
    ]) {
      const program = played();
      await troubleOf(text, 'lad.gml', program);
      expect(program.happened).toEqual([]);
    }
  });
});

describe('the layer that is meant', () => {
  const layers = [{ name: 'people', features: 9, hasShapes: false }, whole, { ...whole, name: 'wards' }];

  it('is named, or the only one with shapes', async () => {
    const program = played(layers);
    await read(GML, 'a.gml', program, 'WARDS');
    expect(program.happened).toContain('convert wards');
    const alone = played(layers.slice(0, 2));
    await read(GML, 'a.gml', alone);
    expect(alone.happened).toContain('convert districts');
  });

  it('is asked for where there are several', async () => {
    const program = played(layers);
    const trouble = await troubleOf(GML, 'a.gml', program);
    expect(trouble.message).toContain('2 layers and none is named: districts, wards');
    expect(program.happened.at(-1)).toBe('close');
    expect((await troubleOf(GML, 'a.gml', played(layers), 'lsoas')).message).toContain('no layer “lsoas”');
    expect((await troubleOf(GML, 'a.gml', played([]))).message).toContain('no layer');
  });

  it('is one of those that are listed, tables too', async () => {
    const { converter } = played(layers);
    const listed = await listBoundaryLayers(utf8(GML), 'a.gml', { unpackLimit: 1e6, converter });
    expect(listed.layers).toEqual(['people', 'districts', 'wards']);
  });
});

describe('an answer that is not believed:', () => {
  it.each([
    ['more features were declared', { ...whole, features: districts.length + 1 }],
    ['fewer were', { ...whole, features: districts.length - 1 }],
  ])('%s', async (_, layer) => {
    const trouble = await troubleOf(GML, 'a.gml', played([layer]));
    expect(trouble.id).toBe('file-truncated');
    expect(trouble.message).toContain(`${districts.length} features can be read`);
  });

  it('the program says an error', async () => {
    const program = played([whole], { against: 'unclosed token at line 42' });
    expect((await troubleOf(GML, 'a.gml', program)).message).toContain('unclosed token at line 42');
    expect(program.happened.at(-1)).toBe('close');
  });

  it('the document has no end, wherever it stops', async () => {
    for (const cut of [GML.slice(0, -5), GML.slice(0, -30), GML.slice(0, GML.indexOf('<a/>')), `${GML}<a`]) {
      const program = played();
      expect((await troubleOf(cut, 'a.gml', program)).id).toBe('file-truncated');
      expect(program.happened).toEqual([]);
    }
    await read(`${GML}<!-- made by hand -->\n`, 'a.gml');
  });

  it('the service had more than it sent', async () => {
    const of = (matched: number): string => GML.replace('xmlns:wfs', `numberMatched="${matched}" xmlns:wfs`);
    expect((await read(of(900), 'a.gml')).truncated).toEqual({ features: districts.length, of: 900 });
    expect((await read(of(districts.length), 'a.gml')).truncated).toBeUndefined();
  });
});

describe('files that cannot be handed over', () => {
  it('lack parts', async () => {
    const { '.id': _, ...some } = mapinfoParts;
    expect((await troubleOf(TAB, 'wards.tab', played(), null, some)).message).toContain('wards.id is not');
    expect((await troubleOf(MIF, 'wards.mif')).message).toContain('wards.mid is not beside it');
  });

  it('are two geodatabases, or unpack to too much', async () => {
    const two = gdb(['a.gdb/a1.gdbtable', 'b.gdb/a1.gdbtable']);
    expect((await troubleOf(two, 'two.zip')).message).toContain('2 file geodatabases: a.gdb, b.gdb');
    const large = zipSync({ 'a.gdb/a1.gdbtable': new Uint8Array(2 ** 21) });
    const program = played();
    await troubleOf(large, 'large.zip', program);
    expect(program.happened).toEqual([]);
  });
});

describe('without the program the format is named with the way out:', () => {
  const absent = played([whole], { isThere: () => false });
  it.each([
    ['GML', GML, 'lad.gml', 'ogr2ogr -f GPKG lad.gpkg lad.gml'],
    ['a MapInfo file', TAB, 'lad.tab', 'ogr2ogr -f GPKG lad.gpkg lad.tab'],
    ['a MapInfo file', MIF, 'my lad.mif', 'ogr2ogr -f GPKG "my lad.gpkg" "my lad.mif"'],
    ['a file geodatabase', gdb(['lad.gdb/a1.gdbtable']), 'lad.gdb.zip', 'ogr2ogr -f GPKG lad.gpkg lad.gdb.zip'],
  ] as const)('%s %#', async (what, content, name, command) => {
    const trouble = await troubleOf(content, name, absent);
    expect(trouble.message).toContain(`the file is ${what}, which is read by way of the package gdal3.js`);
    expect(trouble.hint).toContain(`Install it: npm install --save-dev gdal3.js. Or convert it: ${command}`);
    const unlent = await troubleOf(content, name, {});
    expect(unlent.message).toContain(`the file is ${what}, which is not read`);
    expect(unlent.hint).toBe(`Convert it: ${command}`);
  }); // prettier-ignore
});
