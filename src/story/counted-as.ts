/**
 * Whom the name of a measure or of a column counts, in whatever spelling: all residents, all patients, all people; or
 * nobody that is known, and then its own words stand.
 *
 *     usual_residents, Total residents, TS001 all usual residents    residents
 *     registered_patients, GP patients                              patients
 *     population, all_persons, Total, pop_2021                       people
 *     residents_65_over, jobs, households                            null
 */

export type CountedAs = 'residents' | 'patients' | 'people';

const OF_RESIDENTS = ['resident', 'residents', 'residence', 'inhabitant', 'inhabitants'];
const OF_PATIENTS = ['patient', 'patients', 'registered', 'registrations', 'gp'];
const OF_ANYBODY = ['people', 'person', 'persons', 'pop', 'population', 'populations'];

/** Words beside it that do not change whom it counts. */
const BESIDE = new Set(
  'total totals all usual usually number no count counts of the est estimate estimates estimated mid mye census ons ages age sexes both in year'.split(
    ' ',
  ),
);

/** Whom a name counts; null where that is not all of them, or somebody else. */
export function countedAs(name: string): CountedAs | null {
  const words = wordsIn(name);
  const told = words.filter((word) => !BESIDE.has(word));
  const are = (...known: string[][]): boolean => told.every((word) => known.flat().includes(word));
  if (told.length === 0) return words.includes('total') || words.includes('ages') ? 'people' : null;
  if (/patient/.test(told.join(' ')) && are(OF_PATIENTS, OF_ANYBODY)) return 'patients';
  if (/resident|inhabitant/.test(told.join(' ')) && are(OF_RESIDENTS, OF_ANYBODY)) return 'residents';
  return are(OF_ANYBODY) ? 'people' : null;
}

/** Words in small letters, without years and codes of tables. */
const wordsIn = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\b(ts|ks|qs|dc)\d{3}\w*/g, ' ')
    .replace(/(census|mid|mye)[\W_]*(20)?\d\d(?!\d)/g, '$1 ')
    .split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\d)/u)
    .filter((word) => word !== '' && !/^(19|20)\d\d$/.test(word));

/** When it was counted, by its names: `Census 2021`, `mid-2020 estimates`, `2022`; '' where they do not say. */
export function countedWhen(column: string, file = ''): string {
  const text = `${column} ${file}`;
  const census = /census[\W_]*(?:20)?(\d\d)(?!\d)/i.exec(text)?.[1];
  if (census !== undefined) return `Census 20${census}`;
  const mid = /(?:^|[\W_])(?:mid|mye)[\W_]*(?:year[\W_]*)?(?:20)?(\d\d)(?!\d)/i.exec(text)?.[1];
  if (mid !== undefined) return `mid-20${mid} estimates`;
  return /(?<!\d)20\d\d(?!\d)/.exec(column)?.[0] ?? '';
}
