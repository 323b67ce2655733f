/**
 * The reference of quantities that rules may be about, as results have them.
 */
import type { Result } from '../../src/result/result.js';
import { SIZE_QUANTITIES } from '../../src/rules/coverage-quantities.js';
import { quantitiesOf } from '../../src/rules/quantities.js';
import { code, markdownTable, referencePage } from './markdown.js';

/** docs/reference/rules.md, from one result of each command. */
export function quantitiesPage(results: Readonly<Record<string, Result>>): string {
  const found = new Map<string, { what: string; worse: string; commands: string[] }>();
  for (const [command, result] of Object.entries(results)) {
    for (const { name, what, worse } of quantitiesOf(result).values()) {
      const known = found.get(name) ?? { what, worse, commands: [] };
      known.commands.push(command);
      found.set(name, known);
    }
  }
  const everywhere = Object.keys(results).length;
  return referencePage(
    'Quantities for rules',
    'What `--fail-on "QUANTITY max N"` can be about. How rules are written, and what a baseline is: [rules](../rules.md). With three or more layers the quantities of each two carry their ids: `shared_units_icb_ltla`. The measure here is called `residents`.',
    markdownTable(
      ['quantity', 'what it is', 'worse', 'in results of'],
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { what, worse, commands }]) => [
          code(name),
          what,
          worse,
          commands.length === everywhere ? 'all' : commands.join(', '),
        ]),
    ),
    `With any number for N, in results of coverage: ${SIZE_QUANTITIES.map(code).join(', ')}.`,
  );
}
