/**
 * Layers that are given by table: lookups, atom tables, and the embedded figures for England.
 */
import { readAtoms, atomStems } from '../layer/atoms.js';
import { readFieldName } from '../layer/field-name.js';
import { kindOfStem } from '../layer/kinds.js';
import type { Layer } from '../layer/layer.js';
import type { Lookup } from '../layer/membership.js';
import type { Measure } from '../layer/people.js';
import { readLookup } from '../layer/read-lookup.js';
import { headingKey, type Table } from '../layer/table.js';
import { InputError } from '../trouble/input-error.js';
import type { LookupSource } from './request.js';

/** The layer that a lookup table describes; where units may overlap, a block may be wholly in several. */
export function lookupLayer(
  table: Table,
  { member, group, weight }: LookupSource,
  overlapping: boolean,
): Layer {
  return layerOfLookup(readLookup(table, { member, group, weight: weight ?? null, overlapping }), group);
}

/** A layer of an atom table by the stem of its columns, with the people of the atoms. */
export function atomLayer(
  table: Table,
  stem: string,
  basis: string | null,
): { layer: Layer; people: Measure } {
  const { lookup, people } = readAtoms(table, stem, { isPublic: true });
  return {
    layer: layerOfLookup(lookup, `${headingKey(stem)}_code`),
    people: basis === null ? people : { ...people, basis },
  };
}

/** The stem of the embedded table for `england:kind@year`; without a year the first that the table has. */
export function englandStem(table: Table, kind: string, year: string | null): string {
  const stems = atomStems(table);
  const wanted = stems.filter((stem) => stem === kind || stem.startsWith(`${kind}_`));
  const found = year === null ? wanted[0] : wanted.find((stem) => stem === `${kind}_${year}`);
  if (found !== undefined) return found;
  const offered = stems.map((stem) => `england:${stem.replace(/_(\d{4})$/, '@$1')}`).join(', ');
  throw new InputError({
    id: 'no-such-england-layer',
    file: `england:${kind}${year === null ? '' : `@${year}`}`,
    message: 'the embedded figures for England have no such layer',
    hint: `They have ${offered}`,
  });
}

/** A layer from a lookup; the heading of its groups tells its kind. */
export function layerOfLookup(lookup: Lookup, groupHeading: string): Layer {
  const says = readFieldName(groupHeading);
  const kind = says === null ? null : kindOfStem(says.stem);
  return {
    id: kind?.id ?? (headingKey(groupHeading).replace(/_?(cd|code)$/, '') || 'layer'),
    kind: kind?.id ?? null,
    vintage: says?.vintage ?? null,
    codes: lookup.codes,
    names: lookup.names,
    ods: lookup.ods,
    kept: [],
    codeField: groupHeading,
    nameField: null,
    land: null,
    membership: lookup.membership,
    findings: [],
    notes: lookup.notes,
    ...(lookup.reading === undefined ? {} : { reading: lookup.reading }),
  };
}
