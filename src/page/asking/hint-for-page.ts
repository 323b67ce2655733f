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
  weight: 'Choose the column of weights, or keep one row for each.',
  truncated: 'Fetch the rest and put the pages together, or go on with what is here.',
  unmatched: 'Give files that belong together, or go on without these.',
  place: 'Choose the place that is meant.',
};

/** Refusals that leave nothing to choose from, by what is dropped or set instead. */
export const INSTEAD: Readonly<Record<string, string>> = {
  'blocks-needed': 'Drop the boundaries of the small areas too, or their centroids.',
  'people-needed': 'Drop a table of people by small area too, or one of people at points.',
  'people-column-missing': 'Drop a table that has a column of numbers of people.',
  'member-in-two-groups':
    'Keep one row for each, or add a column of weights. Only neighbourhoods may overlap without, where it is asked whether everybody is in one.',
  'too-many-positions': 'Use boundaries of a coarser resolution, such as those generalised to 20 m (BGC).',
  'extent-too-large':
    'Check that all layers are in one coordinate system; it is set under “Change” of each file.',
  'position-not-transformed':
    'Check the coordinate system of this layer; it is set under “Change” of its file.',
  'parents-do-not-cover':
    'Check that both are of one part of the country, that their coordinate systems are right (under “Change” of each file), and that the second layer is what the first should cover.',
  'list-level-without-lookup': 'Drop a lookup from small areas to these units too.',
  'unpacks-too-large': 'If it is to be trusted, unpack it first and drop the file inside.',
  'baseline-other-rule':
    'Choose the rule for small counts that it was saved with, or no earlier answer to compare with.',
  'place-of-other-layer': 'Tick the layer that it belongs to, and those to hold it against.',
  'place-nowhere':
    'Drop a table in which it stands beside the areas that it lies in: a postcode directory (ONSPD, NSPL or Code-Point Open), or a lookup of small areas, wards and councils.',
  'scenario-layer': 'Choose the layer that changes, or drop its boundaries too.',
  'services-need-shapes': 'Drop boundary files, or the boundaries of the small areas.',
  'too-few-layers': 'Choose two layers.',
  'no-place': 'Write the name or the code of a place.',
  'disclosure-by-hand':
    'Choose no rule for small counts where these are public; else save the proposal, drop it here and ask with the rule.',
  'no-shapes': 'Drop the boundaries of the small areas too.',
};

/** The hint as a sentence with its full stop. */
export function hintForPage(trouble: InputTrouble): string {
  const hint = /[.?]$/.test(trouble.hint) ? trouble.hint : `${trouble.hint}.`;
  if (trouble.id === 'format-not-read' && hint.includes('ogr2ogr'))
    return `Open it in QGIS and export it as GeoPackage, or convert it: ${hint.replace(/^Convert it: |\.$/g, '')}`;
  const [first] = choicesOfTrouble(trouble).length === 0 ? [] : (trouble.offers ?? []);
  if (first !== undefined && namesOption(hint)) return CHOOSE[first.setting];
  const instead = INSTEAD[trouble.id];
  if (instead !== undefined && namesOption(hint)) return instead;
  return namesOption(hint) ? `${hint} (Options that begin with -- are those of the command line.)` : hint;
}

/** Whether a hint names an option of the command line, or how a file is written on it. */
export const namesOption = (hint: string): boolean =>
  /(?:^|[\s(`'])--[a-z]|FILE:MEMBER/.test(hint);
