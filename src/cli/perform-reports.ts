/**
 * `coterminous report`: a config file in, every report, file and rule of it out.
 */
import type { Inputs } from '../run/inputs.js';
import type { ReportsRequest } from '../run/request.js';
import { runReports, together } from '../run/run-reports.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import { openConfig, outputsFromHere, type ConfigFile } from './config/config-file.js';
import { reportRequest } from './config/config-request.js';
import { checkOutputs, deliver, makeFolders, writeOutputs } from './output.js';
import type { OutputWishes } from './output-wishes.js';
import { withMap } from './perform.js';
import { plannedFiles } from './planned-files.js';
import { makeProgress } from './progress.js';

export { plainInputs } from './desk.js';

/** Runs the reports of a config file, or those named in `only`; gives the exit code. */
export async function performReports(
  inputs: Inputs,
  path: string,
  only: readonly string[],
  wishes: OutputWishes,
): Promise<number> {
  const file = await openConfig(inputs, path);
  const { config } = file;
  const names = chosenReports(file, only);
  const whole: OutputWishes = {
    ...wishes,
    outputs: [...outputsFromHere(file, config.outputs), ...wishes.outputs],
  };
  const own = names.map((name): OutputWishes => {
    const { outputs, table } = config.reports[name]!;
    return { ...wishes, outputs: outputsFromHere(file, outputs), table: table ?? null };
  });
  const request: ReportsRequest = {
    command: 'report',
    reports: names.map((name, i) => ({
      name,
      request: withMap(reportRequest(file, inputs, name), {
        ...wishes,
        outputs: [...own[i]!.outputs, ...whole.outputs],
      }),
    })),
    ...(config.rules === undefined ? {} : { rules: config.rules }),
    config: path,
  };
  const commands = request.reports.map((report) => report.request.command);
  checkOutputs(
    [
      ...own.flatMap(({ outputs }, i) => outputs.map((output) => ({ output, commands: [commands[i]!] }))),
      // A lone report is the whole.
      ...whole.outputs.map((output) => ({
        output,
        commands: commands.length === 1 ? commands : ['report'],
      })),
    ],
    wishes.format,
  );
  inputs.protect([
    ...own.flatMap(({ outputs }, i) => plannedFiles(outputs, [commands[i]!])),
    ...plannedFiles(whole.outputs, ['report', ...commands]),
  ]);
  const progress = makeProgress(wishes.quiet, inputs);
  let made;
  try {
    made = await runReports(request, inputs, { progress: progress.step });
  } finally {
    progress.clear();
  }
  makeFolders([...own, whole].flatMap(({ outputs }) => outputs));
  for (const [i, { result }] of made.entries()) await writeOutputs(result, own[i]!);
  return deliver(together(made), whole);
}

function chosenReports({ path, config }: ConfigFile, only: readonly string[]): string[] {
  const all = Object.keys(config.reports);
  const unknown = only.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    const guess = nearest(unknown, all);
    throw new InputError({
      id: 'report-unknown',
      file: path,
      message: `it has no report '${unknown}'`,
      hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Its reports are ${all.join(', ')}`,
    });
  }
  return only.length === 0 ? all : all.filter((name) => only.includes(name));
}
