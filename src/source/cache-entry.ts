/**
 * What is kept of one source: a folder of its own in the cache, by what is wanted.
 *
 *     CACHE/0f3a…/Councils_May_2026_BGC.geojson                    whole, or not there
 *     CACHE/0f3a…/Councils_May_2026_BGC.geojson.provenance.json    its SHA-256 and size
 *     CACHE/0f3a…/pages-…/                                         of a fetching that was broken off
 *
 * A file that was put there by hand, without provenance, is taken as it is where no network is to be asked.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseProvenance, PROVENANCE_ENDING, provenanceText, type Provenance } from '../result/provenance.js';

/** Endings of what is not finished. */
const UNFINISHED = '.part';

/** The folder of what a text stands for, in a cache. */
export const entryFolder = (cache: string, key: string): string =>
  join(cache, createHash('sha256').update(key).digest('hex').slice(0, 16));

/** A file that is kept; without provenance where somebody put it there. */
export interface Kept {
  readonly path: string;
  readonly provenance: Provenance | null;
}

/** What is kept in a folder; null where there is nothing whole. */
export async function keptIn(folder: string): Promise<Kept | null> {
  const names = filesIn(folder).filter((name) => !name.endsWith(UNFINISHED));
  for (const sidecar of names.filter((name) => name.endsWith(PROVENANCE_ENDING))) {
    const name = sidecar.slice(0, -PROVENANCE_ENDING.length);
    const provenance = parseProvenance(readFileSync(join(folder, sidecar), 'utf8'));
    if (provenance === null || !names.includes(name)) continue;
    const path = join(folder, name);
    if (statSync(path).size !== provenance.bytes) continue;
    if ((await sealOf(path)) === provenance.sha256) return { path, provenance };
  }
  const alone = names.filter(
    (name) => !name.endsWith(PROVENANCE_ENDING) && !names.includes(name + PROVENANCE_ENDING),
  );
  return alone.length === 1 ? { path: join(folder, alone[0]!), provenance: null } : null;
}

/** SHA-256 of a file, in hexadecimal. */
export async function sealOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** A path for what is not finished, which nobody else uses. The folder is made; what processes that ended left is taken away. */
export function unfinishedPath(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of filesIn(folder)) {
    const owner = new RegExp(`^(\\d+)\\${UNFINISHED}$`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, name), { force: true });
  }
  return join(folder, `${process.pid}${UNFINISHED}`);
}

/** Puts a finished file and its provenance in place of what was kept. */
export function keep(folder: string, unfinished: string, name: string, provenance: Provenance): Kept {
  const path = join(folder, name);
  const sidecar = unfinishedPath(folder) + UNFINISHED;
  writeFileSync(sidecar, provenanceText(provenance));
  renameSync(unfinished, path);
  renameSync(sidecar, path + PROVENANCE_ENDING);
  for (const other of filesIn(folder))
    if (other !== name && other !== name + PROVENANCE_ENDING && !other.endsWith(UNFINISHED))
      rmSync(join(folder, other), { force: true });
  return { path, provenance };
}

/** Whether a process runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
