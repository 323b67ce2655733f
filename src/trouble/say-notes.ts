/**
 * The sentences of notes: one for each id, and no other place that makes any.
 *
 * A sentence never sees a number of its note, only the words a number is told in: under a disclosure rule these are
 * `fewer than 8 rows`, a list of codes is left out (its length is a count), and so are totals to which figures of the
 * tables add up (a suppressed figure would follow from them).
 */
import { counted, firstThree, wholeText } from './count-text.js';
import type { Note, NoteId } from './note.js';

/** How numbers may be told. */
export interface Telling {
  /** `1,905`, or `fewer than 8`. */
  number(count: number): string;
  /** `1 row`, `2 rows`, or `fewer than 8 rows`. */
  counted(count: number, noun: string, plural?: string): string;
  /** Whether a count is told as one, and takes the singular. */
  isOne(count: number): boolean;
  /** False where lists and totals have to be left out. */
  readonly isOpen: boolean;
}

/** Numbers told as they are. */
export const openly: Telling = {
  number: wholeText,
  counted,
  isOne: (count) => count === 1,
  isOpen: true,
};

/** The sentences of notes, in their order. */
export const sayNotes = (notes: readonly Note[], telling: Telling = openly): string[] =>
  notes.map((note) => sayNote(note, telling));

/** The sentence of a note, with the file it is of before it. */
export function sayNote(note: Note, telling: Telling = openly): string {
  const about = note.file ?? (note.role === 'audit' ? 'audit' : null);
  return `${about === null ? '' : `${about}: `}${SENTENCES[note.id](wordsOf(note, telling))}`;
}

/** What a sentence is made of. */
interface Words {
  /** A text of the note. */
  text(name: string): string;
  /** Whether the note has that text. */
  has(name: string): boolean;
  /** A count with its noun. */
  count(name: string, noun: string, plural?: string): string;
  /** A number of people, without a noun. */
  people(name: string): string;
  /** A number of people with a noun. */
  peopleCount(name: string, noun: string, plural?: string): string;
  /** The one form or the other, by a count or a number of people. */
  verb(name: string, one: string, many: string): string;
  /** `: a, b, c and 7 more` from a list of the note; nothing where it has to be left out. */
  named(name: string): string;
  /** ` (a, b, c …)` from a list of the note; nothing where it has to be left out. */
  inBrackets(name: string): string;
  /** A part of the sentence with totals in it; nothing, or the other words, where they have to be left out. */
  inAll(part: () => string, otherwise?: string): string;
}

function wordsOf({ id, counts, people = {}, words = {} }: Note, telling: Telling): Words {
  const of = <T>(record: Readonly<Record<string, T>>, name: string): T => {
    const found = record[name];
    if (found === undefined) throw new Error(`the note ${id} lacks ${name}`);
    return found;
  };
  const list = (name: string): readonly string[] => [of(words, name)].flat();
  return {
    text: (name) => list(name).join(', '),
    has: (name) => words[name] !== undefined,
    count: (name, noun, plural) => telling.counted(of(counts, name), noun, plural),
    people: (name) => telling.number(of(people, name)),
    peopleCount: (name, noun, plural) => telling.counted(of(people, name), noun, plural),
    verb: (name, one, many) => (telling.isOne(of(name in counts ? counts : people, name)) ? one : many),
    named: (name) => (telling.isOpen ? `: ${firstThree(list(name), counts[name])}` : ''),
    inBrackets: (name) =>
      telling.isOpen ? ` (${list(name).slice(0, 3).join(', ')}${list(name).length > 3 ? ' …' : ''})` : '',
    inAll: (part, otherwise = '') => (telling.isOpen ? part() : otherwise),
  };
}

const SENTENCES: Readonly<Record<NoteId, (say: Words) => string>> = {
  'not-utf8': (say) => `not UTF-8, read as ${say.text('as')}`,
  'cells-divided': (say) => `cells divided by ${say.text('by')}`,
  'lines-above-headings': (say) => `${say.count('lines', 'line')} above the headings passed over`,
  'codes-for-headings': (say) =>
    `the first row holds codes, not headings; its columns are 'column 1' to '${say.text('last')}'`,
  'known-layout': (say) =>
    `no headings, read as ${say.text('layout')} by its shape; its columns are ${say.text('headings')}`,
  'sheet-chosen': (say) => `sheet '${say.text('sheet')}' read, of ${say.text('sheets')}`,
  'headings-found': (say) => `headings found in ${say.text('row')} of '${say.text('sheet')}'`,
  'sheet-without-headings': (say) =>
    `'${say.text('sheet')}' has no headings; its columns are 'column 1', 'column 2' and so on`,
  'rows-below-table': (say) => `${say.count('rows', 'row')} of notes below the table passed over`,
  'sheet-empty': (say) => `sheet '${say.text('sheet')}' is empty`,
  'page-of-rows': (say) =>
    `it holds exactly ${say.count('rows', 'row')}, as many as servers hand out at once: check that none is missing`,
  'download-cut': (say) =>
    `the download was cut at the server’s limit; ${say.count('rows', 'feature')} read: units are missing`,

  'people-columns': (say) =>
    `${say.text('measure')}: '${say.text('people')}' counted as ${say.text('as')}${say.has('total') ? ', the total of the columns beside it' : ''}, codes in '${say.text('codes')}'`,
  'country-totals': (say) => `${say.count('rows', 'row')} of country totals left out`,
  'rows-outside-faces': (say) =>
    `${say.count('rows', 'row')} of people outside all faces, ${say.peopleCount('people', 'person', 'people')} in ${say.verb('rows', 'it', 'them')}`,
  'rows-without-code': (say) =>
    `${say.count('rows', 'row')} without a code, ${say.peopleCount('people', 'person', 'people')} in ${say.verb('rows', 'it', 'them')}`,
  'rows-without-number': (say) =>
    `${say.count('rows', 'row')} with '${say.text('column')}' blank or kept back`,
  'shorthand-cells': (say) =>
    `${say.count('cells', 'cell')} of shorthand such as [c] or * in '${say.text('column')}' read as blank`,
  'blank-cells': (say) => `${say.count('cells', 'blank cell')} in '${say.text('column')}'`,
  'breakdown-of-one': (say) =>
    `all rows have '${say.text('column')}' ${say.text('value')}: ${say.text('thing')} of that group alone are counted, not everybody`,
  'breakdown-added': (say) =>
    `rows by '${say.text('column')}' (${say.text('values')}) added up, none is for everybody`,
  'breakdown-chosen': (say) =>
    `only rows with '${say.text('column')}' ${say.text('value')} counted, ${say.count('rows', 'row')} left out`,
  'breakdown-mixed': (say) =>
    `rows with '${say.text('column')}' ${say.text('value')} counted for ${say.count('whole', 'area')}; the rows of ${say.count('added', 'area')} without one added up`,
  'breakdown-short': (say) =>
    `${say.count('areas', 'area')} ${say.verb('areas', 'lacks', 'lack')} rows for some of '${say.text('column')}', counted as nought`,
  'breakdown-unknown': (say) =>
    `${say.count('areas', 'area')} without a number: of '${say.text('column')}' ${say.verb('areas', 'it has', 'they have')} neither a total nor all parts`,
  'table-totals': (say) => `${say.count('rows', 'row')} with the total of all others left out`,
  'points-counted': (say) =>
    `${say.text('measure')}: ${say.has('column') ? `'${say.text('column')}' counted` : 'each row counts one'}, placed by its coordinates`,
  'decile-columns': (say) =>
    `deciles in '${say.text('deciles')}', codes in '${say.text('codes')}', edition ${say.text('edition')} by ${say.text('by')}`,
  core20: (say) =>
    `${say.text('measure')}: residents of deciles 1 and 2 by the Index of Multiple Deprivation ${say.text('edition')}, an edition told by ${say.text('by')}`,
  'blocks-without-decile': (say) =>
    `${say.text('measure')}: ${say.count('blocks', 'block')}${say.inAll(() => ` (${say.peopleCount('people', 'person', 'people')})`)} without a decile left out${say.named('codes')}`,
  'deciles-without-people': (say) =>
    `${say.text('measure')}: ${say.count('blocks', 'block')} with a decile but without residents${say.named('codes')}`,

  'member-rows-repeated': (say) => `${say.count('rows', 'row')} repeating a member with its group dropped`,
  'rows-without-member': (say) => `${say.count('rows', 'row')} without a member passed over`,
  'rows-without-group': (say) => `${say.count('rows', 'row')} without a group`,
  'members-without-group': (say) => `${say.count('members', 'member')} in no group${say.named('codes')}`,
  'members-in-several-groups': (say) =>
    `${say.count('members', 'member')} in more than one group of '${say.text('groups')}', wholly in each${say.named('codes')}`,
  'weights-all-one': (say) =>
    `the weights in '${say.text('weights')}' are all one, so a member is wholly in each of its groups`,
  'units-with-several-names': (say) =>
    `${say.count('units', 'unit')} with more than one name, the commonest taken${say.named('codes')}`,
  'lookup-columns': (say) =>
    `${say.count('units', 'unit')} in '${say.text('groups')}'${say.has('names') ? ` with names in '${say.text('names')}'` : ''}, ${say.count('members', 'member')} in '${say.text('members')}'${say.has('weights') ? `, weights in '${say.text('weights')}'` : ''}`,
  'lookup-best-fit': () => 'the lookup is best fit',
  'areas-listed': (say) =>
    `${say.count('units', 'unit')} in '${say.text('groups')}', listed as ${say.count('areas', 'area')}: ${say.count('members', 'member')} in '${say.text('members')}'`,
  'atom-columns': (say) =>
    `${say.count('units', 'unit')} in '${say.text('codes')}', ${say.inAll(() => `${say.peopleCount('people', 'person', 'people')} in `)}${say.count('atoms', 'atom')}`,
  'figures-derived': () =>
    'ICBs of 2026 are derived from sub-ICB and district succession, not taken from the ONS lookup',
  'figures-of-2011': (say) =>
    `${say.text('layer')} was made of LSOAs of 2011; residents are those of the Census of 2021 in its area, of which 1,945 of 33,755 LSOAs have a new code and are placed by those they were made of or lie among`,
  'figures-best-fit': () =>
    'wards of England are those of 2024 as whole LSOAs, each where most of its people are: their sums are not those within the wards’ own borders, and a ward that is the best fit of no LSOA is not there',
  'blocks-put-outside-england': (say) =>
    `${say.count('blocks', 'block')} outside England put in a unit of that name`,
  'codes-recoded': (say) => `${say.count('codes', 'code')} recoded: ${say.text('changes')}`,
  'units-in-no-group': (say) =>
    `${say.count('units', 'unit')} of ${say.text('of')} in no group of ${say.text('groups')}${say.named('codes')}`,
  'members-not-units': (say) =>
    `${say.count('members', 'member')} of ${say.text('of')} not in ${say.text('units')}${say.named('codes')}`,
  'blocks-on-one-side': (say) =>
    `${say.count('blocks', 'block')} of ${say.text('of')} not in ${say.text('other')}${say.named('codes')}`,
  'blocks-of-different-years': (say) => differentYearsText(say.text('one'), say.text('other')),

  'codes-respelled': (say) =>
    `${say.count('codes', 'code')} of ${say.text('of')} ${say.verb('codes', 'is', 'are')} in ${say.text('others')} but for case or spaces, and taken for the same${say.named('codes')}`,
  'people-elsewhere': (say) =>
    `${say.text('measure')}: ${say.count('codes', 'code')} of other countries or of no place${say.inAll(() => `, with ${say.peopleCount('people', 'person', 'people')},`)} left out${say.named('codes')}`,

  'features-without-land': (say) => `${say.count('features', 'feature')} without land`,
  'names-for-codes': (say) =>
    `no field of codes is there; the names in '${say.text('field')}' serve as codes`,
  'names-in-capitals': (say) =>
    `the names in '${say.text('field')}' are all in capitals; they are written as in '${say.text('name')}'`,
  'codes-chosen': (say) =>
    `codes taken from '${say.text('field')}'; ${say.text('others')} could be too (--code chooses)`,
  'several-vintages': (say) =>
    `codes of several years are there: '${say.text('field')}' taken, not ${say.text('others')} (--code chooses)`,
  'parent-passed-over': (say) =>
    `units taken by '${say.text('field')}'; features of one '${say.text('parent')}' differ in it, so that is their parent`,
  'names-repeat': (say) =>
    `'${say.text('name')}' is '${say.text('value')}' on land that does not touch, so '${say.text('field')}' serves as codes`,
  'codes-on-several-features': (say) =>
    `${say.count('codes', 'code')} ${say.verb('codes', 'stands', 'stand')} on several features${say.inBrackets('codes')}; features of one code are one unit`,
  'system-supposed': (say) =>
    say.has('stated')
      ? `the file says ${say.text('stated')}, but its positions can only be ${say.text('used')}, which was used`
      : `the file does not name its coordinate system; its positions fit ${say.text('used')}, which was used`,
  'system-changed': (say) =>
    `${say.text('layer')}: brought from ${say.text('system')} to longitude and latitude by ${say.text('method')}, good to about ${say.text('metres')} m`,
  'different-resolution': (say) =>
    `${say.text('a')} and ${say.text('b')} are of different resolution (${say.text('resolutionA')}, and ${say.text('resolutionB')}): expect thin false overlaps along every border and coast, set aside by their width; files of one resolution give cleaner figures`,
  'different-extent': (say) =>
    `${say.text('wide')} (${say.text('wideSuffix')}) are drawn to low water and ${say.text('narrow')} (${say.text('narrowSuffix')}) to high water: expect foreshore and estuaries of ${say.text('wide')} outside ${say.text('narrow')}, where nobody lives; files of one extent, or --clip, avoid it`,
  'different-vintage': (say) =>
    `${say.text('a')} are of ${say.text('vintageA')} and ${say.text('b')} of ${say.text('vintageB')}: boundaries and codes that changed between show as misalignment`,
  'land-clipped': (say) =>
    `${say.text('layer')}: ${say.text('hectares')} outside the land of --clip set aside${say.has('withUnits') ? `, with them ${say.count('units', 'unit')} that ${say.verb('units', 'has', 'have')} 1 % or less of ${say.verb('units', 'its', 'their')} land within` : ''}`,

  'registrations-counted': (say) =>
    `'${say.text('column')}' counted as registered patients${say.inAll(() => `, ${say.people('total')} in ${say.count('rows', 'row')}`)}`,
  'registrations-blank': (say) => `${say.count('rows', 'row')} blank or shorthand, counted as no patients`,
  'areas-chosen': (say) =>
    `areas taken from '${say.text('column')}', ${say.text('why')}, not from ${say.text('others')}`,
  'practices-unmapped': (say) =>
    `${say.count('practices', 'practice')} not in the map, ${say.inAll(() => say.peopleCount('patients', 'patient'), 'their patients')} counted as unmapped${say.named('codes')}`,
  'patients-outside-england': (say) =>
    `${say.inAll(() => `${say.peopleCount('patients', 'patient')} of ${say.people('total')} ${say.verb('patients', 'lives', 'live')}`, 'some patients live')} outside England, in ${say.count('areas', 'area')}`,
  'registered-not-residents': (say) => `${say.text('measure')}: registered patients, not residents`,
  'practices-mapped': (say) =>
    `${say.count('practices', 'practice')} mapped to networks by '${say.text('column')}'`,
  'rows-without-practice': (say) => `${say.count('rows', 'row')} without a practice passed over`,
  'relationships-ended': (say) =>
    `${say.count('relationships', 'relationship')} with an end date passed over`,
  'practices-in-closed-networks': (say) =>
    `${say.count('practices', 'practice')} in closed networks passed over${say.named('codes')}`,
  'practices-repeated': (say) => `${say.count('rows', 'row')} repeating a practice dropped`,
  'weights-counted': (say) =>
    `'${say.text('weights')}' by '${say.text('members')}' and '${say.text('groups')}'${say.inAll(() => `, ${say.peopleCount('total', 'patient')} in ${say.count('rows', 'row')}`)}`,
  'weights-without-code': (say) => `${say.count('rows', 'row')} without a code passed over`,
  'weights-unknown': (say) =>
    `${say.count('cells', 'weight')} in '${say.text('column')}' blank or suppressed, so not known, in ${say.count('blocks', 'block')}${say.has('measure') ? ` (${say.text('measure')}: ${say.people('people')})` : ''}, whose people follow the known weights alone, and are in no unit where none is known${say.named('codes')}`,
  'weights-without-unit': (say) =>
    `${say.count('rows', 'row')} without a unit passed over${say.named('codes')}`,

  'point-columns': (say) => `points from '${say.text('x')}' and '${say.text('y')}'`,
  'points-by-size': (say) => `x and y taken as ${say.text('as')} by their size`,
  'points-without-coordinates': (say) =>
    `${say.count('rows', 'row')} without coordinates${say.has('codes') ? say.named('codes') : ''}`,
  'postcodes-terminated': (say) =>
    `${say.count('postcodes', 'postcode')} ${say.verb('postcodes', 'has', 'have')} ended ('doterm') and ${say.verb('postcodes', 'is', 'are')} placed where ${say.verb('postcodes', 'it was', 'they were')}`,
  'points-on-irish-grid': (say) =>
    `${say.count('rows', 'row')} of Northern Ireland brought from the Irish Grid (EPSG:29902)`,
  'services-of-one-type': () => 'no column of types, so every row is a service of one type',
  'services-without-coordinates': (say) => `${say.count('services', 'service')} without coordinates left out`,
  'minutes-of-other-sites': (say) =>
    `${say.count('rows', 'row')} of sites that are not among the services passed over`,
  'minutes-repeated': (say) =>
    `${say.count('rows', 'row')} repeating a block with its site, the fewest minutes taken`,
  'minutes-read': (say) => `minutes from ${say.count('blocks', 'block')}`,

  'kind-understood': (say) =>
    `${say.text('word')} is taken for ${say.text('as')}; it may also be ${say.text('others')}`,
  'vintage-goes-on': (say) =>
    `${say.text('word')} is ${say.text('as')}: these ${say.text('many')} are those of that year too`,
  'vintage-before': (say) =>
    `${say.text('word')} is ${say.text('as')}: in that year there were ${say.text('many')}, and ${say.text('kind')} came after them`,
  'name-of-others': (say) => `the name also stands for ${say.text('place')}`,
  'place-succeeded': (say) =>
    `${say.text('was')} is no more: its area is in ${say.text('is')}, which is told`,
  'place-in-one-of': (say) =>
    `${say.text('place')} is in one of ${say.text('units')}: no file given says in which`,
  'place-by-part': (say) => `${say.text('word')} is taken for ${say.text('place')}`,
  'place-by-old-code': (say) =>
    `${say.text('word')} is another code of ${say.text('place')}, by the shipped table of changed codes`,
  'disclosure-rule': (say) =>
    `counts under ${say.text('under')} are suppressed and others rounded to ${say.text('round')}: totals are of what is published, and blank is what hangs on the rest`,
  'disclosure-several': () =>
    'reports of this run count people by different layers: what one keeps back may follow from several together, as from tables published apart',
  'scenario-source': (say) => `${say.text('scenario')}: ${say.text('source')}`,
  'scenario-layer-found': (say) =>
    `no layer was named: ${say.text('layer')} (${say.text('units')}) has ${say.text('first')}; --layer names another`,
};

/** What is said where one side holds areas of 2011 and the other areas of 2021. */
export const differentYearsText = (one: string, other: string): string =>
  `the codes look like ${one} against ${other}`;
