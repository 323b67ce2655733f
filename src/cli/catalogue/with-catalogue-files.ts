/**
 * A config in which ids of the catalogue (`icb@2024`) are the files that they stand for.
 *
 *     beside the config, or in its folder `data`     as fetch puts it there
 *     in the cache                                   fetched before
 *     from the portal                                the id is an address that was written down; not with --offline
 *
 * Nothing else of a config ever asks the network.
 */
import { basename } from 'node:path';
import { folderOf } from '../../run/files.js';
import { InputError } from '../../trouble/input-error.js';
import type { ConfigFile } from '../../run/config/config-file.js';
import { clearProgress, say } from '../say.js';
import { isFilePlace, type Catalogue, type Choice } from './catalogue.js';
import { engineOptions } from '../engine-options.js';
import { choiceOf } from './find-entries.js';
import { idInText } from './id-in-text.js';
import { keptFile } from './kept-file.js';
import { readCatalogue } from './read-catalogue.js';
import { fileNameOf, shownAddress, wantedOf } from './wanted-of.js';

export interface CatalogueWishes {
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly quiet: boolean;
}

/** The same config file with files for ids. Throws InputError for an id that the catalogue has not, and for what cannot be had. */
export async function withCatalogueFiles(
  file: ConfigFile,
  exists: (path: string) => boolean,
  wishes: CatalogueWishes,
): Promise<ConfigFile> {
  const ids = new Set<string>();
  const found = (text: string): void => {
    const id = exists(file.fromHere(text)) ? undefined : idInText(text)?.id;
    if (id !== undefined) ids.add(id);
  };
  mapTexts(file.config, '', (text) => (found(text), text));
  if (ids.size === 0) return file;
  const own = file.config.catalogue;
  const catalogue = readCatalogue(own === undefined ? undefined : file.fromHere(own));
  const paths = new Map<string, { path: string; inside: string }>();
  for (const id of ids) paths.set(id, await fileOf(catalogue, id, file, wishes));
  const config = mapTexts(file.config, '', (text) => {
    const { id, rest } = idInText(text) ?? {};
    const there = id === undefined ? undefined : paths.get(id);
    return there === undefined ? text : there.path + (rest!.startsWith('#') ? '' : there.inside) + rest!;
  });
  return { ...file, config };
}

/** Where an entry's file is, as seen from the config, and what inside it is meant. */
async function fileOf(
  catalogue: Catalogue,
  id: string,
  file: ConfigFile,
  wishes: CatalogueWishes,
): Promise<{ path: string; inside: string }> {
  const choice = choiceOf(catalogue, id, null);
  const { place } = choice;
  const inside = isFilePlace(place) && place.inside !== undefined ? `#${place.inside}` : '';
  const name = fileNameOf(choice);
  const folder = folderOf(file.path);
  const inData = keptFile(`${folder}data`, name);
  if (inData !== null) return { path: `data/${basename(inData)}`, inside };
  const beside = keptFile(folder, name);
  if (beside !== null) return { path: basename(beside), inside };
  return { path: await fetched(catalogue, id, choice, file, wishes), inside };
}

async function fetched(
  catalogue: Catalogue,
  id: string,
  choice: Choice,
  file: ConfigFile,
  { offline, refresh, quiet }: CatalogueWishes,
): Promise<string> {
  const { fetchSource } = await import('../../source/fetch-source.js');
  const wanted = wantedOf(catalogue, choice);
  if (!refresh) {
    try {
      return (await fetchSource(wanted, { offline: true })).path;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  if (offline) throw notHere(catalogue, id, choice, file);
  if (!quiet) say(`fetching ${id} from ${shownAddress(catalogue, choice.place)}`);
  const { path } = await fetchSource(wanted, engineOptions({ offline, refresh, quiet }, id));
  clearProgress();
  return path;
}

/** What to do on a machine without a network. */
const notHere = (catalogue: Catalogue, id: string, choice: Choice, file: ConfigFile): InputError =>
  new InputError({
    id: 'catalogue-file-missing',
    file: file.path,
    unit: id,
    message: `it is neither in the folder data beside this file nor kept from before, and no network is to be asked`,
    hint: `Where there is a network: coterminous fetch ${id}; then put data/${fileNameOf(choice)}.* beside this file. It lies at ${shownAddress(catalogue, choice.place)}`,
  });

/** Keys under which a config names files, and whose maps hold files by id. */
const NAME_FILES = new Set([
  ...['layers', 'file', 'lookup', 'people', 'blocks', 'neighbourhoods', 'within', 'also', 'before', 'after'],
  ...['against', 'pieces', 'layer', 'neighbour', 'audit'],
]);
const HOLD_FILES = new Set(['layers', 'people']);

/** A value in which the texts that name files are replaced; `key` is what it stands under. */
function mapTexts<T>(value: T, key: string, change: (text: string) => string): T {
  if (typeof value === 'string') return (NAME_FILES.has(key) ? change(value) : value) as T;
  if (Array.isArray(value)) return value.map((each) => mapTexts(each as unknown, key, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([own, below]) => [
      own,
      mapTexts(below as unknown, typeof below === 'string' && HOLD_FILES.has(key) ? key : own, change),
    ]),
  ) as T;
}
