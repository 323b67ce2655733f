/**
 * Files as Node reads them: what the command line lends a run.
 *
 * Every way that opening and reading can fail becomes one clear message here.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { isWebAddress, STANDARD_INPUT, type ByteStream, type Files } from '../run/files.js';
import { isGeodatabase } from '../read/formats/geodatabase.js';
import { InputError } from '../trouble/input-error.js';
import { embedded } from './embedded-data.js';
import { fetchAddresses } from './fetch-addresses.js';
import { doorOfGdal } from './gdal/door-of-gdal.js';
import { countReading } from './reading-progress.js';
import { missingFile } from './missing-file.js';
import { readingAhead } from './threads/lent-reading.js';
import { unpackWhole } from './threads/unpack-ahead.js';

/** Bytes read at once, after a first small piece that tells the format. */
const CHUNK = 1 << 20;
const FIRST_CHUNK = 1 << 16;

/** Node's files and standard input. */
export const nodeFiles: Files = {
  // Whether something lies at an address is known when it is fetched.
  exists: (path) => isWebAddress(path) || existsSync(path),
  identity,
  open: (path) => (path === STANDARD_INPUT ? standardInput() : openFile(path)),
  packaged: embedded,
  list,
  converter: {
    isThere: () => doorOfGdal() !== null,
    open: async (files, main) => (await import('./gdal/open-in-gdal.js')).openInGdal(files, main),
  },
  fetch: fetchAddresses({ quiet: true }),
  below: (folder, path) => (isAbsolute(path) || isWebAddress(path) ? path : folder + path),
  readAhead: (paths) => readingAhead()?.begin(paths),
  partsOf: (path) => readingAhead()?.take(path) ?? null,
  hasher: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
  },
  gunzipStart: (packed) => {
    try {
      return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      // Damage is told by whoever reads it all.
      return new Uint8Array(0);
    }
  },
  gunzip,
  gunzipWhole: unpackWhole,
};

/** Device and number of a file that is there, so that links and spellings do not matter; else where it would be. */
function identity(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino === 0n ? realpathSync(path) : `${dev}:${ino}`;
  } catch {
    const whole = resolve(path);
    const folder = dirname(whole);
    return folder === whole ? whole : join(identity(folder), whole.slice(folder.length));
  }
}

function openFile(path: string): ByteStream {
  let file: number;
  let size: number | null;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return openFolder(path);
    size = stat.isFile() ? stat.size : null;
    file = openSync(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  let open = true;
  let buffer = new Uint8Array(FIRST_CHUNK);
  let isFirst = true;
  const count = countReading(size);
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    size,
    close,
    next: () => {
      if (!open) return null;
      try {
        if (!isFirst && buffer.length < CHUNK) buffer = new Uint8Array(CHUNK);
        isFirst = false;
        const read = readSync(file, buffer, 0, buffer.length, null);
        count(read);
        return read === 0 ? null : buffer.subarray(0, read);
      } catch (error) {
        close();
        throw unreadable(path, error);
      }
    },
  };
}

/** A file geodatabase as an archive of itself; no other folder is a file. */
function openFolder(path: string): ByteStream {
  const names = list(path) ?? [];
  if (!isGeodatabase(names)) throw isFolder(path);
  let read = false;
  return {
    // What its files hold; the archive has some hundred bytes more for each.
    size: names.reduce((sum, name) => sum + statSync(join(path, name)).size, 0),
    close: () => undefined,
    next: async () => {
      if (read) return null;
      read = true;
      try {
        return (await import('./gdal/pack-folder.js')).packFolder(path);
      } catch (error) {
        throw unreadable(path, error);
      }
    },
  };
}

function list(path: string): string[] | null {
  try {
    if (!statSync(path).isDirectory()) return null;
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    // What is not there, or may not be read, is told by whoever opens it.
    return null;
  }
}

function standardInput(): ByteStream {
  const chunks = process.stdin.iterator({ destroyOnReturn: false });
  return {
    size: null,
    close: () => undefined,
    next: async () => {
      try {
        const { done, value } = (await chunks.next()) as IteratorResult<Uint8Array>;
        return done === true ? null : value;
      } catch (error) {
        throw unreadable('standard input', error);
      }
    },
  };
}

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const stream = createGunzip({ chunkSize: CHUNK });
  const fed = feed(packed, stream);
  for await (const chunk of stream) yield chunk as Uint8Array;
  await fed;
}

async function feed(
  packed: AsyncIterable<Uint8Array>,
  stream: ReturnType<typeof createGunzip>,
): Promise<void> {
  try {
    for await (const chunk of packed) {
      // The stream may hold the chunk while the next one is read over it.
      if (!stream.write(chunk.slice())) await new Promise<void>((done) => stream.once('drain', done));
    }
    stream.end();
  } catch (error) {
    stream.destroy(error as Error);
  }
}

const isFolder = (file: string): InputError =>
  new InputError({
    id: 'is-a-folder',
    file,
    message: 'it is a folder, not a file',
    hint: 'Name a file in it',
  });

function unreadable(file: string, error: unknown): unknown {
  if (error instanceof InputError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return missingFile(file);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new InputError({
      id: 'file-unreadable',
      file,
      message: 'it may not be read',
      hint: 'Check its permissions',
    });
  }
  if (!(error instanceof Error) || code === '' || code.startsWith('Z_')) return error;
  return new InputError({
    id: 'file-unreadable',
    file,
    message: `it cannot be read (${code})`,
    hint: 'Check the file and the disk it is on',
  });
}
