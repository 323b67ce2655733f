/**
 * What is said of a list of areas that cannot be followed.
 */
import { counted, firstThree, wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { AreaList, ListedArea } from './area-list.js';
import type { Kind } from './kinds.js';

/** The word for a level is no kind and no layer; `words` are those that are. */
export function unknownLevel(
  level: string,
  place: string,
  file: string,
  words: readonly string[],
): InputError {
  const guess = nearest(level, words);
  return new InputError({
    id: 'list-level-unknown',
    file,
    place,
    message: `'${level}' is no level of areas`,
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Write LSOA, MSOA, ward, council or another kind (coterminous kinds lists them)`,
  });
}

/** No lookup of the run has areas of the level; `blocks` are the small areas that a lookup would have to be of. */
export function levelWithoutLookup(
  { level, code, place }: ListedArea,
  asked: readonly Kind[],
  { fileName }: AreaList,
  blocks: { readonly heading: string; readonly kind: Kind | null },
): InputError {
  const [kind] = asked;
  const what = kind?.many ?? level;
  const field = kind === undefined ? 'CODE' : `${kind.stems[0]!.toUpperCase()}CD`;
  return new InputError({
    id: 'list-level-without-lookup',
    file: fileName,
    place,
    message: `${code} is one of the ${what}, and no lookup of this run says which small areas those are made of`,
    hint: `Give a lookup of ${blocks.kind?.many ?? 'small areas'} to ${what} as a further layer, in coverage with --also table.csv:${blocks.kind === null ? 'MEMBER' : blocks.heading}:${field}`,
  });
}

/** No area is called so; `choices` are codes by all that their areas may be called. */
export function unknownArea(
  { code, level, place }: ListedArea,
  choices: ReadonlyMap<string, string>,
  { fileName }: AreaList,
): InputError {
  const guess = nearest(code, [...choices.keys()]);
  const meant = guess === null || choices.get(guess) === guess ? guess : `${guess} (${choices.get(guess)})`;
  return new InputError({
    id: 'list-area-unknown',
    file: fileName,
    place,
    message: `${level === '' ? '' : `${level} `}'${code}' is in none of the lookups of this run`,
    hint: meant === null ? 'Check its code, its level and the year of the lookup' : `Did you mean ${meant}?`,
  });
}

/** A name or code stands for different areas. */
export const severalLevels = ({ code, place }: ListedArea, { fileName }: AreaList): InputError =>
  new InputError({
    id: 'list-area-ambiguous',
    file: fileName,
    place,
    message: `'${code}' is the name or code of different areas in different layers`,
    hint: 'Say its level in a column level',
  });

/** An area is taken out of a unit of which it is no part, or only with so many of its blocks. */
export function notInside(
  { unit, code, place }: ListedArea,
  blocks: number,
  inside: number,
  { fileName }: AreaList,
): InputError {
  const how =
    inside === 0
      ? 'which is not in it'
      : `of which only ${wholeText(inside)} of ${wholeText(blocks)} small areas are in it`;
  return new InputError({
    id: 'list-minus-of-nothing',
    file: fileName,
    unit,
    place,
    message: `${code} is taken out of it, ${how}`,
    hint: 'Take out only what another row of the unit includes',
  });
}

/** Everything of a unit is taken out again. */
export const nothingLeft = (unit: string, { fileName }: AreaList): InputError =>
  new InputError({
    id: 'list-unit-empty',
    file: fileName,
    unit,
    message: 'nothing of it is left: all that is included is excluded too, or has no small areas',
    hint: 'Leave the unit out, or include what it is made of',
  });

/** Blocks are in two units where units may not overlap. */
export const unitsOverlap = (blocks: readonly string[], { fileName, heading }: AreaList): InputError =>
  new InputError({
    id: 'member-in-two-groups',
    file: fileName,
    message: `${counted(blocks.length, 'small area')} in more than one unit of '${heading}': ${firstThree(blocks)}`,
    hint: 'Keep each in one unit. Only the neighbourhoods of coverage may overlap',
  });
