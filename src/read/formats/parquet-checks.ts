/**
 * Holds the pages of a Parquet file against its metadata before the library reads them.
 *
 *     row group ─► column chunk ─► page: header | [repetition levels] [definition levels] values
 *     levels and dictionary indexes are runs: (count << 1) value   or   (groups of 8 << 1 | 1) packed bits
 *
 * The library believes every count. A single damaged byte in a run can make it write two thousand million values, so
 * lengths of pages and runs are checked first; pages are unpacked twice for that, which boundaries can afford.
 */
import type { ColumnMetaData, Compressors, FileMetaData, PageHeader } from 'hyparquet';
import type { decompressPage as unpackPage } from 'hyparquet/src/datapage.js';
import type { ReadingTools } from './format.js';

/** Values in all columns together; more than any set of boundaries has. */
const mostValues = 1e9;

/** What a page's runs are checked with. */
interface ChunkFrame {
  readonly column: ColumnMetaData;
  readonly compressors: Compressors;
  readonly repetitionBits: number;
  readonly definitionBits: number;
  readonly unpackLimit: number;
}

type Decompress = typeof unpackPage;

/** Throws a RangeError naming the column where a page or a run is longer than what it belongs to. */
export async function checkPages(
  bytes: Uint8Array,
  metadata: FileMetaData,
  compressors: Compressors,
  tools: ReadingTools,
): Promise<void> {
  const { parquetHeader } = await import('hyparquet/src/column.js');
  const { decompressPage } = await import('hyparquet/src/datapage.js');
  const { getMaxDefinitionLevel, getMaxRepetitionLevel, getSchemaPath } =
    await import('hyparquet/src/schema.js');
  let values = 0;
  for (const { meta_data: column } of metadata.row_groups.flatMap((group) => group.columns)) {
    if (!column) throw new RangeError('a column has no description');
    const path = getSchemaPath(metadata.schema, column.path_in_schema);
    const frame: ChunkFrame = {
      column,
      compressors,
      repetitionBits: bitsFor(getMaxRepetitionLevel(path)),
      definitionBits: bitsFor(getMaxDefinitionLevel(path)),
      unpackLimit: tools.unpackLimit,
    };
    values += Number(column.num_values);
    if (!(Number(column.num_values) >= 0) || values > mostValues) throw tooLong(column, 'number of values');
    checkChunk(chunkOf(bytes, column), frame, parquetHeader, decompressPage);
  }
}

const bitsFor = (level: number): number => 32 - Math.clz32(level);

const tooLong = (column: ColumnMetaData, what: string): RangeError =>
  new RangeError(`column ${column.path_in_schema.join('.').slice(0, 60)} has a ${what} beyond its bounds`);

function chunkOf(bytes: Uint8Array, column: ColumnMetaData): Uint8Array {
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const end = start + Number(column.total_compressed_size);
  if (!(start >= 4 && end >= start && end <= bytes.length)) throw tooLong(column, 'place');
  return bytes.subarray(start, end);
}

function checkChunk(
  chunk: Uint8Array,
  frame: ChunkFrame,
  parquetHeader: (reader: { view: DataView; offset: number }) => PageHeader,
  decompress: Decompress,
): void {
  const { column } = frame;
  const reader = { view: viewOf(chunk), offset: 0 };
  let left = Number(column.num_values);
  let unpacked = 0;
  while (left > 0 && reader.offset < chunk.length - 1) {
    const header = parquetHeader(reader);
    const packed = header.compressed_page_size;
    unpacked += header.uncompressed_page_size;
    if (!(packed >= 0) || reader.offset + packed > chunk.length) throw tooLong(column, 'page');
    if (!(header.uncompressed_page_size >= 0) || unpacked > frame.unpackLimit)
      throw tooLong(column, 'page size');
    const content = chunk.subarray(reader.offset, reader.offset + packed);
    reader.offset += packed;
    left -= checkPage(content, header, left, frame, decompress);
  }
}

/** Checks one page and gives the number of its values (0 for a dictionary). */
function checkPage(
  content: Uint8Array,
  header: PageHeader,
  left: number,
  frame: ChunkFrame,
  decompress: Decompress,
): number {
  const { column, compressors } = frame;
  const plain = header.data_page_header;
  const second = header.data_page_header_v2;
  const dictionary = header.dictionary_page_header;
  if (header.type === 'DICTIONARY_PAGE' && dictionary) {
    if (!(dictionary.num_values >= 0 && dictionary.num_values <= header.uncompressed_page_size)) {
      throw tooLong(column, 'dictionary');
    }
    return 0;
  }
  const count = header.type === 'DATA_PAGE' ? plain?.num_values : second?.num_values;
  if (count === undefined || !(count > 0 && count <= left)) throw tooLong(column, 'page');
  if (plain && header.type === 'DATA_PAGE') {
    const page = decompress(content, header.uncompressed_page_size, column.codec, compressors);
    let at = checkSizedRuns(page, 0, frame.repetitionBits, count, column);
    at = checkSizedRuns(page, at, frame.definitionBits, count, column);
    if (plain.encoding.endsWith('_DICTIONARY')) checkIndexes(page.subarray(at), count, column);
  } else if (second) {
    const repetition = second.repetition_levels_byte_length;
    const values = repetition + second.definition_levels_byte_length;
    if (!(repetition >= 0 && values >= repetition && values <= content.length)) throw tooLong(column, 'page');
    if (!(second.num_nulls >= 0 && second.num_nulls <= count)) throw tooLong(column, 'page');
    if (frame.repetitionBits > 0)
      checkRuns(content.subarray(0, repetition), frame.repetitionBits, count, column);
    if (frame.definitionBits > 0)
      checkRuns(content.subarray(repetition, values), frame.definitionBits, count, column);
    if (second.encoding.endsWith('_DICTIONARY')) {
      const packed = content.subarray(values);
      const size = header.uncompressed_page_size - values;
      const isPacked = second.is_compressed !== false;
      checkIndexes(isPacked ? decompress(packed, size, column.codec, compressors) : packed, count, column);
    }
  }
  return count;
}

/** Runs behind their length (4 bytes), if the column has such levels; gives where the next part begins. */
function checkSizedRuns(
  page: Uint8Array,
  at: number,
  bits: number,
  count: number,
  column: ColumnMetaData,
): number {
  if (bits === 0) return at;
  const end = at + 4 + viewOf(page).getUint32(at, true);
  if (end > page.length) throw tooLong(column, 'list of levels');
  checkRuns(page.subarray(at + 4, end), bits, count, column);
  return end;
}

/** Dictionary indexes: their width in one byte, then runs. */
function checkIndexes(values: Uint8Array, count: number, column: ColumnMetaData): void {
  const bits = values[0] ?? 0;
  if (bits > 32) throw tooLong(column, 'dictionary index');
  if (bits > 0) checkRuns(values.subarray(1), bits, count, column);
}

/** Runs may hold fewer values than there are rows (nulls have none), never more but for the last group of eight. */
function checkRuns(runs: Uint8Array, bits: number, count: number, column: ColumnMetaData): void {
  let seen = 0;
  for (let at = 0; at < runs.length && seen < count;) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = runs[at++];
      if (byte === undefined || shift > 28) throw tooLong(column, 'run');
      head += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    const values = head % 2 === 1 ? 8 * Math.floor(head / 2) : head / 2;
    if (values === 0 || values > count - seen + (head % 2 === 1 ? 512 : 0)) throw tooLong(column, 'run');
    at += head % 2 === 1 ? (values / 8) * bits : (bits + 7) >> 3;
    seen += values;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
