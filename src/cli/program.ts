/**
 * The commands, in the order that help lists them. Each declares itself in a file of its own and loads what it needs
 * only when it runs.
 */
import { Command } from 'commander';
import { declareAlign } from './declare/align.js';
import { declareCheck } from './declare/check.js';
import { declareCompare } from './declare/compare.js';
import { declareCompletion } from './declare/completion.js';
import { declareCoverage } from './declare/coverage.js';
import { declareDemo } from './declare/demo.js';
import { declareDerive } from './declare/derive.js';
import { declareDifferencing } from './declare/differencing.js';
import { declareFetch } from './declare/fetch.js';
import { declareInspect } from './declare/inspect.js';
import { declareKinds } from './declare/kinds.js';
import { declareNeighbourhoods } from './declare/neighbourhoods.js';
import { declareOverlap } from './declare/overlap.js';
import { declareExport } from './declare/export.js';
import { declareHelp } from './declare/help.js';
import { declareInit } from './declare/init.js';
import { declarePage } from './declare/page.js';
import { declarePartners } from './declare/partners.js';
import { declareRead } from './declare/read.js';
import { declareRender } from './declare/render.js';
import { declareReport } from './declare/report.js';
import { declareScenario } from './declare/scenario.js';
import { declareSql } from './declare/sql.js';
import { declareSuggest } from './declare/suggest.js';
import { declareUpdate } from './declare/update.js';
import { commandHelp } from './help/command-help.js';
import { programHelp } from './help/program-help.js';
import type { Outcome } from './outcome.js';
import { print, sayLines } from './say.js';
import { forbidColour } from './terminal.js';
import { toolVersion } from '../result/tool-version.js';

const declarations = [
  declareOverlap,
  declareAlign,
  declarePartners,
  declareCompare,
  declareScenario,
  declareSuggest,
  declareNeighbourhoods,
  declareCoverage,
  declareReport,
  declareDerive,
  declareDifferencing,
  declareCheck,
  declareInspect,
  declareKinds,
  declareInit,
  declareFetch,
  declareUpdate,
  declareRender,
  declareSql,
  declareExport,
  declareRead,
  declarePage,
  declareDemo,
  declareCompletion,
];

/** The whole command line. */
export function buildProgram(outcome: Outcome): Command {
  const program = new Command('coterminous')
    .description(
      'where boundaries that are meant to line up do not: in hectares, metres of border and people.',
    )
    .version(toolVersion, '-v, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void print(text),
      writeErr: sayLines,
      // Faults are thrown, and said by whoever catches them.
      outputError: () => undefined,
    })
    .configureHelp({
      formatHelp: (command) => (command.parent === null ? programHelp(command) : commandHelp(command)),
    })
    .hook('preAction', (_, command) => {
      if (command.opts()['color'] === false) forbidColour();
    });
  for (const declare of declarations) declare(program, outcome);
  declareHelp(program);
  return program;
}
