/**
 * `coterminous fetch --check`: tries entries of the catalogue and prints a table, one row an entry and resolution.
 * `npm run check:portal` tries all.
 */
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { counted } from '../../trouble/count-text.js';
import { resolutionOf, type Catalogue, type Choice } from '../catalogue/catalogue.js';
import { checkEntry, type CheckedEntry } from '../catalogue/check-entry.js';
import { choiceOf } from '../catalogue/find-entries.js';
import { shownAddress } from '../catalogue/wanted-of.js';
import { printOwnTable } from '../own-table.js';
import { clearProgress, say, sayProgress } from '../say.js';

/** Tries those named, all where none is named; returns 1 where one is not as the catalogue says. */
export async function checkPortal(
  catalogue: Catalogue,
  names: readonly string[],
  wishes: { readonly resolution: string | null; readonly format: string | null; readonly quiet: boolean },
): Promise<number> {
  const choices: Choice[] =
    names.length > 0
      ? names.map((name) => choiceOf(catalogue, name, wishes.resolution))
      : catalogue.entries.flatMap((entry) => entry.services.map((place) => ({ entry, place })));
  const checked: CheckedEntry[] = [];
  for (const [i, choice] of choices.entries()) {
    if (!wishes.quiet && process.stderr.isTTY === true)
      sayProgress(`${choice.entry.id}: ${i + 1} of ${choices.length}`);
    checked.push(await checkEntry(catalogue, choice));
  }
  clearProgress();
  await printOwnTable(checkTable(catalogue, checked), wishes.format, 'fetch --check');
  const wrong = checked.filter(({ faults }) => faults.length > 0).length;
  if (!wishes.quiet)
    say(
      wrong === 0
        ? `tried ${counted(checked.length, 'service')}: all are as the catalogue says`
        : `tried ${counted(checked.length, 'service')}: ${counted(wrong, 'of them is', 'of them are')} not as the catalogue says`,
    );
  return wrong === 0 ? 0 : 1;
}

const checkTable = (catalogue: Catalogue, rows: readonly CheckedEntry[]): Table =>
  makeTable<CheckedEntry>({
    name: 'portal-check',
    title: 'Entries of the catalogue, tried',
    caption: 'One row an entry and resolution.',
    rows,
    columns: [
      {
        heading: 'id',
        title: 'id',
        kind: 'name',
        description: 'The entry.',
        value: ({ choice }) => choice.entry.id,
      },
      {
        heading: 'resolution',
        title: 'resolution',
        kind: 'text',
        description: 'The resolution.',
        value: ({ choice }) => resolutionOf(choice.place),
      },
      {
        heading: 'answer',
        title: 'answer',
        kind: 'text',
        description: 'What is not as the entry says; fine where all is.',
        value: ({ faults }) => (faults.length === 0 ? 'fine' : faults.join('; ')),
      },
      {
        heading: 'units',
        title: 'units',
        kind: 'count',
        description: 'Units or rows that the server counts.',
        value: ({ count }) => count,
      },
      {
        heading: 'units_expected',
        title: 'expected',
        kind: 'count',
        description: 'Units or rows that the entry has.',
        value: ({ choice }) => choice.entry.units?.all ?? null,
      },
      {
        heading: 'units_in_england',
        title: 'units in England',
        kind: 'count',
        description: 'Units whose codes begin with E.',
        value: ({ england }) => england,
      },
      {
        heading: 'max_record_count',
        title: 'most at once',
        kind: 'count',
        description: 'Features that the server gives at once.',
        value: ({ maxRecordCount }) => maxRecordCount,
      },
      {
        heading: 'geometry',
        title: 'shapes',
        kind: 'text',
        description: 'Shapes that it says it has.',
        value: ({ geometry }) => geometry,
      },
      {
        heading: 'edited',
        title: 'edited',
        kind: 'text',
        description: 'When the server says its data was edited last.',
        value: ({ edited }) => edited?.slice(0, 10) ?? null,
      },
      {
        heading: 'address',
        title: 'address',
        kind: 'text',
        description: 'Where it was asked for.',
        value: ({ choice }) => shownAddress(catalogue, choice.place),
      },
    ],
  });
