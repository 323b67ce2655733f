/**
 * The public test cases of GEOS, read in place from the XML files of its suite: two geometries, questions, answers.
 *
 * The files are not part of the project; tests that read them skip where they are absent. Geometries are WKT or WKB in
 * hexadecimal, as GEOS itself reads them.
 */
import initGeosJs from 'geos-wasm';
import { geosGeomToGeojson } from 'geos-wasm/helpers';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { realData } from '../real-data.js';

const folder = realData('peer-suites/geos');

/** Whether the suite can be read. */
export const haveGeosSuite = existsSync(folder);

/** A geometry of the suite, `null` for one that GEOS cannot read. */
export type SuiteShape = {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly SuiteShape[];
} | null;

export interface SuiteQuestion {
  /** Small letters: `intersection`, `isvalid`, `unionng`. */
  readonly operation: string;
  /** Whether it is asked of b and a, not of a and b. */
  readonly turned: boolean;
  /** Cells of the grid, in a unit, that the answer is rounded to; 0 where it is not. */
  readonly scale: number;
  /** The answer as written: true, false, or a geometry. */
  readonly answer: string;
}

export interface SuiteCase {
  /** File, number and description, for messages. */
  readonly name: string;
  readonly a: SuiteShape;
  readonly b: SuiteShape;
  readonly questions: readonly SuiteQuestion[];
}

/** All cases of the suite, file by file. */
export const readGeosSuite = (): SuiteCase[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .flatMap((file) => casesOf(file, readFileSync(`${folder}/${file}`, 'utf8')));

function casesOf(file: string, text: string): SuiteCase[] {
  const cases: SuiteCase[] = [];
  let texts: Record<string, string> = {};
  let questions: { operation: string; turned: boolean; scale: number; answer: string }[] = [];
  let scale = 0;
  let open = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open = name;
    if (name === 'precisionModel') scale = Number(attributes['scale'] ?? 0);
    if (name === 'case') [texts, questions] = [{}, []];
    if (name !== 'op') return;
    const operation = (attributes['name'] ?? '').toLowerCase();
    const own = operation.endsWith('sr') ? Number(attributes['arg3'] ?? 1) : scale;
    questions.push({ operation, turned: attributes['arg1'] === 'B', scale: own, answer: '' });
  });
  parser.on('text', (part) => {
    if (open === 'op') questions.at(-1)!.answer += part;
    else texts[open] = (texts[open] ?? '') + part;
  });
  parser.on('closetag', ({ name }) => {
    open = '';
    if (name !== 'case') return;
    const title = (texts['desc'] ?? '').trim();
    cases.push({
      name: `${file} ${cases.length + 1} ${title}`,
      a: readShape(texts['a'] ?? ''),
      b: readShape(texts['b'] ?? ''),
      questions: questions.map((question) => ({ ...question, answer: question.answer.trim() })),
    });
  });
  parser.write(text).close();
  return cases;
}

const quiet = (): void => undefined;
const geos = (await initGeosJs({ noticeHandler: quiet, errorHandler: quiet })) as unknown as {
  GEOSWKTReader_create(): number;
  GEOSWKTReader_read(reader: number, text: number): number;
  GEOSWKBReader_create(): number;
  GEOSWKBReader_readHEX(reader: number, text: number, bytes: number): number;
  GEOSGeom_destroy(shape: number): void;
  readonly Module: {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
};
const [words, bytes] = [geos.GEOSWKTReader_create(), geos.GEOSWKBReader_create()];

/** A geometry from WKT or from WKB in hexadecimal; null for nothing, and for what GEOS does not take. */
export function readShape(written: string): SuiteShape {
  const text = written.trim();
  if (text === '') return null;
  const encoded = new TextEncoder().encode(`${text}\0`);
  const address = geos.Module._malloc(encoded.length);
  geos.Module.HEAPU8.set(encoded, address);
  const drawn = /^[0-9A-F]+$/i.test(text)
    ? geos.GEOSWKBReader_readHEX(bytes, address, encoded.length - 1)
    : geos.GEOSWKTReader_read(words, address);
  geos.Module._free(address);
  if (drawn === 0) return null;
  const shape = geosGeomToGeojson(drawn, geos) as SuiteShape;
  geos.GEOSGeom_destroy(drawn);
  return shape;
}
