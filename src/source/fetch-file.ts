/**
 * A plain file into the cache: asked for with what is known of the one that is kept, so that nothing comes again which is still
 * the same.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { faultOfAnswer } from './ask-json.js';
import type { Asker, Reply } from './asker.js';
import { keep, unfinishedPath, type Kept } from './cache-entry.js';
import { Fault } from './fault.js';
import { isoDate, makeProvenance } from './make-provenance.js';
import { sayFault } from './say-fault.js';
import { shownAddress } from './secrets.js';
import { nameOfReply, safeName } from './source-name.js';
import type { FetchProgress, FileWanted, KnownOfIt } from './source.js';
import { GivenUp, tryAgain } from './try-again.js';
import { looksLikePage, pageTitle } from './web-page.js';

/** Fetches a file into a folder of the cache, unless what is kept there is still the same. */
export async function fetchFile(
  asker: Asker,
  wanted: FileWanted & KnownOfIt,
  folder: string,
  kept: Kept | null,
  progress: (progress: FetchProgress) => void,
): Promise<Kept & { readonly isNew: boolean }> {
  const unfinished = unfinishedPath(folder);
  try {
    const { reply, bytes, sha256 } = await tryAgain(asker, () =>
      download(asker, wanted.address, unfinished, conditions(kept), progress),
    );
    if (reply.status === 304 && kept !== null) {
      rmSync(unfinished, { force: true });
      return { ...kept, isNew: false };
    }
    const { headers, url } = reply;
    const edited = headers['last-modified'];
    const provenance = makeProvenance(
      {
        address: shownAddress(wanted.address),
        query: null,
        edited: edited === undefined ? null : isoDate(Date.parse(edited)),
        entity_tag: headers['etag'] ?? null,
        title: null,
        count: null,
        date: headers['date'],
        bytes,
        sha256,
      },
      wanted,
    );
    return { ...keep(folder, unfinished, nameOfReply(url, headers, wanted.name), provenance), isNew: true };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error instanceof GivenUp ? sayFault(error.fault, wanted.address, error.tries) : error;
  }
}

/** Bytes above which a reply is no error of a server's. */
const LARGEST_ERROR = 65_536;

/** What tells a server which state of the file is kept. */
function conditions(kept: Kept | null): Record<string, string> {
  const { entity_tag: tag = null, edited = null } = kept?.provenance ?? {};
  return {
    ...(tag === null ? {} : { 'if-none-match': tag }),
    ...(edited === null ? {} : { 'if-modified-since': new Date(edited).toUTCString() }),
  };
}

async function download(
  asker: Asker,
  address: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  progress: (progress: FetchProgress) => void,
): Promise<{ reply: Reply; bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const file = openSync(path, 'w', 0o600);
  const name = safeName(basename(new URL(address).pathname));
  const before = asker.bytesIn();
  let bytes = 0;
  let start = '';
  let size: number | null = null;
  try {
    const reply = await asker.ask(address, {
      headers: { accept: '*/*', ...headers },
      most: asker.limits.bytes,
      withinMs: asker.limits.wholeMs,
      take: (chunk, { headers: said }) => {
        size ??= Number(said['content-length'] ?? NaN);
        if (start.length < 2048) {
          start += Buffer.from(chunk.subarray(0, 2048)).toString('latin1');
          if (looksLikePage(start.replace(/^\u00ef\u00bb\u00bf/, '')))
            throw new Fault('page', `a web page came instead of a file${pageTitle(start)}`);
        }
        hash.update(chunk);
        bytes += chunk.length;
        for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at);
      },
      came: () =>
        progress({
          name,
          bytes: asker.bytesIn() - before,
          ofBytes: size === null || Number.isNaN(size) ? null : size,
          features: null,
          ofFeatures: null,
        }),
    });
    if (reply.status !== 304 && bytes === 0) throw new Fault('cut', 'the reply is empty');
    const fault = bytes > 0 && bytes <= LARGEST_ERROR ? faultOfAnswer(readFileSync(path, 'utf8')) : null;
    if (fault !== null) throw fault;
    return { reply, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}
