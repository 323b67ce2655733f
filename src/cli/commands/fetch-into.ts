/**
 * Fetches entries of a catalogue into a folder, each with its provenance beside it.
 *
 * What is there already is left alone where its provenance says that it came from the same address; `--force` fetches it
 * anew. A file that is there and did not come from there is never written over without it.
 */
import { extname, join } from 'node:path';
import type { FetchOptions, FetchProgress } from '../../source/source.js';
import { counted, wholeText } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import {
  attributionOf,
  isFilePlace,
  resolutionOf,
  type Catalogue,
  type Choice,
} from '../catalogue/catalogue.js';
import { keptFile, provenanceOf } from '../catalogue/kept-file.js';
import { fileNameOf, shownAddress, wantedOf } from '../catalogue/wanted-of.js';
import { nextAfterFetch, type FetchedFile } from '../next-after-fetch.js';
import { sayNext } from '../next-step.js';
import { clearProgress, say, sayProgress } from '../say.js';
import { checkFolder, makeFolder } from '../write-files.js';

export interface IntoWishes {
  readonly output: string;
  readonly force: boolean;
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly quiet: boolean;
}

/** Fetches all, in the order given; returns the exit code. What came before a fault stays. */
export async function fetchInto(
  catalogue: Catalogue,
  choices: readonly Choice[],
  wishes: IntoWishes,
): Promise<number> {
  const folder = wishes.output.replace(/[/\\]+$/, '') || wishes.output;
  checkFolder(folder);
  for (const choice of choices) refuseOther(catalogue, choice, folder, wishes.force);
  makeFolder(folder);
  const files: FetchedFile[] = [];
  const told = (text: string): void => {
    if (!wishes.quiet) say(text);
  };
  for (const choice of choices)
    files.push({ choice, path: await bring(catalogue, choice, folder, wishes, told) });
  for (const text of new Set(choices.map(({ entry }) => attributionOf(catalogue, entry))))
    told(`to be printed with it: ${text} (${catalogue.licence})`);
  const next = nextAfterFetch(files);
  if (!wishes.quiet && next !== null) sayNext(...next);
  return 0;
}

async function bring(
  catalogue: Catalogue,
  choice: Choice,
  folder: string,
  wishes: IntoWishes,
  told: (text: string) => void,
): Promise<string> {
  const { entry, place } = choice;
  const name = [entry.id, resolutionOf(place)].filter((each) => each !== null).join(' ');
  const kept = keptFile(folder, fileNameOf(choice));
  if (kept !== null && !wishes.force) {
    told(`${name}: ${kept} is there already (--force fetches it anew)`);
    return kept;
  }
  const [{ fetchSource }, { storeAs }] = await Promise.all([
    import('../../source/fetch-source.js'),
    import('../../source/store-as.js'),
  ]);
  const fetched = await fetchSource(wantedOf(catalogue, choice), engineOptions(name, wishes));
  clearProgress();
  const path = join(folder, fileNameOf(choice) + extname(fetched.path));
  storeAs(fetched, path, { force: wishes.force });
  const { count, bytes } = fetched.provenance;
  told(
    `${name}: ${path}, ${count === null ? '' : `${counted(count, 'feature')}, `}${sizeText(bytes)}${HOW[fetched.how]}`,
  );
  const wanted = isFilePlace(place) ? undefined : entry.units?.all;
  if (wanted !== undefined && count !== null && count !== wanted)
    say(
      `warning: ${name}: ${wholeText(wanted)} were expected, and there are ${wholeText(count)}: the service has changed since the catalogue was made, or holds something else`,
    );
  return path;
}

const HOW = {
  fetched: '',
  unchanged: ', unchanged since it was fetched last',
  kept: ', from the cache',
} as const;

/** What the engine is asked to keep to, its progress on the last line of a terminal. */
function engineOptions(name: string, { offline, refresh, force, quiet }: IntoWishes): FetchOptions {
  return {
    offline,
    refresh: refresh || (force && !offline),
    ...(quiet || process.stderr.isTTY !== true
      ? {}
      : { progress: (progress: FetchProgress) => sayProgress(`${name}: ${progressText(progress)}`) }),
  };
}

const progressText = ({ bytes, features, ofFeatures }: FetchProgress): string =>
  [
    ...(features === null
      ? []
      : [`${wholeText(features)}${ofFeatures === null ? '' : ` of ${wholeText(ofFeatures)}`} features`]),
    sizeText(bytes),
  ].join(', ');

const MEGABYTE = 1_000_000;

/** `6.5 MB`, `12 kB`. */
const sizeText = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${wholeText(Math.max(1, bytes / 1000))} kB`;

/** Throws InputError for a file of the name that came from elsewhere. */
function refuseOther(catalogue: Catalogue, choice: Choice, folder: string, force: boolean): void {
  const kept = keptFile(folder, fileNameOf(choice));
  if (kept === null || force) return;
  if (provenanceOf(kept)?.address === shownAddress(catalogue, choice.place)) return;
  throw new InputError({
    id: 'fetch-file-there',
    file: kept,
    message: `it is there already, and nothing beside it says that it is ${choice.entry.id} from this address`,
    hint: 'Write over it with --force, or fetch into another folder with -o',
  });
}
