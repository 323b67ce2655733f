/**
 * The command line as a process of its own: bin/coterminous.js, for what only a real process has: pipes and terminals,
 * standard input, a disk that is full, the rights of another user.
 *
 * A test file that reaches this one runs the built command, so it waits for the build and is not in the quick lane.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Ran, Surroundings } from './run-command.js';

const executable = resolve('bin/coterminous.js');

export interface Circumstances extends Surroundings {
  /** What goes to standard input. */
  readonly input?: string | Uint8Array;
  /** Run as a user without rights on anything, where the tests are run by one with rights on everything. */
  readonly asNobody?: boolean;
}

/** True where the tests are run by root, for whom nothing is unreadable. */
export const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** Runs `coterminous` with some arguments and waits for its end. */
export function runProcess(argv: readonly string[], circumstances: Circumstances = {}): Promise<Ran> {
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
