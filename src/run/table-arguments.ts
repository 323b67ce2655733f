/**
 * The grammar of tables that are no layers of their own: lookups, areas, patients.
 */
import { isEngland, isLookup, parseLayer } from './layer-source.js';
import type { LookupSource, LookupTableSource, TableSource } from './request.js';
import { InputError } from '../trouble/input-error.js';

type Exists = (path: string) => boolean;

/** `path[#inner]`. Throws InputError for a lookup and for the embedded figures. */
export function parseAreas(argument: string, exists: Exists): TableSource {
  const source = parseLayer(argument, exists);
  if (isEngland(source) || isLookup(source)) {
    throw new InputError({
      id: 'areas-not-a-file',
      message: `'${argument}' is not a file of areas`,
      hint: 'Give a boundary file as path, or path#inner',
    });
  }
  return insideOf(source);
}

/** `path[#inner]`; what could be columns after it belongs to the path. */
export function parseTable(argument: string, exists: Exists): TableSource {
  const source = parseLayer(argument, exists);
  return isEngland(source) || isLookup(source) ? { path: argument } : insideOf(source);
}

const insideOf = ({ path, inner }: TableSource): TableSource => ({
  path,
  ...(inner === undefined ? {} : { inner }),
});

/** `path[#inner][:MEMBER:GROUP]`. */
export function parseLookupTable(argument: string, exists: Exists): LookupTableSource {
  const { path, inner, member, group } = parseColumns(argument, exists);
  return {
    path,
    ...(inner === undefined ? {} : { inner }),
    ...(member === undefined || group === undefined ? {} : { member, group }),
  };
}

/** `[id=]path[#inner][:MEMBER:GROUP[:WEIGHT]]`. */
export function parseColumns(
  argument: string,
  exists: Exists,
): TableSource & Partial<Pick<LookupSource, 'id' | 'member' | 'group' | 'weight'>> {
  const source = parseLayer(argument, exists);
  return isEngland(source) ? { path: argument } : source;
}
