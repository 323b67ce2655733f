/**
 * A place's name in the ways that people and registers write it.
 *
 *     Essex County Council                  essex           a council (upper tier)
 *     London Borough of Camden              camden          a council
 *     NHS Essex Integrated Care Board       essex           an ICB
 *     Bristol, City of                      city of bristol, bristol
 *
 * The style says what kind of body is meant, so that `Essex Police` and `Essex County Council` are two places.
 */

/** One way to write a name: its letters, and ids of the kinds that its style allows; null for any. */
export interface Spelling {
  readonly key: string;
  readonly kinds: readonly string[] | null;
}

const COUNCIL = ['ltla', 'utla', 'cty'];
const UPPER = ['utla', 'cty'];
const LOWER = ['ltla', 'utla'];
const BOARD = ['icb', 'stp'];
const COMBINED = ['cauth'];
const POLICE = ['pfa'];
const FIRE = ['fra'];

/** Words that stand before the name itself, longer ones first. */
const BEFORE: readonly (readonly [string, readonly string[] | null])[] = [
  ['council of the', COUNCIL],
  ['council of', COUNCIL],
  ['royal borough of', LOWER],
  ['london borough of', LOWER],
  ['metropolitan borough of', LOWER],
  ['borough of', LOWER],
  ['district of', LOWER],
  ['city and county of', COUNCIL],
  ['city of', null],
  ['county of', null],
  ['county', null],
  ['nhs', ['icb', 'stp', 'sicbl', 'ccg', 'nhser']],
  ['the', null],
];

/** Words that stand behind it, longer ones first. */
const BEHIND: readonly (readonly [string, readonly string[] | null])[] = [
  ['metropolitan borough council', LOWER],
  ['metropolitan district council', LOWER],
  ['london borough council', LOWER],
  ['borough council', LOWER],
  ['district council', LOWER],
  ['city council', LOWER],
  ['county council', UPPER],
  ['unitary authority', LOWER],
  ['mbc', LOWER],
  ['council', COUNCIL],
  ['corporation', COUNCIL],
  ['borough', LOWER],
  ['district', LOWER],
  ['county', UPPER],
  ['health and wellbeing board', UPPER],
  ['hwb', UPPER],
  ['mayoral combined county authority', COMBINED],
  ['combined county authority', COMBINED],
  ['mayoral combined authority', COMBINED],
  ['combined authority', COMBINED],
  ['mayoral strategic authority', COMBINED],
  ['strategic authority', COMBINED],
  ['integrated care board', BOARD],
  ['integrated care system', BOARD],
  ['integrated care partnership', BOARD],
  ['icb', BOARD],
  ['ics', BOARD],
  ['primary care network', ['pcn']],
  ['pcn', ['pcn']],
  ['police force area', POLICE],
  ['police service', POLICE],
  ['police force', POLICE],
  ['constabulary', POLICE],
  ['police', POLICE],
  ['fire and emergency planning authority', FIRE],
  ['fire and rescue authority', FIRE],
  ['fire and rescue service', FIRE],
  ['fire and rescue', FIRE],
  ['fire authority', FIRE],
  ['fire service', FIRE],
  ['fire brigade', FIRE],
  ['fire', FIRE],
  ['nhs region', ['nhser']],
  ['region', ['region', 'nhser']],
  ['ward', ['ward']],
];

/** `Bristol, City of` is `City of Bristol`. */
const TURNED = /^(.+) ((?:city|county|royal borough|borough) of|the)$/;

/** Short names by which everybody knows a place whose own name does not begin so. */
const SHORT: Readonly<Record<string, string>> = { hull: 'kingston upon hull' };

/** Lower case, letters and digits with single blanks; accents, apostrophes and stops off; `&` is `and`. */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’‘.]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(^| )saint /g, '$1st ')
    .trim();
}

/** The spellings of a name: as it stands first, then with one style after another taken off. */
export function spellingsOf(name: string): readonly Spelling[] {
  const found: Spelling[] = [{ key: plainName(name), kinds: null }];
  for (let at = 0; at < found.length; at++) {
    for (const next of withoutStyle(found[at]!)) {
      if (!found.some(({ key }) => key === next.key)) found.push(next);
    }
  }
  return found.filter(({ key }) => key !== '');
}

function withoutStyle({ key, kinds }: Spelling): Spelling[] {
  const turned = TURNED.exec(key);
  const before = BEFORE.find(([words]) => key.startsWith(`${words} `));
  const behind = BEHIND.find(([words]) => key.endsWith(` ${words}`));
  const long = SHORT[key];
  return [
    ...(long === undefined ? [] : [{ key: long, kinds }]),
    ...(turned === null ? [] : [{ key: `${turned[2]!} ${turned[1]!}`, kinds }]),
    ...(before === undefined
      ? []
      : [{ key: key.slice(before[0].length + 1), kinds: both(kinds, before[1]) }]),
    ...(behind === undefined
      ? []
      : [{ key: key.slice(0, -behind[0].length - 1), kinds: both(kinds, behind[1]) }]),
  ];
}

const both = (p: readonly string[] | null, q: readonly string[] | null): readonly string[] | null =>
  p === null ? q : q === null ? p : p.filter((kind) => q.includes(kind));
