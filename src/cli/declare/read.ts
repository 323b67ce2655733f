/**
 * `coterminous read`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions } from '../option-list.js';
import type { Given } from '../shared-options.js';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';

/** Adds the command. */
export function declareRead(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('read')
      .description('counts that a database made on exported faces, as the usual tables, pages and rules')
      .argument('<COUNTS.csv>', 'people by face: FILE[:COLUMN]')
      .requiredOption('--faces <FILE>', 'the faces, as export atoms wrote them')
      .option('--as <REPORT>', 'overlap, align, coverage or differencing', 'overlap'),
    ['--people', '--blocks', '--code', '--name', '--keep', '--group', '--recode', '--place', '--config'],
  ).action(async (counts: string, given: Given) => {
    const { perform, plainInputs } = await import('../reporting.js');
    const { parseCounts } = await import('../../run/counts-source.js');
    const { readCommonWishes, readOutputWishes } = await import('../shared-options.js');
    const { REPORTS_ON_FACES, requestOnFaces } = await import('../../run/faces-request.js');
    const report = REPORTS_ON_FACES.find((each) => each === given['as']);
    if (report === undefined) throw reportUnknown(String(given['as']), REPORTS_ON_FACES);
    const inputs = plainInputs(given);
    const request = await requestOnFaces(
      plainInputs(given),
      report,
      given['faces'] as string,
      parseCounts(counts, inputs.exists),
      readCommonWishes(given, inputs),
    );
    outcome.exitCode = await perform(request, inputs, readOutputWishes(given));
  });
}

function reportUnknown(word: string, reports: readonly string[]): InputError {
  const guess = nearest(word, reports);
  return new InputError({
    id: 'report-unknown',
    message: `'${word}' cannot be made of counts on faces`,
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Reports: ${reports.join(', ')}`,
  });
}
