/**
 * What the pieces that matter hold, and what the smaller ones do: `13 places hold 386,798 residents (427,931 ha); 7
 * smaller pieces hold 100.`
 */
import { countPlaces } from './count-places.js';
import type { Table } from './table.js';
import { counted, wholeText, spaced } from '../trouble/count-text.js';

/** One sentence on a table of pieces that are called so, or none where it has no rows. */
export function placesSentences(table: Table, noun: string): string[] {
  const found = countPlaces(table);
  if (found === null || found.places + found.smaller === 0) return [];
  const { measure, places, smaller, held, heldBySmaller, hectares } = found;
  const unit = measure === null ? 'ha' : spaced(measure);
  const verb = (count: number): string => (count === 1 ? 'holds' : 'hold');
  const land = measure === null || hectares === null ? '' : ` (${wholeText(hectares)} ha)`;
  const rest = `${counted(smaller, places === 0 ? 'small piece' : 'smaller piece')} ${verb(smaller)} ${wholeText(heldBySmaller)}`;
  if (places === 0) return [`No ${noun} of 100 ${unit} or 1 % of its unit; ${rest}.`];
  return [
    `${counted(places, noun)} ${verb(places)} ${wholeText(held)} ${unit}${land}${smaller === 0 ? '' : `; ${rest}`}.`,
  ];
}
