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

type Style = readonly [words: string, kinds: readonly string[] | null];

/** What areas with a council are called, in full and as officers shorten it: `Leeds City Council`, `Wirral MBC`. */
const AREAS: readonly Style[] = [
  ['metropolitan borough', LOWER],
  ['metropolitan district', LOWER],
  ['london borough', LOWER],
  ['royal borough', LOWER],
  ['city and district', LOWER],
  ['city and borough', LOWER],
  ['city and county', COUNCIL],
  ['borough', LOWER],
  ['district', LOWER],
  ['city', LOWER],
  ['county', UPPER],
  ['unitary', LOWER],
];

/** Words that stand before the name itself, longer ones first. */
const BEFORE = longestFirst([
  ...AREAS.flatMap(([area, kinds]): Style[] => [
    [`${area} of`, kinds],
    [`${area} council of`, kinds],
  ]),
  ['council of the', COUNCIL],
  ['council of', COUNCIL],
  ['unitary authority of', LOWER],
  ['london borough', LOWER],
  ['royal borough', LOWER],
  ['lb of', LOWER],
  ['lb', LOWER],
  ['rb of', LOWER],
  // Registers write police areas and fire authorities so as well: `London, City of`.
  ['city of', null],
  ['county of', null],
  ['county', null],
  ['police and crime commissioner for', POLICE],
  ['nhs', ['icb', 'stp', 'sicbl', 'ccg', 'nhser']],
  ['the', null],
]);

/** Words that stand behind it, longer ones first. */
const BEHIND = longestFirst([
  ...AREAS.flatMap(([area, kinds]): Style[] => [
    [area, kinds],
    [`${area} council`, kinds],
  ]),
  ['unitary authority', LOWER],
  ...['mbc', 'mdc', 'lbc', 'bc', 'dc', 'lb', 'ua'].map((words): Style => [words, LOWER]),
  ['cc', COUNCIL],
  ['council', COUNCIL],
  ['corporation', COUNCIL],
  ['health and wellbeing board', UPPER],
  ['hwb', UPPER],
  ...['', 'mayoral '].flatMap((mayoral): Style[] => [
    [`${mayoral}combined county authority`, COMBINED],
    [`${mayoral}combined authority`, COMBINED],
    [`${mayoral}strategic authority`, COMBINED],
  ]),
  ...['mca', 'cca', 'ca', 'msa'].map((words): Style => [words, COMBINED]),
  ...['integrated care board', 'integrated care system', 'integrated care partnership', 'icb', 'ics'].map(
    (words): Style => [words, BOARD],
  ),
  ['primary care network', ['pcn']],
  ['pcn', ['pcn']],
  ...['force area', 'and crime commissioner', 'authority', 'service', 'force'].map((words): Style => [
    `police ${words}`,
    POLICE,
  ]),
  ...['constabulary', 'police', 'pcc', 'pfa'].map((words): Style => [words, POLICE]),
  ['fire and emergency planning authority', FIRE],
  ...['fire and rescue', 'fire'].flatMap((fire): Style[] =>
    ['', ' authority', ' service', ' brigade'].map((body): Style => [`${fire}${body}`, FIRE]),
  ),
  ...['frs', 'fra'].map((words): Style => [words, FIRE]),
  ['nhs region', ['nhser']],
  ['region', ['region', 'nhser']],
  ['ward', ['ward']],
]);

/** `Bristol, City of` is `City of Bristol`. */
const TURNED = /^(.+) ((?:city|county|royal borough|borough) of|the)$/;

/** Names by which everybody knows a place whose own name does not begin so, and the kinds that are called so. */
const KNOWN_AS: ReadonlyMap<string, Style> = new Map([
  ['hull', ['kingston upon hull', null]],
  ['greater london', ['london', ['region']]],
  ['hampshire and isle of wight', ['hampshire', POLICE]],
  ['banes', ['bath and north east somerset', null]],
  ['bsw', ['bath and north east somerset swindon and wiltshire', BOARD]],
  ['bob', ['buckinghamshire oxfordshire and berkshire west', BOARD]],
]);

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
      if (next.kinds?.length !== 0 && !found.some(({ key }) => key === next.key)) found.push(next);
    }
  }
  return found.filter(({ key }) => key !== '');
}

function withoutStyle({ key, kinds }: Spelling): Spelling[] {
  const turned = TURNED.exec(key);
  const before = BEFORE.find(([words]) => key.startsWith(`${words} `));
  const behind = BEHIND.find(([words]) => key.endsWith(` ${words}`));
  const known = KNOWN_AS.get(key);
  return [
    ...(known === undefined ? [] : [{ key: known[0], kinds: both(kinds, known[1]) }]),
    ...(turned === null ? [] : [{ key: `${turned[2]!} ${turned[1]!}`, kinds }]),
    ...(before === undefined
      ? []
      : [{ key: key.slice(before[0].length + 1), kinds: both(kinds, before[1]) }]),
    ...(behind === undefined
      ? []
      : [{ key: key.slice(0, -behind[0].length - 1), kinds: both(kinds, behind[1]) }]),
  ];
}

/** A longer style hides the shorter one in it. */
function longestFirst(styles: readonly Style[]): readonly Style[] {
  const byWords = new Map(styles); // what is listed later holds
  return [...byWords].sort(([p], [q]) => q.length - p.length);
}

const both = (p: readonly string[] | null, q: readonly string[] | null): readonly string[] | null =>
  p === null ? q : q === null ? p : p.filter((kind) => q.includes(kind));
