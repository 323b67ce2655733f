/**
 * `coterminous fetch --search`: what the portal's own catalogue has of some words, and what of it is newer than ours.
 */
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import type { PortalItem } from '../../source/search-portal.js';
import { counted, listText } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { entriesWith } from '../catalogue/entries-with.js';
import { wordCalled } from '../catalogue/find-entries.js';
import { vintagesOf } from '../catalogue/find-entries.js';
import type { Catalogue, Entry } from '../catalogue/catalogue.js';
import { dateOfTitle } from '../catalogue/date-of-title.js';
import { addressOf } from '../catalogue/wanted-of.js';
import { printOwnTable } from '../own-table.js';
import { say } from '../say.js';

/** An item of the portal, beside what we have. */
export interface FoundItem extends PortalItem {
  /** Year and month by its title; null where that says none. */
  readonly date: string | null;
  /** The entry of the catalogue that it is; null for none. */
  readonly entry: string | null;
  /** Whether it is later than all that the catalogue has of these words. */
  readonly isNewer: boolean;
}

/** Runs the search and prints what was found; returns the exit code. */
export async function searchFor(
  catalogue: Catalogue,
  words: readonly string[],
  { format, quiet }: { readonly format: string | null; readonly quiet: boolean },
): Promise<number> {
  if (words.length === 0)
    throw new InputError({
      id: 'search-without-words',
      message: '--search has no words to look for',
      hint: 'Give some, as in coterminous fetch --search icb, or --search ward 2027',
    });
  const { items, total, newest } = await itemsOf(catalogue, words);
  await printOwnTable(itemTable(items), format, 'fetch --search');
  if (!quiet) {
    const newer = items.filter(({ isNewer }) => isNewer).length;
    const ours =
      newest === null
        ? 'the catalogue has nothing of these words'
        : `ours is ${newest.id}, of ${newest.date}`;
    say(
      `found ${counted(total, 'item')} on the portal, ${newer === 0 ? 'none' : String(newer)} newer than ours: ${ours}`,
    );
  }
  return 0;
}

/** Feature services of the portal for some words, the newest first, and our newest entry of them. */
export async function itemsOf(
  catalogue: Catalogue,
  words: readonly string[],
): Promise<{ items: FoundItem[]; total: number; newest: Entry | null }> {
  const { searchPortal } = await import('../../source/search-portal.js');
  const { portal, organisation } = catalogue;
  const ours = entriesMeant(catalogue, words);
  const found = await searchPortal({
    ...(portal === undefined ? {} : { portal }),
    ...(organisation === undefined ? {} : { organisation }),
    words: portalWords(ours, words, catalogue),
    most: 100,
  });
  const newest = [...ours].sort((p, q) => (p.date < q.date ? 1 : -1))[0] ?? null;
  const items = found.items
    .filter(({ type, address }) => type === 'Feature Service' && address !== null)
    .map((item): FoundItem => {
      const date = dateOfTitle(item.title);
      const entry = entryAt(catalogue, item.address!);
      return {
        ...item,
        date,
        entry: entry?.id ?? null,
        isNewer: entry === null && date !== null && newest !== null && date > newest.date,
      };
    })
    .sort((p, q) => compare(q.date ?? '', p.date ?? '') || compare(p.title, q.title));
  return { items, total: found.total, newest };
}

const compare = (p: string, q: string): number => (p < q ? -1 : p > q ? 1 : 0);

/** Our entries that are meant: those of a kind that is named, else those in which the words are found. */
function entriesMeant(catalogue: Catalogue, words: readonly string[]): Entry[] {
  const word = words.length === 1 ? wordCalled(catalogue, words[0]!) : null;
  return word === null ? entriesWith(catalogue, words) : vintagesOf(catalogue, word);
}

/** The words as the portal writes them: `council` is a local authority district there. */
function portalWords(ours: readonly Entry[], words: readonly string[], catalogue: Catalogue): string[] {
  const isNamed = words.length === 1 && wordCalled(catalogue, words[0]!) !== null;
  return isNamed ? ours[0]!.title.replace(/, .*$/, '').split(' ') : [...words];
}

/** The entry of which an address is one of the services; null for none. */
function entryAt(catalogue: Catalogue, address: string): Entry | null {
  const key = serviceKey(address);
  return (
    catalogue.entries.find(({ services }) =>
      services.some((place) => serviceKey(addressOf(catalogue, place)) === key),
    ) ?? null
  );
}

const serviceKey = (address: string): string =>
  /\/services\/([^/]+)\//i.exec(`${address}/`)?.[1]?.toLowerCase() ?? address;

const itemTable = (items: readonly FoundItem[]): Table =>
  makeTable<FoundItem>({
    name: 'portal',
    title: 'What the portal has',
    caption: 'One row an item of the portal.',
    rows: items,
    columns: [
      {
        heading: 'title',
        title: 'what it is',
        kind: 'name',
        description: 'What the portal calls it.',
        value: ({ title }) => title,
      },
      {
        heading: 'newer',
        title: 'newer',
        kind: 'flag',
        description: 'Whether it is later than what the catalogue has of these words.',
        value: ({ isNewer }) => isNewer,
      },
      {
        heading: 'entry',
        title: 'ours',
        kind: 'text',
        description: 'The entry of the catalogue that it is.',
        value: ({ entry }) => entry,
      },
      {
        heading: 'date',
        title: 'date',
        kind: 'text',
        description: 'Year and month by its title.',
        value: ({ date }) => date,
      },
      {
        heading: 'modified',
        title: 'changed',
        kind: 'text',
        description: 'When the portal says the item was changed.',
        value: ({ modified }) => modified?.slice(0, 10) ?? null,
      },
      {
        heading: 'address',
        title: 'address',
        kind: 'text',
        description: 'The service, which can be given as a layer with /0 after it.',
        value: ({ address }) => address,
      },
    ],
  });

/** What a config's layer of a word has newer on the portal, in words; null for nothing. */
export async function newerOnPortal(catalogue: Catalogue, word: string): Promise<string | null> {
  const { items } = await itemsOf(catalogue, [word]);
  const newer = items.filter(({ isNewer }) => isNewer).map(({ title }) => title);
  return newer.length === 0 ? null : listText(newer);
}
