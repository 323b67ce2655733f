/**
 * What to do about a refusal, for somebody who has buttons in place of options: the command line's hint, reworded where it
 * names an option.
 */
import type { InputTrouble } from '../../index.js';
import { choicesOfTrouble } from './choices-of-trouble.js';

type Offered = NonNullable<InputTrouble['offers']>[number]['setting'];

/** What the buttons below are for. */
const CHOOSE: Readonly<Record<Offered, string>> = {
  code: 'Choose the field that holds the codes, or mend the file.',
  name: 'Choose the field that holds the names.',
  crs: 'Choose the coordinate system that it is in, or export the file with one.',
  inner: 'Choose the layer that is meant.',
  column: 'Choose the column that is meant.',
  truncated: 'Fetch the rest and put the pages together, or go on with what is here.',
  unmatched: 'Give files that belong together, or go on without these.',
  place: 'Choose the place that is meant.',
};

/** Refusals that leave nothing to choose, by what is dropped or done instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  'blocks-needed': 'Drop the boundaries of the small areas too, or their centroids.',
  'people-column-missing': 'Drop a table that has a column of numbers of people.',
  'member-in-two-groups':
    'Keep one row for each. Rows that share a member by weights are read by the command line, as FILE:MEMBER:GROUP:WEIGHT.',
};

/** The hint as a sentence with its full stop. */
export function hintForPage(trouble: InputTrouble): string {
  const hint = /[.?]$/.test(trouble.hint) ? trouble.hint : `${trouble.hint}.`;
  if (trouble.id === 'format-not-read' && hint.includes('ogr2ogr'))
    return `Open it in QGIS and export it as GeoPackage, or convert it: ${hint.replace(/^Convert it: |\.$/g, '')}`;
  const [first] = choicesOfTrouble(trouble).length === 0 ? [] : (trouble.offers ?? []);
  if (first !== undefined && namesOption(hint)) return CHOOSE[first.setting];
  const instead = INSTEAD[trouble.id];
  if (instead !== undefined) return instead;
  return namesOption(hint) ? `${hint} (Options that begin with -- are those of the command line.)` : hint;
}

const namesOption = (hint: string): boolean => /(?:^|[\s(])--[a-z]/.test(hint);
