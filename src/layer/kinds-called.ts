/**
 * The kinds of layer that a word stands for, in whatever way people write it: `LSOAs`, `LSOA21CD`, `ward`, `council`,
 * `local authority`, `HWB`.
 */
import { headingKey } from './table.js';
import { kinds, type Kind } from './kinds.js';

/** Words for councils that are of no one tier, and others that no field is called by. */
const FURTHER: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    local_authority: ['ltla', 'utla'],
    authority: ['ltla', 'utla'],
    unitary: ['ltla', 'utla'],
    unitary_authority: ['ltla', 'utla'],
    borough: ['ltla', 'utla'],
    district: ['ltla'],
    district_council: ['ltla'],
    county_council: ['utla'],
    lower_tier: ['ltla'],
    upper_tier: ['utla'],
    lower_super_output_area: ['lsoa'],
    middle_layer_super_output_area: ['msoa'],
    middle_super_output_area: ['msoa'],
    electoral_ward: ['ward'],
    neighborhood: ['neighbourhood'],
    metropolitan_district: ['ltla'],
    london_borough: ['ltla'],
    health_region: ['nhser'],
    english_region: ['region'],
    gp_network: ['pcn'],
  }),
);

/** The kinds, in the order of the list of kinds; none for a word that is not known. */
export function kindsCalled(word: string): readonly Kind[] {
  const asked = spellings(word);
  return kinds.filter((kind) => {
    const words = [kind.id, kind.one, kind.many, ...kind.stems, ...kind.aliases];
    return (
      words.some((own) => spellings(own).some((each) => asked.includes(each))) ||
      asked.some((each) => FURTHER.get(each)?.includes(kind.id) === true)
    );
  });
}

/** The kind that a word stands for where it stands for one alone, else null. */
export function kindCalled(word: string): Kind | null {
  const [first, ...others] = kindsCalled(word);
  return first === undefined || others.length > 0 ? null : first;
}

/** A word as a key: as it is, in the singular, without what stands in brackets, without year and `code`. */
function spellings(word: string): string[] {
  const key = headingKey(word.replace(/\([^)]*\)/g, ' '));
  const bare = key.replace(/_?(cd|code|nm|name)s?$/, '').replace(/_?(20)?\d\d$/, '');
  return [...new Set([key, bare].flatMap((each) => [each, singular(each)]))].filter((each) => each !== '');
}

const singular = (key: string): string => key.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
