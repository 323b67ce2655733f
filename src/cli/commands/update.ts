/**
 * `coterminous update`: which layers of a config file have a newer vintage in the catalogue.
 *
 * It asks no network, unless --search has it ask the portal too, and changes nothing.
 */
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { counted, wholeText } from '../../trouble/count-text.js';
import type { Catalogue, Entry } from '../catalogue/catalogue.js';
import { vintagesOf } from '../catalogue/find-entries.js';
import { layersOfConfig, type DatedLayer } from '../catalogue/layers-of-config.js';
import { readCatalogue } from '../catalogue/read-catalogue.js';
import { openConfig } from '../config/read-config.js';
import { plainInputs } from '../desk.js';
import { sayNext } from '../next-step.js';
import { configPath } from '../perform-reports.js';
import { printOwnTable } from '../own-table.js';
import { say } from '../say.js';

export interface UpdateWishes {
  readonly search: boolean;
  readonly catalogue: string | undefined;
  readonly format: string | null;
  readonly quiet: boolean;
  readonly maxMemory: number | undefined;
}

/** A layer with the newest that there is of it. */
interface UpdatedLayer extends DatedLayer {
  /** The newest entry, where it is newer than the layer; else null. */
  readonly newer: Entry | null;
  /** Newer items of the portal, in words; null where there are none, or where it was not asked. */
  readonly onPortal: string | null;
}

/** Runs the command; returns its exit code. */
export async function runUpdate(given: string, wishes: UpdateWishes): Promise<number> {
  const catalogue = readCatalogue(wishes.catalogue);
  const inputs = plainInputs({ maxMemory: wishes.maxMemory, offline: true });
  const file = await openConfig(inputs, configPath(given));
  const layers: UpdatedLayer[] = [];
  for (const layer of await layersOfConfig(file, catalogue, inputs)) {
    const onPortal =
      wishes.search && layer.word !== null
        ? await (await import('./search-portal.js')).newerOnPortal(catalogue, layer.word)
        : null;
    layers.push({ ...layer, newer: newerThan(catalogue, layer), onPortal });
  }
  await printOwnTable(updateTable(layers), wishes.format, 'update');
  if (wishes.quiet) return 0;
  const newer = layers.flatMap((layer) => (layer.newer === null ? [] : [layer.newer.id]));
  say(
    `${counted(layers.length, 'layer')}, ${newer.length === 0 ? 'none' : wholeText(newer.length)} with a newer vintage`,
  );
  if (newer.length > 0) sayNext('fetch', ...new Set(newer));
  return 0;
}

/** The newest entry of a layer's word that is later than it; null for none. */
function newerThan(catalogue: Catalogue, { word, vintage }: DatedLayer): Entry | null {
  if (word === null || vintage === null) return null;
  const newest = vintagesOf(catalogue, word)[0]!;
  // A year alone says nothing of months: what is of the same year is not newer for sure.
  return newest.date.slice(0, vintage.length) > vintage ? newest : null;
}

/** Units before and after: all of them where both are known, else those in England, else what is known of the newer one. */
function changeOf({ newer, units }: UpdatedLayer): string | null {
  if (newer === null) return null;
  const after = newer.units ?? {};
  if (units.all !== undefined && after.all !== undefined) return stepText(units.all, after.all);
  if (units.england !== undefined && after.england !== undefined)
    return `${stepText(units.england, after.england)} in England`;
  if (after.all !== undefined) return `now ${wholeText(after.all)}`;
  return after.england === undefined ? null : `now ${wholeText(after.england)} in England`;
}

function stepText(before: number, after: number): string {
  const sign = after > before ? '+' : '-';
  const step = after === before ? 'as many' : `${sign}${wholeText(Math.abs(after - before))}`;
  return `${wholeText(before)} to ${wholeText(after)} (${step})`;
}

const updateTable = (layers: readonly UpdatedLayer[]): Table =>
  makeTable<UpdatedLayer>({
    name: 'update',
    title: 'Layers and what is newer',
    caption: 'One row a layer of the config file.',
    rows: layers,
    columns: [
      {
        heading: 'layer',
        title: 'layer',
        kind: 'name',
        description: 'The id of the layer.',
        value: ({ id }) => id,
      },
      {
        heading: 'given',
        title: 'given as',
        kind: 'text',
        description: 'How the file gives it.',
        value: ({ given }) => given,
      },
      {
        heading: 'vintage',
        title: 'of',
        kind: 'text',
        description: 'The year, or year and month, that it is of.',
        value: ({ vintage }) => vintage,
      },
      {
        heading: 'newer',
        title: 'newer',
        kind: 'text',
        description: 'The id in the catalogue of the newest that is later.',
        value: ({ newer }) => newer?.id ?? null,
      },
      {
        heading: 'newer_date',
        title: 'newer, of',
        kind: 'text',
        description: 'Year and month that it is of.',
        value: ({ newer }) => newer?.date ?? null,
      },
      {
        heading: 'units_change',
        title: 'units',
        kind: 'text',
        description: 'Units before and after, where both are known.',
        value: changeOf,
      },
      {
        heading: 'on_portal',
        title: 'newer on the portal',
        kind: 'text',
        description: 'Items of the portal that are later than ours, where it was asked.',
        value: ({ onPortal }) => onPortal,
      },
      {
        heading: 'note',
        title: 'note',
        kind: 'text',
        description: 'Why nothing can be said of it.',
        value: ({ trouble, word, vintage }) =>
          trouble ?? (word === null && vintage !== null ? 'the catalogue has none of its kind' : null),
      },
    ],
  });
