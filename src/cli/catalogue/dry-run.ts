/**
 * The addresses that a fetching would ask, for those who want to look at them or to fetch by other means.
 */
import { isFilePlace, type Catalogue, type Choice } from './catalogue.js';
import { fileNameOf, isDrawn, shownAddress } from './wanted-of.js';

/** What would be fetched, where from, and what it would be called: some lines. */
export function dryRunLines(catalogue: Catalogue, choice: Choice, folder: string): string[] {
  const { entry, place } = choice;
  return [
    `${entry.id}: ${entry.title}`,
    `  address  ${shownAddress(catalogue, place)}`,
    ...(isFilePlace(place) ? [] : [`  query    ${queryOf(catalogue, choice)}`]),
    `  file     ${folder}/${fileNameOf(choice)}${isFilePlace(place) ? endingOf(place.address) : '.geojson'}`,
  ];
}

/** The query for the first page, which a browser opens; further pages have another resultOffset. */
function queryOf(catalogue: Catalogue, { entry, place }: Choice): string {
  const page = isFilePlace(place) ? 0 : place.page;
  const query = new URLSearchParams({
    where: '1=1',
    outFields: '*',
    ...(entry.code === undefined ? {} : { orderByFields: entry.code }),
    ...(isDrawn(entry) ? { outSR: '4326' } : { returnGeometry: 'false' }),
    resultOffset: '0',
    resultRecordCount: String(page),
    f: 'geojson',
  });
  return `${shownAddress(catalogue, place)}/query?${query.toString()}`;
}

const endingOf = (address: string): string => /\.[a-z0-9]+$/i.exec(address)?.[0] ?? '';
