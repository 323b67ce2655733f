/**
 * Pages of a layer as they have come, kept until all are there, so that a fetching that was broken off goes on where it
 * was.
 *
 *     pages-4be1…/owner            the process that fetches
 *     pages-4be1…/000002000-1000   features 2,000 to 2,999: its SHA-256, its ids, then one feature a line
 *
 * A page is written whole or not at all; one that is not what it was when it was written is asked for again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './cache-entry.js';

/** Ids by which the features of a layer are told apart. */
export type FeatureId = string | number;

export interface StoredPage {
  /** Place of its first feature in the order of the whole. */
  readonly offset: number;
  readonly count: number;
  /** Of its features, in their order; null where the layer has none. */
  readonly ids: readonly FeatureId[] | null;
  /** What the reply says beside its features, where it is wanted. */
  readonly head: Readonly<Record<string, unknown>>;
}

export interface PageStore {
  /** Pages that are there, in order, none over another. */
  pages(): StoredPage[];
  add(page: StoredPage, features: readonly unknown[]): void;
  /** The features of a page, one a line without a line end at the last. */
  lines(page: StoredPage): Uint8Array;
  drop(page: StoredPage): void;
  /** Takes all pages away. */
  clear(): void;
}

const PREFIX = 'pages-';

/** The store for a fetching below the folder of its source; `lasts` says for how many milliseconds pages of an earlier one are good. */
export function openPageStore(folder: string, fingerprint: string, lasts: number): PageStore {
  const own = `${PREFIX}${fingerprint}`;
  for (const name of foldersIn(folder))
    if (name !== own && !isOwned(join(folder, name)))
      rmSync(join(folder, name), { recursive: true, force: true });
  const shared = join(folder, own);
  if (!isOwned(shared) && ageOf(shared) > lasts) rmSync(shared, { recursive: true, force: true });
  // Two processes that fetch the same do not meet: the second one keeps pages of its own.
  const path = isOwned(shared) ? `${shared}-${process.pid}` : shared;
  const claim = (): void => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    writeFileSync(join(path, 'owner'), String(process.pid));
  };
  claim();
  const found = new Map<number, StoredPage>();
  for (const name of readdirSync(path)) {
    const page = /^\d+-\d+$/.test(name) ? readPage(join(path, name), name) : null;
    if (page !== null) found.set(page.offset, page);
  }
  dropOverlapping(found);

  return {
    pages: () => [...found.values()].sort((p, q) => p.offset - q.offset),
    add: (page, features) => {
      const body = Buffer.from(
        [
          JSON.stringify({ ids: page.ids, head: page.head }),
          ...features.map((feature) => JSON.stringify(feature)),
        ].join('\n'),
      );
      const target = join(path, nameOf(page));
      writeFileSync(`${target}.part`, Buffer.concat([Buffer.from(`${sealOf(body)}\n`), body]));
      renameSync(`${target}.part`, target);
      found.set(page.offset, page);
    },
    lines: (page) => {
      const bytes = readFileSync(join(path, nameOf(page)));
      return bytes.subarray(bytes.indexOf(10, bytes.indexOf(10) + 1) + 1);
    },
    drop: (page) => {
      found.delete(page.offset);
      rmSync(join(path, nameOf(page)), { force: true });
    },
    clear: () => {
      found.clear();
      rmSync(path, { recursive: true, force: true });
      claim();
    },
  };
}

/** Takes away what broken fetchings of a source have left, but for those that are under way. */
export function removePages(folder: string): void {
  for (const name of foldersIn(folder)) {
    const path = join(folder, name);
    if (!isOwned(path)) rmSync(path, { recursive: true, force: true });
  }
}

const nameOf = ({ offset, count }: StoredPage): string => `${String(offset).padStart(9, '0')}-${count}`;

const sealOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readPage(path: string, name: string): StoredPage | null {
  const bytes = readFileSync(path);
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (end < 0 || bytes.toString('latin1', 0, end) !== sealOf(body)) {
    rmSync(path, { force: true });
    return null;
  }
  const first = body.indexOf(10);
  const { ids, head } = JSON.parse(body.toString('utf8', 0, first < 0 ? body.length : first)) as Pick<
    StoredPage,
    'ids' | 'head'
  >;
  const [offset, count] = name.split('-').map(Number);
  return { offset: offset!, count: count!, ids, head };
}

function dropOverlapping(found: Map<number, StoredPage>): void {
  let end = 0;
  for (const page of [...found.values()].sort((p, q) => p.offset - q.offset)) {
    if (page.offset < end) found.delete(page.offset);
    else end = page.offset + page.count;
  }
}

/** Whether another process that runs has claimed a folder. */
function isOwned(path: string): boolean {
  try {
    const owner = Number(readFileSync(join(path, 'owner'), 'utf8'));
    return owner !== process.pid && Number.isInteger(owner) && owner > 0 && isAlive(owner);
  } catch {
    return false;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}
