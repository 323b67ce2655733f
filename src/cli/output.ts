/**
 * Where a result goes: files, standard output, standard error.
 *
 * Data goes to standard output or to files, everything else to standard error.
 */
import { basename, dirname, join } from 'node:path';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { reconciliationText, sensitivityText } from '../report/reconciliation-text.js';
import { terminalReport } from '../report/terminal-summary.js';
import { WRITERS, writerFor, type Writer } from '../report/writers.js';
import { InputError } from '../trouble/input-error.js';
import { applyRules, checkRules } from './apply-rules.js';
import { findingLines } from './finding-lines.js';
import type { SharedOptions } from './shared-options.js';
import { paintFor, widthOf } from './terminal.js';
import {
  checkFile,
  checkFolder,
  makeFolder,
  refuseFolder,
  writeFiles,
  type FileToWrite,
} from './write-files.js';

export type OutputOptions = Pick<
  SharedOptions,
  'outputs' | 'table' | 'format' | 'json' | 'bom' | 'quiet' | 'failOn' | 'baseline' | 'receive'
>;

/** Throws for an output that cannot be written and for a rule that cannot be read, before any work is done. */
export function checkOutputs(options: OutputOptions): void {
  checkRules(options);
  for (const output of options.outputs) {
    if (isFolder(output)) {
      checkFolder(output);
    } else {
      refuseFolder(output);
      writerFor(output);
      checkFile(output);
    }
  }
  if (options.format !== null && options.format !== 'table') writerFor(options.format);
}

/**
 * Judges the rules, writes everything that was asked for, and says on standard error what there is to say. Gives the
 * exit code: 0, or 1 where a rule is broken.
 */
export async function deliver(found: Result, options: OutputOptions): Promise<number> {
  if (options.receive !== null) {
    options.receive(found);
    return 0;
  }
  const result = applyRules(found, options);
  await writeOutputs(result, options);
  const table = chooseTable(result, options.table);
  const toTerminal = isForReading(options) && options.outputs.length === 0;
  if (!options.quiet) tell(result, toTerminal);
  if (options.json) {
    await print(await writerFor('json').write(result, table));
  } else if (toTerminal) {
    const paint = paintFor(process.stdout);
    await print(
      terminalReport(result, {
        width: widthOf(process.stdout),
        paint,
        reconciliation: options.quiet,
        ...(options.table === null ? {} : { table: options.table }),
      }),
    );
  } else if (options.outputs.length === 0) {
    await print(await writerFor(options.format ?? 'csv').write(result, table, { bom: options.bom }));
  }
  return sayBrokenRules(result);
}

/** Writes every file that was asked for, and says so. */
export async function writeOutputs(result: Result, options: OutputOptions): Promise<void> {
  const table = chooseTable(result, options.table);
  const written = await Promise.all(
    options.outputs.flatMap((output) =>
      isFolder(output) ? filesOfFolder(output, result, options) : [filesOf(output, result, table, options)],
    ),
  );
  writeFiles(written.flatMap(({ files }) => files));
  if (!options.quiet) for (const { sentence } of written) note(sentence);
}

/** Says which rules are broken, even where nothing else is said; gives the exit code. */
export function sayBrokenRules(result: Result): number {
  const broken = result.rules.filter(({ met }) => !met);
  const paint = paintFor(process.stderr);
  for (const { rule, detail } of broken) note(`${paint.warn('broken rule')}: ${rule}: ${detail}`);
  return broken.length === 0 ? 0 : 1;
}

/** Whether standard output is for a person: a terminal, or `--format table`. */
function isForReading(options: OutputOptions): boolean {
  if (options.json) return false;
  return options.format === 'table' || (options.format === null && process.stdout.isTTY === true);
}

/** Notes, warnings and the reconciliation, on standard error. */
export function tell(result: Result, summaryOnStdout: boolean): void {
  const paint = paintFor(process.stderr);
  for (const text of result.notes) note(text);
  for (const tolerance of result.tolerances) {
    note(`${tolerance.layers.join(' and ')}: tolerance ${tolerance.metres} m: ${tolerance.from}`);
  }
  for (const { severity, text } of findingLines(result.findings)) note(`${paint.warn(severity)}: ${text}`);
  if (!summaryOnStdout) for (const sentence of result.summary) note(sentence);
  for (const line of reconciliationText(result)) note(line);
  for (const line of sensitivityText(result)) note(line);
  for (const { rule, met, detail } of result.rules) if (met) note(`rule met: ${rule}: ${detail}`);
}

const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The table named with --table, or the command's main one. */
export function chooseTable(result: Result, name: string | null): Table {
  const table = name === null ? result.tables[0] : result.tables.find((candidate) => candidate.name === name);
  if (table !== undefined) return table;
  throw new InputError({
    id: 'no-such-table',
    message: `${result.command} has no table '${name}'`,
    hint: `Its tables are ${result.tables.map((candidate) => candidate.name).join(', ')}`,
  });
}

const isFolder = (output: string): boolean => /[/\\]$/.test(output);

/** Every table as CSV, and the whole result in every format that holds one. */
function filesOfFolder(folder: string, result: Result, options: OutputOptions): Promise<Written>[] {
  makeFolder(folder);
  const tables = result.tables.map((table) =>
    filesOf(join(folder, `${result.command}-${table.name}.csv`), result, table, options),
  );
  const whole = WRITERS.filter(
    (writer) => writer.holds === 'result' && writer.onRequest !== true && writer.fits?.(result) !== false,
  ).map((writer) =>
    filesOf(join(folder, `${result.command}.${writer.extensions[0]!}`), result, result.tables[0]!, options),
  );
  return [...tables, ...whole];
}

/** A file and what stands beside it, with the sentence that says so. */
interface Written {
  readonly files: readonly FileToWrite[];
  readonly sentence: string;
}

async function filesOf(path: string, result: Result, table: Table, options: OutputOptions): Promise<Written> {
  const writer: Writer = writerFor(path);
  const beside = writer.beside?.(result, table, basename(path));
  const rows = writer.holds === 'table' ? ` (${table.rows.length} rows)` : '';
  return {
    files: [
      { path, content: await writer.write(result, table, { bom: options.bom }) },
      ...(beside === undefined ? [] : [{ path: join(dirname(path), beside.fileName), content: beside.text }]),
    ],
    sentence: `wrote ${path}${rows}`,
  };
}

/** Writes to standard output and waits until it is taken. */
function print(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(content, () => resolve());
  });
}
