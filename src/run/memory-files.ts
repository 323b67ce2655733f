/**
 * Files in memory, for a browser, a worker and whoever has the bytes already.
 */
import { InputError } from '../trouble/input-error.js';
import { hexOf, Sha256 } from '../result/sha256.js';
import { shownPath, type ByteStream, type Files, type Hasher } from './files.js';

/** What stands under a name: text is taken as UTF-8. */
export type MemoryFile = Uint8Array | string;

/**
 * Files by name. Files that come with the tool (the embedded figures for England) are there where they are given under
 * the names that `packaged` makes: `data/england/atoms.csv`.
 */
export function memoryFiles(content: Readonly<Record<string, MemoryFile>>): Files {
  const files = new Map(Object.entries(content).map(([name, file]) => [plain(name), file]));
  return {
    exists: (path) => files.has(plain(path)),
    identity: plain,
    open: (path) => streamOf(path, files.get(plain(path))),
    packaged: (path) => `data/${path}`,
    below: (folder, path) => plain(folder + path),
    hasher: ownHasher,
    gunzipStart,
    gunzip,
  };
}

/** A name without `./` and `x/../` in it. */
function plain(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0) parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function streamOf(path: string, file: MemoryFile | undefined): ByteStream {
  if (file === undefined) {
    throw new InputError({
      id: 'file-missing',
      file: shownPath(path),
      message: 'there is no such file',
      hint: 'Hand it over under this name',
    });
  }
  let bytes: Uint8Array | null = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return {
    size: bytes.length,
    next: () => {
      const all = bytes;
      bytes = null;
      return all === null || all.length === 0 ? null : all;
    },
    close: () => undefined,
  };
}

function ownHasher(): Hasher {
  const hash = new Sha256();
  return { update: (bytes) => hash.update(bytes), digest: () => hexOf(hash.digest()) };
}

async function gunzipStart(packed: Uint8Array): Promise<Uint8Array> {
  const { Gunzip } = await import('fflate');
  const pieces: Uint8Array[] = [];
  try {
    new Gunzip((piece) => pieces.push(piece)).push(packed, false);
  } catch {
    // Damage is told by whoever reads it all.
  }
  return pieces[0] ?? new Uint8Array(0);
}

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const { Gunzip } = await import('fflate');
  const ready: Uint8Array[] = [];
  const stream = new Gunzip((piece) => ready.push(piece));
  for await (const chunk of packed) {
    stream.push(chunk, false);
    yield* ready.splice(0);
  }
  stream.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}
