/**
 * Entries of a catalogue as a table, one row each.
 */
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { attributionOf, resolutionOf, seenText, type Catalogue, type Entry } from './catalogue.js';
import { shownAddress } from './wanted-of.js';

/** What can be fetched, with everything that is known of it. */
export const entryTable = (catalogue: Catalogue, entries: readonly Entry[]): Table =>
  makeTable<Entry>({
    name: 'catalogue',
    title: 'What can be fetched',
    caption: 'One row a layer and vintage.',
    rows: entries,
    columns: [
      {
        heading: 'id',
        title: 'id',
        kind: 'name',
        description: 'What it is fetched by.',
        value: ({ id }) => id,
      },
      {
        heading: 'title',
        title: 'what it is',
        kind: 'text',
        description: 'What it is called.',
        value: ({ title }) => title,
      },
      {
        heading: 'resolutions',
        title: 'resolutions',
        kind: 'text',
        description: 'Resolutions it is published in, the usual one first.',
        value: ({ services }) =>
          services
            .map(resolutionOf)
            .filter((each) => each !== null)
            .join(' '),
      },
      {
        heading: 'units',
        title: 'units',
        kind: 'count',
        description: 'Units or rows that it should have, where that is known.',
        value: ({ units }) => units?.all ?? null,
      },
      {
        heading: 'units_in_england',
        title: 'units in England',
        kind: 'count',
        description: 'Those of them in England, where that is known.',
        value: ({ units }) => units?.england ?? null,
      },
      {
        heading: 'holds',
        title: 'holds',
        kind: 'text',
        description: 'Boundaries, points, a lookup or people.',
        value: ({ holds }) => holds,
      },
      {
        heading: 'date',
        title: 'date',
        kind: 'text',
        description: 'Year and month that it is of.',
        value: ({ date }) => date,
      },
      {
        heading: 'extent',
        title: 'extent',
        kind: 'text',
        description: 'EN England, EW England and Wales, GB Great Britain, UK.',
        value: ({ extent }) => extent,
      },
      {
        heading: 'code_field',
        title: 'field of codes',
        kind: 'text',
        description: 'The field of codes.',
        value: ({ code }) => code ?? null,
      },
      {
        heading: 'addresses',
        title: 'addresses',
        kind: 'text',
        description: 'Where it lies, in the order of its resolutions.',
        value: ({ services }) => services.map((place) => shownAddress(catalogue, place)).join(' '),
      },
      {
        heading: 'seen',
        title: 'where the name was seen',
        kind: 'text',
        description: 'Where each name of a service was seen.',
        value: ({ services }) => [...new Set(services.map((place) => seenText(catalogue, place)))].join('; '),
      },
      {
        heading: 'attribution',
        title: 'attribution',
        kind: 'text',
        description: 'What is to be printed with it.',
        value: (entry) => attributionOf(catalogue, entry),
      },
    ],
  });
