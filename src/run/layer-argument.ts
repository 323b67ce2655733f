/**
 * The grammar of a LAYER argument.
 *
 *     [id=]path[#inner]                          a boundary file
 *     [id=]table.csv:member:group[:weight]       a lookup
 *     [id=]england:kind[@year]                   the embedded figures for England
 *     -                                          standard input
 *
 * A literal existing path wins over the grammar, so that names with = # : in them, and Windows drives, can be given
 * as they are.
 */
import { InputError } from '../trouble/input-error.js';

export type LayerArgument =
  | {
      readonly form: 'file';
      readonly id: string | null;
      readonly path: string;
      readonly inner: string | null;
    }
  | {
      readonly form: 'lookup';
      readonly id: string | null;
      readonly path: string;
      readonly member: string;
      readonly group: string;
      readonly weight: string | null;
    }
  | {
      readonly form: 'england';
      readonly id: string | null;
      readonly layer: string;
      readonly year: string | null;
    }
  | { readonly form: 'stdin'; readonly id: string | null };

const ID = /^([A-Za-z_][A-Za-z0-9_]*)=(.+)$/s;

/** Reads an argument. `exists` tells whether a path names something that is there. */
export function parseLayerArgument(argument: string, exists: (path: string) => boolean): LayerArgument {
  if (exists(argument)) return { form: 'file', id: null, path: argument, inner: null };
  const named = ID.exec(argument);
  const id = named === null ? null : named[1]!;
  const rest = named === null ? argument : named[2]!;
  if (rest === '-') return { form: 'stdin', id };
  if (exists(rest)) return { form: 'file', id, path: rest, inner: null };
  const england = /^england:([a-z]+)(?:@(\d{4}))?$/.exec(rest);
  if (england !== null) return { form: 'england', id, layer: england[1]!, year: england[2] ?? null };
  for (let hash = rest.lastIndexOf('#'); hash > 0; hash = rest.lastIndexOf('#', hash - 1)) {
    const path = rest.slice(0, hash);
    if (exists(path)) return { form: 'file', id, path, inner: rest.slice(hash + 1) };
  }
  const lookup = parseLookup(rest, id, exists);
  if (lookup !== null) return lookup;
  refuseBadId(argument, exists);
  return { form: 'file', id, path: rest, inner: null };
}

/** `my-layer=file` names a file that is there by an id that is none. */
function refuseBadId(argument: string, exists: (path: string) => boolean): void {
  const equals = argument.indexOf('=');
  if (equals < 0 || ID.test(argument) || !exists(argument.slice(equals + 1).replace(/#[^#]*$/, ''))) return;
  throw new InputError({
    id: 'bad-layer-id',
    file: argument.slice(equals + 1),
    message: `'${argument.slice(0, equals)}' cannot be the id of a layer`,
    hint: 'Use letters, digits and underscores, and begin with a letter',
  });
}

function parseLookup(
  rest: string,
  id: string | null,
  exists: (path: string) => boolean,
): LayerArgument | null {
  const parts = rest.split(':');
  for (let columns = Math.min(3, parts.length - 1); columns >= 1; columns--) {
    const path = parts.slice(0, parts.length - columns).join(':');
    if (!exists(path)) continue;
    const [member, group, weight] = parts.slice(parts.length - columns);
    if (group === undefined || member === '' || group === '') {
      throw new InputError({
        id: 'lookup-columns',
        file: path,
        message: `'${rest.slice(path.length + 1)}' does not name two columns`,
        hint: 'Give a lookup as table.csv:MEMBER:GROUP, with :WEIGHT for membership of several units',
      });
    }
    return { form: 'lookup', id, path, member: member!, group, weight: weight ?? null };
  }
  return null;
}
