/**
 * Layers that are given by table: lookups, atom tables, and the embedded figures for England.
 */
import { readAtoms, atomStems } from '../layer/atoms.js';
import { readFieldName } from '../layer/field-name.js';
import { kindOfStem } from '../layer/kinds.js';
import { kindCalled, kindsCalled } from '../layer/kinds-called.js';
import type { Layer } from '../layer/layer.js';
import type { Lookup } from '../layer/membership.js';
import type { Measure } from '../layer/people.js';
import { readLookup } from '../layer/read-lookup.js';
import { kindOfAtomStem, nearestStem, stemCalled } from '../layer/stem-called.js';
import { headingKey, type Table } from '../layer/table.js';
import { whereHad } from '../layer/where-kinds-are-had.js';
import { onBoardIn } from '../layer/years-on-board.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
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

/** The stem of the embedded table for `england:word@year`, and what else the word may stand for. */
export function englandStem(
  table: Table,
  word: string,
  year: string | null,
): { stem: string; notes: Note[] } {
  const stems = atomStems(table);
  const { stem, others } = stemCalled(stems, word, year);
  if (stem === null) {
    const standing = stemStandingFor(stems, word, Number(year));
    if (standing === null) throw noSuchEngland(stems, word, year);
    return standing;
  }
  const notes =
    others.length === 0
      ? []
      : [
          makeNote('kind-understood', null, {
            words: {
              word: `england:${word}`,
              as: kindOfAtomStem(stem)?.many ?? stem,
              others: others.map((other) => `${asLayer(other)} (${kindOfAtomStem(other)?.many ?? other})`),
            },
          }),
        ];
  return { stem, notes };
}

/** The stem whose boundaries go on into a year, or that a kind replaced, with a note that says so; null where none does. */
function stemStandingFor(
  stems: readonly string[],
  word: string,
  year: number,
): { stem: string; notes: Note[] } | null {
  const kinds = kindsCalled(word);
  const lowest = [...kinds.filter(({ tier }) => tier === 'lower'), ...kinds];
  for (const kind of lowest) {
    const found = onBoardIn(kind, year);
    if (found === null || !stems.includes(found.stem)) continue;
    const words = { word: `england:${word}@${year}`, as: asLayer(found.stem) };
    const id = found.kind === kind.id ? 'vintage-goes-on' : 'vintage-before';
    const many = kindOfAtomStem(found.stem)?.many ?? found.stem;
    return { stem: found.stem, notes: [makeNote(id, null, { words: { ...words, many, kind: kind.many } })] };
  }
  return null;
}

/** LAYER of a stem of the embedded table: `england:icb@2024`. */
export const asLayer = (stem: string): string => `england:${stem.replace(/_(\d{4})$/, '@$1')}`;

function noSuchEngland(stems: readonly string[], word: string, year: string | null): InputError {
  const [kind] = kindsCalled(word);
  const guess = kind === undefined ? nearestStem(stems, word) : null;
  return new InputError({
    id: 'no-such-england-layer',
    file: `england:${word}${year === null ? '' : `@${year}`}`,
    message:
      kind === undefined || stems.some((stem) => kindOfAtomStem(stem) === kind)
        ? 'the embedded figures for England have no such layer'
        : `the embedded figures for England have no ${kind.many}`,
    hint: `${guess === null ? '' : `Did you mean ${asLayer(guess)}? `}${kind === undefined ? '' : `To be had: ${whereHad(kind.id)}. `}The figures have ${stems.map(asLayer).join(', ')}`,
  });
}

/** A layer from a lookup; the heading of its groups tells its kind. */
export function layerOfLookup(lookup: Lookup, groupHeading: string): Layer {
  const says = readFieldName(groupHeading);
  const kind = says === null ? kindCalled(groupHeading) : kindOfStem(says.stem);
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
