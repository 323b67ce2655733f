/**
 * The grammar of a LAYER, as typed on a command line or written in a scenario, and back.
 *
 *     [id=]path[#inner]                          a boundary file
 *     [id=]table.csv[#inner]:member:group[:weight]   a lookup
 *     [id=]england:kind[@year]                   the embedded figures for England
 *     -                                          standard input
 *
 * A literal existing path wins over the grammar, so that names with = # : in them, and Windows drives, can be given
 * as they are.
 */
import { InputError } from '../trouble/input-error.js';
import { STANDARD_INPUT } from './files.js';
import type { EnglandSource, FileSource, LayerSource, LookupSource, TableSource } from './request.js';

type Exists = (path: string) => boolean;

const ID = /^([A-Za-z_][A-Za-z0-9_]*)=(.+)$/s;

export const isLookup = (source: LayerSource): source is LookupSource =>
  'member' in source && source.member !== undefined;
export const isEngland = (source: LayerSource): source is EnglandSource => 'england' in source;

/** Reads a LAYER; the word for a kind of England may be any of its names. `exists` tells whether a path names something that is there. */
export function parseLayer(argument: string, exists: Exists): LayerSource {
  if (argument !== STANDARD_INPUT && exists(argument)) return { path: argument };
  const named = ID.exec(argument);
  const id = named === null ? {} : { id: named[1]! };
  const rest = named === null ? argument : named[2]!;
  if (rest === STANDARD_INPUT || exists(rest)) return { ...id, path: rest };
  const england = /^england: *([^@:#]+?)(?:@(\d{4}))?$/i.exec(rest);
  if (england !== null) {
    return {
      ...id,
      england: england[1]!.toLowerCase(),
      ...(england[2] === undefined ? {} : { year: england[2] }),
    };
  }
  const inside = parseInside(rest, exists);
  if (inside !== null) return { ...id, ...inside };
  const lookup = parseLookup(rest, exists);
  if (lookup !== null) return { ...id, ...lookup };
  refuseBadId(argument, exists);
  return { ...id, path: rest };
}

/** What a path looks like that is not there: with folders, or with the ending of a file. */
const LIKE_A_PATH =
  /[/\\]|\.(?:geojson|json|topojson|csv|tsv|txt|xlsx?|ods|gpkg|fgb|shp|zip|gz|parquet|kml|kmz|gml|geojsonl|gdb|tab|mif)(?:$|[#:])/i;

/** Whether a word says a LAYER, and not the name of a place: it names something that is there, or looks like a path. */
export function isLayerWord(word: string, exists: Exists): boolean {
  if (
    word === STANDARD_INPUT ||
    exists(word) ||
    /^(?:[A-Za-z_]\w*=)?england:/i.test(word) ||
    LIKE_A_PATH.test(word)
  )
    return true;
  const named = ID.exec(word);
  if (named !== null && exists(named[2]!)) return true;
  return [...word.matchAll(/[#:]/g)].some(({ index }) =>
    exists(word.slice(0, index).replace(/^[A-Za-z_]\w*=/, '')),
  );
}

/** `path#inner` where the path is there and `inner` is not followed by columns of it. */
function parseInside(rest: string, exists: Exists): FileSource | LookupSource | null {
  for (let hash = rest.lastIndexOf('#'); hash > 0; hash = rest.lastIndexOf('#', hash - 1)) {
    const path = rest.slice(0, hash);
    if (!exists(path)) continue;
    const [inner = '', ...columns] = rest.slice(hash + 1).split(':');
    if (columns.length < 2) return { path, inner: rest.slice(hash + 1) };
    return { path, inner, ...columnsOf(columns, path) };
  }
  return null;
}

function parseLookup(rest: string, exists: Exists): LookupSource | null {
  const parts = rest.split(':');
  for (let columns = Math.min(3, parts.length - 1); columns >= 1; columns--) {
    const path = parts.slice(0, parts.length - columns).join(':');
    if (path !== STANDARD_INPUT && !exists(path)) continue;
    return { path, ...columnsOf(parts.slice(parts.length - columns), path) };
  }
  return null;
}

function columnsOf(columns: readonly string[], path: string): Omit<LookupSource, 'path'> {
  const [member, group, weight] = columns;
  if (columns.length > 3 || member === undefined || group === undefined || member === '' || group === '') {
    throw new InputError({
      id: 'lookup-columns',
      file: path,
      message: `'${columns.join(':')}' does not name two columns`,
      hint: 'Give a lookup as table.csv:MEMBER:GROUP, with :WEIGHT for membership of several units',
    });
  }
  return { member, group, ...(weight === undefined ? {} : { weight }) };
}

/** `my-layer=file` names a file that is there by an id that is none. */
function refuseBadId(argument: string, exists: Exists): void {
  const equals = argument.indexOf('=');
  if (equals < 0 || ID.test(argument) || !exists(argument.slice(equals + 1).replace(/#[^#]*$/, ''))) return;
  throw new InputError({
    id: 'bad-layer-id',
    file: argument.slice(equals + 1),
    message: `'${argument.slice(0, equals)}' cannot be the id of a layer`,
    hint: 'Use letters, digits and underscores, and begin with a letter',
  });
}

/** A LAYER as one would type it. */
export function layerText(source: LayerSource): string {
  const id = source.id === undefined ? '' : `${source.id}=`;
  if (isEngland(source))
    return `${id}england:${source.england}${source.year === undefined ? '' : `@${source.year}`}`;
  const columns = isLookup(source)
    ? [source.member, source.group, source.weight].filter((column) => column !== undefined)
    : [];
  return id + [tableText(source), ...columns].join(':');
}

/** A file with what is inside it, as `path#inner`. */
const tableText = ({ path, inner }: TableSource): string => (inner === undefined ? path : `${path}#${inner}`);
