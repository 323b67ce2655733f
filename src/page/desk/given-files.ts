/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Files as a browser gives them: chosen, dropped, or lying in folders that are dropped.
 */
import type { GivenFile } from '../asking/names-apart.js';

/** A file with where it lay. */
export interface Given extends GivenFile {
  readonly file: File;
}

/** Files that no one means by dropping a folder: hidden ones, those of the system. */
const PASSED_OVER = /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/** Files that were chosen. */
export const givenOf = (files: Iterable<File>): Given[] =>
  [...files].map((file) => ({ path: file.name, folder: '', file }));

/** What is dropped, folders with all that lies in them, below their names where there are several. It has to be called while the drop is told. */
export async function givenByDrop({ items, files }: DataTransfer): Promise<Given[]> {
  const entries = [...items].flatMap((item) =>
    item.kind === 'file' && typeof item.webkitGetAsEntry === 'function'
      ? (item.webkitGetAsEntry() ?? [])
      : [],
  );
  if (!entries.some(({ isDirectory }) => isDirectory)) return givenOf(files);
  const several = entries.filter(({ isDirectory }) => isDirectory).length > 1;
  const given = await Promise.all(
    entries.map((entry) =>
      filesOf(entry, several && entry.isDirectory ? entry.name : '', entry.isDirectory ? entry.name : ''),
    ),
  );
  return given.flat();
}

/** The files of an entry; `below` is its path below the folder that was dropped. */
async function filesOf(entry: FileSystemEntry, below: string, folder: string): Promise<Given[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ path: below === '' ? entry.name : below, folder, file }];
  }
  const within = (await entriesIn(entry as FileSystemDirectoryEntry)).filter(
    ({ name }) => !PASSED_OVER.test(name),
  );
  const prefix = below === '' ? '' : `${below}/`;
  return (await Promise.all(within.map((each) => filesOf(each, `${prefix}${each.name}`, folder)))).flat();
}

/** A folder is read in pieces, the last of which is empty; in the order of names. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all.sort((p, q) => (p.name < q.name ? -1 : 1));
    all.push(...some);
  }
}

/** Bytes that are compared at once. */
const PIECE = 4 * 2 ** 20;

/** Whether two files hold the same bytes. */
export async function areSame(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (let at = 0; at < one.size; at += PIECE) {
    const [p, q] = await Promise.all(
      [one, other].map(async (file) => new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())),
    );
    if (p!.some((byte, i) => byte !== q![i])) return false;
  }
  return true;
}
