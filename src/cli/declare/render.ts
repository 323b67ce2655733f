/**
 * `coterminous render`.
 */
import type { Command } from 'commander';
import type { RenderRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { addSome } from '../option-list.js';
import { withoutUndefined } from '../../run/given-fields.js';
import { readOutputWishes, type Given } from '../shared-options.js';

/** Adds the command. */
export function declareRender(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('render')
      .description('a saved result in other formats: nothing is read or measured again')
      .argument('<RESULT.json>', 'what --json or -o FILE.json wrote'),
    [
      ...['--table', '--output', '--format', '--json', '--bom', '--quiet', '--no-color'],
      ...['--fail-on', '--baseline', '--update-baseline', '--max-memory', '--full-page'],
    ],
  ).action(async (path: string, given: Given) => {
    const { plainInputs, perform } = await import('../reporting.js');
    const request: RenderRequest = {
      command: 'render',
      path,
      rules: given['failOn'] as string[],
      ...withoutUndefined({ baseline: given['baseline'] as string | undefined }),
    };
    outcome.exitCode = await perform(request, plainInputs(given), readOutputWishes(given));
  });
}
