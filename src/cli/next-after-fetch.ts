/**
 * The command that one would type after a fetching, with the files that came.
 */
import { kindOfId } from '../layer/kinds.js';
import { isFilePlace, type Choice } from './catalogue/catalogue.js';

export interface FetchedFile {
  /** The entry that it is; null for an address. */
  readonly choice: Choice | null;
  readonly path: string;
}

type KnownFile = FetchedFile & { readonly choice: Choice };

/** The words of the command; null where nothing can be guessed. */
export function nextAfterFetch(files: readonly FetchedFile[]): string[] | null {
  const known = files.filter((file): file is KnownFile => file.choice !== null);
  const layers = known.filter(({ choice }) => choice.entry.holds === 'boundaries' && !isSmallAreas(choice));
  const blocks = known.find(({ choice }) => choice.entry.holds === 'points' || isSmallAreas(choice));
  const people = known.find(({ choice }) => choice.entry.holds === 'people');
  if (layers.length > 1) {
    const counted = people !== undefined && blocks !== undefined;
    return [
      ...['overlap', ...layers.map(({ path }) => path)],
      ...(counted ? ['--people', insideOf(people), '--blocks', blocks.path] : []),
    ];
  }
  const lookup = known.find(({ choice }) => (choice.entry.groups?.length ?? 0) > 1);
  if (layers.length === 0 && lookup !== undefined) return overlapOf(lookup);
  const first = layers[0] ?? files[0];
  return first === undefined ? null : [layers.length === 1 ? 'check' : 'inspect', insideOf(first)];
}

const isSmallAreas = ({ entry }: Choice): boolean => kindOfId(entry.kind ?? '')?.sector === 'statistics';

/** The file, with the member or sheet that is meant. */
function insideOf({ path, choice }: FetchedFile): string {
  const place = choice?.place;
  return place !== undefined && isFilePlace(place) && place.inside !== undefined
    ? `${path}#${place.inside}`
    : path;
}

/** Two of the groups of a lookup: an ICB and a council where it has them. */
function overlapOf({ path, choice }: KnownFile): string[] {
  const { code, groups } = choice.entry;
  const pair = [groups!.find((group) => group.startsWith('ICB')) ?? groups![0]!, groups!.at(-1)!];
  return ['overlap', ...pair.map((group) => `${path}:${code!}:${group}`)];
}
