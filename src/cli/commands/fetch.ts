/**
 * `coterminous fetch`: what a catalogue has, onto this machine.
 *
 *     --list      what the catalogue has              no network
 *     --dry-run   the addresses that would be asked   no network
 *     --search    what the portal's own catalogue has
 *     --check     whether entries of the catalogue are as they say
 */
import { choiceOf } from '../catalogue/find-entries.js';
import { dryRunLines } from '../catalogue/dry-run.js';
import { entriesWith } from '../catalogue/entries-with.js';
import { entryTable } from '../catalogue/entry-table.js';
import { readCatalogue } from '../catalogue/read-catalogue.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { wordOf } from '../catalogue/catalogue.js';
import { printOwnTable } from '../own-table.js';
import { print, say } from '../say.js';
import { itemOfAddress, itemOfChoice } from '../catalogue/fetch-item.js';
import { isAddress } from '../missing-file.js';
import { fetchInto } from './fetch-into.js';

export interface FetchWishes {
  readonly output: string;
  readonly resolution: string | null;
  readonly list: boolean;
  readonly search: boolean;
  readonly dryRun: boolean;
  readonly check: boolean;
  readonly force: boolean;
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly catalogue: string | undefined;
  readonly format: string | null;
  readonly quiet: boolean;
}

/** Runs the command; returns its exit code. */
export async function runFetch(names: readonly string[], wishes: FetchWishes): Promise<number> {
  const catalogue = readCatalogue(wishes.catalogue);
  if (wishes.list) return list(catalogue, names, wishes);
  if (wishes.search) return (await import('./search-portal.js')).searchFor(catalogue, names, wishes);
  if (wishes.check) return (await import('./check-portal.js')).checkPortal(catalogue, names, wishes);
  if (names.length === 0) throw nothingNamed();
  const items = names.map((name) =>
    isAddress(name)
      ? itemOfAddress(name)
      : itemOfChoice(catalogue, choiceOf(catalogue, name, wishes.resolution)),
  );
  if (!wishes.dryRun) return fetchInto(items, wishes);
  const folder = wishes.output.replace(/[/\\]+$/, '');
  await print(
    items
      .map(({ choice, address }) =>
        choice === null ? `${address}\n` : `${dryRunLines(catalogue, choice, folder).join('\n')}\n`,
      )
      .join('\n'),
  );
  return 0;
}

async function list(catalogue: Catalogue, words: readonly string[], wishes: FetchWishes): Promise<number> {
  const found = entriesWith(catalogue, words);
  if (found.length === 0) throw nothingFound(catalogue, words);
  await printOwnTable(entryTable(catalogue, found), wishes.format, 'fetch --list');
  if (!wishes.quiet && process.stdout.isTTY === true)
    say('note: none of these addresses has been tried where this was made; fetch --check tries them');
  return 0;
}

const nothingNamed = (): InputError =>
  new InputError({
    id: 'fetch-nothing',
    message: 'nothing is named to be fetched',
    hint: 'Name what you want, as in coterminous fetch icb@2026 council@2026; coterminous fetch --list shows what there is',
  });

function nothingFound(catalogue: Catalogue, words: readonly string[]): InputError {
  const known = [...new Set(catalogue.entries.map(({ id }) => wordOf(id)))];
  const guess = words.map((word) => nearest(word.replace(/@.*$/, ''), known)).find((each) => each !== null);
  return new InputError({
    id: 'catalogue-id-unknown',
    unit: words.join(' '),
    message: 'the catalogue has nothing of these words',
    hint: `${guess === undefined || guess === null ? '' : `Did you mean '${guess}'? `}coterminous fetch --list without words shows all`,
  });
}
