/**
 * What a file was taken for, in one plain sentence.
 *
 *     42 ICBs of 2024, codes in ICB24CD, names in ICB24NM, longitude and latitude
 *     people by LSOA of 2021: residents in column residents, 56,490,108 in all
 */
import { kindOfId } from '../../layer/kinds.js';
import { unitWord } from '../../layer/unit-words.js';
import { counted, listText, wholeText } from '../../trouble/count-text.js';
import {
  FILE_ROLES,
  type FoundFile,
  type FoundLayer,
  type FoundLookup,
  type FoundPeople,
} from './found-file.js';

/** The sentence, without a full stop. */
export function sayFound(found: FoundFile): string {
  const { aside } = found;
  return `${sayWhat(found)}${aside === '' ? '' : `; ${aside}`}`;
}

function sayWhat({ role, layers, people, trouble, lookup, why }: FoundFile): string {
  if (people !== null) return sayPeople(people);
  if (role === 'other') return trouble === null ? why : `not used: ${trouble.message}`;
  if (lookup !== null) return sayLookup(lookup, layers);
  const [layer] = layers;
  if (layer === undefined) return FILE_ROLES[role];
  const said = sayLayer(layer);
  if (layer.kind === 'postcode') return `${said} and where they are, for people who are counted by postcode`;
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

function sayPeople({ kind, vintage, codes, counted: what, column, total, atPoints }: FoundPeople): string {
  const areas = kind === 'postcode' ? 'postcode' : kindOfId(kind ?? '')?.one;
  const named =
    areas === undefined
      ? `by the codes in ${codes}`
      : `by ${areas}${vintage === null ? '' : ` of ${vintage}`}`;
  const where = [...(codes === '' ? [] : [named]), ...(atPoints ? ['at points'] : [])].join(', ');
  const counts = column === '' ? 'one in each row' : `${what} in column ${column}`;
  return `people ${where}: ${counts}, ${wholeText(total)} in all`;
}

function sayLookup({ headings, distinct, weight }: FoundLookup, layers: readonly FoundLayer[]): string {
  if (headings.length === 0) return 'a lookup';
  const codes = headings.map((heading, i) => `${heading} (${counted(distinct[i]!, 'code')})`);
  const words = layers.filter(({ codeField }) => !headings.includes(codeField ?? ''));
  const units = words.map(({ codeField, units: n }) => `${codeField!} (${counted(n!, 'word')})`);
  return `a lookup of ${listText([...codes, ...units])}${weight === null ? '' : `, shared by ${weight}`}`;
}
