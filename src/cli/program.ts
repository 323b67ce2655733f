/**
 * The commands, in the order that help lists them. Each declares itself in a file of its own and loads what it needs
 * only when it runs.
 */
import { Command, Help } from 'commander';
import { declareAlign } from './declare/align.js';
import { declareCheck } from './declare/check.js';
import { declareCompare } from './declare/compare.js';
import { declareCoverage } from './declare/coverage.js';
import { declareDemo } from './declare/demo.js';
import { declareDerive } from './declare/derive.js';
import { declareInspect } from './declare/inspect.js';
import { declareKinds } from './declare/kinds.js';
import { declareOverlap } from './declare/overlap.js';
import { declareHelp } from './declare/help.js';
import { declareInit } from './declare/init.js';
import { declarePartners } from './declare/partners.js';
import { declareRender } from './declare/render.js';
import { declareReport } from './declare/report.js';
import { declareScenario } from './declare/scenario.js';
import { declareSuggest } from './declare/suggest.js';
import type { Result } from '../result/result.js';
import { InputError } from '../trouble/input-error.js';
import type { Outcome } from './outcome.js';
import { forbidColour } from './terminal.js';
import { version } from './version.js';

const declarations = [
  declareOverlap,
  declareAlign,
  declarePartners,
  declareCompare,
  declareScenario,
  declareSuggest,
  declareCoverage,
  declareReport,
  declareDerive,
  declareCheck,
  declareInspect,
  declareKinds,
  declareInit,
  declareRender,
  declareDemo,
];

/** Commands that apply a disclosure rule to every count before anything is made of it. */
const DISCLOSING = new Set(['overlap', 'partners', 'demo']);

const notDisclosing = (command: string): InputError =>
  new InputError({
    id: 'disclosure-not-supported',
    message: `${command} cannot keep to a disclosure rule, so it does not run with --disclosure`,
    hint: `${[...DISCLOSING].slice(0, 2).join(' and ')} can; or give it counts that are public`,
  });

/** Options that may be given several times begin with none; help need not say so. */
const withoutEmptyDefault = (text: string): string => text.replace(/ ?\(default: \[\]\)/, '');

/** The whole command line. `receive`, if given, takes the result of a command in place of files and standard output. */
export function buildProgram(outcome: Outcome, receive: ((result: Result) => void) | null = null): Command {
  const program = new Command('coterminous')
    .description(
      'Where boundaries that are meant to line up do not: in hectares, metres of border and people.',
    )
    .version(version)
    .exitOverride()
    .configureHelp({
      optionDescription: (option) => withoutEmptyDefault(new Help().optionDescription(option)),
    })
    .showHelpAfterError(
      'Run `coterminous --help` for the commands, or `coterminous COMMAND --help` for its options.',
    )
    .hook('preAction', (_, command) => {
      if (command.opts()['disclosure'] !== undefined && !DISCLOSING.has(command.name()))
        throw notDisclosing(command.name());
      if (command.opts()['color'] === false) forbidColour();
      command.setOptionValue('receive', receive);
    });
  for (const declare of declarations) declare(program, outcome);
  declareHelp(program);
  return program;
}
