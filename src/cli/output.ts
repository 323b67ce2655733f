/**
 * Where a result goes: files, standard output, standard error.
 *
 * Data goes to standard output or to files, everything else to standard error.
 */
import { counted } from '../trouble/count-text.js';
import { rowCount } from '../result/column-cells.js';
import { layersNamed } from '../result/layer-words.js';
import { basename, join } from 'node:path';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { fileStem } from '../report/file-stem.js';
import { findingLines } from '../report/finding-lines.js';
import { methodSentences, paragraphOf } from '../report/method-text.js';
import { readingLines } from '../report/reading-lines.js';
import { reconciliationText, sensitivityText } from '../report/reconciliation-text.js';
import { terminalReport } from '../report/terminal-summary.js';
import { verificationText } from '../report/verification-text.js';
import { chooseTable } from '../report/write.js';
import { WRITERS, writerFor, type Writer } from '../report/writers.js';
import { InputError } from '../trouble/input-error.js';
import { isForReading, type OutputWishes } from './output-wishes.js';
import { certainFiles, isFolder, refuseTwins, type PlannedOutput } from './planned-files.js';
import { print, say } from './say.js';
import { paintFor, widthOf } from './terminal.js';
import {
  checkFile,
  checkFolder,
  makeFolder,
  refuseFolder,
  writeFiles,
  type FileToWrite,
} from './write-files.js';

/** Throws for an output that cannot be written, or is named twice, before any work is done. */
export function checkOutputs(planned: readonly PlannedOutput[], format: string | null): void {
  const folders = planned.map(({ output }) => output).filter(isFolder);
  for (const { output, isDocument } of planned) {
    if (isFolder(output)) {
      checkFolder(output);
    } else {
      refuseFolder(output);
      if (isDocument !== true) writerFor(output);
      checkFile(output, folders);
    }
  }
  if (format !== null && format !== 'table') writerFor(format);
  refuseTwins(planned.flatMap(certainFiles));
}

/**
 * Writes everything that was asked for, and says on standard error what there is to say. Gives the exit code: 0, or 1
 * where a rule is broken. What cannot be written is thrown in the end, `before` that of earlier outputs first.
 */
export async function deliver(
  result: Result,
  wishes: OutputWishes,
  before: readonly unknown[] = [],
): Promise<number> {
  const toTerminal = isForReading(wishes) && wishes.outputs.length === 0;
  const table = chooseTable(result, wishes.table);
  if (!wishes.quiet && !toTerminal) tell(result);
  const [failure] = [...before, ...(await writeOutputs(result, wishes))];
  if (wishes.json) {
    await print(await writerFor('json').write(result, table));
  } else if (toTerminal) {
    const paint = paintFor(process.stdout);
    await print(
      terminalReport(result, {
        width: widthOf(process.stdout),
        paint,
        ...(wishes.table === null ? {} : { table: wishes.table }),
      }),
    );
  } else if (wishes.outputs.length === 0) {
    const writer = writerFor(wishes.format ?? 'csv');
    await print(await writer.write(result, table, wishes), writer.id === 'github');
  }
  const code = sayBrokenRules(result);
  if (failure !== undefined) throw failure;
  return code;
}

/**
 * Writes every file that was asked for, and says so; folders are made by `makeFolders`. Gives why some could not be
 * made, which keeps no other from being written.
 */
export async function writeOutputs(result: Result, options: OutputWishes): Promise<unknown[]> {
  const table = chooseTable(result, options.table);
  const made = await Promise.allSettled(
    options.outputs.flatMap((output) =>
      isFolder(output) ? filesOfFolder(output, result, options) : [filesOf(output, result, table, options)],
    ),
  );
  const written = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const files = written.flatMap((each) => each.files);
  refuseTwins(files.map(({ path }) => path));
  writeFiles(files);
  if (!options.quiet) for (const { sentence } of written) say(sentence);
  return made.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
}

/** Says which rules are broken, even where nothing else is said; gives the exit code. */
function sayBrokenRules(result: Result): number {
  const broken = result.rules.filter(({ met }) => !met);
  const paint = paintFor(process.stderr);
  for (const { rule, detail } of broken) say(`broken rule: ${rule}: ${detail}`, paint.warn('broken rule'));
  return broken.length === 0 ? 0 : 1;
}

/** Lines of each kind of finding in a log. */
const FINDINGS_IN_LOG = 5;

/**
 * What there is to say on standard error beside files or a table in a pipe. A terminal gets the headline first, warnings
 * in a line for each kind and how it was made in one paragraph; a log gets every line, the headline last.
 */
function tell(result: Result): void {
  const paint = paintFor(process.stderr);
  const isLog = process.stderr.isTTY !== true;
  if (!isLog) for (const sentence of result.summary.slice(0, 1)) say(sentence);
  for (const { severity, text } of findingLines(result, isLog ? FINDINGS_IN_LOG : 1)) {
    say(`${severity}: ${text}`, paint.warn(severity));
  }
  if (isLog) tellLog(result);
  else {
    say(`Method: ${paragraphOf(methodSentences(result))}`);
    for (const line of sensitivityText(result)) say(line);
  }
  for (const { rule, met, detail } of result.rules) if (met) say(`rule met: ${rule}: ${detail}`);
  if (isLog) for (const sentence of result.summary) say(sentence);
}

/** How inputs were read, notes, tolerances and sums, a line each. */
function tellLog(result: Result): void {
  for (const line of readingLines(result)) say(line);
  for (const text of result.notes) say(text);
  for (const tolerance of result.tolerances) {
    say(`${layersNamed(tolerance.layers, result)}: tolerance ${tolerance.metres} m: ${tolerance.from}`);
  }
  for (const line of reconciliationText(result)) say(line);
  for (const line of sensitivityText(result)) say(line);
  for (const line of verificationText(result)) say(line);
}

/** Makes the folders among outputs, before anything is written into one of them. */
export function makeFolders(outputs: readonly string[]): void {
  for (const output of outputs) if (isFolder(output)) makeFolder(output);
}

/** Every table as CSV, and the whole result in every format that holds one. */
function filesOfFolder(folder: string, result: Result, options: OutputWishes): Promise<Written>[] {
  const tables = result.tables.map((table) =>
    filesOf(join(folder, `${fileStem(result.command)}-${table.name}.csv`), result, table, options),
  );
  const whole = WRITERS.filter(
    (writer) => writer.holds === 'result' && writer.onRequest !== true && writer.fits?.(result) !== false,
  ).map((writer) =>
    filesOf(
      join(folder, `${fileStem(result.command)}.${writer.extensions[0]!}`),
      result,
      result.tables[0]!,
      options,
    ),
  );
  return [...tables, ...whole];
}

/** A file and what stands beside it, with the sentence that says so. */
interface Written {
  readonly files: readonly FileToWrite[];
  readonly sentence: string;
}

async function filesOf(path: string, result: Result, table: Table, options: OutputWishes): Promise<Written> {
  const writer: Writer = writerFor(path);
  const beside = writer.sidecarName?.(path);
  const content = await contentOf(
    path,
    () => writer.writeBytes?.(table, options) ?? writer.write(result, table, options),
  );
  const rows = writer.holds === 'table' ? ` (${counted(rowCount(table), 'row')})` : '';
  return {
    files: [
      { path, content },
      ...(beside === undefined
        ? []
        : [{ path: beside, content: writer.sidecar?.(result, table, basename(path)) ?? '' }]),
    ],
    sentence: `wrote ${path}${rows}`,
  };
}

/** What a writer makes; an error of the user's names the file that it was for. */
async function contentOf<T>(file: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw error instanceof InputError ? new InputError({ file, ...error.trouble }) : error;
  }
}
