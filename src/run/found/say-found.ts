/**
 * What a file was taken for, in one plain sentence.
 *
 *     42 ICBs of 2024, codes in ICB24CD, names in ICB24NM, longitude and latitude
 *     people by LSOA of 2021: residents in column residents, 56,490,108 in all
 */
import { kindOfId } from '../../layer/kinds.js';
import { unitWord } from '../../layer/unit-words.js';
import { counted, listText, wholeText } from '../../trouble/count-text.js';
import { FILE_ROLES, type FoundFile, type FoundLayer, type FoundPeople } from './found-file.js';

/** The sentence, without a full stop. */
export function sayFound(found: FoundFile): string {
  const { role, layers, people, trouble, lookup } = found;
  if (people !== null) return sayPeople(people);
  if (role === 'other') return trouble === null ? found.why : `not used: ${trouble.message}`;
  if (lookup !== null) return sayLookup(lookup.headings, lookup.distinct);
  const [layer] = layers;
  if (layer === undefined) return FILE_ROLES[role];
  const said = sayLayer(layer);
  return role === 'blocks' ? `small areas that people are counted by: ${said}` : said;
}

function sayLayer(layer: FoundLayer): string {
  const { units, vintage, codeField, nameField, system } = layer;
  const year = vintage === null ? '' : ` of ${vintage}`;
  const what = units === null ? layer.title : `${wholeText(units)} ${unitWord(layer, units)}`;
  return [
    `${what}${year}`,
    ...(codeField === null || codeField === '' ? [] : [`codes in ${codeField}`]),
    ...(nameField === null ? [] : [`names in ${nameField}`]),
    ...(system === null ? [] : [system]),
  ].join(', ');
}

function sayPeople({ kind, vintage, codes, counted: what, column, total }: FoundPeople): string {
  const areas = kindOfId(kind ?? '')?.one;
  const by =
    areas === undefined ? `the codes in ${codes}` : `${areas}${vintage === null ? '' : ` of ${vintage}`}`;
  return `people by ${by}: ${what} in column ${column}, ${wholeText(total)} in all`;
}

function sayLookup(headings: readonly string[], distinct: readonly number[]): string {
  if (headings.length === 0) return 'a lookup';
  return `a lookup of ${listText(headings.map((heading, i) => `${heading} (${counted(distinct[i]!, 'code')})`))}`;
}
