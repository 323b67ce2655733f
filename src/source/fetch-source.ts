/**
 * One layer or file from its address into the cache.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../trouble/input-error.js';
import { checkAddress } from './address.js';
import { withAsker } from './asker.js';
import { cacheFolder } from './cache-folder.js';
import { entryFolder, keptIn, sealOf, type Kept } from './cache-entry.js';
import { fetchFile } from './fetch-file.js';
import { fetchLayer } from './fetch-layer.js';
import { makeProvenance } from './make-provenance.js';
import { shownAddress } from './secrets.js';
import type { Fetched, FetchOptions, FileWanted, KnownOfIt, LayerWanted, Wanted } from './source.js';
import { layerOfAddress, queryUrl } from './wanted-layer.js';

type Told = (LayerWanted | FileWanted) & KnownOfIt;

/**
 * Brings what is wanted onto this machine, or finds that what is kept is still the same. Throws InputError for an
 * address that is none, a server that does not answer or answers wrongly, data that changed on the way, and for what is
 * not kept where no network is to be asked; what `signal` was aborted with where it was.
 */
export async function fetchSource(wanted: Wanted, options: FetchOptions = {}): Promise<Fetched> {
  const told = toldBy(wanted);
  const folder = placeInCache(told, options.cacheFolder);
  const kept = options.refresh === true && options.offline !== true ? null : await keptIn(folder);
  if (options.offline === true) return keptAs(told, folder, kept);
  const progress = options.progress ?? ((): void => undefined);
  try {
    const { isNew, path, provenance } = await withAsker(options, (asker) =>
      'address' in told
        ? fetchFile(asker, told, folder, kept, progress)
        : fetchLayer(asker, told, folder, kept, progress),
    );
    return { path, provenance: provenance!, how: isNew ? 'fetched' : 'unchanged' };
  } catch (error) {
    throw ofCache(error, folder);
  }
}

/** The folder in which something wanted is, or would be, kept. */
export function placeInCache(wanted: Wanted, cache: string = cacheFolder()): string {
  const told = toldBy(wanted);
  if ('address' in told) return entryFolder(cache, told.address);
  const { service, layer, where, outFields, codeField, outSR, shapes, parameters } = told;
  const others = Object.entries(parameters ?? {}).sort(([p], [q]) => (p < q ? -1 : 1));
  const key = [
    service.replace(/\/+$/, ''),
    layer ?? null,
    where ?? '1=1',
    outFields ?? '*',
    codeField?.toLowerCase() ?? null,
    outSR ?? 4326,
    shapes !== false,
    others,
  ];
  return entryFolder(cache, JSON.stringify(key));
}

function toldBy(wanted: Wanted): Told {
  if (typeof wanted !== 'string') {
    checkAddress('address' in wanted ? wanted.address : wanted.service);
    return wanted;
  }
  const url = checkAddress(wanted);
  url.hash = '';
  return layerOfAddress(url) ?? { address: url.href };
}

/** The error for a cache that cannot be written, where that is what failed; the same error for anything else. */
function ofCache(error: unknown, folder: string): unknown {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  const isOfFile = typeof path === 'string' || (syscall === 'write' && code !== undefined);
  if (error instanceof InputError || !isOfFile) return error;
  return new InputError({
    id: 'cache-not-writable',
    file: join(folder, '/'),
    message: `nothing can be kept there (${code ?? syscall ?? 'unknown'})`,
    hint: 'Check that the folder may be written and has room, or name another cache: XDG_CACHE_HOME=/folder, on Windows LOCALAPPDATA',
  });
}

async function keptAs(told: Told, folder: string, kept: Kept | null): Promise<Fetched> {
  if (kept === null) throw notKept(told, folder);
  const { path } = kept;
  const provenance =
    kept.provenance ??
    makeProvenance(
      {
        address: shownAddress('address' in told ? told.address : told.service),
        query: null,
        edited: null,
        entity_tag: null,
        title: null,
        count: null,
        date: undefined,
        bytes: statSync(path).size,
        sha256: await sealOf(path),
      },
      told,
      {},
    );
  return { path, provenance, how: 'kept' };
}

function notKept(told: Told, folder: string): InputError {
  const isFile = 'address' in told;
  const address = shownAddress(isFile ? told.address : addressOf(told));
  const elsewhere = isFile ? address : shownAddress(browserQuery(told));
  return new InputError({
    id: 'not-kept',
    file: address,
    message: 'nothing is kept of it, and --offline says that no network is to be asked',
    hint: `Where there is one, open ${elsewhere}, and put the file that comes into ${join(folder, '/')}, or give it in place of the address`,
  });
}

const addressOf = ({ service, layer }: LayerWanted): string =>
  layer === undefined ? service : `${service.replace(/\/+$/, '')}/${layer}`;

/** A query that a browser can be given; a server may cut it at its limit, which is found when the file is read. */
const browserQuery = ({ service, layer = 0, where, outFields, outSR = 4326 }: LayerWanted): URL =>
  queryUrl(addressOf({ service, layer }), {
    where: where ?? '1=1',
    outFields: outFields ?? '*',
    outSR: String(outSR),
    f: outSR === 4326 ? 'geojson' : 'json',
  });
