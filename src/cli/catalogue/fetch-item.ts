/**
 * One thing to be fetched: an entry of the catalogue, or an address of one's own.
 */
import type { Wanted } from '../../source/source.js';
import { attributionOf, isFilePlace, resolutionOf, type Catalogue, type Choice } from './catalogue.js';
import { fileNameOf, shownAddress, wantedOf } from './wanted-of.js';

export interface FetchItem {
  /** What it is called in messages. */
  readonly label: string;
  readonly address: string;
  /** Name of the file without its ending; null where the server tells it. */
  readonly name: string | null;
  readonly wanted: Wanted;
  /** What is to be printed with it; null for an address. */
  readonly attribution: string | null;
  /** Features that it should have; null where that is not known. */
  readonly expected: number | null;
  readonly choice: Choice | null;
}

/** An entry in a resolution. */
export function itemOfChoice(catalogue: Catalogue, choice: Choice): FetchItem {
  const { entry, place } = choice;
  return {
    label: [entry.id, resolutionOf(place)].filter((each) => each !== null).join(' '),
    address: shownAddress(catalogue, place),
    name: fileNameOf(choice),
    wanted: wantedOf(catalogue, choice),
    attribution: `${attributionOf(catalogue, entry)} (${catalogue.licence})`,
    expected: isFilePlace(place) ? null : (entry.units?.all ?? null),
    choice,
  };
}

/** An address as it was typed. */
export const itemOfAddress = (address: string): FetchItem => ({
  label: address,
  address,
  name: null,
  wanted: address,
  attribution: null,
  expected: null,
  choice: null,
});
