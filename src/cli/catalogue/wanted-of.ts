/**
 * What is to be asked of the engine that fetches, for an entry of the catalogue, and what the file is called.
 */
import type { Wanted } from '../../source/source.js';
import {
  attributionOf,
  isFilePlace,
  resolutionOf,
  vintageOf,
  wordOf,
  type Catalogue,
  type Choice,
  type Entry,
  type Place,
} from './catalogue.js';

/**
 * The name of the file without its ending: `icb_2026_BGC`. The resolution is in it because that is where its accuracy is
 * read from.
 */
export function fileNameOf({ entry, place }: Choice): string {
  const resolution = resolutionOf(place);
  const name = `${wordOf(entry.id)}_${vintageOf(entry.id)}`.replaceAll('-', '_');
  return resolution === null ? name : `${name}_${resolution}`;
}

/** Address of the service, up to /FeatureServer; of a file its own. */
export const addressOf = ({ services }: Catalogue, place: Place): string =>
  isFilePlace(place) ? place.address : `${services}/${place.service}/FeatureServer`;

/** The address that a person would open to look at it: of the layer, or of the file. */
export const shownAddress = (catalogue: Catalogue, place: Place): string =>
  isFilePlace(place) ? place.address : `${addressOf(catalogue, place)}/${place.layer}`;

/** What is wanted. */
export function wantedOf(catalogue: Catalogue, choice: Choice): Exclude<Wanted, string> {
  const { entry, place } = choice;
  const known = {
    name: fileNameOf(choice),
    licence: catalogue.licence,
    attribution: attributionOf(catalogue, entry),
  };
  const address = addressOf(catalogue, place);
  if (isFilePlace(place)) return { address, ...known };
  return {
    service: address,
    layer: place.layer,
    ...(entry.code === undefined ? {} : { codeField: entry.code }),
    pageSize: place.page,
    ...(isDrawn(entry) ? {} : { shapes: false }),
    ...known,
  };
}

/** Whether it has a place on the map. */
export const isDrawn = ({ holds }: Entry): boolean => holds === 'boundaries' || holds === 'points';
