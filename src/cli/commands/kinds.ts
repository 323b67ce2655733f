/**
 * `coterminous kinds`: the table of kinds.
 */
import { KIND_HEADINGS, kindRows } from '../../layer/kinds-table.js';
import { makeTable } from '../../result/make-table.js';
import type { Cell } from '../../result/table.js';
import { printOwnTable } from '../own-table.js';
import { spaced } from '../../trouble/count-text.js';

const DESCRIPTIONS: Readonly<Record<(typeof KIND_HEADINGS)[number], string>> = {
  kind: 'Short name; the id of a layer of this kind.',
  one: 'What one unit is called.',
  many: 'What several are called.',
  fields: 'How fields that hold its codes begin (LAD24CD, icb24_code).',
  code_prefixes: 'First three characters of its GSS codes.',
  also_called: 'Other words people use.',
  tiles_england: 'Whether its units cover England once, without gaps or overlaps.',
  may_overlap: 'Whether its units overlap one another by nature.',
};

/** Runs the command in a format (null: a table on a terminal, CSV into a pipe); returns its exit code. */
export async function runKinds(format: string | null): Promise<number> {
  const table = makeTable<readonly Cell[]>({
    name: 'kinds',
    title: 'Kinds of layer',
    caption: 'One row a kind of layer.',
    rows: kindRows(),
    columns: KIND_HEADINGS.map((heading, i) => ({
      heading,
      title: spaced(heading),
      kind: heading === 'tiles_england' || heading === 'may_overlap' ? 'flag' : 'text',
      description: DESCRIPTIONS[heading],
      value: (row) => row[i]!,
    })),
  });
  await printOwnTable(table, format, 'kinds');
  return 0;
}
