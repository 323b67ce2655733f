/**
 * Where a result goes: files, standard output, standard error.
 *
 * Data goes to standard output or to files, everything else to standard error. A file is written under a temporary
 * name and renamed, so that nothing is ever half-written.
 */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Result, Table } from '../measures/result.js';
import { reconciliationText, sensitivityText } from '../report/reconciliation-text.js';
import { terminalReport } from '../report/terminal-summary.js';
import { WRITERS, writerFor, type Writer } from '../report/writers.js';
import { InputError } from '../trouble/input-error.js';
import type { SharedOptions } from './shared-options.js';
import { paintFor, widthOf } from './terminal.js';

type OutputOptions = Pick<SharedOptions, 'outputs' | 'table' | 'format' | 'json' | 'bom' | 'quiet'>;

/** Throws for an output that cannot be written, before any work is done. */
export function checkOutputs(options: OutputOptions): void {
  for (const output of options.outputs) {
    if (isFolder(output)) continue;
    writerFor(output);
    const folder = dirname(output);
    if (!isDirectory(folder)) throw notWritable(output, `there is no folder '${folder}'`);
    if (isDirectory(output))
      throw notWritable(output, 'it is a folder; add a / to write every table into it');
  }
  if (options.format !== null && options.format !== 'table') writerFor(options.format);
}

/** Writes everything that was asked for, and says on standard error what there is to say. */
export async function deliver(result: Result, options: OutputOptions): Promise<void> {
  const table = chooseTable(result, options.table);
  for (const output of options.outputs) {
    const written = isFolder(output)
      ? writeFolder(output, result, options)
      : writeOne(output, result, table, options);
    if (!options.quiet) for (const line of written) note(line);
  }
  const toTerminal = isForReading(options);
  if (!options.quiet) tell(result, toTerminal);
  if (options.json) {
    await print(writerFor('json').write(result, table));
  } else if (toTerminal && options.outputs.length === 0) {
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
    await print(writerFor(options.format ?? 'csv').write(result, table, { bom: options.bom }));
  }
}

/** Whether standard output is for a person: a terminal, or `--format table`. */
function isForReading(options: OutputOptions): boolean {
  if (options.json) return false;
  return options.format === 'table' || (options.format === null && process.stdout.isTTY === true);
}

/** Notes, warnings and the reconciliation, on standard error. */
function tell(result: Result, summaryOnStdout: boolean): void {
  const paint = paintFor(process.stderr);
  for (const text of result.notes) note(text);
  for (const tolerance of result.tolerances) {
    note(`${tolerance.layers.join(' and ')}: tolerance ${tolerance.metres} m: ${tolerance.from}`);
  }
  for (const finding of result.findings) {
    if (finding.severity === 'info') continue;
    const where = [finding.layer, finding.code, finding.name].filter((part) => part !== '').join(' ');
    note(`${paint.warn(finding.severity)}: ${where}: ${finding.detail}`);
  }
  if (!summaryOnStdout) for (const sentence of result.summary) note(sentence);
  for (const line of reconciliationText(result)) note(line);
  for (const line of sensitivityText(result)) note(line);
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

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Writes every table as CSV, and the whole result in every format that holds one. */
function writeFolder(folder: string, result: Result, options: OutputOptions): string[] {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw notWritable(folder, 'the folder cannot be made');
  }
  const tables = result.tables.flatMap((table) =>
    writeOne(join(folder, `${result.command}-${table.name}.csv`), result, table, options),
  );
  const whole = WRITERS.filter((writer) => writer.holds === 'result').flatMap((writer) =>
    writeOne(join(folder, `${result.command}.${writer.extensions[0]!}`), result, result.tables[0]!, options),
  );
  return [...tables, ...whole];
}

function writeOne(path: string, result: Result, table: Table, options: OutputOptions): string[] {
  const writer: Writer = writerFor(path);
  const name = basename(path);
  writeWhole(path, writer.write(result, table, { bom: options.bom }));
  const beside = writer.beside?.(result, table, name);
  if (beside !== undefined) writeWhole(join(dirname(path), beside.fileName), beside.text);
  const rows = writer.holds === 'table' ? ` (${table.rows.length} rows)` : '';
  return [`wrote ${path}${rows}`];
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw notWritable(
      path,
      code === 'EACCES' || code === 'EPERM' ? 'it may not be written' : `it cannot be written (${code})`,
    );
  }
}

/** Writes to standard output and waits until it is taken. */
function print(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(content, () => resolve());
  });
}

const notWritable = (file: string, why: string): InputError =>
  new InputError({
    id: 'output-not-writable',
    file,
    message: why,
    hint: 'Name another file, or make the folder first',
  });
