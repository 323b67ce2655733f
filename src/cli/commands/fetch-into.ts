/**
 * Fetches things into a folder, each with its provenance beside it.
 *
 * What is there already is left alone where its provenance says that it came from the same address; `--force` fetches it
 * anew. A file that is there and did not come from there is never written over without it.
 */
import { basename, extname, join } from 'node:path';
import { counted, wholeText } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { engineOptions, sizeText } from '../engine-options.js';
import type { FetchItem } from '../catalogue/fetch-item.js';
import { keptFile, provenanceOf } from '../catalogue/kept-file.js';
import { nextAfterFetch } from '../next-after-fetch.js';
import { sayNext } from '../next-step.js';
import { clearProgress, say } from '../say.js';
import { checkFolder, makeFolder } from '../write-files.js';

export interface IntoWishes {
  readonly output: string;
  readonly force: boolean;
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly quiet: boolean;
}

/** Fetches all, in the order given; returns the exit code. What came before a fault stays. */
export async function fetchInto(items: readonly FetchItem[], wishes: IntoWishes): Promise<number> {
  const folder = wishes.output.replace(/[/\\]+$/, '') || wishes.output;
  checkFolder(folder);
  for (const item of items) refuseOther(item, folder, wishes.force);
  makeFolder(folder);
  const told = (text: string): void => {
    if (!wishes.quiet) say(text);
  };
  const paths: string[] = [];
  for (const item of items) paths.push(await bring(item, folder, wishes, told));
  for (const text of new Set(items.map(({ attribution }) => attribution)))
    if (text !== null) told(`to be printed with it: ${text}`);
  const next = nextAfterFetch(items.map(({ choice }, i) => ({ choice, path: paths[i]! })));
  if (!wishes.quiet && next !== null) sayNext(...next);
  return 0;
}

async function bring(
  item: FetchItem,
  folder: string,
  wishes: IntoWishes,
  told: (text: string) => void,
): Promise<string> {
  const { label, name, expected } = item;
  const kept = name === null ? null : keptFile(folder, name);
  if (kept !== null && !wishes.force) {
    told(`${label}: ${kept} is there already (--force fetches it anew)`);
    return kept;
  }
  const [{ fetchSource }, { storeAs }] = await Promise.all([
    import('../../source/fetch-source.js'),
    import('../../source/store-as.js'),
  ]);
  const fetched = await fetchSource(item.wanted, engineOptions(wishes, label));
  clearProgress();
  const path = join(folder, name === null ? basename(fetched.path) : name + extname(fetched.path));
  storeAs(fetched, path, { force: wishes.force });
  const { count, bytes } = fetched.provenance;
  const features = count === null ? '' : `${counted(count, 'feature')}, `;
  told(`${label}: ${path}, ${features}${sizeText(bytes)}${HOW[fetched.how]}`);
  if (expected !== null && count !== null && count !== expected)
    say(
      `warning: ${label}: ${wholeText(expected)} were expected, and there are ${wholeText(count)}: the service has changed since the catalogue was made, or holds something else`,
    );
  return path;
}

const HOW = {
  fetched: '',
  unchanged: ', unchanged since it was fetched last',
  kept: ', from the cache',
} as const;

/** Throws InputError for a file of the name that came from elsewhere. */
function refuseOther({ label, name, address }: FetchItem, folder: string, force: boolean): void {
  const kept = name === null ? null : keptFile(folder, name);
  if (kept === null || force || provenanceOf(kept)?.address === address) return;
  throw new InputError({
    id: 'fetch-file-there',
    file: kept,
    message: `it is there already, and nothing beside it says that it is ${label} from its address`,
    hint: 'Write over it with --force, or fetch into another folder with -o',
  });
}
