/**
 * `coterminous report`: a config file in, every report, file and rule of it out.
 */
import { existsSync, statSync } from 'node:fs';
import type { Inputs } from '../run/inputs.js';
import type { ReportsRequest } from '../run/request.js';
import { refuseWriting } from '../run/expect-inputs.js';
import { runReports, titlesOf, together } from '../run/run-reports.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import { withCatalogueFiles, type CatalogueWishes } from './catalogue/with-catalogue-files.js';
import { outputsFromHere, type ConfigFile } from '../run/config/config-file.js';
import type { Config } from '../run/config/config.js';
import { reportsOf } from '../run/config/config-reports.js';
import { openConfig } from './config/read-config.js';
import { checkOutputs, deliver, makeFolders, writeOutputs } from './output.js';
import type { OutputWishes } from './output-wishes.js';
import { withDrawings } from './perform.js';
import { plannedFiles } from './planned-files.js';
import { refuseImpossible } from './possible-outputs.js';
import { makeProgress } from './progress.js';

export { plainInputs } from './desk.js';

/** The config file that was meant: in a folder the one that `init` writes there. */
export const configPath = (given: string): string =>
  existsSync(given) && statSync(given).isDirectory()
    ? `${given.replace(/[/\\]$/, '')}/coterminous.yaml`
    : given;

/** Runs the reports of a config file, or those named in `only`; gives the exit code. */
export async function performReports(
  inputs: Inputs,
  path: string,
  only: readonly string[],
  wishes: OutputWishes,
  fetching: Pick<CatalogueWishes, 'offline' | 'refresh'>,
): Promise<number> {
  const file = await withCatalogueFiles(await openConfig(inputs, path), inputs.exists, {
    ...fetching,
    quiet: wishes.quiet,
  });
  const { config } = file;
  const { names, units } = wordsOf(file, only);
  const narrowed = units.length === 0 ? file : { ...file, config: narrowedTo(config, units) };
  const whole: OutputWishes = {
    ...wishes,
    outputs: [...outputsFromHere(file, config.outputs), ...wishes.outputs],
  };
  const own = names.map((name): OutputWishes => {
    const { outputs, table } = config.reports[name]!;
    return { ...wishes, outputs: outputsFromHere(file, outputs), table: table ?? null };
  });
  const asked = reportsOf(narrowed, inputs, names);
  const request: ReportsRequest = {
    ...asked,
    reports: asked.reports.map((report, i) => ({
      ...report,
      request: withDrawings(report.request, {
        ...wishes,
        outputs: [...own[i]!.outputs, ...whole.outputs],
      }),
    })),
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
  await refuseWriting(inputs, request);
  for (const [i, report] of request.reports.entries()) await refuseImpossible([report.request], own[i]!);
  await refuseImpossible(
    request.reports.map((report) => report.request),
    whole,
  );
  const progress = makeProgress(wishes.quiet, inputs);
  let made;
  try {
    made = await runReports(request, inputs, { progress: progress.step });
  } catch (error) {
    throw units.length === 0 ? error : neitherReportNorUnit(file, error);
  } finally {
    progress.clear();
  }
  makeFolders([...own, whole].flatMap(({ outputs }) => outputs));
  const failures: unknown[] = [];
  for (const [i, { result }] of made.entries()) failures.push(...(await writeOutputs(result, own[i]!)));
  return deliver(together(made, titlesOf(request)), whole, failures);
}

/** The config with all its reports narrowed to some units. */
const narrowedTo = (config: Config, only: readonly string[]): Config => ({
  ...config,
  reports: Object.fromEntries(
    Object.entries(config.reports).map(([name, report]) => [name, { ...report, only }]),
  ),
});

/** Words that are reports of the file, and those that are units. */
function wordsOf({ config }: ConfigFile, only: readonly string[]): { names: string[]; units: string[] } {
  const all = Object.keys(config.reports);
  const chosen = all.filter((name) => only.includes(name));
  return { names: chosen.length === 0 ? all : chosen, units: only.filter((word) => !all.includes(word)) };
}

/** What a word is told that is neither a report of the file nor a unit of its layers. */
function neitherReportNorUnit({ path, config }: ConfigFile, error: unknown): unknown {
  if (!(error instanceof InputError) || error.trouble.id !== 'place-unknown') return error;
  const all = Object.keys(config.reports);
  const word = (error.trouble.unit ?? '').replace(/^--only /, '');
  const guess = nearest(word, all);
  return new InputError({
    id: 'report-unknown',
    file: path,
    message: `it has no report '${word}', and none of its layers has a unit of that name or code`,
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Its reports are ${all.join(', ')}. ${error.trouble.hint ?? ''}`,
  });
}
