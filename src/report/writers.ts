/**
 * The formats a result can be written in. To add one, write its file and add its line here.
 *
 * Text from files is shown (`shown-text.ts`) in every format: those for people get it so, documents for machines say
 * it as it is, with JSON's own escapes.
 */
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { InputError } from '../trouble/input-error.js';
import { shownJson, shownTexts } from '../trouble/shown-text.js';
import { csvBytes, writeCsv } from './csv.js';
import { csvwFileName, csvwMetadata } from './csvw.js';
import { hasShapes } from './shapes/shapes-of-result.js';
import { writeGithub } from './github.js';
import { writeJson } from '../result/write-json.js';
import { writeJunit } from './junit.js';
import { writeSvg } from './map/write-svg.js';
import { writeTopojson } from './map/write-topojson.js';
import { writeMarkdown } from './markdown.js';

export interface WriterOptions {
  /** Byte-order mark, where the format is a CSV. */
  readonly bom?: boolean;
  /** Every row and piece, where the format is a page. */
  readonly fullPage?: boolean;
}

export interface Writer {
  /** The name given to --format. */
  readonly id: string;
  /** File name endings without the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whether a file holds one table or the whole result. */
  readonly holds: 'table' | 'result';
  /** True for a format that is written only where it is named, and not into a folder of everything. */
  readonly onRequest?: true;
  /** What a result must hold for this format, where not every one does. */
  readonly needs?: 'map' | 'shapes';
  /** Why this format, or the map in it, cannot be made here; null where it can. */
  readonly whyNot?: () => Promise<string | null>;
  /** Whether the result has anything for this format, where not every one has; a folder gets those that do. */
  readonly fits?: (result: Result) => boolean;
  /** The file's contents: text to be written as UTF-8, or bytes; a promise where the format has to be loaded first. */
  readonly write: (
    result: Result,
    table: Table,
    options?: WriterOptions,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
  /** The same contents as bytes, where a text can be put together as such: for who writes them to a file. */
  readonly writeBytes?: (table: Table, options: WriterOptions) => Uint8Array;
  /** The path of a second file that stands beside the first, if the format has one, and its text. */
  readonly sidecarName?: (path: string) => string;
  readonly sidecar?: (result: Result, table: Table, fileName: string) => string;
}

/** Every format, in the order that help lists them. */
export const WRITERS: readonly Writer[] = [
  {
    id: 'csv',
    extensions: ['csv'],
    holds: 'table',
    write: (_, table, options) => writeCsv(table, { ...options, shown: true }),
    writeBytes: (table, options) => csvBytes(table, { ...options, shown: true }),
    sidecarName: csvwFileName,
    sidecar: (result, table, fileName) =>
      `${JSON.stringify(csvwMetadata(result, table, fileName), null, 2)}\n`,
  },
  { id: 'json', extensions: ['json'], holds: 'result', write: (result) => shownJson(writeJson(result)) },
  {
    id: 'md',
    extensions: ['md', 'markdown'],
    holds: 'result',
    write: (result, table) => writeMarkdown(shownTexts(result), { table: shownTexts(table) }),
  },
  {
    id: 'html',
    extensions: ['html', 'htm'],
    holds: 'result',
    write: async (result, _, options) =>
      (await import('./html/page.js')).writeHtml(shownTexts(result), options),
  },
  {
    id: 'geojson',
    extensions: ['geojson'],
    holds: 'result',
    needs: 'shapes',
    fits: hasShapes,
    write: async (result) => shownJson((await import('./shapes/write-geojson.js')).writeGeojson(result)),
  },
  {
    id: 'gpkg',
    extensions: ['gpkg'],
    holds: 'result',
    needs: 'shapes',
    onRequest: true,
    write: async (result) => (await import('./geopackage/write-geopackage.js')).writeGeopackage(result),
  },
  {
    id: 'geoparquet',
    extensions: ['geoparquet'],
    holds: 'result',
    needs: 'shapes',
    onRequest: true,
    write: async (result, table) => (await import('./parquet.js')).writeGeoparquet(result, table),
  },
  {
    id: 'parquet',
    extensions: ['parquet'],
    holds: 'table',
    onRequest: true,
    write: async (result, table) => {
      const { writeGeoparquet, writeParquet } = await import('./parquet.js');
      // Faces are nothing without their polygons.
      return result.command === 'atoms' && table.name === 'faces'
        ? writeGeoparquet(result, table)
        : writeParquet(table);
    },
  },
  {
    id: 'xlsx',
    extensions: ['xlsx'],
    holds: 'result',
    write: async (result) => (await import('./xlsx/write-xlsx.js')).writeXlsx(shownTexts(result)),
  },
  {
    id: 'docx',
    extensions: ['docx'],
    holds: 'result',
    whyNot: whyNoPicture,
    onRequest: true,
    write: async (result, table) =>
      (await import('./docx/one-pager.js')).writeOnePager(shownTexts(result), shownTexts(table)),
  },
  {
    id: 'svg',
    extensions: ['svg'],
    holds: 'result',
    needs: 'map',
    onRequest: true,
    write: (result) => writeSvg(shownTexts(result)),
  },
  {
    id: 'png',
    extensions: ['png'],
    holds: 'result',
    whyNot: whyNoPicture,
    needs: 'map',
    onRequest: true,
    write: async (result) => (await (await import('./map/write-png.js')).drawPng(shownTexts(result))).bytes,
  },
  {
    id: 'topojson',
    extensions: ['topojson'],
    holds: 'result',
    needs: 'map',
    onRequest: true,
    write: (result) => shownJson(writeTopojson(result)),
  },
  {
    id: 'junit',
    extensions: ['xml'],
    holds: 'result',
    onRequest: true,
    write: (result) => writeJunit(shownTexts(result)),
  },
  {
    id: 'github',
    extensions: [],
    holds: 'result',
    onRequest: true,
    write: (result) => writeGithub(shownTexts(result)),
  },
];

/** Loads what pictures are drawn with only where one is asked for. */
async function whyNoPicture(): Promise<string | null> {
  return (await import('./map/write-png.js')).whyNoPicture();
}

/** The writer for a file name's ending or a format's name. Throws an InputError that lists the formats for any other. */
export function writerFor(nameOrFile: string): Writer {
  const ending = nameOrFile.slice(nameOrFile.lastIndexOf('.') + 1).toLowerCase();
  const writer = WRITERS.find(({ id, extensions }) => id === ending || extensions.includes(ending));
  if (writer !== undefined) return writer;
  throw new InputError({
    id: 'format-unknown',
    message: `no format is known for ${nameOrFile}`,
    hint: `Name the file with one of these endings: ${WRITERS.flatMap(({ extensions }) => extensions.map((e) => `.${e}`)).join(', ')}.`,
  });
}
