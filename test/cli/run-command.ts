/**
 * The command line as a user meets it, without a process for each command: arguments in, exit code and both streams
 * out, in a folder and surroundings of its own.
 *
 * The current folder, the environment and the streams belong to the whole test process, so commands wait for one
 * another. A test must not rely on the current folder after it has begun: paths are made whole at the head of a file.
 * What needs a real process (pipes, a terminal, standard input, another user) is in run-process.ts.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main.js';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** True where both streams are terminals of 80 columns. */
  readonly terminal?: boolean;
}

let before: Promise<unknown> = Promise.resolve();

/** Runs `coterminous` with some arguments, after the commands asked for earlier, and waits for its end. */
export function runCommand(argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const ran = before.then(() => runAlone(argv, surroundings));
  before = ran.catch(() => undefined);
  return ran;
}

async function runAlone(argv: readonly string[], { cwd, env, terminal }: Surroundings): Promise<Ran> {
  const [stdout, stderr] = [new Captured(), new Captured()];
  if (terminal === true)
    for (const stream of [stdout, stderr]) Object.assign(stream, { isTTY: true, columns: 80 });
  const [home, environment] = [process.cwd(), process.env];
  const streams = { stdout: streamOf('stdout'), stderr: streamOf('stderr') };
  try {
    if (cwd !== undefined) process.chdir(cwd);
    process.env = { ...environment, ...env };
    if (env?.['NO_COLOR'] === undefined) delete process.env['NO_COLOR'];
    if (env?.['FORCE_COLOR'] === undefined) delete process.env['FORCE_COLOR'];
    Object.defineProperty(process, 'stdout', { value: stdout, configurable: true });
    Object.defineProperty(process, 'stderr', { value: stderr, configurable: true });
    const code = await main(argv);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    Object.defineProperties(process, streams);
    process.env = environment;
    process.chdir(home);
  }
}

const streamOf = (name: 'stdout' | 'stderr'): PropertyDescriptor =>
  Object.getOwnPropertyDescriptor(process, name)!;

/** A stream that is no terminal and keeps what it is given. */
class Captured extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/** A temporary folder with some files in it, and how to take it away again. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'coterminous-'));
  chmodSync(path, 0o755);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
