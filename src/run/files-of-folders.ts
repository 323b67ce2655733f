/**
 * Folders and addresses that are given where a file is asked for: the one layer that lies in a folder is meant, and what
 * is fetched from an address.
 *
 *     wards/            wards/wards.shp with its other parts     read
 *     wards/ councils/  wards.shp and councils.gpkg in it        refused, with their paths
 *     wards.gdb/        a file geodatabase, which is a folder    read as it is
 *     https://…         fetched, where the desk's files can      read from where it is kept
 */
import { InputError } from '../trouble/input-error.js';
import { isGeodatabase } from '../read/formats/geodatabase.js';
import { isWebAddress } from './files.js';
import type { Inputs } from './inputs.js';

/** Layers that are plain tables are meant only where a folder holds no others. */
const TABLE = 'csv';

/**
 * Plain data with the paths of folders in it replaced by those of the layers that they hold, and addresses by where what they
 * lead to is kept. Throws InputError where a folder holds none or several, and where an address cannot be fetched.
 */
export async function withFilesOfFolders<T>(given: T, inputs: Inputs): Promise<T> {
  if (Array.isArray(given))
    return (await Promise.all(given.map((each) => withFilesOfFolders<unknown>(each, inputs)))) as T;
  if (typeof given !== 'object' || given === null) return given;
  const entries = await Promise.all(
    Object.entries(given).map(async ([key, value]: [string, unknown]) => [
      key,
      key === 'path' && typeof value === 'string'
        ? await fileOfFolder(value, inputs)
        : await withFilesOfFolders(value, inputs),
    ]),
  );
  return Object.fromEntries(entries) as T;
}

/** The path of the one layer in a folder, or of what an address leads to; any other path, and a file geodatabase's, as it is. */
export async function fileOfFolder(path: string, inputs: Inputs): Promise<string> {
  if (isWebAddress(path) && inputs.files.fetch !== undefined) return inputs.files.fetch(path);
  const names = inputs.files.list?.(path) ?? null;
  if (names === null || isGeodatabase(names)) return path;
  const { boundaryFormats } = await import('../read/formats/formats.js');
  const isLayer = (name: string): boolean =>
    /\.gdb\/$/i.test(name) ||
    boundaryFormats.some(
      ({ id, extensions }) =>
        id !== TABLE && extensions.some((ending) => name.toLowerCase().replace(/\.gz$/, '').endsWith(ending)),
    );
  const layers = names.filter(isLayer);
  const found = layers.length > 0 ? layers : names.filter((name) => /\.(csv|tsv)(\.gz)?$/i.test(name));
  const within = (name: string): string => inputs.files.below(path.replace(/[/\\]*$/, '/'), name);
  if (found.length === 1) return within(found[0]!).replace(/\/$/, '');
  throw new InputError({
    id: 'is-a-folder',
    file: path,
    message:
      found.length === 0
        ? 'it is a folder, and no layer lies in it'
        : `it is a folder in which ${found.length} layers lie: ${found.slice(0, 12).map(within).join(', ')}${found.length > 12 ? ` and ${found.length - 12} more` : ''}`,
    hint: found.length === 0 ? 'Name a file' : `Name one of them, for example ${within(found[0]!)}`,
  });
}
