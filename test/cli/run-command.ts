/**
 * The command line as a user meets it: bin/coterminous.js as a child process, in a folder of its own.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const executable = resolve('bin/coterminous.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  /** What goes to standard input. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as a user without rights on anything, where the tests are run by one with rights on everything. */
  readonly asNobody?: boolean;
}

/** True where the tests are run by root, for whom nothing is unreadable. */
export const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** Runs `coterminous` with some arguments and waits for its end. */
export function runCommand(argv: readonly string[], circumstances: Circumstances = {}): Promise<Ran> {
  return runProgram(process.execPath, [executable, ...argv], circumstances);
}

/** Runs a line of shell in which `$COTERMINOUS` is the command. */
export function runShell(line: string, circumstances: Circumstances = {}): Promise<Ran> {
  const command = `'${process.execPath}' '${executable}'`;
  return runProgram('bash', ['-c', line.replaceAll('$COTERMINOUS', command)], circumstances);
}

function runProgram(program: string, argv: readonly string[], given: Circumstances): Promise<Ran> {
  return new Promise((settle, fail) => {
    const surroundings = { ...process.env };
    delete surroundings['NO_COLOR'];
    delete surroundings['FORCE_COLOR'];
    const child = spawn(program, argv, {
      cwd: given.cwd,
      env: { ...surroundings, ...given.env },
      ...(given.asNobody === true && isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) =>
      settle({
        code,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(given.input);
  });
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
